package kz.jolkarta.registry.deliverables;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list of a measure's deliverables, and of those that have to be taken back. */
@Component(service = DeliverableList.class)
public final class DeliverableList {
    private final Deliverables deliverables;
    private final TerritoryChoice territories;

    @Activate
    public DeliverableList(@Reference Deliverables deliverables, @Reference TerritoryChoice territories) {
        this.deliverables = deliverables;
        this.territories = territories;
    }

    View view(Caller caller, Words words, Installed measure, UriInfo asked) {
        String code = measure.code();
        Address address = Address.of(asked);
        DeliverableFilter filter = DeliverableResource.filter(
                address.value("year"),
                address.value("type"),
                address.value("state"),
                address.value("territory"),
                address.value("language"),
                address.value("q"));
        Page<Deliverable> page = deliverables.list(
                caller.user(),
                code,
                filter,
                DeliverableStore.ORDERS.of(address.value("sort")),
                Params.paging(address.value("limit"), address.value("after")));
        List<Field> fields = address.filled(fields(caller, words, measure, address));
        String here = DeliverableLook.list(code);
        Filters filters = Filters.of(
                        here, words.text("page.list.apply"), Action.link(words.text("page.list.reset"), here), fields)
                .views(states(words, address))
                .active(address.active(fields));
        Action[] acts = acts(caller, words, code).toArray(Action[]::new);
        Table table = table(words, code, Optional.of(address), page.items())
                .caption(words.text("page.deliverables.title"))
                .pages(address.previous(), address.next(page.next()))
                .exports(address.files("/api/measures/" + code + "/deliverables"))
                .empty(words.text("page.deliverables.none"), acts);
        View view = View.of(words.text("page.deliverables.title"), filters, table)
                .lead(words.text(measure.clause().name()))
                .up(words.text(measure.clause().name()), "/measures/" + code);
        boolean shows = measure.deliverables().stream().anyMatch(t -> t.showsChildren());
        return (shows ? view.actions(Action.go(words.text("page.deliverables.to-pull"), here + "/to-pull")) : view)
                .actions(acts);
    }

    static List<Action> acts(Caller caller, Words words, String code) {
        return caller.user().has(Right.RECORDS_WRITE)
                ? List.of(Action.primary(words.text("page.deliverables.new"), DeliverableLook.list(code) + "/new")
                        .icon("plus"))
                : List.of();
    }

    View toPull(Caller caller, Words words, Installed measure, UriInfo asked) {
        Address address = Address.of(asked);
        Page<Deliverable> page = deliverables.toPull(
                caller.user(), measure.code(), Params.paging(address.value("limit"), address.value("after")));
        Table table = table(words, measure.code(), Optional.empty(), page.items())
                .caption(words.text("page.deliverables.to-pull"))
                .pages(address.previous(), address.next(page.next()))
                .empty(words.text("page.deliverables.nothing-to-pull"));
        return View.of(
                        words.text("page.deliverables.to-pull"),
                        new Block.Paragraph(words.text("page.deliverables.to-pull-lead")),
                        table)
                .up(words.text("page.deliverables.title"), DeliverableLook.list(measure.code()));
    }

    private List<Field> fields(Caller caller, Words words, Installed measure, Address address) {
        List<Field.Option> types = measure.deliverables().stream()
                .map(t -> new Field.Option(t.code(), DeliverableLook.type(words, measure.code(), t.code())))
                .toList();
        return List.of(
                Field.text("q", words.text("record.heading.title")),
                Field.choice("type", words.text("record.heading.type"), types),
                territories.field(words, caller.user().scope(Right.RECORDS_READ), address.value("territory")),
                Field.choice("language", words.text("record.heading.language"), DeliverableForms.languages(words)),
                Field.number("year", words.text("record.heading.year")));
    }

    private static List<Filters.Chip> states(Words words, Address address) {
        Address first = address.without("after");
        String now = address.value("state");
        Filters.Chip all = new Filters.Chip(
                words.text("page.activities.all"), first.without("state").href(), now.isEmpty(), "");
        return Stream.concat(
                        Stream.of(all),
                        Stream.of(DeliverableState.values())
                                .map(s -> new Filters.Chip(
                                        words.text(DeliverableState.MOVES.name(s)),
                                        first.with("state", Json.name(s)).href(),
                                        now.equals(Json.name(s)),
                                        "")))
                .toList();
    }

    /** @param sorted the address of a list that can be sorted */
    private Table table(Words words, String code, Optional<Address> sorted, List<Deliverable> rows) {
        Table.Column title = Table.Column.of(words.text("record.heading.title"));
        Table.Column year = Table.Column.number(words.text("record.heading.year"));
        return Table.of(
                List.of(
                        sorted.map(a -> a.sortable(title, "title")).orElse(title),
                        Table.Column.of(words.text("page.territory")),
                        sorted.map(a -> a.sortable(year, "-year")).orElse(year),
                        Table.Column.number(words.text("record.heading.children-shown")),
                        Table.Column.of(words.text("record.heading.state"))),
                rows.stream()
                        .map(d -> Table.Line.of(
                                Cell.link(
                                        d.title(),
                                        DeliverableLook.type(words, code, d.type()),
                                        DeliverableLook.of(code, d.id())),
                                Cell.of(territories.name(words, d.territory())),
                                Cell.number(String.valueOf(d.year())),
                                Cell.number(words.number(d.childrenShown())),
                                Cell.badge(DeliverableLook.state(words, d.state()))))
                        .toList());
    }
}
