package kz.jolkarta.registry.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.criteria.Objections;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.AwardType.Limit;
import kz.jolkarta.core.measure.AwardType.Quota;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.registry.ChildFacts;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.proposals.Offered;
import kz.jolkarta.registry.records.RecordWorld;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the measures declare: a child is proposed exactly what its one-child reading allows and it has not had. */
@BothEngines(Settled.class)
class ProposalsAndReadingsTest {
    private static final int TRIES = 150;
    private static final List<Long> CHILDREN =
            LongStream.rangeClosed(1, Settled.CHILDREN).boxed().toList();

    private final Map<LocalDate, List<ChildFacts>> facts = new HashMap<>();

    @BeforeEach
    void noAbsences(TestDatabase database) {
        database.clear("region_absence");
    }

    @Test
    void what_is_proposed_is_what_the_reading_allows_and_the_child_has_not_had(TestDatabase database) {
        Gazetteer gazetteer = new Gazetteer(database);
        AtomicInteger telling = new AtomicInteger();
        JqwikSession.run(() -> Combinators.combine(
                        CriterionReadingsTest.criteria(),
                        CriterionReadingsTest.criteria(),
                        Arbitraries.of(Limit.class),
                        Arbitraries.of(Population.DAYS))
                .as(Tuple::of)
                .sampleStream()
                .limit(TRIES)
                .forEach(question -> {
                    LocalDate day = question.get4();
                    AwardType camp = AwardType.of("camp", question.get2(), Quota.NONE, question.get3());
                    ActivityType project = ActivityType.forChildren("project", question.get1());
                    RecordWorld world = new RecordWorld(
                            database,
                            new Two(List.of(
                                    declared(8, List.of(project), List.of()), declared(13, List.of(), List.of(camp)))));
                    world.clock.set(day);
                    Map<String, Set<Long>> proposed = Offered.children(world.ledger, gazetteer, CHILDREN);
                    Set<Long> projects = allowed(database, question.get1(), day);
                    projects.removeAll(tookPart(database, day.getYear()));
                    assertEquals(projects, proposed.getOrDefault("technoparks/project", Set.of()), question::toString);
                    Set<Long> camps = allowed(database, question.get2(), day);
                    camps.removeAll(held(database, question.get3(), day.getYear()));
                    assertEquals(camps, proposed.getOrDefault("health-camps/camp", Set.of()), question::toString);
                    if (!projects.isEmpty() && !camps.isEmpty()) {
                        telling.incrementAndGet();
                    }
                }));
        assertTrue(telling.get() > TRIES / 4, "most declarations must allow somebody something: " + telling);
    }

    private record Two(List<Installed> installed) implements Measures {
        @Override
        public List<Rejected> rejected() {
            return List.of();
        }

        @Override
        public Optional<Installed> find(String code) {
            return installed.stream().filter(m -> m.code().equals(code)).findFirst();
        }

        @Override
        public Installed require(String code) {
            return find(code).orElseThrow(Problem::notFound);
        }
    }

    private static Installed declared(int clause, List<ActivityType> activities, List<AwardType> awards) {
        return new Installed(
                kz.jolkarta.core.roadmap.Resolution997.clause(clause),
                "test",
                "2",
                kz.jolkarta.core.measure.Reach.EVERY_REGION,
                activities,
                awards,
                List.of(),
                List.of());
    }

    private Set<Long> allowed(TestDatabase database, Criterion who, LocalDate day) {
        return facts.computeIfAbsent(day, d -> database.read(tx -> new FactsStore().of(tx, CHILDREN, d))).stream()
                .filter(child -> Objections.of(who, child, day).isEmpty())
                .map(ChildFacts::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Long> tookPart(TestDatabase database, int year) {
        return ids(
                database,
                "select p.child_id from participation p join activity a on a.id = p.activity_id where p.child_id is not null"
                        + " and a.measure = 'technoparks' and a.type = 'project' and a.state <> 'CANCELLED'"
                        + " and p.state not in ('REFUSED', 'ABSENT') and a.starts >= :first and a.starts <= :last",
                Map.of("first", LocalDate.of(year, 1, 1), "last", LocalDate.of(year, 12, 31)));
    }

    private static Set<Long> held(TestDatabase database, Limit limit, int year) {
        String earlier = switch (limit) {
            case ANY, ONE_A_YEAR -> "1 = 0";
            case ONE_AT_A_TIME -> "state <> 'ENDED'";
            case ONE_EVER -> "1 = 1";
        };
        return ids(
                database,
                "select child_id from award where child_id is not null and measure = 'health-camps' and type = 'camp'"
                        + " and state not in ('REFUSED', 'RETURNED') and (award_year = :year or " + earlier + ")",
                Map.of("year", year));
    }

    private static Set<Long> ids(TestDatabase database, String sql, Map<String, ?> params) {
        List<Long> found = database.read(tx -> tx.list(sql, params, row -> row.number("child_id")));
        return new TreeSet<>(found);
    }
}
