package kz.jolkarta.registry.entitlement;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
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

/** How far the schools have come with a measure, on a page: those with the most children who are not reached first. */
@Path("entitlements/schools")
@Component(service = Pages.class)
public final class EntitledSchoolPages implements Pages {
    static final String LIST = EntitlementPages.FIGURES + "/schools";

    private final SchoolFigures schools;
    private final EntitledProposals names;
    private final EntitlementFilters filters;

    @Activate
    public EntitledSchoolPages(
            @Reference SchoolFigures schools,
            @Reference EntitledProposals names,
            @Reference TerritoryChoice territories,
            @Reference Sweeps sweeps) {
        this.schools = schools;
        this.names = names;
        this.filters = new EntitlementFilters(territories, sweeps);
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public View list(
            @Context Caller caller, @Context Words words, @Context UriInfo asked, @BeanParam EntitledQuery query) {
        Address address = Address.of(asked);
        EntitledFilter filter = query.filter();
        String name = names.name(filter.measure(), caller.language());
        Page<SchoolFigures.Row> page =
                schools.list(caller, filter, SchoolFigures.ORDERS.of(address.value("sort")), Params.paging(address));
        List<Field> fields = address.filled(
                List.of(filters.place(caller, words, address, Right.CHILDREN_READ), filters.year(words)));
        List<Field> all = new ArrayList<>(fields);
        all.add(Field.hidden("measure", filter.measure()));
        String bare = Address.of(LIST).with("measure", filter.measure()).href();
        Filters shown = Filters.of(LIST, words.text("page.list.apply"), EntitlementFilters.reset(words, bare), all)
                .active(address.active(fields));
        Table table = Table.of(
                        EntitlementPages.headings(
                                words,
                                address.usually(SchoolFigures.ORDERS.usual()),
                                words.text("entitlement.heading.school"),
                                "school"),
                        page.items().stream()
                                .map(row -> line(words, row, address, filter.measure()))
                                .toList())
                .caption(name)
                .pages(address.previous(), address.next(page.next()))
                .empty(words.text("page.entitlements.nobody"), EntitlementFilters.reset(words, bare));
        if (caller.user().has(Right.CHILDREN_EXPORT)) {
            table = table.exports(address.files("/api/entitlements/schools"));
        }
        return View.of(words.text("page.entitlements.schools", name), shown, table)
                .up(words.text("page.entitlements.title"), EntitlementPages.FIGURES)
                .actions(EntitledPages.inChildren(words, filter.measure(), address.value("territory")));
    }

    private static Table.Line line(Words words, SchoolFigures.Row row, Address address, String measure) {
        if (row.school() == null) {
            Cell nobody = Cell.of(words.text("page.entitlements.no-school"));
            return Table.Line.of(EntitlementPages.counts(nobody, row.counts(), null, words));
        }
        Address list = EntitlementPages.list(address, measure)
                .with("school", row.school().id());
        Cell school = Cell.of(
                row.school().name(),
                row.territory() == null ? "" : row.territory().name());
        return Table.Line.of(EntitlementPages.counts(school, row.counts(), list, words));
    }
}
