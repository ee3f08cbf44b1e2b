package kz.jolkarta.registry.roadmaps;

import static kz.jolkarta.registry.roadmaps.LivingMaps.CAMPS;
import static kz.jolkarta.registry.roadmaps.LivingMaps.TECHNOPARKS;
import static kz.jolkarta.registry.roadmaps.LivingMaps.due;
import static kz.jolkarta.registry.roadmaps.LivingMaps.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.files.SheetFiles;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.activities.Activity;
import kz.jolkarta.registry.awards.Award;
import kz.jolkarta.registry.records.Crowd;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import kz.jolkarta.registry.records.StateChange;
import kz.jolkarta.registry.records.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class FulfilmentTest {
    private static final LocalDate TODAY = RecordWorld.TODAY;

    private LivingMaps life;
    private long child;

    @BeforeEach
    void open(TestDatabase database) {
        database.clear(LivingMaps.TABLES);
        life = new LivingMaps(database);
        child = life.world.child(RecordWorld.VILLAGE);
    }

    private RoadMapStep nth(RoadMap map, int number) {
        return life.now(map).steps().get(number);
    }

    @Test
    void aStepIsDoneOnceItsActivityWasAttended() {
        RoadMap map = life.approved(child, step(TECHNOPARKS, "open-day", due(5, 20)));
        long participation = life.attend("open-day", TODAY.minusDays(3), child);
        RoadMapStep done = nth(map, 0);
        assertEquals(StepState.DONE, done.state());
        assertEquals(TODAY.minusDays(3), done.doneOn());
        assertEquals(StepRecord.Kind.PARTICIPATION, done.record().kind());
        assertEquals(participation, done.record().id());
        assertEquals("Ашық күн " + TODAY.minusDays(3), done.record().title());
        assertEquals(100, life.now(map).progress().percent());
        MapEvent event = life.maps
                .history(life.keeper, map.id(), Paging.of(1, ""))
                .items()
                .get(0);
        assertEquals(History.Kind.FULFILLED, event.kind());
        assertEquals(participation, ((Number) event.after().get("recordId")).longValue());
        assertEquals(life.now(map).version(), event.mapVersion());
    }

    @Test
    void anAwardDoesAStepWhileItIsHeldAndNoLonger() {
        RoadMap map = life.approved(child, step(CAMPS, "help", due(5, 20)));
        Award award = life.helped(child, TODAY.minusDays(10));
        RoadMapStep done = nth(map, 0);
        assertEquals(StepState.DONE, done.state());
        assertEquals(TODAY.minusDays(10), done.doneOn());
        assertEquals(award.id(), done.record().id());
        Tables texts = new Tables(new SheetFiles(life.world.clock), TestTexts.ofClassPath());
        assertEquals(
                texts.text(Language.RU, "health-camps.award.help"),
                life.now(map).in(Language.RU, texts).steps().get(0).record().title());

        life.moved(award, "returned", "Қайтарылды");
        RoadMapStep open = nth(map, 0);
        assertEquals(StepState.PLANNED, open.state());
        assertNull(open.doneOn());
        assertNull(open.record());
        assertEquals(
                History.Kind.REOPENED,
                life.maps
                        .history(life.keeper, map.id(), Paging.of(1, ""))
                        .items()
                        .get(0)
                        .kind());
    }

    @Test
    void anActivityThatIsCancelledAfterAllOpensItsStepsAgain() {
        RoadMap map = life.approved(child, step(TECHNOPARKS, null, due(5, 20)));
        Activity activity = life.openDay("open-day", TODAY, child);
        life.participants.move(
                life.keeper,
                TECHNOPARKS,
                activity.id(),
                life.participation(activity, child),
                new StateChange("attended", ""));
        assertEquals(StepState.DONE, nth(map, 0).state());
        life.activities.move(
                life.keeper, TECHNOPARKS, activity.id(), OptionalInt.empty(), new StateChange("cancelled", "Ауа райы"));
        assertEquals(StepState.PLANNED, nth(map, 0).state());
    }

    @Test
    void theEarliestRecordDoesTheStepThatIsDueFirstAndEachRecordOneStep() {
        RoadMap map = life.approved(
                child,
                step(TECHNOPARKS, null, due(6, 20)),
                step(TECHNOPARKS, null, due(5, 20)),
                step(TECHNOPARKS, null, due(7, 20)));
        life.world.clock.set(TODAY.plusDays(20));
        long later = life.attend("open-day", TODAY.plusDays(10), child);
        assertEquals(later, nth(map, 1).record().id());
        long earlier = life.attend("open-day", TODAY.plusDays(5), child);
        assertEquals(later, nth(map, 1).record().id(), "what is done stays with its record");
        assertEquals(earlier, nth(map, 0).record().id());
        assertEquals(StepState.PLANNED, nth(map, 2).state());

        RoadMap both = life.approved(
                life.world.child(RecordWorld.VILLAGE),
                step("technoparks", null, due(5, 20)),
                step("technoparks", null, due(4, 20)));
        assertEquals(StepState.PLANNED, nth(both, 0).state(), "another child's records do nothing");
    }

    @Test
    void recordsFromBeforeTheApprovalCountInTheirOrder() {
        long second = life.attend("open-day", TODAY.minusDays(1), child);
        long first = life.attend("open-day", TODAY.minusDays(2), child);
        RoadMap map = life.draft(child, 2025, step(TECHNOPARKS, null, due(6, 20)), step(TECHNOPARKS, null, due(5, 20)));
        assertEquals(StepState.PLANNED, nth(map, 0).state(), "a draft waits");
        life.approve(life.agree(map));
        assertEquals(second, nth(map, 0).record().id());
        assertEquals(first, nth(map, 1).record().id());
        long third = life.attend("open-day", TODAY, child);
        RoadMap more =
                life.steps.add(life.keeper, map.id(), OptionalInt.empty(), step(TECHNOPARKS, "open-day", due(7, 1)));
        assertEquals(third, more.steps().get(2).record().id(), "a step that is added later too");
    }

    @Test
    void onlyTheKindThatIsNamedDoesTheStepAndOnlyWithinTheSchoolYear() {
        RoadMap map = life.approved(child, step(TECHNOPARKS, "project", due(5, 20)), step(CAMPS, null, due(5, 20)));
        life.attend("open-day", TODAY.minusDays(3), child);
        life.helped(child, LocalDate.of(2025, 8, 31));
        assertEquals(StepState.PLANNED, nth(map, 0).state());
        assertEquals(StepState.PLANNED, nth(map, 1).state());
        life.helped(life.world.child(RecordWorld.VILLAGE), LocalDate.of(2025, 9, 1));
        assertEquals(StepState.PLANNED, nth(map, 1).state());
    }

    @Test
    void whatAPersonSaidIsNeverTouchedAndWhatARecordSaysNotByAPerson() {
        RoadMap map = life.approved(child, step(TECHNOPARKS, null, due(5, 20)), step(TECHNOPARKS, null, due(6, 20)));
        long spoken = nth(map, 0).id();
        life.steps.move(life.keeper, map.id(), spoken, OptionalInt.empty(), new StepChange("done", TODAY, "Өзі айтты"));
        long participation = life.attend("open-day", TODAY.minusDays(3), child);
        assertNull(nth(map, 0).record());
        assertEquals("Өзі айтты", nth(map, 0).note());
        assertEquals(participation, nth(map, 1).record().id());
        Refusal.of(
                Kind.CONFLICT,
                "roadmap.step-fulfilled",
                () -> life.steps.move(
                        life.keeper,
                        map.id(),
                        nth(map, 1).id(),
                        OptionalInt.empty(),
                        new StepChange("planned", null, "")));
    }

    @Test
    void recordsThatComeAtOnceDoEachStepOnce() {
        try (Crowd crowd = new Crowd()) {
            for (int run = 0; run < 5; run++) {
                long one = life.world.child(RecordWorld.VILLAGE);
                RoadMap map =
                        life.approved(one, step(TECHNOPARKS, null, due(5, 20)), step(TECHNOPARKS, null, due(6, 20)));
                crowd.all(i -> {
                    if (i < 4) {
                        life.attend("open-day", TODAY.minusDays(i), one);
                    }
                });
                List<RoadMapStep> done = life.now(map).steps();
                assertEquals(
                        2, done.stream().map(s -> s.record().id()).distinct().count());
                assertEquals(
                        2,
                        life.world.number(
                                "select count(*) from road_map_change where road_map_id = :map and kind = 'FULFILLED'",
                                Map.of("map", map.id())));
            }
        }
    }
}
