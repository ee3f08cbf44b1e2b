package kz.jolkarta.registry.children;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.deliverables.DeliverableChoice;
import kz.jolkarta.registry.deliverables.Deliverables;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.tasks.Tasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class PartPagesTest {
    private final TestDatabase database;
    private final RecordWorld world;
    private final PageWorld pages;
    private final TalentPages talents;
    private final CategoryPages categories;
    private final ConsentPages consents;
    private final DiagnosticPages diagnostics;
    private final MarkPages marks;
    private final Caller coordinator = PageWorld.reader(RecordWorld.coordinator(RecordWorld.REGION));
    private long child;

    PartPagesTest(TestDatabase database) {
        this.database = database;
        world = new RecordWorld(database);
        pages = new PageWorld(world);
        Audit trail = new Trail();
        Parts parts = new Parts(database, world.clock, trail);
        talents = new TalentPages(parts);
        categories = new CategoryPages(parts);
        consents =
                new ConsentPages(parts, new Tasks(world.ledger), new DeliverableChoice(new Deliverables(world.ledger)));
        diagnostics = new DiagnosticPages(parts);
        marks = new MarkPages(new Marks(database, world.clock, trail));
    }

    private final class Trail implements Audit {
        @Override
        public void record(Tx tx, User user, Entry entry) {
            world.audited.add(entry);
        }

        @Override
        public void record(Tx tx, User user, List<Entry> entries) {
            world.audited.addAll(entries);
        }
    }

    @BeforeEach
    void one() {
        database.clear("task", "deliverable_child", "deliverable", "consent", "representative", "child_marks", "child");
        child = world.child(RecordWorld.VILLAGE);
        world.audited.clear();
    }

    private String talents(Caller reader) {
        return talents.list(reader, pages.words, child).toString();
    }

    private Response add(String... fields) {
        return talents.add(coordinator, pages.words, child, PageWorld.form(fields));
    }

    private String version() {
        return Long.toString(world.number("select version from child where id = :id", Map.of("id", child)));
    }

    private long id(String table) {
        return world.number("select max(id) from " + table + " where child_id = :child", Map.of("child", child));
    }

    @Test
    void theListNamesTheChildOffersTheFormAndNotesTheOpening() {
        String shown = talents(coordinator);
        assertTrue(shown.contains("lead=Әлихан Сынақов"), shown);
        assertTrue(shown.contains("text=sport, small=, href=/children/" + child + "/talents/"), shown);
        assertTrue(shown.contains("Form[action=/children/" + child + "/talents,"), shown);
        assertEquals(
                List.of("talents"),
                world.audited.stream().map(Audit.Entry::detail).toList());
    }

    @Test
    void whoOnlyReadsHasNoFormAndWhoWorksElsewhereNoList() {
        Caller reader = PageWorld.reader(RecordWorld.user(5, RecordWorld.REGION, Role.APPROVER));
        assertFalse(talents(reader).contains("Form["));
        assertFalse(talents(reader).contains("/talents/"), "nothing to open for a change");
        Caller elsewhere = PageWorld.reader(RecordWorld.coordinator("610000000"));
        Problem refusal = assertThrows(Problem.class, () -> talents(elsewhere));
        assertEquals(Problem.Kind.NOT_FOUND, refusal.kind());
    }

    @Test
    void aWrongEntryComesBackAsItWasTypedWithTheErrorAtItsField() {
        Response again = add("field", "arts", "subject", "Домбыра", "identifiedOn", "2030-01-01", "version", version());
        assertEquals(400, again.getStatus());
        String form = again.getEntity().toString();
        assertTrue(form.contains("values=[Домбыра]"), form);
        assertTrue(form.contains("error=The date must not be after today"), form);
        assertTrue(form.contains("open=true"), form);
    }

    @Test
    void anEntryIsAddedChangedAndRemoved() {
        Response added = add("field", "arts", "subject", "Домбыра", "identifiedOn", "2026-01-01", "version", version());
        assertEquals(
                "/children/" + child + "/talents?done=page.child.part.added",
                added.getLocation().toString());
        long talent = id("child_talent");
        String form = talents.open(coordinator, pages.words, child, talent).toString();
        assertTrue(form.contains("values=[arts]"), form);
        assertTrue(form.contains("values=[2026-01-01]"), form);

        talents.change(
                coordinator,
                pages.words,
                child,
                talent,
                PageWorld.form(
                        "field", "arts", "subject", "Қобыз", "identifiedOn", "2026-01-01", "version", version()));
        assertTrue(talents(coordinator).contains("text=Қобыз"));
        talents.end(coordinator, pages.words, child, talent, PageWorld.form("version", version()));
        assertFalse(talents(coordinator).contains("text=Қобыз"));
    }

    @Test
    void aChangeOfAnOlderStateComesBackToBeSentAnew() {
        long talent = id("child_talent");
        String seen = version();
        add("field", "arts", "identifiedOn", "2026-01-01", "version", seen);
        Response again = talents.change(
                coordinator,
                pages.words,
                child,
                talent,
                PageWorld.form("field", "technical", "identifiedOn", "2025-01-10", "version", seen));
        assertEquals(Problem.Kind.STALE.status(), again.getStatus());
        String form = again.getEntity().toString();
        assertTrue(form.contains("values=[technical]"), form);
        assertTrue(form.contains("name=version, label=, kind=HIDDEN, values=[" + version() + "]"), form);
    }

    @Test
    void aCategoryThatHasBegunIsEndedAndKept() {
        categories.add(
                coordinator,
                pages.words,
                child,
                PageWorld.form("category", "asp", "validFrom", "2026-01-01", "version", version()));
        long category = id("child_category");
        categories.end(coordinator, pages.words, child, category, PageWorld.form("version", version()));
        String shown = categories.list(coordinator, pages.words, child).toString();
        assertTrue(shown.contains("targeted social assistance"), shown);
        assertTrue(shown.contains(pages.words.date(RecordWorld.TODAY)), shown);
    }

    @Test
    void theWithdrawalOfAConsentNamesFirstWhatIsToBeTakenBack() {
        long consent = world.consent(child, LocalDate.of(2026, 1, 12));
        long material = database.nextId();
        database.run(tx -> {
            tx.update(
                    "insert into deliverable (id, measure, type, title, territory, state, deliverable_year, created_by,"
                            + " created_at) values (:id, 'information-support', 'video', 'Бейне', :territory, 'ADOPTED',"
                            + " 2026, 1, :at)",
                    Map.of("id", material, "territory", RecordWorld.VILLAGE, "at", world.clock.now()));
            tx.update(
                    "insert into deliverable_child (deliverable_id, child_id) values (:m, :c)",
                    Map.of("m", material, "c", child));
        });
        String found = consents.change(
                        coordinator,
                        pages.words,
                        child,
                        consent,
                        PageWorld.form("deliverableId-search", "БЕЙ", "purpose", "publicity", "version", version()))
                .getEntity()
                .toString();
        assertTrue(found.contains("label=Бейне · 2026"), "a material is found by its title: " + found);
        String before =
                consents.withdrawal(coordinator, pages.words, child, consent).toString();
        assertTrue(before.contains("within 15 working days"), before);
        assertTrue(before.contains("text=Бейне"), before);
        Response again = consents.withdraw(
                coordinator, pages.words, child, consent, PageWorld.form("by", "Анасы", "version", version()));
        assertEquals(400, again.getStatus());
        assertTrue(
                again.getEntity().toString().contains("values=[Анасы]"),
                again.getEntity().toString());

        Response done = consents.withdraw(
                coordinator,
                pages.words,
                child,
                consent,
                PageWorld.form("by", "Анасы", "reason", "өтініш", "version", version()));

        assertEquals(303, done.getStatus());
        assertEquals(1, world.number("select count(*) from task where child_id = :child", Map.of("child", child)));
        String shown = consents.list(coordinator, pages.words, child).toString();
        String form = "href=/api/children/" + child + "/consent-form?purpose=publicity&format=pdf&language=ru";
        assertTrue(shown.contains(form), shown);
        assertTrue(shown.contains("text=withdrawn, tone=LATE"), shown);
        String opened = consents.open(coordinator, pages.words, child, consent).toString();
        assertTrue(opened.contains("name=withdrawnOn"), opened);
        assertFalse(opened.contains("/withdrawal"), "it is withdrawn already");
    }

    @Test
    void diagnosticsAreUnderARightOfTheirOwn() {
        Problem refusal = assertThrows(Problem.class, () -> diagnostics.list(coordinator, pages.words, child));
        assertEquals(Problem.Kind.FORBIDDEN, refusal.kind());
        assertFalse(talents(coordinator).contains("/diagnostics"));
        Caller psychologist = PageWorld.reader(RecordWorld.user(6, RecordWorld.REGION, Role.PSYCHOLOGIST));
        diagnostics.add(
                psychologist,
                pages.words,
                child,
                PageWorld.form("heldOn", "2026-01-21", "method", "Равен", "version", version()));
        String shown = diagnostics.list(psychologist, pages.words, child).toString();
        assertTrue(shown.contains("text=Равен"), shown);
        assertTrue(
                shown.contains("Tab[name=Diagnostics, href=/children/" + child + "/diagnostics, current=true"), shown);
    }

    @Test
    void theMarksOfAYearAreSetAndAYearToComeIsRefused() {
        Response refused = marks.put(
                coordinator,
                pages.words,
                child,
                PageWorld.form("schoolYear", "2031", "excellent", "true", "version", version()));
        assertEquals(400, refused.getStatus());
        assertTrue(
                refused.getEntity().toString().contains("values=[2031]"),
                refused.getEntity().toString());
        marks.put(
                coordinator,
                pages.words,
                child,
                PageWorld.form("schoolYear", "2025", "excellent", "true", "version", version()));
        assertTrue(marks.list(coordinator, pages.words, child).toString().contains("text=2025/2026"));
    }
}
