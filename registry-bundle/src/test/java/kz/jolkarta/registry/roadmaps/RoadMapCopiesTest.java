package kz.jolkarta.registry.roadmaps;

import static kz.jolkarta.registry.roadmaps.LivingMaps.TECHNOPARKS;
import static kz.jolkarta.registry.roadmaps.LivingMaps.due;
import static kz.jolkarta.registry.roadmaps.LivingMaps.step;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class RoadMapCopiesTest {
    private LivingMaps life;
    private RoadMapCopies copies;
    private long child;

    @BeforeEach
    void open(TestDatabase database) {
        database.clear(LivingMaps.TABLES);
        life = new LivingMaps(database);
        copies = new RoadMapCopies(life.world.ledger, life.maps);
        child = life.world.child(RecordWorld.VILLAGE);
    }

    @Test
    void whatIsStillWantedGoesIntoTheNextYearAndWhatIsDoneStaysBehind() {
        RoadMap map = life.goals.add(
                life.keeper, life.draft(child, 2025).id(), OptionalInt.empty(), new GoalInput("Олимпиада", "Жүлде"));
        long goal = map.goals().get(0).id();
        life.steps.add(life.keeper, map.id(), OptionalInt.empty(), step(TECHNOPARKS, "open-day", due(3, 20)));
        life.steps.add(
                life.keeper,
                map.id(),
                OptionalInt.empty(),
                new StepInput("Үйірме", "health-camps", "camp", goal, "Деңгейі өседі", "Ұстаз", due(5, 20)));
        life.approve(life.agree(map));
        life.attend("open-day", RecordWorld.TODAY, child);

        RoadMapCopies.Copy copy = copies.copy(life.keeper, map.id());
        RoadMap next = copy.map();
        assertEquals(RoadMapState.DRAFT, next.state());
        assertEquals(2026, next.schoolYear());
        assertEquals(map.content(), next.content());
        assertEquals(List.of(), copy.fieldsLeft());
        assertEquals("Олимпиада", next.goals().get(0).title());
        assertEquals("Жүлде", next.goals().get(0).expected());
        assertEquals(1, next.steps().size(), "the one that is done stays behind");
        RoadMapStep step = next.steps().get(0);
        assertEquals(LocalDate.of(2027, 5, 20), step.dueOn());
        assertEquals("camp", step.type());
        assertEquals(next.goals().get(0).id(), step.goalId());
        assertEquals("Деңгейі өседі", step.expected());
        assertEquals(
                History.Kind.COPIED,
                life.maps
                        .history(life.keeper, next.id(), Paging.of(1, ""))
                        .items()
                        .get(0)
                        .kind());
        assertEquals(RoadMapState.APPROVED, life.now(map).state());
    }

    @Test
    void valuesThatTheNewestFormDoesNotTakeAreNamed() {
        RoadMap map = life.draft(child, 2025, step(null, null, due(5, 20)));
        RoadMapForm other = life.forms.create(FormsTest.ADMINISTRATOR, FormsTest.oneField("aims"));
        life.forms.publish(FormsTest.ADMINISTRATOR, other.id(), OptionalInt.empty(), Optional.empty());
        RoadMapCopies.Copy copy = copies.copy(life.keeper, map.id());
        assertEquals(Map.of(), copy.map().content());
        assertEquals(
                map.content().keySet().stream().sorted().toList(),
                copy.fieldsLeft().stream().sorted().toList());
    }

    @Test
    void thereIsOneMapOfTheNextYearAndNoneFurtherOff() {
        RoadMap map = life.draft(child, 2025, step(null, null, due(5, 20)));
        RoadMap next = copies.copy(life.keeper, map.id()).map();
        Problem refused = Refusal.of(Kind.CONFLICT, "roadmap.known", () -> copies.copy(life.keeper, map.id()));
        assertEquals(next.id(), refused.details().get("id"));
        Refusal.of(Kind.INVALID, "record.range", () -> copies.copy(life.keeper, next.id()));
        Refusal.of(
                Kind.NOT_FOUND, "problem.not-found", () -> copies.copy(RecordWorld.coordinator("610000000"), map.id()));
    }
}
