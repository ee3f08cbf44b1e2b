package kz.jolkarta.registry.entitlement;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.entitlement.EntitlementFigures.District;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One measure on a page: who is entitled to it, where it is not carried out, and its figures by district. */
@Path("entitlements/districts")
@Component(service = Pages.class)
public final class EntitledDistrictPages implements Pages {
    static final String LIST = EntitlementPages.FIGURES + "/districts";

    private final EntitlementFigures figures;
    private final EntitlementFilters filters;

    @Activate
    public EntitledDistrictPages(
            @Reference EntitlementFigures figures, @Reference TerritoryChoice territories, @Reference Sweeps sweeps) {
        this.figures = figures;
        this.filters = new EntitlementFilters(territories, sweeps);
    }

    @GET
    @Needs(Right.REPORTS_READ)
    public View districts(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @QueryParam("measure") String measure,
            @QueryParam("territory") String territory,
            @QueryParam("year") String year) {
        Address address = Address.of(asked);
        EntitlementFigures.Line line =
                figures.line(caller, measure, Params.territory(territory), Params.year("year", year));
        Page<District> page =
                EntitlementFigures.DISTRICTS.of(address.value("sort")).part(Params.paging(address), line.districts());
        List<Field> fields =
                address.filled(List.of(filters.place(caller, words, address, Right.REPORTS_READ), filters.year(words)));
        List<Field> all = new ArrayList<>(fields);
        all.add(Field.hidden("measure", measure));
        String bare = Address.of(LIST).with("measure", measure).href();
        boolean lists = caller.user().has(Right.CHILDREN_READ);
        String name = line.number() + ". " + line.name();
        Table table = Table.of(
                        EntitlementPages.headings(
                                words,
                                address.usually(EntitlementFigures.DISTRICTS.usual()),
                                words.text("page.entitlements.district"),
                                "place"),
                        page.items().stream()
                                .map(d -> row(d, address, measure, lists, words))
                                .toList())
                .caption(name)
                .count(words.text(
                        "page.entitlements.districts",
                        words.number(line.districts().size())))
                .pages(address.previous(), address.next(page.next()))
                .exports(address.files("/api/entitlements/districts"))
                .empty(words.text("page.entitlements.nobody"), EntitlementFilters.reset(words, bare));
        List<Block> blocks = new ArrayList<>();
        blocks.add(Filters.of(LIST, words.text("page.list.apply"), EntitlementFilters.reset(words, bare), all)
                .active(address.active(fields)));
        blocks.add(table);
        line.notCarriedOut()
                .forEach(a -> blocks.add(Block.Notice.of(Tone.NONE, a.region().name() + ": " + a.reason())));
        View view = View.of(name, blocks)
                .lead(words.text("page.entitlements.rule", line.rule()))
                .up(words.text("page.entitlements.title"), EntitlementPages.FIGURES);
        return lists ? view.actions(ways(measure, address, words)) : view;
    }

    private static Table.Line row(District district, Address address, String measure, boolean lists, Words words) {
        Address list = EntitlementPages.list(address, measure)
                .with("territory", district.territory().code());
        Cell name = Cell.of(district.territory().name(), district.territory().region());
        return Table.Line.of(EntitlementPages.counts(name, district.counts(), lists ? list : null, words));
    }

    /** Where else the measure's children can be seen; the list of all children knows the running year only. */
    private static List<Action> ways(String measure, Address address, Words words) {
        Address schools = new Address(
                EntitledSchoolPages.LIST,
                EntitlementPages.list(address, measure).parameters());
        Action bySchool = Action.go(words.text("page.entitlements.by-school"), schools.href());
        return address.value("year").isEmpty()
                ? List.of(bySchool, EntitledPages.inChildren(words, measure, address.value("territory")))
                : List.of(bySchool);
    }
}
