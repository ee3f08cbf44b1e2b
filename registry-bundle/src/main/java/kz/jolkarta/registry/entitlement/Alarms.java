package kz.jolkarta.registry.entitlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.registry.children.School;
import kz.jolkarta.registry.children.SortKey;
import kz.jolkarta.registry.entitlement.AlarmStore.Pass;
import kz.jolkarta.registry.entitlement.NameStore.Named;
import kz.jolkarta.registry.entitlement.NameStore.Wanted;
import kz.jolkarta.registry.entitlement.Sweeps.Freshness;
import kz.jolkarta.registry.figures.Roll;
import kz.jolkarta.registry.places.Place;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Orders;
import kz.jolkarta.registry.records.Orders.Order;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Rows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The alarm of silence: children of whom nothing is heard, road maps without steps, and where nobody is identified though neighbours have such children. */
@Component(service = Alarms.class)
public final class Alarms {
    static final String KIND = "alarm";

    private static final int KNOWN = 100;

    private final Sweeps sweeps;
    private final Ledger ledger;
    private final Remembered<Asked, Answer> answers;
    private final Remembered<Placed, List<Unseen>> places;

    private record Placed(Scope scope, AlarmKind kind, int days, LocalDate today, Language language) {}

    private record Asked(Scope figures, Scope children, Filter filter, LocalDate today, Language language) {}

    @Activate
    public Alarms(@Reference Sweeps sweeps) {
        this.sweeps = sweeps;
        this.ledger = sweeps.ledger();
        this.places = new Remembered<>(ledger.database(), KNOWN);
        this.answers = new Remembered<>(ledger.database(), KNOWN);
    }

    /** @param days of silence, 1 to 3650 */
    record Filter(Optional<String> territory, int days, Optional<Long> school, Optional<String> q) {
        static final int DAYS = 60;
        static final Filter EVERYWHERE = new Filter(Optional.empty(), DAYS, Optional.empty(), Optional.empty());
        private static final int MOST = 3650;

        Filter {
            if (days < 1 || days > MOST) {
                throw Problem.field("days", "record.range", 1, MOST);
            }
        }

        Scope within(Scope scope) {
            return territory.map(code -> scope.within(Scope.of(code))).orElse(scope);
        }
    }

    /** How many of a kind, and what it means. @param count null when fewer than five children could be told from it */
    public record Line(AlarmKind kind, String meaning, Long count) {}

    /** @param silent children @param withoutSteps road maps; null when fewer than five children could be told */
    public record District(Place territory, Long silent, Long withoutSteps, long schools) {
        private long id() {
            return Long.parseLong(territory.code());
        }
    }

    /** The worst first: most silent children. */
    static final Orders<District> DISTRICTS = Orders.<District>of("", District::id, "-silent")
            .text(
                    "place",
                    "",
                    d -> SortKey.of(d.territory().region(), d.territory().name(), ""))
            .number("silent", "", d -> d.silent() == null ? 0 : d.silent())
            .number("steps", "", d -> d.withoutSteps() == null ? 0 : d.withoutSteps())
            .number("schools", "", District::schools);

    /** The worst first: where most children would be expected. */
    static final Orders<Unseen> PLACES = Orders.of("", Unseen::id, "-expected")
            .text("name", "", place -> SortKey.of(place.name(), "", ""))
            .number("children", "", Unseen::children)
            .number("expected", "", Unseen::expectedHundredths);

    /** @param at when it was counted */
    public record Answer(
            LocalDate day, Instant at, int days, Place territory, List<Line> alarms, List<District> districts) {}

    /** @param lastOn when something was recorded last @param reason in words; what may be null is left out */
    public record ChildRow(
            long id,
            String name,
            Place territory,
            School school,
            Integer grade,
            String gradeLetter,
            LocalDate lastOn,
            String reason) {}

    /** The same answer for all who see the same; after a change that takes long to count, first the one that is known. */
    Answer overview(Caller caller, Filter filter) {
        return answers.dated(
                        new Asked(
                                caller.user().scope(Right.REPORTS_READ),
                                caller.user().scope(Right.CHILDREN_READ),
                                filter,
                                ledger.clock().today(),
                                caller.language()),
                        ledger.clock().now(),
                        () -> counted(caller, filter))
                .answer();
    }

