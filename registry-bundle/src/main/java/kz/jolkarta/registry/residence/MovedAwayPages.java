package kz.jolkarta.registry.residence;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
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
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Person;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Children who moved away on pages, as they were known on their last day; to be read only. */
@Path("moved-away")
@Component(service = Pages.class)
public final class MovedAwayPages implements Pages {
    private static final String LIST = "/moved-away";

    private final Departed departed;
    private final TerritoryChoice territories;

    @Activate
    public MovedAwayPages(@Reference Departed departed, @Reference TerritoryChoice territories) {
        this.departed = departed;
        this.territories = territories;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public View list(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        Address address = Address.of(asked);
        MovedAwayFilter filter = MovedAwayResource.filter(
                address.value("q"), address.value("territory"), address.value("from"), address.value("until"));
        Page<MovedAway> page =
                departed.list(caller, filter, MovedAwayStore.ORDERS.of(address.value("sort")), Params.paging(address));
        List<Field> fields = address.filled(List.of(
                Field.text("q", words.text("page.children.q-name")),
                territories.field(words, caller.user().scope(Right.CHILDREN_READ), address.value("territory")),
                Field.date("from", words.text("page.moved-away.from")),
                Field.date("until", words.text("page.moved-away.until"))));
        List<Filters.Chip> active = address.active(fields);
        Filters filters = Filters.of(
                        LIST, words.text("page.list.apply"), Action.link(words.text("page.list.reset"), LIST), fields)
                .active(active);
        Address sorted = address.usually(MovedAwayStore.ORDERS.usual());
        Table table = Table.of(
                        List.of(
                                sorted.sortable(Table.Column.of(words.text("record.heading.name")), "name"),
                                Table.Column.of(words.text("page.children.school-and-place")),
                                Table.Column.number(words.text("record.heading.grade")),
                                sorted.sortable(
                                        Table.Column.number(words.text("record.heading.last-day")), "-last-day")),
                        page.items().stream().map(row -> line(words, row)).toList())
                .caption(words.text("page.moved-away.title"))
                .pages(address.previous(), address.next(page.next()))
                .empty(words.text(active.isEmpty() ? "page.moved-away.none" : "page.children.nothing-found"));
        if (caller.user().has(Right.CHILDREN_EXPORT)) {
            table = table.exports(address.files("/api/moved-away/list"));
        }
        return View.of(words.text("page.moved-away.title"), filters, table).lead(words.text("page.moved-away.lead"));
    }

    private static Table.Line line(Words words, MovedAway row) {
        String place = or(row.territory().name());
        return Table.Line.of(
                Cell.link(name(row), words.date(row.birthDate()), LIST + "/" + row.id()),
                row.school() == null ? Cell.of(place) : Cell.of(row.school(), place),
                Cell.number(row.grade() == null ? "" : String.valueOf(row.grade())),
                Cell.number(words.date(row.lastDay())));
    }

    @GET
    @Path("{id}")
    @Needs(Right.CHILDREN_READ)
    public View open(@Context Caller caller, @Context Words words, @PathParam("id") long id) {
        MovedAway child = departed.open(caller, id);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Card.of(
                words.text("page.children.form.person"),
                new Block.Facts(List.of(
                        Block.Fact.of(words.text("record.heading.birth-date"), words.date(child.birthDate())),
                        Block.Fact.of(
                                words.text("record.heading.place"),
                                or(child.territory().name())),
                        Block.Fact.of(words.text("record.heading.school"), or(child.school())),
                        Block.Fact.of(words.text("record.heading.last-day"), words.date(child.lastDay()))))));
        blocks.add(card(
                words,
                "categories",
                child.categories(),
                code -> words.text("child.word.category." + Json.name(Category.valueOf(code)))));
        blocks.add(card(
                words,
                "talents",
                child.talents(),
                code -> words.text("child.word.talent." + Json.name(TalentField.valueOf(code)))));
        blocks.add(card(words, "achievements", child.achievements(), what -> what));
        blocks.add(card(words, "road-maps", child.roadMaps(), what -> what));
        blocks.add(card(words, "activities", child.activities(), what -> what));
        blocks.add(card(words, "awards", child.awards(), what -> what));
        return View.of(name(child), blocks)
                .lead(words.text("page.moved-away.as-known"))
                .up(words.text("page.moved-away.title"), LIST);
    }

    private static Block card(Words words, String kind, List<MovedAway.Record> records, UnaryOperator<String> name) {
        List<Block.Row> rows = (records == null ? List.<MovedAway.Record>of() : records)
                .stream()
                        .map(r -> Block.Row.of("file-text", Tone.PLAIN, name.apply(r.what()), span(words, r), ""))
                        .toList();
        return Block.Card.of(
                        words.text("page.moved-away." + kind),
                        new Block.Rows(rows, words.text("page.moved-away.nothing")))
                .wide(6);
    }

    private static String span(Words words, MovedAway.Record record) {
        String from = record.from() == null ? "" : words.date(record.from());
        return record.to() == null ? from : from + " – " + words.date(record.to());
    }

    private static String name(MovedAway row) {
        return Person.name(or(row.surname()), row.givenName(), or(row.patronymic()));
    }

    private static String or(String text) {
        return text == null ? "" : text;
    }
}
