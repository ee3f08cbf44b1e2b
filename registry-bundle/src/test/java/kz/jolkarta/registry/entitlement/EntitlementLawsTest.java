package kz.jolkarta.registry.entitlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.criteria.Objections;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.registry.ChildFacts;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.children.NotReached;
import kz.jolkarta.registry.entitlement.Programme.Offer;
import kz.jolkarta.registry.figures.CriterionReadingsTest;
import kz.jolkarta.registry.figures.FactsStore;
import kz.jolkarta.registry.figures.Population;
import kz.jolkarta.registry.figures.Settled;
import kz.jolkarta.registry.records.Paging;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

/** Whatever the measures demand and whatever was recorded: lists, figures and the page of a child say the same. */
@BothEngines(Settled.class)
class EntitlementLawsTest {
    private static final int TRIES = 60;
    private static final Caller NATIONAL = RegistryWorld.caller("", Role.COORDINATOR);

    /** What stands in the tables, read plainly. */
    private record Child(long id, String territory, LocalDate registered, Optional<LocalDate> left) {}

    private record Record(String measure, long child, int fromYear, int toYear, boolean reached) {}

    private final RegistryWorld world;
    private final List<Child> children;
    private final Map<LocalDate, Map<Long, ChildFacts>> facts = new HashMap<>();
    private final List<Record> records;

    EntitlementLawsTest(TestDatabase database) {
        world = new RegistryWorld(database);
        children = database.<List<Child>>read(tx -> tx.list(
                "select id, territory, registered_on, left_on from child where state <> 'ARCHIVED'",
                Map.of(),
                row -> new Child(
                        row.number("id"),
                        row.text("territory"),
                        row.date("registered_on"),
                        row.optionalDate("left_on"))));
        List<Long> ids = LongStream.rangeClosed(1, Settled.CHILDREN).boxed().toList();
        Population.DAYS.forEach(day -> facts.put(
                day,
                database.<List<ChildFacts>>read(tx -> new FactsStore().of(tx, ids, day)).stream()
                        .collect(Collectors.toMap(ChildFacts::id, f -> f))));
        records = records(database);
    }

    private static List<Record> records(TestDatabase database) {
        List<Record> all = new ArrayList<>();
        database.run(tx -> {
            tx.each(
                    "select p.child_id, a.measure, p.state, a.starts, a.ends from participation p join activity a"
                            + " on a.id = p.activity_id where p.child_id is not null and a.state <> 'CANCELLED'",
                    Map.of(),
                    row -> {
                        int begins = row.date("starts").getYear();
                        int ends = row.date("ends").getYear();
                        if (row.text("state").equals("ATTENDED")) {
                            all.add(new Record(row.text("measure"), row.number("child_id"), begins, begins, true));
                        } else if (Set.of("APPLIED", "ACCEPTED", "WAITING").contains(row.text("state"))) {
                            all.add(new Record(row.text("measure"), row.number("child_id"), begins, ends, false));
                        }
                    });
            tx.each(
                    "select p.child_id, a.measure, a.starts, a.ends, s.held_on from presence r join participation p"
                            + " on p.id = r.participation_id join activity_session s on s.id = r.session_id"
                            + " join activity a on a.id = s.activity_id where r.present and p.child_id is not null"
                            + " and a.state <> 'CANCELLED'",
                    Map.of(),
                    row -> {
                        int year = row.date("held_on").getYear();
                        if (row.date("starts").getYear() <= year
                                && row.date("ends").getYear() >= year) {
                            all.add(new Record(row.text("measure"), row.number("child_id"), year, year, true));
                        }
                    });
            tx.each(
                    "select child_id, measure, award_year, state from award where child_id is not null",
                    Map.of(),
                    row -> {
                        boolean held = Set.of("APPROVED", "ISSUED", "ENDED").contains(row.text("state"));
                        if (held || Set.of("PROPOSED", "COMMISSION").contains(row.text("state"))) {
                            int year = row.integer("award_year");
                            all.add(new Record(row.text("measure"), row.number("child_id"), year, year, held));
                        }
                    });
            tx.each(
                    "select k.child_id, d.measure, d.deliverable_year, d.state from deliverable_child k"
                            + " join deliverable d on d.id = k.deliverable_id",
                    Map.of(),
                    row -> {
                        int year = row.integer("deliverable_year");
                        boolean adopted = row.text("state").equals("ADOPTED");
                        all.add(new Record(row.text("measure"), row.number("child_id"), year, year, adopted));
                    });
        });
        return all;
    }

