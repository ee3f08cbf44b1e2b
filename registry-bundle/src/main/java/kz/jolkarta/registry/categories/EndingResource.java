package kz.jolkarta.registry.categories;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Categories that end soon over HTTP. */
@Path("categories/ending")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class EndingResource implements ApiResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final long DAYS = 30;
    private static final long MOST = 366;

    private final Endings endings;
    private final Tables tables;

    @Activate
    public EndingResource(@Reference Endings endings, @Reference Tables tables) {
        this.endings = endings;
        this.tables = tables;
    }

    /** {@code days} from today on, 30 unless told, 366 at most. */
    @GET
    @Needs(Right.CHILDREN_READ)
    public Page<Ending> list(
            @Context Caller caller,
            @QueryParam("days") String days,
            @QueryParam("territory") String territory,
            @QueryParam("category") String category,
            @QueryParam("sort") String sort,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return endings.list(
                caller.user(),
                filter(days, territory, category),
                EndingStore.ORDERS.of(sort),
                Params.paging(limit, after));
    }

    @GET
    @Path("list.{format: xlsx|csv}")
    @Produces({XLSX, Tables.CSV})
    @Needs(Right.CHILDREN_EXPORT)
    public Response file(
            @Context Caller caller,
            @PathParam("format") Sheets.Format format,
            @QueryParam("days") String days,
            @QueryParam("territory") String territory,
            @QueryParam("category") String category,
            @QueryParam("sort") String sort) {
        Stream<String> headings = Stream.of("child-id", "name", "territory", "category", "last-day", "award-id")
                .map(h -> "record.heading." + h);
        return tables.file(
                caller.language(),
                format,
                "categories-ending",
                headings,
                endings.export(caller.user(), filter(days, territory, category), EndingStore.ORDERS.of(sort)),
                row -> Arrays.asList(
                        row.childId(),
                        row.name(),
                        row.territory(),
                        tables.text(caller.language(), "child.word.category." + Json.name(row.category())),
                        row.lastDay(),
                        row.awards().stream()
                                .map(award -> String.valueOf(award.awardId()))
                                .collect(Collectors.joining(", "))));
    }

    static EndingFilter filter(String days, String territory, String category) {
        long wanted = Params.number("days", days).orElse(DAYS);
        if (wanted < 0 || wanted > MOST) {
            throw Problem.field("days", "record.range", 0, MOST);
        }
        return new EndingFilter(
                (int) wanted, Params.territory(territory), Choice.of(Category.class, "category", category));
    }
}
