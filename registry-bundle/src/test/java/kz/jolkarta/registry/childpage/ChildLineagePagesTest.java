package kz.jolkarta.registry.childpage;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.NothingMissed;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.awards.Quotas;
import kz.jolkarta.registry.children.Children;
import kz.jolkarta.registry.lineage.Lineage;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import kz.jolkarta.registry.residence.Residences;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class ChildLineagePagesTest {
    private final TestDatabase database;
    private final RecordWorld world;
    private final PageWorld pages;
    private final ChildLineagePages page;
    private final User coordinator = RecordWorld.coordinator(RecordWorld.REGION);
    private long child;

    ChildLineagePagesTest(TestDatabase database) {
        this.database = database;
        world = new RecordWorld(database);
        pages = new PageWorld(world);
        Gazetteer gazetteer = new Gazetteer(database);
        Children children = new Children(
                database,
                world.audit(),
                world.clock,
                gazetteer,
                TestTexts.ofClassPath(),
                new Residences(world.ledger, new Quotas(world.ledger)),
                new NothingMissed());
        page = new ChildLineagePages(children, new Lineage(world.ledger), world.ledger, gazetteer);
    }

    @BeforeEach
    void one() {
        child = world.child(RecordWorld.VILLAGE);
    }

    private String shown(User user) {
        return page.open(PageWorld.reader(user), pages.words, child).toString();
    }

    private void insert(String sql, Object... values) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", database.nextId());
        row.put("child", child);
        row.put("at", world.clock.now());
        for (int i = 0; i < values.length; i += 2) {
            row.put((String) values[i], values[i + 1]);
        }
        database.run(tx -> tx.update(sql, row));
    }

    @Test
    void aFreshRecordSaysWhenItWasRegisteredAndWhereTheChildLives() {
        String shown = shown(coordinator);
        assertTrue(shown.contains("Registered"), shown);
        assertTrue(shown.contains("Where the child lives and lived"), shown);
        assertTrue(shown.contains("No material shows the child."), shown);
        assertTrue(world.audited.stream().anyMatch(e -> e.kind().equals("child") && e.id() == child), "noted");
    }

    @Test
    void aMergeAndItsUndoAreNamedWithTheOtherRecord() {
        long gone = world.child(RecordWorld.VILLAGE);
        insert(
                "insert into child_merge (id, kept_id, gone_id, journal, merged_by, merged_at, undone_by, undone_at)"
                        + " values (:id, :child, :gone, '{}', 1, :at, 1, :at)",
                "gone",
                gone);
        String shown = shown(coordinator);
        assertTrue(shown.contains("Record no. " + gone + " was merged into this one"), shown);
        assertTrue(shown.contains("record no. " + gone + " is separate again"), shown);
    }

    @Test
    void formerPlacesStandBelowThePresentOne() {
        insert(
                "insert into child_residence (id, child_id, territory, valid_from, valid_to, moved_by, moved_at)"
                        + " values (:id, :child, :place, :from, :to, 1, :at)",
                "place",
                RecordWorld.CITY,
                "from",
                LocalDate.of(2020, 9, 1),
                "to",
                LocalDate.of(2023, 8, 31));
        String shown = shown(coordinator);
        assertTrue(shown.contains("1 Sep 2020 – 31 Aug 2023"), shown);
    }

    @Test
    void aPrizeLeadsToTheCoach() {
        long coach = world.staff(RecordWorld.CITY, "TEACHER");
        world.achievement(child, coach, AchievementLevel.REPUBLIC, 2, false, LocalDate.of(2025, 3, 1));
        String shown = shown(coordinator);
        assertTrue(shown.contains("href=/staff/" + coach), shown);
        assertTrue(shown.contains("place 2"), shown);
    }

    @Test
    void onlyWhoMaySeeAListIsLedToIt() {
        insert(
                "insert into import_batch (id, owner, territory, file_name, dry_run, header_row, headings, mapping, created_at, content)"
                        + " values (:id, 99, '', 'list.csv', false, 1, '[]', '{}', :at, :content)",
                "content",
                new byte[] {1});
        long batch = database.read(tx -> tx.number("select max(id) from import_batch", Map.of()));
        insert(
                "insert into import_change (import_id, child_id, row_no, kind, version_after)"
                        + " values (:batch, :child, 1, 'CREATED', 1)",
                "batch",
                batch);
        String list = "href=/imports/" + batch;
        assertFalse(shown(coordinator).contains(list), "another's list of several territories");
        assertTrue(shown(coordinator).contains("Brought in from a list"));
        assertTrue(shown(RecordWorld.coordinator("")).contains(list), "who sees the country sees it");
    }

    @Test
    void whoDoesNotReachTheChildFindsNothing() {
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> shown(RecordWorld.coordinator(RecordWorld.ELSEWHERE)));
    }
}