    private record Question(List<Criterion> who, LocalDate day, String territory, Optional<String> absent) {}

    private static Arbitrary<Question> questions() {
        Arbitrary<Criterion> one = CriterionReadingsTest.criteria();
        return Combinators.combine(
                        Combinators.combine(one, one, one, one).as((a, b, c, d) -> List.of(a, b, c, d)),
                        Arbitraries.of(Population.DAYS),
                        Arbitraries.of("", "", "230000000", "630000000", "751110000", "751810000"),
                        Arbitraries.of("23", "63", "").map(d -> Optional.of(d).filter(x -> !x.isEmpty())))
                .as(Question::new);
    }

    private Offering offering(Question question) {
        Offering offering = new Offering(world, question.day())
                .with(
                        question.who().get(0),
                        question.who().get(1),
                        question.who().get(2),
                        question.who().get(3));
        question.absent().ifPresent(digits -> offering.absent.put("health-camps", digits));
        return offering;
    }

    /** Who is entitled by the plain reading of each child. */
    private Set<Long> entitled(Question question, Offer offer) {
        Scope scope = Scope.of(question.territory());
        LocalDate day = question.day();
        Set<Long> found = new TreeSet<>();
        for (Child child : children) {
            boolean there = scope.covers(child.territory())
                    && !child.registered().isAfter(day)
                    && child.left().filter(on -> on.getYear() < day.getYear()).isEmpty();
            boolean absent = offer.code().equals("health-camps")
                    && question.absent().filter(child.territory()::startsWith).isPresent();
            boolean gone = child.left().filter(on -> !on.isAfter(day)).isPresent();
            ChildFacts known = facts.get(day).get(child.id());
            boolean meets = offer.kinds().stream()
                    .map(Programme.Kind::who)
                    .filter(who -> !gone || who.toString().contains("FinishedSchool"))
                    .anyMatch(who -> Objections.of(who, known, day).isEmpty());
            if (there && !absent && meets) {
                found.add(child.id());
            }
        }
        return found;
    }

