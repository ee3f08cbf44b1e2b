package kz.jolkarta.registry.roadmaps;

import static kz.jolkarta.registry.roadmaps.LivingMaps.TECHNOPARKS;
import static kz.jolkarta.registry.roadmaps.LivingMaps.due;
import static kz.jolkarta.registry.roadmaps.LivingMaps.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.internal.files.SheetFiles;
import kz.jolkarta.core.jobs.Job;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.bulk.BulkChanges;
import kz.jolkarta.registry.bulk.BulkDesk;
import kz.jolkarta.registry.records.Crowd;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import kz.jolkarta.registry.records.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class RoadMapApprovalsTest {
    private static final StepInput STEP = step(TECHNOPARKS, null, due(5, 20));

    private LivingMaps life;
    private BulkDesk desk;
    private RoadMapApprovals approvals;
    private BulkChanges changes;

    @BeforeEach
    void open(TestDatabase database) {
        database.clear(LivingMaps.TABLES);
        life = new LivingMaps(database);
        desk = new BulkDesk(database);
        Tables texts = new Tables(new SheetFiles(life.world.clock), TestTexts.ofClassPath());
        approvals = new RoadMapApprovals(life.world.ledger, desk, texts);
        changes = new BulkChanges(life.world.ledger, desk);
        changes.bind(new ApprovalUndo(life.world.ledger));
    }

    private RoadMap agreed() {
        return life.agree(life.draft(life.world.child(RecordWorld.VILLAGE), 2025, STEP));
    }

    private static List<Long> ids(RoadMap... maps) {
        return List.of(maps).stream().map(RoadMap::id).toList();
    }

    private static JsonNode result(Job job) throws Exception {
        return Json.mapper().readTree(job.result());
    }

    private RoadMapState state(RoadMap map) {
        return life.now(map).state();
    }

    @Test
    void manyAreApprovedAndEachRefusedOneIsNamedWithItsReason() throws Exception {
        RoadMap good = agreed();
        RoadMap draft = life.draft(life.world.child(RecordWorld.VILLAGE), 2025, STEP);
        long foreign = good.id() + 1;
        long job = approvals.start(life.head, List.of(good.id(), draft.id(), foreign), RoadMapFilter.ALL);
        Job done = desk.run(approvals, life.head, job);
        assertEquals(RoadMapState.APPROVED, state(good));
        assertEquals(life.head.id(), life.now(good).approvedBy());
        assertEquals(RoadMapState.DRAFT, state(draft));
        assertEquals(1, result(done).get("changed").asInt());
        assertEquals(2, result(done).get("refused").asInt());
        List<Long> left = StreamSupport.stream(result(done).get("left").spliterator(), false)
                .map(one -> one.get("id").asLong())
                .sorted()
                .toList();
        assertEquals(List.of(draft.id(), foreign).stream().sorted().toList(), left);
        String reason = result(done).get("left").toString();
        assertEquals(true, reason.contains("жоба"), reason);
    }

    @Test
    void theFilterTakesTheAgreedOnesOfTheUnitAndWhoDrewThemUpDoesNotApproveThem() throws Exception {
        RoadMap inVillage = agreed();
        RoadMap inCity = life.agree(life.draft(life.world.child(RecordWorld.CITY), 2025, STEP));
        RoadMapQuery query = new RoadMapQuery();
        query.territory = RecordWorld.DISTRICT;
        long own = approvals.start(life.keeper, List.of(), query.filter());
        Job refused = desk.run(approvals, life.keeper, own);
        assertEquals(0, result(refused).get("changed").asInt());
        desk.run(approvals, life.head, approvals.start(life.head, List.of(), query.filter()));
        assertEquals(RoadMapState.APPROVED, state(inVillage));
        assertEquals(RoadMapState.AGREED, state(inCity));
        Refusal.of(
                Kind.INVALID, "roadmap.none-to-approve", () -> approvals.start(life.head, List.of(), query.filter()));
        User coordinator = RecordWorld.user(12, RecordWorld.REGION, Role.COORDINATOR);
        Refusal.of(
                Kind.FORBIDDEN,
                "problem.forbidden",
                () -> approvals.start(coordinator, ids(inCity), RoadMapFilter.ALL));
    }

    @Test
    void anotherRegionsMapIsUnknownToTheJob() throws Exception {
        RoadMap map = agreed();
        User stranger = RecordWorld.coordinator("610000000");
        Job done = desk.run(approvals, stranger, approvals.start(stranger, ids(map), RoadMapFilter.ALL));
        assertEquals(1, result(done).get("refused").asInt());
        assertEquals(RoadMapState.AGREED, state(map));
    }

    @Test
    void aStoppedJobKeepsWhatItDidAndGoesOnFromThere() throws Exception {
        List<RoadMap> maps = new ArrayList<>();
        for (int i = 0; i < 102; i++) {
            maps.add(agreed());
        }
        long job = approvals.start(life.head, maps.stream().map(RoadMap::id).toList(), RoadMapFilter.ALL);
        desk.stopAfter(1);
        assertEquals(Job.State.CANCELLED, desk.run(approvals, life.head, job).state());
        assertEquals(RoadMapState.APPROVED, state(maps.get(99)));
        assertEquals(RoadMapState.AGREED, state(maps.get(100)));
        Job whole = desk.run(approvals, life.head, job);
        assertEquals(RoadMapState.APPROVED, state(maps.get(101)));
        assertEquals(102, result(whole).get("changed").asInt());
    }

    @Test
    void theUndoBringsBackWhatNobodyHasTouchedSince() throws Exception {
        long child = life.world.child(RecordWorld.VILLAGE);
        life.attend("open-day", RecordWorld.TODAY, child);
        RoadMap earlier =
                life.approve(life.agree(life.draft(child, 2024, step(null, null, LocalDate.of(2025, 5, 20)))));
        RoadMap map = life.agree(life.draft(child, 2025, STEP));
        RoadMap touched = agreed();
        long job = approvals.start(life.head, ids(map, touched), RoadMapFilter.ALL);
        desk.run(approvals, life.head, job);
        assertEquals(StepState.DONE, life.now(map).steps().get(0).state());
        assertEquals(RoadMapState.CLOSED, state(earlier));
        life.steps.add(life.keeper, touched.id(), OptionalInt.empty(), STEP);

        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> changes.undo(life.keeper, job));
        BulkChanges.Undone undone = changes.undo(life.head, job);
        assertEquals(1, undone.undone());
        assertEquals(touched.id(), undone.kept().get(0).id());
        assertEquals("roadmap.touched", undone.kept().get(0).reason().key());
        RoadMap back = life.now(map);
        assertEquals(RoadMapState.AGREED, back.state());
        assertEquals(map.agreedWith(), back.agreedWith());
        assertNull(back.approvedOn());
        assertEquals(StepState.PLANNED, back.steps().get(0).state());
        assertNull(back.steps().get(0).record());
        assertEquals(RoadMapState.APPROVED, state(earlier));
        assertNull(life.now(earlier).closedOn());
        assertEquals(RoadMapState.APPROVED, state(touched));
        assertEquals(0, changes.undo(life.head, job).undone(), "once more changes nothing");
    }

    @Test
    void twoMapsOfOneChildAreApprovedAsIfOneAfterTheOther() throws Exception {
        long child = life.world.child(RecordWorld.VILLAGE);
        RoadMap later = life.agree(life.draft(child, 2025, STEP));
        RoadMap earlier = life.agree(life.draft(child, 2024, step(null, null, LocalDate.of(2025, 5, 20))));
        long job = approvals.start(life.head, ids(earlier, later), RoadMapFilter.ALL);
        desk.run(approvals, life.head, job);
        assertEquals(RoadMapState.CLOSED, state(earlier));
        assertEquals(RoadMapState.APPROVED, state(later));
    }

    @Test
    void ofTwoApprovalsAtOnceOneCounts() {
        try (Crowd crowd = new Crowd()) {
            for (int run = 0; run < 5; run++) {
                RoadMap map = agreed();
                AtomicInteger approved = new AtomicInteger();
                crowd.all(i -> {
                    try {
                        life.approve(map);
                        approved.incrementAndGet();
                    } catch (Problem second) {
                        assertEquals(Kind.CONFLICT, second.kind());
                    }
                });
                assertEquals(1, approved.get());
                assertEquals(
                        1,
                        life
                                .maps
                                .history(life.keeper, map.id(), kz.jolkarta.registry.records.Paging.of(200, ""))
                                .items()
                                .stream()
                                .filter(event -> event.kind() == History.Kind.APPROVED)
                                .count());
            }
        }
    }

    @Test
    void aChangeOfTheContentBesideTheApprovalIsRefusedOrMakesTheMapADraft() {
        try (Crowd crowd = new Crowd()) {
            for (int run = 0; run < 10; run++) {
                RoadMap map = agreed();
                AtomicInteger approved = new AtomicInteger();
                AtomicInteger changed = new AtomicInteger();
                crowd.all(i -> {
                    try {
                        if (i == 0) {
                            life.approve(map);
                            approved.incrementAndGet();
                        } else if (i == 1) {
                            RoadMapInput other = new RoadMapInput(null, null, life.whole());
                            life.maps.update(life.keeper, map.id(), map.version(), other);
                            changed.incrementAndGet();
                        }
                    } catch (Problem second) {
                        assertEquals(true, second.kind() == Kind.CONFLICT || second.kind() == Kind.STALE);
                    }
                });
                assertEquals(1, approved.get() + changed.get());
                assertEquals(approved.get() == 1 ? RoadMapState.APPROVED : RoadMapState.DRAFT, state(map));
            }
        }
    }
}
