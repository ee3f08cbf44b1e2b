package kz.jolkarta.registry.entitlement;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import kz.jolkarta.registry.places.Place;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Moves;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The alarm of silence on a page: how many of each kind, where, and the children or places themselves. */
@Path("alarms")
@Component(service = Pages.class)
public final class AlarmPages implements Pages {
    static final String ALARMS = "/alarms";
    private static final int WORST = 10;

    private final Alarms alarms;
    private final TerritoryChoice territories;

    @Activate
    public AlarmPages(@Reference Alarms alarms, @Reference TerritoryChoice territories) {
        this.alarms = alarms;
        this.territories = territories;
    }

    @GET
    @Needs(Right.REPORTS_READ)
    public View list(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @BeanParam AlarmQuery query,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        Address address = Address.of(asked);
        Alarms.Answer answer = alarms.overview(caller, query.filter());
        List<Block> blocks = new ArrayList<>();
        blocks.add(filters(caller, words, address));
        blocks.add(kinds(answer, address, words));
        if (caller.user().has(Right.CHILDREN_READ)) {
            AlarmKind kind = Choice.of(AlarmKind.class, "kind", query.kind).orElse(AlarmKind.SILENT);
            Paging paging = Params.paging(limit, after);
            Table table = kind.ofChildren()
                    ? children(
                            alarms.children(
                                    caller, kind, query.filter(), Params.down("name", address.value("sort")), paging),
                            words,
                            address)
                    : places(caller, kind, query, paging, words, address);
            String title = words.text("page.alarms.list." + Moves.code(kind));
            blocks.add(
                    Block.Card.of(title, exported(table, kind, caller, address)).at("list"));
        }
        blocks.add(districts(answer, address, words));
        blocks.add(new Block.Paragraph(words.text("page.alarms.as-of", words.time(answer.at()))));
        return View.of(words.text("page.alarms.title"), blocks)
                .lead(words.text("page.alarms.lead", words.date(answer.day())));
    }

    private Block filters(Caller caller, Words words, Address address) {
        List<Field> fields = address.filled(List.of(
                Field.text("q", words.text("page.entitlements.search")),
                territories.field(words, caller.user().scope(Right.REPORTS_READ), address.value("territory")),
                Field.number("days", words.text("page.alarms.days"))));
        List<Field> all = new ArrayList<>(fields);
        if (!address.value("kind").isEmpty()) {
            all.add(Field.hidden("kind", address.value("kind")));
        }
        return Filters.of(
                        ALARMS, words.text("page.list.apply"), Action.link(words.text("page.list.reset"), ALARMS), all)
                .active(address.active(fields));
    }

    private static Block kinds(Alarms.Answer answer, Address address, Words words) {
        return new Block.Tiles(answer.alarms().stream()
                .map(line -> new Block.Tile(
                        words.text("page.alarms.list." + Moves.code(line.kind())),
                        count(line.count(), words),
                        line.meaning(),
                        address.without("after", "sort")
                                        .with("kind", Moves.code(line.kind()))
                                        .href() + "#list",
                        tone(line.count()),
                        icon(line.kind())))
                .toList());
    }

    static String count(Long count, Words words) {
        return count == null ? words.text("page.entitlements.few") : words.number(count);
    }

    static Tone tone(Long count) {
        return count != null && count == 0 ? Tone.OK : Tone.LATE;
    }

    static String icon(AlarmKind kind) {
        return switch (kind) {
            case SILENT -> "volume-off";
            case MAP_WITHOUT_STEPS -> "route";
            case SCHOOL -> "school";
            case DISTRICT -> "building-community";
        };
    }

    private static Table exported(Table table, AlarmKind kind, Caller caller, Address address) {
        if (!caller.user().has(Right.CHILDREN_EXPORT)) {
            return table;
        }
        String file = "/api/alarms/" + (kind.ofChildren() ? "children" : "places");
        return table.exports(address.files(file));
    }

    private static Table children(Page<Alarms.ChildRow> page, Words words, Address address) {
        List<Table.Line> lines = page.items().stream()
                .map(row -> Table.Line.of(
                        Cell.link(row.name(), "/children/" + row.id()),
                        place(row.territory()),
                        Cell.of(row.school() == null ? "" : row.school().name()),
                        Cell.number(row.lastOn() == null ? "" : words.date(row.lastOn())),
                        Cell.of(row.reason())))
                .toList();
        List<Table.Column> columns = List.of(
                address.usually("name").sortable(Table.Column.of(words.text("record.heading.name")), "name"),
                Table.Column.of(words.text("entitlement.heading.place")),
                Table.Column.of(words.text("entitlement.heading.school")),
                Table.Column.of(words.text("alarm.heading.last-on")),
                Table.Column.of(words.text("record.heading.reason")));
        return Table.of(columns, lines)
                .pages(address.previous(), address.next(page.next()))
                .empty(words.text("page.alarms.none"));
    }

    private static Cell place(Place place) {
        return Cell.of(
                Optional.ofNullable(place.name()).orElse(place.code()),
                Optional.ofNullable(place.district()).orElse(""));
    }

    private Table places(Caller caller, AlarmKind kind, AlarmQuery query, Paging paging, Words words, Address address) {
        Page<Unseen> page =
                alarms.places(caller, kind, query.filter(), Alarms.PLACES.of(address.value("sort")), paging);
        Address sorted = address.usually(Alarms.PLACES.usual());
        List<Table.Line> lines = page.items().stream()
                .map(row -> Table.Line.of(
                        Cell.of(row.name(), String.join("; ", row.cabinets())),
                        place(row.territory()),
                        Cell.number(words.number(row.children())),
                        Cell.number(words.number(row.expected())),
                        Cell.of(row.reason())))
                .toList();
        List<Table.Column> columns = List.of(
                sorted.sortable(Table.Column.of(words.text("alarm.heading.name")), "name"),
                Table.Column.of(words.text("page.territory")),
                sorted.sortable(Table.Column.number(words.text("alarm.heading.children")), "-children"),
                sorted.sortable(Table.Column.number(words.text("alarm.heading.expected")), "-expected"),
                Table.Column.of(words.text("record.heading.reason")));
        return Table.of(columns, lines)
                .pages(address.previous(), address.next(page.next()))
                .empty(words.text("page.alarms.none"));
    }

    /** The worst of them; a page of their own shows all. */
    private static Block districts(Alarms.Answer answer, Address address, Words words) {
        List<Alarms.District> all = Alarms.DISTRICTS.of("").sorted(answer.districts());
        Address list = new Address(AlarmDistrictPages.LIST, address.parameters()).without("after", "sort", "kind", "q");
        List<Table.Line> lines = all.stream()
                .limit(WORST)
                .map(d -> AlarmDistrictPages.line(d, address.without("after", "sort"), words))
                .toList();
        Table table = Table.of(AlarmDistrictPages.columns(Address.of(ALARMS), words, false), lines)
                .empty(words.text("page.alarms.none"))
                .scrolls();
        Block every = Block.Buttons.of(
                Action.go(words.text("page.alarms.all-districts", words.number(all.size())), list.href()));
        return Block.Card.of(words.text("page.alarms.districts"), List.of(table, every));
    }
}