    private Set<Long> having(String measure, int year, boolean reached) {
        return records.stream()
                .filter(r -> r.measure().equals(measure) && r.reached() == reached)
                .filter(r -> r.fromYear() <= year && r.toYear() >= year)
                .map(Record::child)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void the_entitled_of_a_measure_are_those_whose_own_reading_allows_it_and_each_is_reached_on_the_way_or_neither() {
        EnumSet<EntitlementState> seen = EnumSet.noneOf(EntitlementState.class);
        JqwikSession.run(() -> questions().sampleStream().limit(TRIES).forEach(question -> {
            Offering offering = offering(question);
            Scope scope = Scope.of(question.territory());
            Period period = Period.of(question.day().getYear(), question.day());
            Programme programme = offering.sweeps.programme(scope, period);
            Sweep sweep = offering.sweeps.sweep(scope, period, programme.offers(), Sweeps.Freshness.OF_THE_MOMENT);
            for (Offer offer : programme.offers()) {
                Set<Long> entitled = entitled(question, offer);
                Set<Long> reached = having(offer.code(), period.year(), true);
                Set<Long> onTheWay = having(offer.code(), period.year(), false);
                Sweep.Standing standing = sweep.standings().get(offer.code());
                for (EntitlementState state : EntitlementState.values()) {
                    Set<Long> expected = new TreeSet<>(entitled);
                    switch (state) {
                        case REACHED -> expected.retainAll(reached);
                        case ON_THE_WAY -> {
                            expected.retainAll(onTheWay);
                            expected.removeAll(reached);
                        }
                        case NOT_REACHED -> {
                            expected.removeAll(reached);
                            expected.removeAll(onTheWay);
                        }
                    }
                    Set<Long> found = LongStream.of(sweep.roll().ids(standing.in(state)))
                            .boxed()
                            .collect(Collectors.toCollection(TreeSet::new));
                    assertEquals(expected, found, () -> offer.code() + " " + state + " " + question);
                    if (!found.isEmpty()) {
                        seen.add(state);
                    }
                }
            }
        }));
        assertEquals(EnumSet.allOf(EntitlementState.class), seen, "every state must have occurred");
    }

    @Test
    void a_list_of_children_is_narrowed_to_those_whom_the_sets_say_are_not_reached() {
        JqwikSession.run(() -> questions().sampleStream().limit(TRIES / 3).forEach(question -> {
            Offering offering = offering(question);
            Scope scope = Scope.of(question.territory());
            Period period = Period.of(question.day().getYear(), question.day());
            Programme programme = offering.sweeps.programme(scope, period);
            Sweep sweep = offering.sweeps.sweep(scope, period, programme.offers(), Sweeps.Freshness.OF_THE_MOMENT);
            Map<String, BitSet> missed = new HashMap<>();
            programme.offers().forEach(offer -> {
                BitSet set = sweep.standings().get(offer.code()).in(EntitlementState.NOT_REACHED);
                missed.put(offer.code(), set);
                missed.computeIfAbsent(NotReached.ANY, any -> new BitSet()).or(set);
            });
            Unreached lists = new Unreached(offering.sweeps);
            missed.forEach((measure, set) -> assertEquals(
                    LongStream.of(sweep.roll().ids(set)).boxed().collect(Collectors.toCollection(TreeSet::new)),
                    listed(lists.condition(measure, scope), scope),
                    () -> measure + " " + question));
            assertNumbers(lists, sweep, programme);
        }));
    }

    private Set<Long> listed(NotReached.Condition condition, Scope scope) {
        return new TreeSet<>(world.database.<List<Long>>read(tx -> tx.list(
                "select c.id from child c where " + scope.persons("c") + " and " + condition.sql(),
                condition.params(),
                row -> row.number("id"))));
    }

    /** The column of a list of children beside the sets. */
    private void assertNumbers(Unreached lists, Sweep sweep, Programme programme) {
        Map<Long, String> territories = new HashMap<>();
        for (int child = 0; child < Math.min(40, sweep.roll().size()); child++) {
            territories.put(sweep.roll().id(child), sweep.roll().territory(child));
        }
        lists.numbers(territories).forEach((id, numbers) -> {
            int child = sweep.roll().of(id);
            assertEquals(
                    programme.offers().stream()
                            .filter(o -> sweep.standings()
                                    .get(o.code())
                                    .in(EntitlementState.NOT_REACHED)
                                    .get(child))
                            .map(o -> o.measure().clause().number())
                            .toList(),
                    numbers);
        });
    }

    @Test
    void figures_are_the_sizes_of_the_lists_and_districts_add_up_and_every_row_says_why() {
        int[] listed = new int[1];
        JqwikSession.run(() -> questions().sampleStream().limit(TRIES / 6).forEach(question -> {
            Offering offering = offering(question);
            Optional<String> territory = Optional.of(question.territory()).filter(t -> !t.isEmpty());
            EntitlementFigures.Answer answer = offering.figures.of(NATIONAL, territory, Optional.empty());
            for (EntitlementFigures.Line line : answer.measures()) {
                assertFalse(line.rule().isBlank());
                if (line.total() == null) {
                    assertFalse(line.notCarriedOut().isEmpty(), () -> line.measure() + " " + question);
                    continue;
                }
                assertEquals(
                        line.total().entitled(),
                        line.districts().stream()
                                .mapToLong(d -> d.counts().entitled())
                                .sum());
                assertEquals(
                        line.total().notReached(),
                        line.districts().stream()
                                .mapToLong(d -> d.counts().notReached())
                                .sum());
                for (EntitlementState state : EntitlementState.values()) {
                    List<EntitledChildren.Row> rows = rows(offering, line.measure(), territory, state);
                    long figure = switch (state) {
                        case REACHED -> line.total().reached();
                        case ON_THE_WAY -> line.total().onTheWay();
                        case NOT_REACHED -> line.total().notReached();
                    };
                    assertEquals(figure, rows.size(), () -> line.measure() + " " + state + " " + question);
                    rows.forEach(row -> {
                        assertEquals(state, row.state());
                        assertFalse(row.reasons().isEmpty(), () -> row + " " + question);
                        row.reasons().forEach(words -> assertFalse(words.isBlank() || words.contains("["), words));
                    });
                    listed[0] += rows.size();
                }
            }
            assertEquals(
                    List.of("seminars"),
                    answer.leftOut().stream().map(l -> l.measure()).toList());
        }));
        assertTrue(listed[0] > 100, "lists must have held somebody: " + listed[0]);
    }

    /** All pages, each child once and in the order of the names. */
    private static List<EntitledChildren.Row> rows(
            Offering offering, String measure, Optional<String> territory, EntitlementState state) {
        EntitledFilter filter = new EntitledFilter(
                measure, territory, Optional.empty(), Optional.empty(), Optional.of(state), Optional.empty(), false);
        List<EntitledChildren.Row> rows = rows(offering, filter);
        List<EntitledChildren.Row> falling = new ArrayList<>(rows(
                offering,
                new EntitledFilter(
                        measure,
                        territory,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(state),
                        Optional.empty(),
                        true)));
        Collections.reverse(falling);
        assertEquals(rows, falling, "from the last name to the first");
        List<String> keys = rows.stream().map(r -> "s" + r.id()).toList();
        assertEquals(keys.stream().sorted().toList(), keys, "by name");
        assertEquals(keys.size(), Set.copyOf(keys).size(), "each child once");
        return rows;
    }

    private static List<EntitledChildren.Row> rows(Offering offering, EntitledFilter filter) {
        List<EntitledChildren.Row> rows = new ArrayList<>();
        Page.each(after -> offering.children.list(NATIONAL, filter, Paging.of(40, after)), rows::add);
        return rows;
    }

    @Test
    void the_page_of_a_child_says_what_the_lists_say() {
        JqwikSession.run(() -> questions().sampleStream().limit(6).forEach(question -> {
            Offering offering = offering(question);
            Period period = Period.of(question.day().getYear(), question.day());
            Programme programme = offering.sweeps.programme(Scope.COUNTRY, period);
            Sweep sweep =
                    offering.sweeps.sweep(Scope.COUNTRY, period, programme.offers(), Sweeps.Freshness.OF_THE_MOMENT);
            for (Child child : children.subList(0, 60)) {
                int number = sweep.roll().of(child.id());
                ChildEntitlements.Answer page = offering.one.of(NATIONAL, child.id(), Optional.empty());
                for (ChildEntitlements.Line line : page.measures()) {
                    Sweep.Standing standing = sweep.standings().get(line.measure());
                    boolean entitled = number >= 0 && standing.entitled().get(number);
                    assertEquals(entitled, line.entitled(), () -> child + " " + question);
                    assertEquals(entitled, !line.reasons().isEmpty());
                    if (entitled) {
                        assertEquals(standing.of(number), line.state(), () -> child + " " + question);
                        assertTrue(line.objections().isEmpty());
                    } else {
                        assertTrue(
                                !line.objections().isEmpty() || line.notCarriedOut() != null, "a refusal is explained");
                    }
                }
            }
        }));
    }
}
