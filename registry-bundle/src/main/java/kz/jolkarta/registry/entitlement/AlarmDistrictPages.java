package kz.jolkarta.registry.entitlement;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.BiFunction;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The alarm of silence by district, on a page: each leads to what is behind its figures. */
@Path("alarms/districts")
@Component(service = Pages.class)
public final class AlarmDistrictPages implements Pages {
    static final String LIST = AlarmPages.ALARMS + "/districts";

    private final Alarms alarms;
    private final TerritoryChoice territories;

    @Activate
    public AlarmDistrictPages(@Reference Alarms alarms, @Reference TerritoryChoice territories) {
        this.alarms = alarms;
        this.territories = territories;
    }

    @GET
    @Needs(Right.REPORTS_READ)
    public View list(
            @Context Caller caller, @Context Words words, @Context UriInfo asked, @BeanParam AlarmQuery query) {
        Address address = Address.of(asked);
        Alarms.Answer answer = alarms.overview(caller, query.filter());
        Page<Alarms.District> page =
                Alarms.DISTRICTS.of(address.value("sort")).part(Params.paging(address), answer.districts());
        List<Field> fields = address.filled(List.of(
                territories.field(words, caller.user().scope(Right.REPORTS_READ), address.value("territory")),
                Field.number("days", words.text("page.alarms.days"))));
        Action reset = Action.link(words.text("page.list.reset"), LIST);
        Filters filters =
                Filters.of(LIST, words.text("page.list.apply"), reset, fields).active(address.active(fields));
        Address behind = Address.of(AlarmPages.ALARMS).with("days", address.value("days"));
        Table table = Table.of(
                        columns(address.usually(Alarms.DISTRICTS.usual()), words, true),
                        page.items().stream().map(d -> line(d, behind, words)).toList())
                .caption(words.text("page.alarms.by-district"))
                .pages(address.previous(), address.next(page.next()))
                .exports(address.files("/api/alarms/districts"))
                .empty(words.text("page.alarms.none"), reset);
        return View.of(words.text("page.alarms.by-district"), filters, table)
                .lead(words.text("page.alarms.as-of", words.date(answer.day())))
                .up(words.text("page.alarms.title"), AlarmPages.ALARMS);
    }

    /** @param sortable whether the list is shown whole */
    static List<Table.Column> columns(Address address, Words words, boolean sortable) {
        BiFunction<Table.Column, String, Table.Column> by =
                (column, order) -> sortable ? address.sortable(column, order) : column;
        return List.of(
                by.apply(Table.Column.of(words.text("page.entitlements.district")), "place"),
                by.apply(Table.Column.number(words.text("page.alarms.list.silent")), "-silent"),
                by.apply(Table.Column.number(words.text("page.alarms.list.map-without-steps")), "-steps"),
                by.apply(Table.Column.number(words.text("page.alarms.list.school")), "-schools"));
    }

    /** @param behind the page of alarms that the district's name leads to */
    static Table.Line line(Alarms.District district, Address behind, Words words) {
        return Table.Line.of(
                Cell.link(
                        district.territory().name(),
                        district.territory().region(),
                        behind.with("territory", district.territory().code()).href()),
                Cell.number(AlarmPages.count(district.silent(), words)),
                Cell.number(AlarmPages.count(district.withoutSteps(), words)),
                Cell.number(words.number(district.schools())));
    }
}
