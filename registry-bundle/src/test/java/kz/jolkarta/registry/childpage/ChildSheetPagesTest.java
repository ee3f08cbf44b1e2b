package kz.jolkarta.registry.childpage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.internal.files.SheetFiles;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.RegionSets;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.NothingMissed;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.activities.Activities;
import kz.jolkarta.registry.activities.Marks;
import kz.jolkarta.registry.attachments.Attachments;
import kz.jolkarta.registry.awards.Quotas;
import kz.jolkarta.registry.children.Children;
import kz.jolkarta.registry.duplicates.Pairs;
import kz.jolkarta.registry.entitlement.ChildEntitlements;
import kz.jolkarta.registry.entitlement.Sweeps;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.proposals.ChildOffers;
import kz.jolkarta.registry.proposals.MapDrafts;
import kz.jolkarta.registry.proposals.Proposals;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Tables;
import kz.jolkarta.registry.residence.Moves;
import kz.jolkarta.registry.residence.Residences;
import kz.jolkarta.registry.residence.Transfers;
import kz.jolkarta.registry.roadmaps.Forms;
import kz.jolkarta.registry.roadmaps.RoadMapSteps;
import kz.jolkarta.registry.roadmaps.RoadMaps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class ChildSheetPagesTest {
    private static final String NUMBER = "140501500018";

    private final TestDatabase database;
    private final RecordWorld world;
    private final PageWorld pages;
    private final ChildSheetPages page;
    private final User coordinator = RecordWorld.coordinator(RecordWorld.REGION);
    private long child;

    ChildSheetPagesTest(TestDatabase database) {
        this.database = database;
        world = new RecordWorld(database);
        pages = new PageWorld(world);
        Gazetteer gazetteer = new Gazetteer(database);
        Tables texts = new Tables(new SheetFiles(world.clock), TestTexts.ofClassPath());
        Children children = new Children(
                database,
                new Trail(),
                world.clock,
                gazetteer,
                TestTexts.ofClassPath(),
                new Residences(world.ledger, new Quotas(world.ledger)),
                new NothingMissed());
        Forms forms = new Forms(world.ledger);
        RoadMaps maps = new RoadMaps(world.ledger, forms);
        Proposals proposals = new Proposals(world.ledger, gazetteer);
        MapDrafts drafts =
                new MapDrafts(world.ledger, proposals, forms, maps, new RoadMapSteps(world.ledger, maps), texts);
        ChildOffers offers = new ChildOffers(proposals, drafts, maps, texts);
        Sweeps sweeps = new Sweeps(world.ledger, new EveryRegion(), gazetteer, TestTexts.ofClassPath());
        Attachments attachments = new Attachments(world.ledger);
        ChildSheet sheet = new ChildSheet(
                world.ledger,
                maps,
                new ChildEntitlements(sweeps),
                offers,
                new Pairs(world.ledger, null),
                attachments,
                new Transfers(
                        world.ledger,
                        new Moves(world.ledger, new Residences(world.ledger, new Quotas(world.ledger)), gazetteer)),
                new Marks(world.ledger, new Activities(world.ledger)),
                texts);
        page = new ChildSheetPages(children, sheet, offers, attachments);
    }

    /** Tells the world what the service of children notes. */
    private final class Trail implements Audit {
        @Override
        public void record(kz.jolkarta.core.db.Tx tx, User user, Entry entry) {
            world.audited.add(entry);
        }

        @Override
        public void record(kz.jolkarta.core.db.Tx tx, User user, List<Entry> entries) {
            world.audited.addAll(entries);
        }
    }

    /** Every region carries out every measure, none has a centre. */
    private static final class EveryRegion implements RegionSets {
        @Override
        public Map<String, Absence> absences(String region, LocalDate day) {
            return Map.of();
        }

        @Override
        public void requireRun(String measure, String territory, LocalDate day) {}

        @Override
        public List<String> withCentre(LocalDate day) {
            return List.of();
        }
    }

    @BeforeEach
    void one() {
        database.clear(
                "duplicate_pair",
                "attachment",
                "road_map_change",
                "road_map_step",
                "road_map_goal",
                "road_map",
                "presence_mark",
                "presence",
                "activity_session",
                "participation",
                "activity",
                "award",
                "achievement",
                "consent",
                "representative",
                "child");
        child = world.child(RecordWorld.VILLAGE);
        database.run(tx -> tx.update("update child set iin = :iin", Map.of("iin", NUMBER)));
        world.audited.clear();
    }

    private View shown(User user) {
        return page.open(PageWorld.reader(user), pages.words, child, null);
    }

    private String text() {
        return shown(coordinator).toString();
    }

    private List<String> noted() {
        return world.audited.stream()
                .map(entry -> entry.action() + " " + entry.kind() + " " + entry.detail())
                .toList();
    }

    private Response propose(String code) {
        return page.propose(PageWorld.reader(coordinator), pages.words, child, PageWorld.form("proposal", code));
    }

    private Response keep(String name, String content, String word) {
        FormInput input = new FormInput(
                Map.of("noIdentityDocument", List.of(word), "kind", List.of("diploma")),
                Map.of(
                        "file",
                        new FormInput.Upload(
                                name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))));
        return page.keep(PageWorld.reader(coordinator), pages.words, child, input);
    }

    @Test
    void theChildIsShownWithItsNumberMaskedAndOneOpeningIsNoted() {
        View view = shown(coordinator);
        assertEquals("Әлихан Сынақов", view.title());
        assertTrue(view.toString().contains("IIN ••••••••0018"), view.toString());
        assertFalse(view.toString().contains(NUMBER));
        assertTrue(view.toString().contains("11 years old (1 May 2014)"), view.toString());
        assertEquals(List.of("READ child "), noted());
    }

    @Test
    void theWholeNumberIsShownOnceToWhoMayChangeTheChildAndThatIsNoted() {
        View view = page.number(PageWorld.reader(coordinator), pages.words, child);
        assertTrue(view.toString().contains("IIN " + NUMBER), view.toString());
        assertFalse(view.toString().contains("/iin"), "there is nothing more to show");
        assertEquals(List.of("READ child iin"), noted());
    }

    @Test
    void whoOnlyReadsIsNotOfferedTheNumberAndDoesNotGetIt() {
        User reader = RecordWorld.user(5, RecordWorld.REGION, Role.APPROVER);
        assertFalse(shown(reader).toString().contains("/iin"));
        assertFalse(shown(reader).toString().contains("kind=POST"), "nothing can be done by who only reads");
        Problem refusal = assertThrows(Problem.class, () -> page.number(PageWorld.reader(reader), pages.words, child));
        assertEquals(Problem.Kind.FORBIDDEN, refusal.kind());
    }

    @Test
    void aChildOfAnotherTerritoryIsNotThere() {
        Problem refusal = assertThrows(Problem.class, () -> shown(RecordWorld.coordinator("610000000")));
        assertEquals(Problem.Kind.NOT_FOUND, refusal.kind());
    }

    @Test
    void aCategoryAboutToEndIsSeen() {
        database.run(tx -> {
            category(tx, "LARGE_FAMILY", RecordWorld.TODAY.plusDays(60));
            category(tx, "ASP", RecordWorld.TODAY.plusDays(61));
            category(tx, "ORPHAN", RecordWorld.TODAY.minusDays(1));
        });
        String shown = text();
        assertTrue(shown.contains("text=large family, tone=RUN"), shown);
        assertTrue(shown.contains("60 days left"), shown);
        assertTrue(shown.contains("text=targeted social assistance, tone=PLAIN"), shown);
        assertFalse(shown.contains("text=orphan"), "it has ended");
    }

    private void category(kz.jolkarta.core.db.Tx tx, String category, LocalDate until) {
        tx.update(
                "insert into child_category (id, child_id, category, valid_from, valid_to)"
                        + " values (:id, :child, :category, :from, :to)",
                Map.of(
                        "id",
                        database.nextId(),
                        "child",
                        child,
                        "category",
                        category,
                        "from",
                        LocalDate.of(2025, 1, 1),
                        "to",
                        until));
    }

    @Test
    void consentsThatWereNotGivenAreNamedBesideTheOneThatHolds() {
        world.consent(child, LocalDate.of(2026, 1, 12));
        long withdrawn = world.consent(child, LocalDate.of(2025, 1, 12));
        world.withdraw(withdrawn, LocalDate.of(2025, 2, 1));
        String shown = text();
        assertTrue(shown.contains("tone=OK, text=publicity, small=12 Jan 2026"), shown);
        assertFalse(shown.contains("12 Jan 2025"), "it was withdrawn");
        assertTrue(shown.contains("No consent: processing of data"), shown);
        assertTrue(shown.contains("No consent: transfer to third parties"), shown);
    }

    @Test
    void anAchievementNamesItsCoach() {
        long coach = world.staff(RecordWorld.VILLAGE, "TEACHER");
        world.achievement(child, coach, AchievementLevel.REGION, 2, false, LocalDate.of(2026, 2, 1));
        String shown = text();
        assertTrue(shown.contains("regional · place 2 · 1 Feb 2026 · coach Ұстаз Айгүл"), shown);
    }

    @Test
    void theTeamIsCalledByWhoMayReadTheStaff() {
        long coach = world.staff(RecordWorld.VILLAGE, "TEACHER");
        world.achievement(child, coach, AchievementLevel.REGION, 2, false, LocalDate.of(2026, 2, 1));
        assertFalse(text().contains("tel:"), "nobody's number is known");
        database.run(tx -> tx.update("update staff set phone = '+77012345678' where id = :id", Map.of("id", coach)));
        String shown = text();
        assertTrue(shown.contains("coach · +7\u00a0701\u00a0234\u00a056\u00a078"), shown);
        assertTrue(shown.contains("href=tel:+77012345678"), shown);
        assertEquals(Map.of(), database.read(tx -> TeamStore.phones(tx, List.of(coach), Scope.of("610000000"))));
    }

    @Test
    void whatComesNextIsToldByTheDaysOfActivitiesSinceNoLessonIsPlanned() {
        activity("open-day", "OPEN", LocalDate.of(2026, 1, 10), LocalDate.of(2026, 12, 20));
        long runs = activity("open-day", "OPEN", LocalDate.of(2026, 1, 10), LocalDate.of(2026, 12, 20));
        participation(runs, "ACCEPTED");
        participation(activity("open-day", "OPEN", LocalDate.of(2026, 12, 22), LocalDate.of(2026, 12, 24)), "ACCEPTED");
        participation(activity("open-day", "OPEN", LocalDate.of(2026, 12, 21), LocalDate.of(2026, 12, 24)), "WAITING");
        String shown = text();
        assertTrue(shown.contains("Runs until 20 Dec 2026") && shown.contains("No timetable is kept"), shown);
        assertTrue(shown.contains("Next known date: 22 Dec 2026"), shown);
        assertFalse(shown.contains("21 Dec 2026, it begins"), "no place there yet: " + shown);
    }

    @Test
    void theYearHasALaneForWhatWasAttendedWithBothMarks() {
        long activity = activity("open-day", "HELD", LocalDate.of(2026, 1, 10), LocalDate.of(2026, 2, 20));
        long participation = participation(activity, "ATTENDED");
        lesson(activity, participation, LocalDate.of(2026, 1, 10), true);
        String shown = text();
        assertTrue(shown.contains("Span[label=1 / 1 sessions, tone=OK, from=1, to=3]"), shown);
        assertTrue(shown.contains("with a second mark: 0 of 1"), shown);
        String before = page.open(PageWorld.reader(coordinator), pages.words, child, "2025")
                .toString();
        assertFalse(before.contains("Span["), "nothing of it lies in the year before");
    }

    @Test
    void theSecondMarkOfTheLastLessonIsGivenOnTheChildsPage() {
        long activity = activity("open-day", "OPEN", LocalDate.of(2026, 1, 10), LocalDate.of(2026, 12, 20));
        long participation = participation(activity, "ACCEPTED");
        lesson(activity, participation, LocalDate.of(2026, 1, 10), true);
        String shown = text();
        assertTrue(shown.contains("Last lesson: 10 Jan 2026"), shown);
        assertTrue(shown.contains("roll: present") && shown.contains("no second mark yet"), shown);
        assertTrue(shown.contains("Representative confirms"), shown);

        FormInput given = PageWorld.form("participation", Long.toString(participation));
        page.confirm(PageWorld.reader(coordinator), pages.words, child, given);
        String after = text();
        assertTrue(after.contains("second mark given") && !after.contains("Representative confirms"), after);

        lesson(activity, participation, LocalDate.of(2026, 1, 17), false);
        String absent = text();
        assertTrue(absent.contains("Last lesson: 17 Jan 2026") && absent.contains("roll: absent"), absent);
        assertFalse(absent.contains("Representative confirms"), "nobody confirms who was not there");
    }

    private void lesson(long activity, long participation, LocalDate on, boolean present) {
        long session = database.nextId();
        database.run(tx -> {
            tx.update(
                    "insert into activity_session (id, activity_id, held_on) values (:id, :activity, :on)",
                    Map.of("id", session, "activity", activity, "on", on));
            tx.update(
                    "insert into presence (session_id, participation_id, present) values (:s, :p, :present)",
                    Map.of("s", session, "p", participation, "present", present));
        });
    }

    @Test
    void theRepresentativeIsCalledByOneClick() {
        database.run(tx -> tx.update(
                "insert into representative (id, child_id, name, relation, phone)"
                        + " values (:id, :child, 'Сания', 'MOTHER', '+7 (701) 000-11-22')",
                Map.of("id", database.nextId(), "child", child)));
        assertTrue(text().contains("href=tel:+77010001122"), text());
    }

    private long activity(String type, String state, LocalDate starts, LocalDate ends) {
        long id = database.nextId();
        database.run(tx -> tx.update(
                "insert into activity (id, measure, type, title, territory, starts, ends, state, created_by, created_at)"
                        + " values (:id, 'technoparks', :type, 'Ашық күн', :territory, :starts, :ends, :state, 1, :at)",
                Map.of(
                        "id",
                        id,
                        "type",
                        type,
                        "territory",
                        RecordWorld.VILLAGE,
                        "starts",
                        starts,
                        "ends",
                        ends,
                        "state",
                        state,
                        "at",
                        world.clock.now())));
        return id;
    }

    private long participation(long activity, String state) {
        long id = database.nextId();
        database.run(tx -> tx.update(
                "insert into participation (id, activity_id, child_id, state, applied_at)"
                        + " values (:id, :activity, :child, :state, :at)",
                Map.of("id", id, "activity", activity, "child", child, "state", state, "at", world.clock.now())));
        return id;
    }

    @Test
    void whatTheMeasuresOfferBecomesAStepByOneClickAndASecondTimeIsExplained() {
        String before = text();
        assertTrue(before.contains("Entitled but not reached"), before);
        assertTrue(before.contains("The child has no individual road map yet."), before);
        assertTrue(before.contains("proposal=technoparks/course"), before);

        Response done = propose("technoparks/course");

        assertEquals(
                "/children/" + child + "?done=page.child.proposed#plan",
                done.getLocation().toString());
        String after = text();
        assertTrue(after.contains("0 / 1 steps"), after);
        assertTrue(after.contains("Step[state=RUN, mark=1"), after);
        Response again = propose("technoparks/course");
        assertEquals(409, again.getStatus());
        assertTrue(
                again.getEntity().toString().contains("Notice[tone=LATE"),
                again.getEntity().toString());
    }

    @Test
    void aDraftedMapIsOpened() {
        Response done = page.draft(PageWorld.reader(coordinator), pages.words, child);
        long map = world.number("select id from road_map where child_id = :child", Map.of("child", child));
        assertEquals(
                "/road-maps/" + map + "?done=page.child.drafted",
                done.getLocation().toString());
    }

    @Test
    void aRecordThatMayBeTheSameChildIsNoticed() {
        long other = world.child(RecordWorld.CITY);
        long pair = database.nextId();
        database.run(tx -> tx.update(
                "insert into duplicate_pair (id, child_a, child_b, likeness, evidence, found_at)"
                        + " values (:id, :a, :b, 90, '', :at)",
                Map.of("id", pair, "a", Math.min(child, other), "b", Math.max(child, other), "at", world.clock.now())));
        assertTrue(text().contains("href=/duplicates/" + pair), text());
    }

    @Test
    void aFileIsKeptAndRemovedAndWithoutTheWordTheFormComesAgain() {
        Response again = keep("diploma.txt", "Диплом", "false");
        assertEquals(400, again.getStatus());
        assertTrue(
                again.getEntity().toString().contains("error=Confirm that the file is no copy"),
                again.getEntity().toString());
        Response foreign = keep("diploma.exe", "MZ", "true");
        assertTrue(
                foreign.getEntity().toString().contains("error=A PDF, PNG"),
                foreign.getEntity().toString());

        assertEquals(303, keep("diploma.txt", "Диплом", "true").getStatus());

        long file = world.number("select id from attachment where owner_id = :child", Map.of("child", child));
        assertTrue(text().contains("href=/api/attachments/" + file), text());
        long another = world.child(RecordWorld.CITY);
        assertThrows(
                Problem.class,
                () -> page.remove(PageWorld.reader(coordinator), another, file),
                "it is not that child's");
        page.remove(PageWorld.reader(coordinator), child, file);
        assertTrue(text().contains("There are no files."));
    }
}
