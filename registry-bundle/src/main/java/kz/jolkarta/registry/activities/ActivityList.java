package kz.jolkarta.registry.activities;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.staff.StaffChoice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list of a measure's activities. */
@Component(service = ActivityList.class)
public final class ActivityList {
    private final Activities activities;
    private final TerritoryChoice territories;
    private final StaffChoice staff;

    @Activate
    public ActivityList(
            @Reference Activities activities, @Reference TerritoryChoice territories, @Reference StaffChoice staff) {
        this.activities = activities;
        this.territories = territories;
        this.staff = staff;
    }

    View view(Caller caller, Words words, Installed measure, UriInfo asked) {
        String code = measure.code();
        Address address = Address.of(asked);
        ActivityFilter filter = ActivityResource.filter(
                address.value("year"),
                address.value("type"),
                address.value("state"),
                address.value("territory"),
                address.value("leader"),
                address.value("q"),
                address.value("from"),
                address.value("to"),
                address.value("sort"));
        Page<Activity> page = activities.list(
                caller.user(), code, filter, Params.paging(address.value("limit"), address.value("after")));
        List<Field> first = address.filled(fields(caller, words, measure, address));
        List<Field> more = address.filled(more(caller, words, address));
        List<Field> all = Stream.concat(first.stream(), more.stream()).toList();
        String here = ActivityLook.list(code);
        Filters filters = Filters.of(
                        here, words.text("page.list.apply"), Action.link(words.text("page.list.reset"), here), first)
                .more(more)
                .views(states(words, address))
                .active(address.active(all));
        Table table = Table.of(
                        List.of(
                                Table.Column.of(words.text("record.heading.title")),
                                Table.Column.of(words.text("page.territory")),
                                address.usually("-starts")
                                        .sortable(Table.Column.of(words.text("record.heading.starts")), "starts"),
                                Table.Column.number(words.text("record.heading.seats-taken")),
                                Table.Column.of(words.text("record.heading.state"))),
                        page.items().stream().map(a -> line(words, a)).toList())
                .caption(words.text("page.activities.title"))
                .pages(address.previous(), address.next(page.next()))
                .exports(address.files("/api/measures/" + code + "/activities"));
        Action[] acts = ActivityPages.acts(caller, words, code).toArray(Action[]::new);
        table = table.empty(words.text("page.activities.none"), acts);
        return View.of(words.text("page.activities.title"), filters, table)
                .lead(words.text(measure.clause().name()))
                .up(words.text(measure.clause().name()), "/measures/" + code)
                .actions(acts);
    }

    private List<Field> fields(Caller caller, Words words, Installed measure, Address address) {
        List<Field.Option> types = measure.activities().stream()
                .map(t -> new Field.Option(t.code(), ActivityLook.type(words, measure.code(), t.code())))
                .toList();
        return List.of(
                Field.text("q", words.text("record.heading.title")),
                Field.choice("type", words.text("record.heading.type"), types),
                territories.field(words, caller.user().scope(Right.RECORDS_READ), address.value("territory")),
                Field.number("year", words.text("record.heading.year")));
    }

    private List<Field> more(Caller caller, Words words, Address address) {
        String leader = address.value("leader");
        List<Field> days = List.of(
                Field.date("from", words.text("record.heading.from")),
                Field.date("to", words.text("record.heading.to")));
        return leader.isEmpty()
                ? days
                : Stream.concat(
                                days.stream(),
                                Stream.of(Field.choice(
                                        "leader",
                                        words.text("record.heading.leader"),
                                        List.of(staff.named(caller, leader)))))
                        .toList();
    }

    private static List<Filters.Chip> states(Words words, Address address) {
        Address first = address.without("after");
        String now = address.value("state");
        Filters.Chip all = new Filters.Chip(
                words.text("page.activities.all"), first.without("state").href(), now.isEmpty(), "");
        return Stream.concat(
                        Stream.of(all),
                        Stream.of(ActivityState.values())
                                .map(s -> new Filters.Chip(
                                        words.text(ActivityState.MOVES.name(s)),
                                        first.with("state", Json.name(s)).href(),
                                        now.equals(Json.name(s)),
                                        "")))
                .toList();
    }

    private Table.Line line(Words words, Activity activity) {
        return Table.Line.of(
                Cell.link(
                        activity.title(),
                        ActivityLook.type(words, activity.measure(), activity.type()),
                        ActivityLook.of(activity.measure(), activity.id())),
                Cell.of(territories.name(words, activity.territory())),
                Cell.of(ActivityLook.days(words, activity)),
                Cell.number(ActivityLook.seats(words, activity)),
                Cell.badge(ActivityLook.state(words, activity.state())));
    }
}
