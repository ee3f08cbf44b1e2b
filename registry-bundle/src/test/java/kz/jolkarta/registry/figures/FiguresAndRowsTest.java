package kz.jolkarta.registry.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.measure.Figure.Amount;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.Figures.BehindRow;
import kz.jolkarta.core.registry.Figures.Chosen;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.registry.Figures.Value;
import kz.jolkarta.core.registry.Figures.Wanted;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

/** Whatever is counted, the list behind the figure has as many rows, district by district, and adds up to it. */
@BothEngines(Settled.class)
class FiguresAndRowsTest {
    private static final int TRIES = 100;
    /** So many at the most, until every kind of selection has counted something. */
    private static final int MOST_TRIES = 1000;

    private static final List<Class<?>> KINDS = List.of(Selection.class.getPermittedSubclasses());
    private static final Dimension FORM = Dimension.of(Field.choice("form", Population.FORMS.toArray(String[]::new)));

    private record Question(List<Wanted> wanted, Period period, Scope scope) {}

    private final Map<Class<?>, Integer> telling = new HashMap<>();

    @Test
    void figures_agree_with_the_rows_behind_them(TestDatabase database) {
        FigureStore store = new FigureStore(database);
        AtomicInteger tries = new AtomicInteger();
        JqwikSession.run(() -> questions()
                .sampleStream()
                .limit(MOST_TRIES)
                .takeWhile(question -> tries.getAndIncrement() < TRIES || !silent().isEmpty())
                .forEach(question -> check(store, question)));
        assertEquals(List.of(), silent(), "kinds of selections without a figure that is not 0");
    }

    private List<Class<?>> silent() {
        return KINDS.stream().filter(k -> telling.getOrDefault(k, 0) == 0).toList();
    }

    private void check(FigureStore store, Question question) {
        Map<Wanted, List<Value>> values = store.values(question.wanted(), question.period(), question.scope());
        for (Wanted wanted : question.wanted()) {
            Map<String, Long> counted = byDistrict(values.get(wanted));
            telling.merge(wanted.selection().getClass(), counted.size(), Integer::sum);
            Reading<Selection> reading = Readings.of(wanted.selection(), Frame.of(question.period(), question.scope()));
            if (wanted.by().filter(reading::splits).isEmpty()) {
                assertEquals(listed(store, wanted, question), counted, () -> wanted + " in " + question);
            }
            identified(store, wanted, question);
        }
    }

    /** The identities are those of the list, and each is found again by itself. */
    private static void identified(FigureStore store, Wanted wanted, Question question) {
        Chosen chosen = new Chosen(wanted.measure(), wanted.selection());
        List<BehindRow> listed = all(store, wanted, question);
        Map<String, List<Long>> byDistrict = new TreeMap<>();
        listed.forEach(row -> byDistrict
                .computeIfAbsent(
                        row.kind().equals("district") ? row.territory() : district(row.territory()),
                        d -> new ArrayList<>())
                .add(row.id()));
        Map<String, List<Long>> identities = new TreeMap<>();
        store.identities(
                List.of(chosen),
                question.period(),
                question.scope(),
                (one, found) -> found.forEach((district, ids) ->
                        identities.put(district, Arrays.stream(ids).boxed().toList())));
        assertEquals(byDistrict, identities, () -> wanted + " in " + question);
        List<Long> some = listed.stream().map(BehindRow::id).limit(100).toList();
        List<Long> again = store.rows(chosen, question.period(), Scope.COUNTRY, false, some).stream()
                .map(BehindRow::id)
                .toList();
        assertEquals(some, again, () -> wanted + " in " + question);
    }

