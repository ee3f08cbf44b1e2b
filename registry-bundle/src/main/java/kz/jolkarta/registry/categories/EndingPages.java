package kz.jolkarta.registry.categories;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Categories that end soon on a page, each with the support that depends on it. */
@Path("categories-ending")
@Component(service = Pages.class)
public final class EndingPages implements Pages {
    private static final String LIST = "/categories-ending";

    private final Endings endings;
    private final TerritoryChoice territories;

    @Activate
    public EndingPages(@Reference Endings endings, @Reference TerritoryChoice territories) {
        this.endings = endings;
        this.territories = territories;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public View list(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        Address address = Address.of(asked);
        EndingFilter filter =
                EndingResource.filter(address.value("days"), address.value("territory"), address.value("category"));
        Page<Ending> page = endings.list(
                caller.user(), filter, EndingStore.ORDERS.of(address.value("sort")), Params.paging(address));
        List<Field> fields = address.filled(List.of(
                Field.number("days", words.text("page.ending.days")),
                territories.field(words, caller.user().scope(Right.CHILDREN_READ), address.value("territory")),
                Field.choice(
                        "category",
                        words.text("record.heading.category"),
                        words.options(Category.class, "child.word.category."))));
        Filters filters = Filters.of(
                        LIST, words.text("page.list.apply"), Action.link(words.text("page.list.reset"), LIST), fields)
                .active(address.active(fields));
        Address sorted = address.usually(EndingStore.ORDERS.usual());
        Table table = Table.of(
                        List.of(
                                sorted.sortable(Table.Column.of(words.text("record.heading.name")), "name"),
                                Table.Column.of(words.text("page.territory")),
                                Table.Column.of(words.text("record.heading.category")),
                                sorted.sortable(Table.Column.number(words.text("record.heading.last-day")), "last-day"),
                                Table.Column.of(words.text("page.categories-ending.depending"))),
                        page.items().stream().map(row -> line(words, row)).toList())
                .caption(words.text("page.categories-ending.title"))
                .pages(address.previous(), address.next(page.next()))
                .empty(words.text("page.categories-ending.none"));
        if (caller.user().has(Right.CHILDREN_EXPORT)) {
            table = table.exports(address.files("/api/categories/ending/list"));
        }
        return View.of(words.text("page.categories-ending.title"), filters, table)
                .lead(words.text("page.categories-ending.lead"));
    }

    private Table.Line line(Words words, Ending row) {
        List<Badge> awards = row.awards().stream()
                .map(a -> Badge.of(words.text(a.measure() + ".award." + a.type()), Tone.LATE))
                .toList();
        return Table.Line.of(
                Cell.link(row.name(), "/children/" + row.childId() + "/categories"),
                Cell.of(territories.name(words, row.territory())),
                Cell.of(words.text("child.word.category." + Json.name(row.category()))),
                Cell.number(words.date(row.lastDay())),
                Cell.badges(awards));
    }
}
