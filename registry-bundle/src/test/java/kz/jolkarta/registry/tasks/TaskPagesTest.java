package kz.jolkarta.registry.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.registry.Reminders;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class TaskPagesTest {
    private final TestDatabase database;
    private final RecordWorld world;
    private final PageWorld pages;
    private final TaskPages tasks;
    private final User coordinator = RecordWorld.coordinator(RecordWorld.REGION);
    private long withdrawn;

    TaskPagesTest(TestDatabase database) {
        this.database = database;
        world = new RecordWorld(database);
        pages = new PageWorld(world);
        tasks = new TaskPages(new Tasks(world.ledger), new TerritoryChoice(new Gazetteer(database), world.clock));
    }

    @BeforeEach
    void one() {
        database.clear("task");
        long child = world.child(RecordWorld.VILLAGE);
        database.run(tx -> TaskStore.open(
                tx,
                database::nextId,
                new TaskStore.New(
                        TaskKind.CONSENT_WITHDRAWN, child, 7, RecordWorld.VILLAGE, RecordWorld.TODAY.minusDays(1)),
                world.clock.now()));
        withdrawn = world.number("select id from task", Map.of());
    }

    private View list(User user, String... parameters) {
        return tasks.list(PageWorld.reader(user), pages.words, PageWorld.address("tasks", parameters));
    }

    private Response move(String... fields) {
        return tasks.move(PageWorld.reader(coordinator), pages.words, withdrawn, PageWorld.form(fields));
    }

    @Test
    void theListShowsWhatIsOverdueAndOpensIt() {
        String shown = list(coordinator).toString();
        assertTrue(shown.contains("act on the withdrawn consent"), shown);
        assertTrue(shown.contains("text=Overdue, tone=LATE"), shown);
        assertTrue(shown.contains("href=/tasks/" + withdrawn), shown);
    }

    @Test
    void aReportsTaskLeadsToTheReportAndIsNotDoneByHand() {
        database.run(tx -> new RegionReminders(world.ledger)
                .open(
                        tx,
                        java.util.List.of(new Reminders.Reminder(
                                9, RecordWorld.REGION, RecordWorld.TODAY, "2026", "/reports/2026/230000000"))));
        long report = world.number("select id from task where kind = 'REPORT_DUE'", Map.of());
        String shown = list(coordinator).toString();
        assertTrue(shown.contains("hand in the report"), shown);
        assertTrue(shown.contains("text=Report for 2026"), shown);
        assertTrue(shown.contains("href=/reports/2026/230000000"), shown);
        String opened =
                tasks.open(PageWorld.reader(coordinator), pages.words, report).toString();
        assertTrue(opened.contains("It cannot be closed by hand."), opened);
        assertFalse(opened.contains("Take it for done"), opened);
    }

    @Test
    void aFilterStandsAsAChipThatDropsIt() {
        String shown = list(coordinator, "state", "done").toString();
        assertTrue(shown.contains("Chip[label=State: done, href=/tasks,"), shown);
        assertFalse(shown.contains("href=/tasks/" + withdrawn));
        assertTrue(shown.contains("There is no such task."), shown);
    }

    @Test
    void whoWorksElsewhereSeesNoneAndOpensNone() {
        User elsewhere = RecordWorld.coordinator("610000000");
        assertFalse(list(elsewhere).toString().contains("href=/tasks/" + withdrawn));
        Problem refusal =
                assertThrows(Problem.class, () -> tasks.open(PageWorld.reader(elsewhere), pages.words, withdrawn));
        assertEquals(Problem.Kind.NOT_FOUND, refusal.kind());
    }

    @Test
    void withoutANoteTheFormComesAgainWithTheErrorAtTheNote() {
        Response again = move("state", "done", "version", "1");
        assertEquals(400, again.getStatus());
        assertTrue(
                again.getEntity().toString().contains("name=reason, "),
                again.getEntity().toString());
        assertTrue(again.getEntity().toString().contains("error=Write what was done"));
    }

    @Test
    void withANoteItIsDoneAndTheListSaysSo() {
        Response done = move("state", "done", "version", "1", "reason", "materials taken back");
        assertEquals(303, done.getStatus());
        assertEquals(
                "/tasks/" + withdrawn + "?done=page.tasks.moved",
                done.getLocation().toString());
        assertTrue(list(coordinator).toString().contains("text=done, tone=OK"));
    }
}
