package kz.jolkarta.registry.residence;

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
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Children who moved away over HTTP; to be read only. */
@Path("moved-away")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class MovedAwayResource implements ApiResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Departed departed;
    private final Tables tables;

    @Activate
    public MovedAwayResource(@Reference Departed departed, @Reference Tables tables) {
        this.departed = departed;
        this.tables = tables;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public Page<MovedAway> list(
            @Context Caller caller,
            @QueryParam("q") String name,
            @QueryParam("territory") String territory,
            @QueryParam("from") String from,
            @QueryParam("until") String until,
            @QueryParam("sort") String sort,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return departed.list(
                caller,
                filter(name, territory, from, until),
                MovedAwayStore.ORDERS.of(sort),
                Params.paging(limit, after));
    }

    @GET
    @Path("list.{format: xlsx|csv}")
    @Produces({XLSX, Tables.CSV})
    @Needs(Right.CHILDREN_EXPORT)
    public Response file(
            @Context Caller caller,
            @PathParam("format") Sheets.Format format,
            @QueryParam("q") String name,
            @QueryParam("territory") String territory,
            @QueryParam("from") String from,
            @QueryParam("until") String until,
            @QueryParam("sort") String sort) {
        Stream<String> headings = Stream.of("child-id", "name", "territory", "school", "grade", "last-day")
                .map(h -> "record.heading." + h);
        return tables.file(
                caller.language(),
                format,
                "moved-away",
                headings,
                departed.export(caller, filter(name, territory, from, until), MovedAwayStore.ORDERS.of(sort)),
                row -> Arrays.asList(
                        row.id(),
                        Stream.of(row.surname(), row.givenName(), row.patronymic())
                                .filter(part -> part != null && !part.isEmpty())
                                .collect(Collectors.joining(" ")),
                        row.territory().code(),
                        row.school(),
                        row.grade(),
                        row.lastDay()));
    }

    @GET
    @Path("{id}")
    @Needs(Right.CHILDREN_READ)
    public MovedAway open(@Context Caller caller, @PathParam("id") long id) {
        return departed.open(caller, id);
    }

    static MovedAwayFilter filter(String name, String territory, String from, String until) {
        return new MovedAwayFilter(
                Params.text("q", name),
                Params.territory(territory),
                Params.date("from", from),
                Params.date("until", until));
    }
}
