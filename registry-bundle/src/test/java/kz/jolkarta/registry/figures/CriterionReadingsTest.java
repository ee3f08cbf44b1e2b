package kz.jolkarta.registry.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.criteria.Objections;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.ChildFacts;
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.core.registry.Sex;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The SQL reading of a criterion and the reading for one child name the same children, whatever the criterion and the day. */
@BothEngines(Settled.class)
public class CriterionReadingsTest {
    private static final int CHILDREN = Settled.CHILDREN;
    private static final int TRIES = 1000;

    private final Map<LocalDate, List<ChildFacts>> facts = new HashMap<>();

    @BeforeEach
    void facts(TestDatabase database) {
        List<Long> ids = LongStream.rangeClosed(1, CHILDREN).boxed().toList();
        Population.DAYS.forEach(day ->
                facts.put(day, database.<List<ChildFacts>>read(tx -> new FactsStore().of(tx, ids, day))));
    }

    @Test
    void a_criterion_names_the_same_children_in_sql_and_one_by_one(TestDatabase database) {
        AtomicInteger telling = new AtomicInteger();
        JqwikSession.run(() -> Combinators.combine(criteria(), Arbitraries.of(Population.DAYS))
                .as(Tuple::of)
                .sampleStream()
                .limit(TRIES)
                .forEach(question -> {
                    Set<Long> one = oneByOne(question.get1(), question.get2());
                    assertEquals(
                            List.of(),
                            difference(one, inSql(database, question.get1(), question.get2())),
                            question::toString);
                    if (!one.isEmpty() && one.size() < CHILDREN) {
                        telling.incrementAndGet();
                    }
                }));
        assertTrue(telling.get() > TRIES / 3, "most criteria must divide the children: " + telling);
    }

    @Test
    void every_kind_of_criterion_divides_the_children_on_some_day(TestDatabase database) {
        List<Criterion> kinds = List.of(
                Criterion.rural(),
                Criterion.urbanSchool(),
                Criterion.category(Category.LARGE_FAMILY),
                Criterion.grades(5, 9),
                Criterion.ages(6, 17),
                Criterion.sex(Sex.FEMALE),
                Criterion.gifted(),
                Criterion.talent(TalentField.SPORT),
                Criterion.achievement(AchievementLevel.REPUBLIC, 12),
                Criterion.achievement(AchievementLevel.DISTRICT, AchievementLevel.REGION, 12),
                Criterion.achievement(AchievementLevel.SCHOOL, AchievementLevel.INTERNATIONAL, 24, TalentField.SPORT),
                Criterion.grounded(),
                Criterion.roadMapApproved(),
                Criterion.excellentMarks(),
                Criterion.finishedSchool(),
                Criterion.took("technoparks"),
                Criterion.consented(ConsentPurpose.PUBLICITY),
                Criterion.took("technoparks", "project"),
                Criterion.took("health-camps", "camp"));
        for (Criterion kind : kinds) {
            assertTrue(
                    Population.DAYS.stream()
                            .map(day -> inSql(database, kind, day).size())
                            .anyMatch(n -> n > 0 && n < CHILDREN),
                    kind::toString);
        }
    }

    /** Children that only one of the readings names. */
    private static List<Long> difference(Set<Long> one, Set<Long> other) {
        return Stream.concat(
                        one.stream().filter(id -> !other.contains(id)),
                        other.stream().filter(id -> !one.contains(id)))
                .toList();
    }

    private Set<Long> oneByOne(Criterion criterion, LocalDate day) {
        return facts.get(day).stream()
                .filter(child -> Objections.of(criterion, child, day).isEmpty())
                .map(ChildFacts::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Long> inSql(TestDatabase database, Criterion criterion, LocalDate day) {
        Binds binds = new Binds();
        String condition = new CriterionSql(day, binds).condition(criterion);
        String sql = "select c.id from " + CriterionSql.FROM + " where " + condition;
        return new TreeSet<>(database.<List<Long>>read(tx -> tx.list(sql, binds.params(), row -> row.number("id"))));
    }

    public static Arbitrary<Criterion> criteria() {
        return criteria(2);
    }

    private static Arbitrary<Criterion> criteria(int depth) {
        if (depth == 0) {
            return atoms();
        }
        Arbitrary<Criterion> below = criteria(depth - 1);
        return Arbitraries.oneOf(
                atoms(),
                below.list().ofMinSize(1).ofMaxSize(3).map(Criterion.And::new),
                below.list().ofMinSize(1).ofMaxSize(3).map(Criterion.Or::new),
                below.map(Criterion.Not::new));
    }

    private static Arbitrary<Criterion> atoms() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        Criterion.everyone(),
                        Criterion.rural(),
                        Criterion.urbanSchool(),
                        Criterion.targetGroup(),
                        Criterion.grounded(),
                        Criterion.roadMapApproved(),
                        Criterion.excellentMarks(),
                        Criterion.finishedSchool()),
                Arbitraries.of(Category.class).set().ofMinSize(1).map(Criterion.InCategory::new),
                Combinators.combine(
                                Arbitraries.integers().between(0, 12),
                                Arbitraries.integers().between(0, 12))
                        .as((a, b) -> Criterion.grades(Math.min(a, b), Math.max(a, b))),
                Combinators.combine(
                                Arbitraries.integers().between(0, 20),
                                Arbitraries.integers().between(0, 20))
                        .as((a, b) -> Criterion.ages(Math.min(a, b), Math.max(a, b))),
                Arbitraries.of(Sex.class).map(Criterion::sex),
                Arbitraries.of(TalentField.class).set().ofMaxSize(3).map(Criterion.Talented::new),
                Combinators.combine(
                                Arbitraries.of(AchievementLevel.class),
                                Arbitraries.of(AchievementLevel.class),
                                Arbitraries.of(1, 6, 12, 24, 36),
                                Arbitraries.of(TalentField.class).set().ofMaxSize(3))
                        .as((a, b, months, fields) -> a.compareTo(b) <= 0
                                ? new Criterion.Achieved(a, b, months, fields)
                                : new Criterion.Achieved(b, a, months, fields)),
                Arbitraries.of(ConsentPurpose.class).map(Criterion::consented),
                Combinators.combine(Arbitraries.of(Population.MEASURES), Arbitraries.of(Population.TYPES))
                        .as(Criterion::took),
                Arbitraries.of(Population.MEASURES).map(Criterion::took));
    }
}