    /** Kinds of which there is anything in the caller's territories. */
    public long kinds(Caller caller) {
        return overview(caller, Filter.EVERYWHERE).alarms().stream()
                .filter(line -> line.count() == null || line.count() > 0)
                .count();
    }

    private Answer counted(Caller caller, Filter filter) {
        Sight sight = Sight.of(caller.user(), filter.territory(), sweeps);
        LocalDate today = ledger.clock().today();
        Instant now = ledger.clock().now();
        Language language = caller.language();
        Pass pass = sweeps.pass(sight.swept(), today, filter.days(), Freshness.OF_THE_MOMENT);
        return ledger.database().read(tx -> {
            Groups<String> groups = Groups.byDistrict(pass.roll(), sweeps);
            List<Unseen> schools = new Neighbours(sweeps, language).schools(tx, pass, sight.wanted(), today);
            List<Unseen> districts = new Neighbours(sweeps, language).districts(tx, pass, sight.wanted(), today);
            long[] silent = groups.count(pass.silent());
            long[] withoutSteps = groups.count(pass.withoutSteps());
            List<District> rows = rows(groups, sight, silent, withoutSteps, schools, language);
            List<Line> lines = new ArrayList<>();
            lines.add(line(AlarmKind.SILENT, total(groups, sight, silent), filter, language));
            lines.add(line(AlarmKind.MAP_WITHOUT_STEPS, total(groups, sight, withoutSteps), filter, language));
            lines.add(line(AlarmKind.SCHOOL, Optional.of((long) schools.size()), filter, language));
            lines.add(line(AlarmKind.DISTRICT, Optional.of((long) districts.size()), filter, language));
            Place place = filter.territory().map(c -> sweeps.place(c, language)).orElse(null);
            return new Answer(today, now, filter.days(), place, lines, rows);
        });
    }

    private List<District> rows(
            Groups<String> groups,
            Sight sight,
            long[] silent,
            long[] withoutSteps,
            List<Unseen> schools,
            Language language) {
        List<Optional<Long>> first = shown(groups, sight, silent);
        List<Optional<Long>> second = shown(groups, sight, withoutSteps);
        Map<String, Long> here = schools.stream()
                .collect(
                        Collectors.groupingBy(s -> sweeps.district(s.territory().code()), Collectors.counting()));
        return IntStream.range(0, silent.length)
                .boxed()
                .filter(i -> sight.shows(groups.keys().get(i)))
                .sorted(Comparator.comparing(i -> groups.keys().get(i)))
                .map(i -> {
                    String district = groups.keys().get(i);
                    return new District(
                            sweeps.place(district, language),
                            first.get(i).orElse(null),
                            second.get(i).orElse(null),
                            here.getOrDefault(district, 0L));
                })
                .toList();
    }

    private static List<Optional<Long>> shown(Groups<String> groups, Sight sight, long[] counts) {
        List<Long> all = Arrays.stream(counts).boxed().toList();
        return sight.persons() ? all.stream().map(Optional::of).toList() : Veil.numbers(all, groups.keys());
    }

    private static Optional<Long> total(Groups<String> groups, Sight sight, long[] counts) {
        List<Integer> rows = IntStream.range(0, counts.length)
                .filter(i -> sight.shows(groups.keys().get(i)))
                .boxed()
                .toList();
        if (rows.size() == 1) {
            return shown(groups, sight, counts).get(rows.get(0));
        }
        long sum = rows.stream().mapToLong(i -> counts[i]).sum();
        return sight.persons() ? Optional.of(sum) : Veil.number(sum);
    }

    private Line line(AlarmKind kind, Optional<Long> count, Filter filter, Language language) {
        return new Line(kind, sweeps.text(language, meaning(kind, filter.days())), count.orElse(null));
    }

    static Message meaning(AlarmKind kind, int days) {
        return switch (kind) {
            case SILENT -> Message.of("alarm.kind.silent", days);
            case MAP_WITHOUT_STEPS -> Message.of("alarm.kind.map-without-steps");
            case SCHOOL -> Message.of("alarm.kind.school");
            case DISTRICT -> Message.of("alarm.kind.district");
        };
    }

