package kz.jolkarta.registry.roadmaps;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
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
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.organisations.OrganisationChoice;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list of road maps on a page. */
@Path("road-maps")
@Component(service = Pages.class)
public final class RoadMapPages implements Pages {
    static final String LIST = "/road-maps";
    private static final int LAST_GRADE = 12;
    private static final int YEARS_BACK = 4;
    /** What a print is not chosen by. */
    private static final Set<String> UNPRINTED = Set.of("overdue", "withoutSteps", "coordinator", "q");

    private final RoadMaps maps;
    private final TerritoryChoice territories;
    private final OrganisationChoice organisations;
    private final OfficeClock clock;

    @Activate
    public RoadMapPages(
            @Reference RoadMaps maps,
            @Reference TerritoryChoice territories,
            @Reference OrganisationChoice organisations,
            @Reference OfficeClock clock) {
        this.maps = maps;
        this.territories = territories;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public View list(
            @Context Caller caller, @Context Words words, @Context UriInfo asked, @BeanParam RoadMapQuery query) {
        Address address = Address.of(asked);
        Page<RoadMapRow> page =
                maps.list(caller.user(), query.filter(), Params.paging(address.value("limit"), address.value("after")));
        List<Field> first = address.filled(first(caller, words, address));
        List<Field> more = address.filled(more(caller, words, address));
        Filters filters = Filters.of(
                        LIST, words.text("page.list.apply"), Action.link(words.text("page.list.reset"), LIST), first)
                .more(more)
                .views(states(words, address))
                .active(address.active(Stream.concat(first.stream(), more.stream())
                        .filter(f -> !f.name().equals("state"))
                        .toList()))
                .actions(whole(caller.user(), words, address));
        return View.of(words.text("page.roadmaps.title"), filters, table(caller, words, address, page))
                .lead(words.text("page.roadmaps.lead"));
    }

    private static List<Filters.Chip> states(Words words, Address address) {
        Address all = address.without("state", "after");
        List<Filters.Chip> chips = new ArrayList<>();
        chips.add(new Filters.Chip(
                words.text("page.roadmaps.all"),
                all.href(),
                address.value("state").isEmpty(),
                ""));
        words.options(RoadMapState.class, "state.road-map.")
                .forEach(o -> chips.add(new Filters.Chip(
                        o.label(),
                        all.with("state", o.value()).href(),
                        address.value("state").equals(o.value()),
                        "")));
        return chips;
    }

    private List<Field> first(Caller caller, Words words, Address address) {
        int running = SchoolYear.of(clock.today()).begins();
        List<Field.Option> years = IntStream.rangeClosed(-1, YEARS_BACK)
                .map(back -> running - back)
                .mapToObj(year -> new Field.Option(String.valueOf(year), new MapLook(words).year(year)))
                .toList();
        return List.of(
                Field.text("q", words.text("page.roadmaps.q")),
                territories.field(words, caller.user().scope(Right.CHILDREN_READ), address.value("territory")),
                Field.choice(
                        "state",
                        words.text("record.heading.state"),
                        words.options(RoadMapState.class, "state.road-map.")),
                Field.choice("schoolYear", words.text("page.roadmaps.year"), years),
                Field.flag("overdue", words.text("record.heading.overdue")));
    }

    private List<Field> more(Caller caller, Words words, Address address) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.flag("withoutSteps", words.text("page.roadmaps.without-steps")));
        List<Field.Option> schools = schools(caller, address);
        if (!schools.isEmpty()) {
            fields.add(Field.choice("school", words.text("record.heading.school"), schools));
        }
        fields.add(Field.choice(
                "grade",
                words.text("record.heading.grade"),
                IntStream.rangeClosed(0, LAST_GRADE)
                        .mapToObj(String::valueOf)
                        .map(g -> new Field.Option(g, g))
                        .toList()));
        fields.add(Field.text("letter", words.text("page.roadmaps.letter")));
        if (!address.value("coordinator").isEmpty()) {
            String number = address.value("coordinator");
            fields.add(Field.choice(
                    "coordinator",
                    words.text("coordinator.heading.coordinator"),
                    List.of(new Field.Option(number, "№ " + number))));
        }
        return fields;
    }

    /** The schools of one district are few enough to choose from. */
    private List<Field.Option> schools(Caller caller, Address address) {
        if (!caller.user().has(Right.ORGANISATIONS_READ)) {
            return List.of();
        }
        String chosen = address.value("school");
        String territory = address.value("territory");
        boolean district = territory.matches("\\d{9}") && !territory.endsWith("0000000");
        List<Field.Option> schools = district ? organisations.schools(caller, territory) : List.of();
        boolean known =
                chosen.isEmpty() || schools.stream().anyMatch(o -> o.value().equals(chosen));
        return known
                ? schools
                : Stream.concat(schools.stream(), Stream.of(organisations.named(caller, chosen)))
                        .toList();
    }

    /** What can be done with all that the filter holds. */
    private static Action[] whole(User user, Words words, Address address) {
        List<Action> acts = new ArrayList<>();
        if (user.has(Right.AWARDS_APPROVE)) {
            acts.add(Action.go(words.text("page.roadmaps.approve-all"), address.at(LIST + "/approval"))
                    .icon("check"));
        }
        if (user.has(Right.CHILDREN_EXPORT)
                && address.parameters().keySet().stream().noneMatch(UNPRINTED::contains)) {
            acts.add(Action.go(words.text("page.roadmaps.print-all"), address.at(LIST + "/prints"))
                    .icon("printer"));
        }
        return acts.toArray(Action[]::new);
    }

    private Table table(Caller caller, Words words, Address address, Page<RoadMapRow> page) {
        Address first = address.without("after");
        boolean newest = address.value("sort").equals("-id");
        List<Table.Column> columns = List.of(
                Table.Column.of(words.text("record.heading.name")),
                Table.Column.of(words.text("page.territory")),
                Table.Column.of(words.text("page.roadmaps.year"))
                        .sort(first.with("sort", "-id").href(), newest ? Table.Sorted.DESCENDING : Table.Sorted.NOT),
                Table.Column.of(words.text("record.heading.state")),
                Table.Column.of(words.text("record.heading.due-on"))
                        .sort(first.with("sort", "due").href(), newest ? Table.Sorted.NOT : Table.Sorted.ASCENDING),
                Table.Column.number(words.text("record.heading.steps")),
                Table.Column.of(words.text("record.heading.next-due")));
        Table table = Table.of(
                        columns, page.items().stream().map(r -> line(r, words)).toList())
                .caption(words.text("page.roadmaps.title"))
                .pages(address.previous(), address.next(page.next()))
                .empty(
                        words.text(first.parameters().isEmpty() ? "page.roadmaps.none" : "page.roadmaps.none-found"),
                        first.parameters().isEmpty()
                                ? Action.go(words.text("page.menu.children"), "/children")
                                : Action.link(words.text("page.list.reset"), LIST));
        List<Action> bulk = new ArrayList<>();
        if (caller.user().has(Right.AWARDS_APPROVE)) {
            bulk.add(Action.post(words.text("page.roadmaps.approve"), LIST + "/approval"));
        }
        if (caller.user().has(Right.CHILDREN_EXPORT)) {
            bulk.add(Action.post(words.text("page.roadmaps.print"), LIST + "/prints"));
            table = table.exports(address.files("/api/road-maps"));
        }
        return table.bulk(List.of(), bulk.toArray(Action[]::new));
    }

    private Table.Line line(RoadMapRow row, Words words) {
        MapLook look = new MapLook(words);
        Progress progress = row.progress();
        Cell steps = Cell.number(words.number(progress.stepsDone()) + " / " + words.number(progress.steps()));
        if (progress.stepsOverdue() > 0) {
            steps = steps.and(
                    Badge.of(words.text("page.roadmaps.late", words.number(progress.stepsOverdue())), Tone.LATE));
        }
        return Table.Line.of(
                row.id(),
                List.of(
                        Cell.link(row.name(), LIST + "/" + row.id()),
                        Cell.of(territories.name(words, row.territory())),
                        Cell.of(look.year(row.schoolYear())),
                        Cell.badge(look.state(row.state(), row.overdue())),
                        Cell.number(look.day(row.dueOn())),
                        steps,
                        Cell.number(look.day(progress.nextDue()))));
    }
}
