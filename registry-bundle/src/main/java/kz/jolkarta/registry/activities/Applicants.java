package kz.jolkarta.registry.activities;

import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.children.ChildQuery;
import kz.jolkarta.registry.children.ChildRow;
import kz.jolkarta.registry.children.Children;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.staff.Staff;
import kz.jolkarta.registry.staff.StaffMember;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Children and staff from whom those who take part are chosen, as far as the reader's rights reach. */
@Component(service = Applicants.class)
public final class Applicants {
    private static final int LAST_GRADE = 12;

    private final Children children;
    private final Staff staff;
    private final Participants participants;
    private final TerritoryChoice territories;

    @Activate
    public Applicants(
            @Reference Children children,
            @Reference Staff staff,
            @Reference Participants participants,
            @Reference TerritoryChoice territories) {
        this.children = children;
        this.staff = staff;
        this.participants = participants;
        this.territories = territories;
    }

    Filters filters(Caller caller, Words words, boolean ofChildren, UriInfo asked) {
        Address address = Address.of(asked);
        Field name = Field.text("q", words.text("record.heading.name"));
        List<Field> fields = ofChildren
                ? List.of(
                        name,
                        territories.field(words, caller.user().scope(Right.CHILDREN_READ), address.value("territory")),
                        Field.choice("grade", words.text("record.heading.grade"), grades()))
                : List.of(name);
        List<Field> filled = address.filled(fields);
        return Filters.of(
                        address.path(),
                        words.text("page.list.apply"),
                        Action.link(words.text("page.list.reset"), address.path()),
                        filled)
                .active(address.active(filled));
    }

    private static List<Field.Option> grades() {
        return IntStream.rangeClosed(0, LAST_GRADE)
                .mapToObj(String::valueOf)
                .map(g -> new Field.Option(g, g))
                .toList();
    }

    Block children(Caller caller, Words words, Activity activity, ChildQuery query, UriInfo asked) {
        Address address = Address.of(asked);
        Page<ChildRow> page = children.list(caller, query.filter(), paging(address));
        List<Table.Line> lines = page.items().stream()
                .map(c -> Table.Line.of(
                        c.id(),
                        List.of(
                                Cell.link(
                                        name(c.surname(), c.givenName(), c.patronymic()),
                                        iin(c),
                                        "/children/" + c.id()),
                                Cell.number(c.grade() == null ? "" : String.valueOf(c.grade())),
                                Cell.of(
                                        c.school() == null || c.school().name() == null
                                                ? ""
                                                : c.school().name(),
                                        c.territory().name() == null
                                                ? ""
                                                : c.territory().name()))))
                .toList();
        Table table = Table.of(
                List.of(
                        Table.Column.of(words.text("record.heading.name")),
                        Table.Column.number(words.text("record.heading.grade")),
                        Table.Column.of(words.text("record.heading.school"))),
                lines);
        return bulk(words, activity, table, address, page.next());
    }

    private static String iin(ChildRow child) {
        return child.iin() == null ? "" : child.iin();
    }

    Block staff(Caller caller, Words words, Activity activity, UriInfo asked) {
        Address address = Address.of(asked);
        Page<StaffMember> page =
                staff.list(caller.user(), Optional.empty(), Optional.empty(), address.value("q"), paging(address));
        List<Table.Line> lines = page.items().stream()
                .map(s -> Table.Line.of(
                        s.id(),
                        List.of(
                                Cell.of(name(s.surname(), s.givenName(), s.patronymic())),
                                Cell.of(words.text("position." + kz.jolkarta.core.http.Json.name(s.position()))))))
                .toList();
        Table table = Table.of(
                List.of(
                        Table.Column.of(words.text("record.heading.name")),
                        Table.Column.of(words.text("page.activities.position"))),
                lines);
        return bulk(words, activity, table, address, page.next());
    }

    private static Paging paging(Address address) {
        return Params.paging(address.value("limit"), address.value("after"));
    }

    private static String name(String surname, String givenName, String patronymic) {
        return Person.name(surname, givenName, patronymic == null ? "" : patronymic);
    }

    private static Block bulk(Words words, Activity activity, Table table, Address address, String next) {
        String act = ActivityLook.of(activity.measure(), activity.id()) + "/participants";
        return table.caption(words.text("page.activities.add"))
                .pages(address.previous(), address.next(next))
                .empty(words.text("page.activities.none-found"))
                .bulk(
                        List.of(),
                        Action.postPrimary(words.text("page.activities.give-seats"), act)
                                .with("state", "accepted"),
                        Action.post(words.text("page.activities.note-applications"), act)
                                .with("state", "applied"));
    }

    /** What those who take part are called, by the number of the participation. */
    Map<Long, String> named(Caller caller, Words words, Activity activity, List<Long> participations) {
        return all(caller, activity, Optional.empty()).stream()
                .filter(p -> participations.contains(p.id()))
                .collect(Collectors.toMap(Participant::id, p -> ActivityLook.name(words, p)));
    }

    /** All who take part, page after page. */
    List<Participant> all(Caller caller, Activity activity, Optional<ParticipationState> state) {
        Map<Long, Participant> found = new LinkedHashMap<>();
        String after = "";
        do {
            Page<Participant> page = participants.list(
                    caller.user(), activity.measure(), activity.id(), state, Paging.of(Page.MAX_LIMIT, after));
            page.items().forEach(p -> found.put(p.id(), p));
            after = page.next();
        } while (!after.isEmpty());
        return List.copyOf(found.values());
    }
}