    private static Map<String, Long> byDistrict(List<Value> values) {
        Map<String, Long> sums = new TreeMap<>();
        values.forEach(v -> sums.merge(v.district(), v.value(), Long::sum));
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    private static Map<String, Long> listed(FigureStore store, Wanted wanted, Question question) {
        Map<String, Long> sums = new TreeMap<>();
        for (BehindRow row : all(store, wanted, question)) {
            // A version of the form that several units use is nobody's of them.
            assertTrue(
                    question.scope().covers(row.territory()) || row.kind().equals("road-map-form"), "outside: " + row);
            sums.merge(
                    row.kind().equals("district") ? row.territory() : district(row.territory()),
                    amount(wanted, row),
                    Long::sum);
        }
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    /** Page by page, as a reader goes through them. */
    private static List<BehindRow> all(FigureStore store, Wanted wanted, Question question) {
        List<BehindRow> all = new ArrayList<>();
        List<BehindRow> page;
        do {
            long after = all.isEmpty() ? 0 : all.get(all.size() - 1).id();
            page = store.rows(
                    wanted.measure(), wanted.selection(), question.period(), question.scope(), true, after, 70);
            all.addAll(page);
        } while (page.size() == 70);
        assertEquals(all.size(), all.stream().map(BehindRow::id).distinct().count(), "a row is listed once");
        return all;
    }

    private static long amount(Wanted wanted, BehindRow row) {
        if (wanted.selection() instanceof Selection.Caseload) {
            return ((Number) row.cells().get("children")).longValue();
        }
        return wanted.amount()
                .map(amount -> switch (amount) {
                    case CAP -> "cap";
                    case COST, PAID -> "amount";
                    case REACH -> "reach";
                    case HOURS -> "hours";
                    case SEATS -> "seats";
                    case CAPACITY -> "capacity";
                })
                .map(cell -> ((Number) row.cells().getOrDefault(cell, 0L)).longValue())
                .orElse(1L);
    }

    private static String district(String territory) {
        return territory.isEmpty() || territory.startsWith("75") ? territory : territory.substring(0, 4) + "00000";
    }

    private static Arbitrary<Question> questions() {
        Arbitrary<Period> periods = Arbitraries.of(Population.DAYS).map(day -> new Period(day.getYear(), day));
        Arbitrary<Scope> scopes = Arbitraries.of(
                Scope.COUNTRY,
                Scope.of("230000000"),
                Scope.of(List.of("630000000", "100000000")),
                Scope.of("751110000"),
                Scope.NONE);
        return Combinators.combine(wanted().list().ofMinSize(1).ofMaxSize(8), periods, scopes)
                .as(Question::new);
    }

    private static Arbitrary<Wanted> wanted() {
        Arbitrary<Set<String>> types = Arbitraries.of(Population.TYPES).set().ofMaxSize(2);
        Arbitrary<Criterion> who = CriterionReadingsTest.criteria();
        List<Arbitrary<Wanted>> all = new ArrayList<>(records(types));
        all.addAll(people(types, who));
        all.addAll(surroundings(types));
        return Arbitraries.oneOf(all);
    }

    private static List<Arbitrary<Wanted>> people(Arbitrary<Set<String>> types, Arbitrary<Criterion> who) {
        return List.of(
                wanted(
                        who.map(Selection.Children::new),
                        List.of(),
                        Dimension.SEX,
                        Dimension.GRADE_BAND,
                        Dimension.TALENT,
                        Dimension.COORDINATOR),
                wanted(
                        Combinators.combine(types, Arbitraries.integers().between(1, 4), who)
                                .as(Selection.Participants::new),
                        List.of(),
                        Dimension.SEX,
                        Dimension.GRADE_BAND,
                        Dimension.TALENT,
                        Dimension.TYPE,
                        FORM),
                wanted(
                        Combinators.combine(
                                        Arbitraries.of(OrganisationKind.class)
                                                .set()
                                                .ofMaxSize(2),
                                        who)
                                .as(Selection.Guests::new),
                        List.of(),
                        Dimension.SEX,
                        Dimension.TALENT),
                wanted(
                        Combinators.combine(types, states("ATTENDED", "ABSENT", "WAITING"))
                                .as(Selection.Applications::new),
                        List.of(),
                        Dimension.TYPE,
                        Dimension.SEX,
                        Dimension.TALENT,
                        FORM),
                wanted(types.map(Selection.Staff::new), List.of(), Dimension.TYPE, FORM),
                wanted(types.map(Selection.Authors::new), List.of(), Dimension.TYPE, FORM),
                wanted(
                        Combinators.combine(types, states(Population.AWARD_STATES.toArray(String[]::new)))
                                .as(Selection.Results::new),
                        List.of(),
                        Dimension.SEX,
                        Dimension.TALENT));
    }

    private static List<Arbitrary<Wanted>> records(Arbitrary<Set<String>> types) {
        return List.of(
                wanted(
                        Combinators.combine(types, states("PLANNED", "OPEN", "HELD", "CANCELLED"))
                                .as(Selection.Activities::new),
                        List.of(Amount.HOURS, Amount.SEATS),
                        Dimension.TYPE,
                        FORM),
                wanted(
                        Combinators.combine(types, states(Population.AWARD_STATES.toArray(String[]::new)))
                                .as(Selection.Awards::new),
                        List.of(Amount.COST),
                        Dimension.TYPE,
                        Dimension.SEX,
                        Dimension.TALENT,
                        Dimension.SOURCE,
                        FORM),
                wanted(types.map(Selection.Quotas::new), List.of(Amount.CAP), Dimension.TYPE),
                wanted(types.map(Selection.Payments::new), List.of(Amount.PAID), Dimension.TYPE, Dimension.SOURCE),
                wanted(
                        Combinators.combine(types, states("DRAFT", "REVIEW", "ADOPTED"))
                                .as(Selection.Deliverables::new),
                        List.of(Amount.REACH, Amount.COST),
                        Dimension.TYPE,
                        Dimension.LANGUAGE,
                        Dimension.SOURCE,
                        Dimension.STEP,
                        FORM));
    }

    private static List<Arbitrary<Wanted>> surroundings(Arbitrary<Set<String>> types) {
        return List.of(
                wanted(
                        Combinators.combine(
                                        Arbitraries.of(OrganisationKind.class)
                                                .set()
                                                .ofMaxSize(2),
                                        Arbitraries.of(Selection.Organisations.Having.class))
                                .as(Selection.Organisations::new),
                        List.of(Amount.CAPACITY)),
                wanted(Arbitraries.of(new Selection.Caseload()), List.of()),
                wanted(types.map(Selection.DistrictsWithout::new), List.of()),
                wanted(
                        states("DRAFT", "APPROVED", "OVERDUE").map(Selection.RoadMaps::new),
                        List.of(),
                        Dimension.SEX,
                        Dimension.TALENT),
                wanted(states("PLANNED", "DONE", "DROPPED").map(Selection.RoadMapSteps::new), List.of(), Dimension.SEX),
                wanted(Arbitraries.of(new Selection.RoadMapForms()), List.of()),
                wanted(Arbitraries.of(new Selection.Doubts()), List.of()));
    }

    private static Arbitrary<Set<String>> states(String... all) {
        return Arbitraries.of(all).set().ofMaxSize(2);
    }

    private static Arbitrary<Wanted> wanted(
            Arbitrary<? extends Selection> selections, List<Amount> amounts, Dimension... dimensions) {
        Arbitrary<Optional<Amount>> amount = amounts.isEmpty()
                ? Arbitraries.just(Optional.empty())
                : Arbitraries.of(amounts).optional();
        return Combinators.combine(
                        Arbitraries.of(Population.MEASURES),
                        selections,
                        amount,
                        dimensions.length == 0
                                ? Arbitraries.just(Optional.<Dimension>empty())
                                : Arbitraries.of(dimensions).optional())
                .as(Wanted::new);
    }
}
