package kz.jolkarta.registry.roadmaps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who reads and writes which field of a road map. */
@BothEngines(RecordTables.class)
class ReadersTest {
    private final User keeper = RecordWorld.coordinator(RecordWorld.REGION);
    private final User psychologist = RecordWorld.user(4, RecordWorld.REGION, Role.PSYCHOLOGIST);
    private RecordWorld world;
    private RoadMaps maps;
    private RoadMap map;

    @BeforeEach
    void open(TestDatabase database) {
        database.clear("road_map_change", "road_map_step", "road_map_goal", "road_map", "road_map_form");
        world = new RecordWorld(database);
        maps = new RoadMaps(world.ledger, new Forms(world.ledger));
        map = maps.create(
                keeper, world.child(RecordWorld.VILLAGE), new RoadMapInput(2025, null, Map.of("goals", "Олимпиада")));
    }

    private RoadMap write(User user, RoadMap seen, Map<String, Object> content) {
        return maps.update(user, seen.id(), seen.version(), new RoadMapInput(null, null, content));
    }

    @Test
    void thePsychologistWritesTheDiagnosticsAndTheKeeperDoesNotSeeThem() {
        RoadMap tested = write(psychologist, map, Map.of("diagnostics-advice", "Зейіні жоғары"));
        assertEquals("Олимпиада", tested.content().get("goals"), "what the psychologist did not send stays");
        RoadMap seen = maps.get(psychologist, map.id()).shownTo(psychologist);
        assertEquals("Зейіні жоғары", seen.content().get("diagnostics-advice"));
        assertEquals(List.of(), seen.withheld());
        RoadMap kept = maps.get(keeper, map.id()).shownTo(keeper);
        assertFalse(kept.content().containsKey("diagnostics-advice"));
        assertEquals(List.of("diagnostics"), kept.withheld());
    }

    @Test
    void whatAKeeperMayNotSeeStaysWhenTheKeeperWrites() {
        RoadMap tested = write(psychologist, map, Map.of("diagnostics-advice", "Зейіні жоғары"));
        write(keeper, tested, Map.of("goals", "Республикалық олимпиада"));
        RoadMap now = maps.get(psychologist, map.id());
        assertEquals("Зейіні жоғары", now.content().get("diagnostics-advice"));
        assertEquals("Республикалық олимпиада", now.content().get("goals"));
    }

    @Test
    void nobodyWritesWhatIsAnothersToWrite() {
        Problem keepers = Refusal.of(
                Kind.INVALID,
                "roadmap.field-right",
                () -> write(keeper, map, Map.of("goals", "Олимпиада", "diagnostics-advice", "Жоғары")));
        assertEquals(
                List.of("content.diagnostics-advice"),
                keepers.fields().stream().map(Problem.FieldError::field).toList());
        Refusal.of(
                Kind.INVALID, "roadmap.field-right", () -> write(psychologist, map, Map.of("goals", "Басқа мақсат")));
        long other = world.child(RecordWorld.VILLAGE);
        Refusal.of(
                Kind.INVALID,
                "roadmap.field-right",
                () -> maps.create(keeper, other, new RoadMapInput(2025, null, Map.of("diagnostics-advice", "Жоғары"))));
    }

    @Test
    void thePsychologistDoesNotChangeTheTermNorWriteElsewhere() {
        Refusal.of(
                Kind.FORBIDDEN,
                "problem.forbidden",
                () -> maps.update(
                        psychologist,
                        map.id(),
                        map.version(),
                        new RoadMapInput(null, map.dueOn().plusDays(1), Map.of())));
        Refusal.of(
                Kind.NOT_FOUND,
                "problem.not-found",
                () -> write(RecordWorld.user(5, "610000000", Role.PSYCHOLOGIST), map, Map.of()));
    }

    @Test
    void whoComesTooLateIsNotToldWhatIsWithheld() {
        write(psychologist, map, Map.of("diagnostics-advice", "Зейіні жоғары"));
        Problem late =
                Refusal.of(Kind.STALE, "problem.stale", () -> write(keeper, map, Map.of("goals", "Басқа мақсат")));
        assertFalse(late.details().toString().contains("Зейіні"));
    }
}
