package kz.jolkarta.registry.destruction;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
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

/** Children whose data were kept as long as they may be, on a page; the chosen ones go into an act. */
@Path("destructions/due")
@Component(service = Pages.class)
public final class DuePages implements Pages {
    static final String LIST = DestructionPages.LIST + "/due";

    private final Destructions destructions;
    private final TerritoryChoice territories;

    @Activate
    public DuePages(@Reference Destructions destructions, @Reference TerritoryChoice territories) {
        this.destructions = destructions;
        this.territories = territories;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public View list(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        Address address = Address.of(asked);
        DueFilter filter =
                DestructionResource.due(address.value("territory"), address.value("q"), address.value("sort"));
        Page<DueChild> page = destructions.due(caller.user(), filter, Params.paging(address));
        List<Field> fields = address.filled(List.of(
                Field.text("q", words.text("page.children.q-name")),
                territories.field(words, caller.user().scope(Right.CHILDREN_READ), address.value("territory"))));
        List<Filters.Chip> active = address.active(fields);
        Filters filters = Filters.of(
                        LIST, words.text("page.list.apply"), Action.link(words.text("page.list.reset"), LIST), fields)
                .active(active);
        Table table = Table.of(
                        List.of(
                                Table.Column.of(words.text("record.heading.name")),
                                Table.Column.of(words.text("page.territory")),
                                address.sortable(Table.Column.number(words.text("record.heading.left-on")), "leftOn"),
                                Table.Column.number(words.text("destruction.heading.due-on"))),
                        page.items().stream().map(child -> line(words, child)).toList())
                .caption(words.text("page.destructions.due"))
                .pages(address.previous(), address.next(page.next()))
                .empty(words.text(active.isEmpty() ? "page.destructions.due-none" : "page.children.nothing-found"));
        if (caller.user().has(Right.CHILDREN_EXPORT)) {
            table = table.exports(
                    Action.download("XLSX", address.at("/api/destructions/due/list.xlsx")),
                    Action.download("CSV", address.at("/api/destructions/due/list.csv")));
        }
        boolean writes = caller.user().has(Right.CHILDREN_WRITE);
        if (writes) {
            table = table.bulk(List.of(), Action.post(words.text("page.destructions.to-act"), DestructionPages.NEW));
        }
        View view = View.of(words.text("page.destructions.due"), filters, table)
                .lead(words.text("page.destructions.due-lead", String.valueOf(destructions.years())));
        return writes || caller.user().has(Right.AWARDS_APPROVE)
                ? view.up(words.text("page.destructions.title"), DestructionPages.LIST)
                : view;
    }

    private Table.Line line(Words words, DueChild child) {
        return Table.Line.of(
                child.id(),
                List.of(
                        Cell.link(child.name(), "/children/" + child.id()),
                        Cell.of(territories.name(words, child.territory())),
                        Cell.number(words.date(child.leftOn())),
                        Cell.number(words.date(child.dueOn()))));
    }
}
