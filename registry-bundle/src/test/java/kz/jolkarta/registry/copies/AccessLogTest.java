package kz.jolkarta.registry.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.AuditDetail;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.access.AuditTrail;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.activities.ParticipationState;
import kz.jolkarta.registry.awards.AwardState;
import kz.jolkarta.registry.children.ChildState;
import kz.jolkarta.registry.duplicates.PairState;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import kz.jolkarta.registry.roadmaps.RoadMapState;
import kz.jolkarta.registry.tasks.TaskState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class AccessLogTest {
    private final TestDatabase database;
    private final RecordWorld world;
    private final AuditTrail trail;
    private final AccessLog log;
    private final User coordinator = RecordWorld.coordinator(RecordWorld.REGION);
    private final User psychologist = RecordWorld.user(2, RecordWorld.REGION, Role.PSYCHOLOGIST);
    private long child;

    AccessLogTest(TestDatabase database) {
        this.database = database;
        world = new RecordWorld(database);
        trail = new AuditTrail(database, world.clock);
        log = new AccessLog(world.ledger, TestTexts.ofClassPath());
    }

    @BeforeEach
    void child() {
        child = world.child(RecordWorld.VILLAGE);
        world.audited.clear();
    }

    private void did(User user, Action action, String kind, long id, String detail) {
        world.clock.advance(Duration.ofMinutes(1));
        database.run(tx -> trail.record(tx, user, new Audit.Entry(action, kind, id, RecordWorld.VILLAGE, detail)));
    }

    private List<AccessEntry> entries(User user, Language language, AccessFilter filter) {
        return log.list(new Caller(user, language), child, filter, Paging.of(100, ""))
                .items();
    }

    private List<AccessEntry> entries(AccessFilter filter) {
        return entries(coordinator, Language.RU, filter);
    }

    private long award(long holder) {
        long id = database.nextId();
        database.run(tx -> tx.update(
                "insert into award (id, measure, type, award_year, territory, child_id, state, proposed_by, created_at)"
                        + " values (:id, 'health-camps', 'camp', 2026, :territory, :child, 'APPROVED', 1, :at)",
                Map.of("id", id, "territory", RecordWorld.VILLAGE, "child", holder, "at", world.clock.now())));
        return id;
    }

    @Test
    void itTellsInPlainWordsWhoDidWhatUnderWhichRight() {
        did(coordinator, Action.CREATE, "child", child, "");
        did(psychologist, Action.READ, "child", child, "diagnostics");
        did(coordinator, Action.UPDATE, "child", child, "birthDate,address");
        did(coordinator, Action.EXPORT, "child", child, "print consent-form processing 1");

        List<AccessEntry> found = entries(AccessFilter.ALL);
        assertEquals(
                List.of(
                        "карточка ребёнка: распечатано (бланк согласия)",
                        "карточка ребёнка: изменено (дата рождения, адрес)",
                        "карточка ребёнка: открыто (диагностика)",
                        "карточка ребёнка: внесена запись"),
                found.stream().map(AccessEntry::what).toList());
        assertEquals(
                List.of(Right.CHILDREN_WRITE, Right.CHILDREN_WRITE, Right.DIAGNOSTICS_READ, Right.CHILDREN_WRITE),
                found.stream().map(AccessEntry::right).toList());
        assertEquals(
                List.of("u1", "u1", "u2", "u1"),
                found.stream().map(AccessEntry::login).toList());
        assertEquals(
                "баланың карточкасы: ашылды (диагностика)",
                entries(coordinator, Language.KK, AccessFilter.ALL).get(2).what());
    }

    @Test
    void itReachesOverAllRecordsOfTheChildAndNoneOfAnother() {
        long mine = award(child);
        long other = world.child(RecordWorld.VILLAGE);
        did(coordinator, Action.APPROVE, "award", mine, "PROPOSED > APPROVED");
        did(coordinator, Action.APPROVE, "award", award(other), "PROPOSED > APPROVED");
        did(coordinator, Action.READ, "child", other, "");

        List<AccessEntry> found = entries(AccessFilter.ALL);
        assertEquals(List.of(mine), found.stream().map(AccessEntry::recordId).toList());
        assertEquals("award", found.get(0).kind());
        assertEquals(Right.AWARDS_APPROVE, found.get(0).right());
    }

    @Test
    void whatWasRecordedOfADuplicateIsTheChildsToo() {
        long same = world.child(RecordWorld.VILLAGE);
        did(coordinator, Action.READ, "child", same, "");
        assertEquals(List.of(), entries(AccessFilter.ALL));
        database.run(tx -> tx.update(
                "update child set merged_into = :child where id = :same", Map.of("child", child, "same", same)));
        assertEquals(same, entries(AccessFilter.ALL).get(0).recordId());
    }

    @Test
    void aRefusalNamesTheRightThatWasWanting() {
        did(psychologist, Action.REFUSED, "child", child, "CHILDREN_EXPORT");
        AccessEntry refused = entries(AccessFilter.ALL).get(0);
        assertEquals(Right.CHILDREN_EXPORT, refused.right());
        assertEquals("карточка ребёнка: в доступе отказано", refused.what());
    }

    @Test
    void aDetailIsToldInWordsAndWithoutNumbersOfRecords() {
        did(coordinator, Action.UPDATE, "child", child, "coordinator, job 77");
        assertEquals(
                "карточка ребёнка: изменено (координатор, задание)",
                entries(AccessFilter.ALL).get(0).what());
        did(coordinator, Action.READ, "child", child, "proposals");
        assertEquals(
                "карточка ребёнка: открыто (предложения мер)",
                entries(AccessFilter.ALL).get(0).what());
    }

    @Test
    void everyStateThatARecordOfAChildMayComeToHasAWord() {
        for (List<? extends Enum<?>> states : List.of(
                List.of(ChildState.values()),
                List.of(RoadMapState.values()),
                List.of(ParticipationState.values()),
                List.of(AwardState.values()),
                List.of(TaskState.values()),
                List.of(PairState.values()))) {
            states.forEach(state ->
                    assertEquals(List.of(), AuditDetail.unknown(TestTexts.ofClassPath(), state.name()), state.name()));
        }
    }

    @Test
    void everyKindOfRecordThatTheLogIsReadOfHasWords() {
        for (String kind : AccessStore.RECORDS.keySet()) {
            assertTrue(TestTexts.ofClassPath().has("access-log.kind." + kind), kind);
        }
    }

    @Test
    void everyActionOnEveryKindOfRecordHasItsWords() {
        AccessWords words = new AccessWords(TestTexts.ofClassPath());
        for (Action action : Action.values()) {
            for (String kind : List.of("child", "road-map", "award", "payment", "attachment", "task", "unheard-of")) {
                AccessStore.Kept entry =
                        new AccessStore.Kept(1, world.clock.now(), 1, "u", action, kind, 1, "import 7");
                Right right = UsedRight.of(action, kind, "import 7");
                for (Language language : Language.values()) {
                    String told = words.of(entry, language) + words.right(right, language);
                    assertFalse(told.matches(".*[\\[\\]{}].*"), told);
                }
            }
        }
    }

    @Test
    void daysPersonAndActionNarrowIt() {
        world.clock.set(LocalDate.of(2026, 3, 1));
        did(coordinator, Action.READ, "child", child, "");
        world.clock.set(LocalDate.of(2026, 3, 2));
        did(psychologist, Action.READ, "child", child, "");
        did(coordinator, Action.UPDATE, "child", child, "address");

        assertEquals(
                2,
                entries(AccessLogResource.filter("2026-03-02", "2026-03-02", null, null))
                        .size());
        assertEquals(
                1,
                entries(AccessLogResource.filter(null, "2026-03-01", null, null))
                        .size());
        assertEquals(
                1, entries(AccessLogResource.filter(null, null, "u2", null)).size());
        assertEquals(
                1, entries(AccessLogResource.filter(null, null, "u1", "update")).size());
    }

    @Test
    void pagesAndTheExportShowEveryEntryOnceOverAllKinds() {
        long award = award(child);
        for (int i = 0; i < 4; i++) {
            did(coordinator, Action.READ, "child", child, "");
            did(coordinator, Action.UPDATE, "award", award, "x");
        }
        Caller caller = new Caller(coordinator, Language.EN);
        List<Long> seen = new ArrayList<>();
        String after = "";
        do {
            Page<AccessEntry> page = log.list(caller, child, AccessFilter.ALL, Paging.of(3, after));
            page.items().forEach(e -> seen.add(e.id()));
            after = page.next();
        } while (!after.isEmpty());
        List<Long> exported = new ArrayList<>();
        log.export(caller, child, AccessFilter.ALL).each(e -> exported.add(e.id()));
        assertEquals(8, seen.stream().distinct().count());
        assertEquals(8, seen.size());
        assertEquals(seen, exported);
    }

    @Test
    void lookingAtTheLogIsNotedAndTheRightReachesTheTerritory() {
        entries(AccessFilter.ALL);
        assertEquals("access-log", world.audited.get(0).detail());
        User auditor = RecordWorld.user(5, RecordWorld.REGION, Role.AUDITOR);
        entries(auditor, Language.KK, AccessFilter.ALL);
        assertEquals(2, world.audited.size());

        User elsewhere = RecordWorld.user(5, "610000000", Role.AUDITOR);
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> entries(elsewhere, Language.KK, AccessFilter.ALL));
        Refusal.of(Kind.FORBIDDEN, "problem.forbidden", () -> entries(psychologist, Language.KK, AccessFilter.ALL));
    }

    @Test
    void rolesAreThoseOfTheAccountEachOnce() {
        long id = database.nextId();
        database.run(tx -> {
            tx.update(
                    "insert into account (id, login, name, password_hash, created_at) values (:id, :login, 'x', 'x', :at)",
                    Map.of("id", id, "login", "a" + id, "at", world.clock.now()));
            for (String place : List.of(RecordWorld.REGION, RecordWorld.DISTRICT)) {
                tx.update(
                        "insert into account_grant (account_id, role, territory) values (:id, 'coordinator', :place)",
                        Map.of("id", id, "place", place));
            }
        });
        did(RecordWorld.user(id, RecordWorld.REGION, Role.COORDINATOR), Action.READ, "child", child, "");
        List<String> roles = entries(AccessFilter.ALL).get(0).roles();
        assertEquals(List.of("coordinator"), roles);
        assertEquals(List.of("үйлестіруші"), new AccessWords(TestTexts.ofClassPath()).roles(roles, Language.KK));
    }
}
