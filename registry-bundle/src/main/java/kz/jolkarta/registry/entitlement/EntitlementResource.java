package kz.jolkarta.registry.entitlement;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.Sheets.Format;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.registry.places.Place;
import kz.jolkarta.registry.records.Moves;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who is entitled to the measures and not reached, over HTTP. In files a figure that is withheld says so. */
@Path("entitlements")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class EntitlementResource implements ApiResource {
    private static final String FILE = ".{format: xlsx|csv}";
    private static final String TERRITORY = "record.heading.territory";
    private static final String PLACE = "entitlement.heading.place";

    private final EntitlementFigures figures;
    private final SchoolFigures schools;
    private final EntitledChildren children;
    private final Tables tables;

    @Activate
    public EntitlementResource(
            @Reference EntitlementFigures figures,
            @Reference SchoolFigures schools,
            @Reference EntitledChildren children,
            @Reference Tables tables) {
        this.figures = figures;
        this.schools = schools;
        this.children = children;
        this.tables = tables;
    }

    @GET
    @Needs(Right.REPORTS_READ)
    public EntitlementFigures.Answer figures(
            @Context Caller caller, @QueryParam("territory") String territory, @QueryParam("year") String year) {
        return figures.of(caller, Params.territory(territory), Params.year("year", year));
    }

    @GET
    @Path("schools")
    @Needs(Right.CHILDREN_READ)
    public Page<SchoolFigures.Row> schools(
            @Context Caller caller,
            @BeanParam EntitledQuery query,
            @QueryParam("sort") String sort,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return schools.list(caller, query.filter(), SchoolFigures.ORDERS.of(sort), Params.paging(limit, after));
    }

    @GET
    @Path("figures" + FILE)
    @Produces({Tables.XLSX, Tables.CSV, MediaType.APPLICATION_JSON})
    @Needs(Right.REPORTS_READ)
    public Response measures(
            @Context Caller caller,
            @PathParam("format") Format format,
            @QueryParam("territory") String territory,
            @QueryParam("year") String year,
            @QueryParam("sort") String sort) {
        List<EntitlementFigures.Line> lines = EntitlementFigures.MEASURES
                .of(sort)
                .sorted(figures.of(caller, Params.territory(territory), Params.year("year", year))
                        .measures());
        return tables.file(
                caller.language(),
                format,
                "entitlements",
                headings("page.entitlements.measure"),
                lines::forEach,
                line -> cells(caller, line.total(), line.number() + ". " + line.name()));
    }

    @GET
    @Path("districts" + FILE)
    @Produces({Tables.XLSX, Tables.CSV, MediaType.APPLICATION_JSON})
    @Needs(Right.REPORTS_READ)
    public Response districts(
            @Context Caller caller,
            @PathParam("format") Format format,
            @QueryParam("measure") String measure,
            @QueryParam("territory") String territory,
            @QueryParam("year") String year,
            @QueryParam("sort") String sort) {
        List<EntitlementFigures.District> districts = EntitlementFigures.DISTRICTS
                .of(sort)
                .sorted(figures.line(caller, measure, Params.territory(territory), Params.year("year", year))
                        .districts());
        return tables.file(
                caller.language(),
                format,
                "entitled-districts",
                headings(TERRITORY, "page.entitlements.district", "page.entitlements.region"),
                districts::forEach,
                district -> {
                    Place place = district.territory();
                    return cells(caller, district.counts(), place.code(), place.name(), place.region());
                });
    }

    @GET
    @Path("schools" + FILE)
    @Produces({Tables.XLSX, Tables.CSV, MediaType.APPLICATION_JSON})
    @Needs(Right.CHILDREN_EXPORT)
    public Response schools(
            @Context Caller caller,
            @PathParam("format") Format format,
            @BeanParam EntitledQuery query,
            @QueryParam("sort") String sort) {
        return tables.file(
                caller.language(),
                format,
                "entitled-schools",
                headings("entitlement.heading.school", TERRITORY, PLACE),
                schools.export(caller, query.filter(), SchoolFigures.ORDERS.of(sort)),
                row -> cells(
                        caller,
                        row.counts(),
                        row.school() == null ? null : row.school().name(),
                        row.territory() == null ? null : row.territory().code(),
                        row.territory() == null ? null : row.territory().name()));
    }

    private static Stream<String> headings(String... first) {
        return Stream.concat(
                Stream.of(first), EntitlementFigures.COUNTS.stream().map(code -> "entitlement.heading." + code));
    }

    /** @param counts null where the measure is not carried out */
    private List<?> cells(Caller caller, Counts counts, String... first) {
        List<Object> cells = new ArrayList<>(Arrays.asList(first));
        for (String code : EntitlementFigures.COUNTS) {
            Long count = counts == null ? null : counts.of(code);
            String missing = counts == null ? "page.entitlements.nowhere" : "page.entitlements.few";
            cells.add(count == null ? tables.text(caller.language(), missing) : count);
        }
        return cells;
    }

    @GET
    @Path("children")
    @Needs(Right.CHILDREN_READ)
    public Page<EntitledChildren.Row> children(
            @Context Caller caller,
            @BeanParam EntitledQuery query,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return children.list(caller, query.filter(), Params.paging(limit, after));
    }

    @GET
    @Path("children" + FILE)
    @Produces({Tables.XLSX, Tables.CSV, MediaType.APPLICATION_JSON})
    @Needs(Right.CHILDREN_EXPORT)
    public Response children(
            @Context Caller caller, @PathParam("format") Format format, @BeanParam EntitledQuery query) {
        Stream<String> headings = Stream.of(
                "record.heading.child-id",
                "record.heading.name",
                "record.heading.territory",
                "entitlement.heading.place",
                "entitlement.heading.school",
                "entitlement.heading.grade",
                "record.heading.state",
                "entitlement.heading.reasons");
        return tables.file(
                caller.language(),
                format,
                "entitled-children",
                headings,
                children.export(caller, query.filter()),
                row -> cells(row, caller.language()));
    }

    private List<?> cells(EntitledChildren.Row row, Language language) {
        return Arrays.asList(
                row.id(),
                row.name(),
                row.territory().code(),
                row.territory().name(),
                row.school() == null ? null : row.school().name(),
                row.grade() == null ? null : row.grade() + (row.gradeLetter() == null ? "" : row.gradeLetter()),
                tables.text(language, "entitlement.state." + Moves.code(row.state())),
                String.join("; ", row.reasons()));
    }
}
