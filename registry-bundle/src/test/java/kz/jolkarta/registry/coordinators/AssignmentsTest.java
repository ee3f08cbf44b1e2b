package kz.jolkarta.registry.coordinators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.RegistryWorld;
import kz.jolkarta.registry.ResourceHost.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A coordinator is named for many children at once, and that can be undone. */
@BothEngines
class AssignmentsTest {
    private static final int ENDLESS = 1000;

    private CoordinatorWorld world;
    private long staff;

    @BeforeEach
    void open(TestDatabase database) {
        world = new CoordinatorWorld(database);
        staff = world.appointed(world.cabinet(CoordinatorWorld.CITY), null);
    }

    private long submitted(String body) {
        Answer answer = world.api.post("coordinator-assignments", body);
        assertEquals(202, answer.status(), answer.text());
        long job = answer.json().get("job").asLong();
        assertEquals("http://localhost/api/jobs/" + job, answer.headers().get("Location"));
        return job;
    }

    private JsonNode result(long job) throws JsonProcessingException {
        return Json.mapper().readTree(world.result(job));
    }

    /** All that is kept of who answers for whom, but not the versions, which only go up. */
    private Map<Long, String> named() {
        Map<Long, String> named = new TreeMap<>();
        world.database.read(tx -> {
            tx.each(
                    "select id, coordinator_id, coordinator_since from child",
                    Map.of(),
                    row -> named.put(
                            row.number("id"),
                            row.optionalNumber("coordinator_id") + " " + row.optionalDate("coordinator_since")));
            return 0;
        });
        return named;
    }

    @Test
    void the_children_of_a_filter_get_the_coordinator_and_an_undo_restores_who_answered_before()
            throws JsonProcessingException {
        long before = world.appointed(world.cabinet(CoordinatorWorld.REGION), null);
        long first = world.child(CoordinatorWorld.CITY);
        long had = world.child(CoordinatorWorld.CITY);
        long elsewhere = world.child(world.village);
        long left = world.child(CoordinatorWorld.CITY);
        world.database.run(tx -> tx.update("update child set state = 'LEFT' where id = :id", Map.of("id", left)));
        world.name(had, before);
        Map<Long, String> start = named();
        long job = submitted(
                "{\"staffId\": %d, \"filter\": {\"territory\": \"%s\"}}".formatted(staff, CoordinatorWorld.REGION));
        world.work(job, ENDLESS);
        assertEquals(List.of(first, had), world.children("coordinator=" + staff));
        assertEquals(2, result(job).get("changed").asInt());
        assertEquals(2, result(job).get("refused").asInt());
        List<Long> refused = new ArrayList<>();
        result(job).get("left").forEach(one -> refused.add(one.get("id").asLong()));
        assertTrue(refused.containsAll(List.of(elsewhere, left)), refused.toString());
        assertTrue(result(job).get("left").toString().contains("выбыл"), "the reason is said in words");
        Answer undone = world.api.post("bulk-changes/" + job + "/undo", "");
        assertEquals(200, undone.status(), undone.text());
        assertEquals(2, undone.json().get("undone").asInt());
        assertEquals(start, named());
        assertEquals(
                4,
                world.world.audited.stream()
                        .filter(e -> e.detail().startsWith("coordinator, "))
                        .count(),
                "each child's change and its undo");
    }

    @Test
    void an_undo_leaves_alone_whom_somebody_has_named_another_coordinator_for_since() {
        long other = world.appointed(world.cabinet(CoordinatorWorld.REGION), null);
        long touched = world.child(CoordinatorWorld.CITY);
        long edited = world.child(CoordinatorWorld.CITY);
        long job = submitted("{\"staffId\": %d, \"children\": [%d, %d]}".formatted(staff, touched, edited));
        world.work(job, ENDLESS);
        world.name(touched, other);
        world.database.run(tx -> tx.update(
                "update child set version = version + 1, address = 'x' where id = :id", Map.of("id", edited)));
        JsonNode undone = world.api.post("bulk-changes/" + job + "/undo", "").json();
        assertEquals(1, undone.get("undone").asInt(), "another change of the child does not matter");
        assertEquals(touched, undone.get("kept").get(0).get("id").asLong());
        assertEquals(List.of(touched), world.children("coordinator=" + other));
        assertEquals(List.of(edited), world.children("coordinator=none"));
    }

    @Test
    void what_is_done_when_somebody_asks_to_stop_stays_and_can_be_undone() throws JsonProcessingException {
        List<Long> children = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            children.add(world.child(CoordinatorWorld.CITY));
        }
        Map<Long, String> start = named();
        long job = submitted("{\"staffId\": %d, \"filter\": {\"coordinator\": \"none\"}}".formatted(staff));
        world.work(job, 2);
        assertEquals(400, result(job).get("changed").asInt());
        assertEquals(400, (int)
                named().values().stream().filter(n -> n.contains("" + staff)).count());
        assertEquals(
                400,
                world.api
                        .post("bulk-changes/" + job + "/undo", "")
                        .json()
                        .get("undone")
                        .asInt());
        assertEquals(start, named());
    }

    @Test
    void children_out_of_reach_are_refused_like_unknown_ones() throws JsonProcessingException {
        long far = world.child(world.village);
        world.api.as(RegistryWorld.coordinator(CoordinatorWorld.CITY));
        long job = submitted("{\"staffId\": %d, \"children\": [%d, 77]}".formatted(staff, far));
        world.work(job, ENDLESS);
        assertEquals(0, result(job).get("changed").asInt());
        List<String> reasons = new ArrayList<>();
        result(job)
                .get("left")
                .forEach(one -> reasons.add(
                        one.get("reasons").toString().replace(one.get("id").asText(), "")));
        assertEquals(2, reasons.size());
        assertEquals(reasons.get(0), reasons.get(1));
    }

    @Test
    void a_wrong_wish_is_refused_before_anything_is_queued() {
        for (String wrong : List.of(
                "{\"staffId\": %d}",
                "{\"staffId\": %d, \"children\": [1], \"filter\": {}}",
                "{\"staffId\": %d, \"filter\": {\"colour\": \"x\"}}",
                "{\"staffId\": %d, \"filter\": {\"grade\": \"x\"}}",
                "{\"staffId\": %d, \"children\": [null]}",
                "{\"staffId\": 1, \"children\": [1]}")) {
            Answer answer = world.api.post("coordinator-assignments", wrong.formatted(staff));
            assertEquals(400, answer.status(), wrong + " " + answer.text());
        }
        assertEquals(List.of(), world.list(null, "", 1));
        world.api.as(RegistryWorld.psychologistOf(1));
        assertEquals(
                403,
                world.api
                        .post("coordinator-assignments", "{\"staffId\": 1, \"children\": [1]}")
                        .status());
    }

    @Test
    void nobody_but_who_started_a_job_undoes_it() {
        long job =
                submitted("{\"staffId\": %d, \"children\": [%d]}".formatted(staff, world.child(CoordinatorWorld.CITY)));
        world.work(job, ENDLESS);
        world.api.as(RegistryWorld.psychologistOf(1));
        assertEquals(404, world.api.post("bulk-changes/" + job + "/undo", "").status());
    }
}
