package kz.jolkarta.registry.entitlement;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import kz.jolkarta.registry.records.Moves;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who is entitled to the measures and not reached, over HTTP. */
@Path("entitlements")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class EntitlementResource implements ApiResource {
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
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return schools.list(caller, query.filter(), Params.paging(limit, after));
    }

    @GET
    @Path("schools.xlsx")
    @Produces({Tables.XLSX, MediaType.APPLICATION_JSON})
    @Needs(Right.CHILDREN_EXPORT)
    public Response schoolsFile(@Context Caller caller, @BeanParam EntitledQuery query) {
        Stream<String> headings = Stream.of(
                "entitlement.heading.school",
                "record.heading.territory",
                "entitlement.heading.place",
                "entitlement.heading.entitled",
                "entitlement.heading.reached",
                "entitlement.heading.on-the-way",
                "entitlement.heading.not-reached");
        return tables.xlsx(
                caller.language(),
                "entitled-schools",
                headings,
                schools.export(caller, query.filter()),
                row -> Arrays.asList(
                        row.school() == null ? null : row.school().name(),
                        row.territory() == null ? null : row.territory().code(),
                        row.territory() == null ? null : row.territory().name(),
                        row.counts().entitled(),
                        row.counts().reached(),
                        row.counts().onTheWay(),
                        row.counts().notReached()));
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
    @Path("children.csv")
    @Produces({Tables.CSV, MediaType.APPLICATION_JSON})
    @Needs(Right.CHILDREN_EXPORT)
    public Response csv(@Context Caller caller, @BeanParam EntitledQuery query) {
        return file(caller, query, Format.CSV);
    }

    @GET
    @Path("children.xlsx")
    @Produces({Tables.XLSX, MediaType.APPLICATION_JSON})
    @Needs(Right.CHILDREN_EXPORT)
    public Response xlsx(@Context Caller caller, @BeanParam EntitledQuery query) {
        return file(caller, query, Format.XLSX);
    }

    private Response file(Caller caller, EntitledQuery query, Format format) {
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