    /** By name. @param kind one of children @param down from the last name to the first */
    Page<ChildRow> children(Caller caller, AlarmKind kind, Filter filter, boolean down, Paging page) {
        Scope scope = filter.within(caller.user().require(Right.CHILDREN_READ));
        LocalDate today = ledger.clock().today();
        Pass pass = sweeps.pass(scope, today, filter.days(), Freshness.KNOWN);
        return ledger.database().read(tx -> {
            Wanted wanted = new Wanted(scope, filter.school(), filter.q(), down);
            Page<Named> found = page.page(NameStore.next(tx, wanted, pass.roll(), pass.of(kind), page), Named::key);
            return new Page<>(children(tx, kind, found.items(), today, caller.language()), found.next());
        });
    }

    /** Notes the export and gives every child of the kind by name. */
    Rows<ChildRow> export(Caller caller, AlarmKind kind, Filter filter, boolean down) {
        User user = caller.user();
        Scope scope = filter.within(user.require(Right.CHILDREN_EXPORT));
        LocalDate today = ledger.clock().today();
        Wanted wanted = new Wanted(scope, filter.school(), filter.q(), down);
        Pass pass = sweeps.pass(scope, today, filter.days(), Freshness.OF_THE_MOMENT);
        Roll roll = pass.roll();
        BitSet set = pass.of(kind);
        ledger.database().run(tx -> {
            String detail = "rows=" + NameStore.count(tx, wanted, roll, set) + " " + kind + " days=" + filter.days();
            ledger.record(tx, user, Action.EXPORT, KIND, 0, filter.territory().orElse(""), detail);
        });
        return NameStore.all(
                ledger.database(),
                wanted,
                roll,
                set,
                (tx, names) -> children(tx, kind, names, today, caller.language()));
    }

    private List<ChildRow> children(Tx tx, AlarmKind kind, List<Named> names, LocalDate today, Language language) {
        List<Long> ids = names.stream().map(Named::id).toList();
        Map<Long, NameStore.Shown> shown = NameStore.shown(tx, ids);
        Map<Long, LocalDate> last = AlarmStore.lastSigns(tx, ids, ledger.clock().zone());
        return ids.stream()
                .filter(shown::containsKey)
                .map(id -> {
                    NameStore.Shown child = shown.get(id);
                    LocalDate on = last.get(id);
                    Message reason = kind == AlarmKind.SILENT
                            ? Message.of("alarm.reason.silent", java.time.temporal.ChronoUnit.DAYS.between(on, today))
                            : Message.of("alarm.reason.map-without-steps");
                    return new ChildRow(
                            id,
                            child.name(),
                            sweeps.place(child.territory(), language),
                            child.school(),
                            child.grade(),
                            child.gradeLetter(),
                            on,
                            sweeps.text(language, reason));
                })
                .toList();
    }

    /** Schools or districts, those where most would be expected first. @param kind one of places */
    Page<Unseen> places(Caller caller, AlarmKind kind, Filter filter, Order<Unseen> order, Paging page) {
        Scope scope = filter.within(caller.user().require(Right.CHILDREN_READ));
        List<Unseen> all = places.dated(
                        new Placed(scope, kind, filter.days(), ledger.clock().today(), caller.language()),
                        ledger.clock().now(),
                        () -> places(scope, kind, filter, caller))
                .answer();
        return order.part(page, all);
    }

    Rows<Unseen> exportPlaces(Caller caller, AlarmKind kind, Filter filter, Order<Unseen> order) {
        User user = caller.user();
        List<Unseen> all =
                order.sorted(places(filter.within(user.require(Right.CHILDREN_EXPORT)), kind, filter, caller));
        ledger.database()
                .run(tx -> ledger.record(
                        tx,
                        user,
                        Action.EXPORT,
                        KIND,
                        0,
                        filter.territory().orElse(""),
                        "rows=" + all.size() + " " + kind));
        return all::forEach;
    }

    private List<Unseen> places(Scope scope, AlarmKind kind, Filter filter, Caller caller) {
        LocalDate today = ledger.clock().today();
        Pass pass = sweeps.pass(scope, today, filter.days(), Freshness.OF_THE_MOMENT);
        return ledger.database().read(tx -> {
            Neighbours neighbours = new Neighbours(sweeps, caller.language());
            return kind == AlarmKind.SCHOOL
                    ? neighbours.schools(tx, pass, scope, today)
                    : neighbours.districts(tx, pass, scope, today);
        });
    }
}
