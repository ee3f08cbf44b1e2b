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
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who is entitled to the measures and not reached, in figures on a page; each opens its children. */
@Path("entitlements")
@Component(service = Pages.class)
public final class EntitlementPages implements Pages {
    static final String FIGURES = "/entitlements";

    private final EntitlementFigures figures;
    private final EntitlementFilters filters;

    @Activate
    public EntitlementPages(
            @Reference EntitlementFigures figures, @Reference TerritoryChoice territories, @Reference Sweeps sweeps) {
        this.figures = figures;
        this.filters = new EntitlementFilters(territories, sweeps);
    }

    @GET
    @Needs(Right.REPORTS_READ)
    public View figures(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @QueryParam("territory") String territory,
            @QueryParam("year") String year) {
        Address address = Address.of(asked);
        EntitlementFigures.Answer answer = figures.of(caller, Params.territory(territory), Params.year("year", year));
        List<Field> fields =
                address.filled(List.of(filters.place(caller, words, address, Right.REPORTS_READ), filters.year(words)));
        Filters shown = Filters.of(
                        FIGURES, words.text("page.list.apply"), EntitlementFilters.reset(words, FIGURES), fields)
                .active(address.active(fields));
        boolean lists = caller.user().has(Right.CHILDREN_READ);
        Table table = Table.of(
                        headings(
                                words,
                                address.usually(EntitlementFigures.MEASURES.usual()),
                                words.text("page.entitlements.measure"),
                                "number"),
                        EntitlementFigures.MEASURES.of(address.value("sort")).sorted(answer.measures()).stream()
                                .map(line -> line(line, address, words, lists))
                                .toList())
                .caption(words.text("page.entitlements.title"))
                .exports(address.files("/api/entitlements/figures"))
                .empty(words.text("page.entitlements.none"));
        List<Block> blocks = new ArrayList<>(List.of(shown, table));
        if (!answer.leftOut().isEmpty()) {
            blocks.add(leftOut(answer, words));
        }
        return View.of(words.text("page.entitlements.title"), blocks)
                .lead(words.text("page.entitlements.lead", String.valueOf(answer.year()), words.date(answer.day())));
    }

    /** @param sorted the address with its order; @param by the order of the first column */
    static List<Table.Column> headings(Words words, Address sorted, String first, String by) {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(sorted.sortable(Table.Column.of(first), by));
        EntitlementFigures.COUNTS.forEach(count -> columns.add(
                sorted.sortable(Table.Column.number(words.text("entitlement.heading." + count)), "-" + count)));
        return columns;
    }

    private static Table.Line line(EntitlementFigures.Line line, Address address, Words words, boolean lists) {
        Cell name = Cell.link(
                line.number() + ". " + line.name(),
                new Address(
                                EntitledDistrictPages.LIST,
                                list(address, line.measure()).parameters())
                        .href());
        if (line.total() == null) {
            String nowhere = words.text("page.entitlements.nowhere");
            return Table.Line.of(name, Cell.of(nowhere), Cell.of(""), Cell.of(""), Cell.of(""));
        }
        return Table.Line.of(counts(name, line.total(), lists ? list(address, line.measure()) : null, words));
    }

    /** The list of the measure's children, with the territory and year of the figures. */
    static Address list(Address address, String measure) {
        Address list = Address.of(EntitledPages.LIST).with("measure", measure);
        return list.with("territory", address.value("territory")).with("year", address.value("year"));
    }

    /** @param list null where the reader may open no child */
    static List<Cell> counts(Cell name, Counts counts, Address list, Words words) {
        return List.of(
                name,
                count(counts.entitled(), list, "", words),
                count(counts.reached(), list, "reached", words),
                count(counts.onTheWay(), list, "on-the-way", words),
                count(counts.notReached(), list, "not-reached", words));
    }

    private static Cell count(Long count, Address list, String state, Words words) {
        if (count == null) {
            return Cell.number(words.text("page.entitlements.few"));
        }
        String shown = words.number(count);
        return list == null || count == 0
                ? Cell.number(shown)
                : Cell.number(shown, list.with("state", state).href());
    }

    private static Block leftOut(EntitlementFigures.Answer answer, Words words) {
        List<Block.Row> rows = answer.leftOut().stream()
                .map(m -> Block.Row.of("info-circle", Tone.NONE, m.number() + ". " + m.name(), m.reason(), ""))
                .toList();
        return Block.Card.of(words.text("page.entitlements.left-out"), new Block.Rows(rows, ""));
    }
}
