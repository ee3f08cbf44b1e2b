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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.Sheets.Format;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.registry.records.Orders;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The alarm of silence over HTTP. */
@Path("alarms")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class AlarmResource implements ApiResource {
    private final Alarms alarms;
    private final Tables tables;

    @Activate
    public AlarmResource(@Reference Alarms alarms, @Reference Tables tables) {
        this.alarms = alarms;
        this.tables = tables;
    }

    @GET
    @Needs(Right.REPORTS_READ)
    public Alarms.Answer overview(@Context Caller caller, @BeanParam AlarmQuery query) {
        return alarms.overview(caller, query.filter());
    }

    @GET
    @Path("children")
    @Needs(Right.CHILDREN_READ)
    public Page<Alarms.ChildRow> children(
            @Context Caller caller,
            @BeanParam AlarmQuery query,
            @QueryParam("sort") String sort,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return alarms.children(
                caller, query.kind(true), query.filter(), Params.down("name", sort), Params.paging(limit, after));
    }

    @GET
    @Path("children.{format: xlsx|csv}")
    @Produces({Tables.XLSX, Tables.CSV, MediaType.APPLICATION_JSON})
    @Needs(Right.CHILDREN_EXPORT)
    public Response children(
            @Context Caller caller,
            @PathParam("format") Format format,
            @BeanParam AlarmQuery query,
            @QueryParam("sort") String sort) {
        Stream<String> headings = Stream.of(
                "record.heading.child-id",
                "record.heading.name",
                "record.heading.territory",
                "entitlement.heading.place",
                "entitlement.heading.school",
                "entitlement.heading.grade",
                "alarm.heading.last-on",
                "record.heading.reason");
        return tables.file(
                caller.language(),
                format,
                "silent-children",
                headings,
                alarms.export(caller, query.kind(true), query.filter(), Params.down("name", sort)),
                row -> Arrays.asList(
                        row.id(),
                        row.name(),
                        row.territory().code(),
                        row.territory().name(),
                        row.school() == null ? null : row.school().name(),
                        row.grade() == null ? null : row.grade() + (row.gradeLetter() == null ? "" : row.gradeLetter()),
                        row.lastOn(),
                        row.reason()));
    }

    @GET
    @Path("places")
    @Needs(Right.CHILDREN_READ)
    public Page<Unseen> places(
            @Context Caller caller,
            @BeanParam AlarmQuery query,
            @QueryParam("sort") String sort,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        Orders.Order<Unseen> order = Alarms.PLACES.of(sort);
        return alarms.places(caller, query.kind(false), query.filter(), order, Params.paging(limit, after));
    }

    @GET
    @Path("places.{format: xlsx|csv}")
    @Produces({Tables.XLSX, Tables.CSV, MediaType.APPLICATION_JSON})
    @Needs(Right.CHILDREN_EXPORT)
    public Response places(
            @Context Caller caller,
            @PathParam("format") Format format,
            @BeanParam AlarmQuery query,
            @QueryParam("sort") String sort) {
        Stream<String> headings = Stream.of(
                "alarm.heading.name",
                "record.heading.territory",
                "alarm.heading.cabinets",
                "alarm.heading.children",
                "alarm.heading.neighbours",
                "alarm.heading.identified",
                "alarm.heading.rate",
                "alarm.heading.expected",
                "record.heading.reason");
        return tables.file(
                caller.language(),
                format,
                "nobody-identified",
                headings,
                alarms.exportPlaces(caller, query.kind(false), query.filter(), Alarms.PLACES.of(sort)),
                AlarmResource::cells);
    }

    @GET
    @Path("districts.{format: xlsx|csv}")
    @Produces({Tables.XLSX, Tables.CSV, MediaType.APPLICATION_JSON})
    @Needs(Right.REPORTS_READ)
    public Response districts(
            @Context Caller caller,
            @PathParam("format") Format format,
            @BeanParam AlarmQuery query,
            @QueryParam("sort") String sort) {
        Alarms.Answer answer = alarms.overview(caller, query.filter());
        String few = tables.text(caller.language(), "page.entitlements.few");
        return tables.file(
                caller.language(),
                format,
                "alarms-by-district",
                Stream.of(
                        "record.heading.territory",
                        "page.entitlements.district",
                        "page.entitlements.region",
                        "page.alarms.list.silent",
                        "page.alarms.list.map-without-steps",
                        "page.alarms.list.school"),
                Alarms.DISTRICTS.of(sort).sorted(answer.districts())::forEach,
                row -> Arrays.asList(
                        row.territory().code(),
                        row.territory().name(),
                        row.territory().region(),
                        row.silent() == null ? few : row.silent(),
                        row.withoutSteps() == null ? few : row.withoutSteps(),
                        row.schools()));
    }

    private static List<?> cells(Unseen row) {
        return List.of(
                row.name(),
                row.territory().code(),
                String.join("; ", row.cabinets()),
                row.children(),
                row.neighbours(),
                row.identified(),
                row.rate(),
                row.expected(),
                row.reason());
    }
}
