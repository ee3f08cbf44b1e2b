package kz.jolkarta.registry.activities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.PageWorld;
import kz.jolkarta.registry.allocation.Allocations;
import kz.jolkarta.registry.allocation.SeatsAllocationPages;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.StateChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class ActivityPagesTest {
    private static final String CODE = "technoparks";

    private final RecordWorld world;
    private final PageWorld pages;
    private final ActivityWorld all;
    private final User coordinator = RecordWorld.coordinator(RecordWorld.REGION);

    ActivityPagesTest(TestDatabase database) {
        world = new RecordWorld(database);
        pages = new PageWorld(world);
        all = new ActivityWorld(database, world);
    }

    @BeforeEach
    void today() {
        world.clock.set(RecordWorld.TODAY);
    }

    private Activity activity(String type, Integer seats) {
        Map<String, Object> fields = type.equals("course") ? Map.of("topic", "Роботтар") : Map.of();
        return all.activities.create(
                coordinator,
                CODE,
                new ActivityInput(
                        type,
                        "Ашық есік күні",
                        RecordWorld.DISTRICT,
                        null,
                        null,
                        null,
                        RecordWorld.TODAY.minusDays(7),
                        RecordWorld.TODAY,
                        4,
                        seats,
                        fields));
    }

    private Activity open(String type, Integer seats) {
        return all.activities.move(
                coordinator, CODE, activity(type, seats).id(), OptionalInt.empty(), new StateChange("open", ""));
    }

    private long accepted(Activity activity) {
        return all.participants
                .apply(
                        coordinator,
                        CODE,
                        activity.id(),
                        new Application(List.of(world.child(RecordWorld.VILLAGE)), List.of(), ""))
                .items()
                .get(0)
                .id();
    }

    private String list(User user, String... parameters) {
        return all.pages
                .list(
                        PageWorld.reader(user),
                        pages.words,
                        PageWorld.address("measures/" + CODE + "/activities", parameters),
                        CODE)
                .toString();
    }

    private String shown(User user, Activity activity) {
        return all.pages
                .open(PageWorld.reader(user), pages.words, PageWorld.address("x"), CODE, activity.id())
                .toString();
    }

    private Response create(String... fields) {
        return all.pages.create(PageWorld.reader(coordinator), pages.words, CODE, PageWorld.form(fields));
    }

    private Activity read(Activity activity) {
        return all.activities.get(coordinator, CODE, activity.id());
    }

    @Test
    void theListShowsSeatsTakenAndStateAndOffersTheExport() {
        Activity open = open("open-day", 20);
        accepted(open);
        String shown = list(coordinator);
        assertTrue(shown.contains("href=/measures/technoparks/activities/" + open.id() + ","), shown);
        assertTrue(shown.contains("text=1 / 20"), shown);
        assertTrue(shown.contains("/api/measures/technoparks/activities.xlsx"), shown);
        assertFalse(list(coordinator, "state", "cancelled").contains("/activities/" + open.id() + ","));
    }

    @Test
    void whoWorksElsewhereSeesNoneAndOpensNone() {
        Activity open = open("open-day", null);
        User elsewhere = RecordWorld.coordinator("610000000");
        assertTrue(list(elsewhere).contains("There is no such activity"), list(elsewhere));
        Problem refusal = assertThrows(Problem.class, () -> shown(elsewhere, open));
        assertEquals(Problem.Kind.NOT_FOUND, refusal.kind());
    }

    @Test
    void whoOnlyReadsIsOfferedNoAct() {
        Activity open = open("open-day", null);
        String shown = shown(RecordWorld.user(5, RecordWorld.REGION, Role.APPROVER), open);
        assertFalse(shown.contains("Form["), shown);
        assertFalse(shown.contains("/participants/new"), shown);
    }

    @Test
    void aFormCreatesWithTheFieldsThatTheMeasureDeclares() {
        Response made = create(
                "type", "course",
                "title", "Роботтар",
                "territory", RecordWorld.DISTRICT,
                "starts", "2026-03-10",
                "seats", "15",
                "fields.topic", "Arduino",
                "fields.level", "2");
        assertEquals(303, made.getStatus());
        assertTrue(made.getLocation().toString().endsWith("?done=page.activities.created"));
        String id = made.getLocation().getPath().replaceFirst(".*/", "");
        Activity kept = all.activities.get(coordinator, CODE, Long.parseLong(id));
        assertEquals(Map.of("topic", "Arduino", "level", 2), kept.fields());
        assertEquals(LocalDate.of(2026, 3, 10), kept.ends());
    }

    @Test
    void aWrongFormKeepsWhatWasTypedWithTheErrorAtItsField() {
        Response again = create(
                "type",
                "course",
                "title",
                "Роботтар",
                "territory",
                RecordWorld.DISTRICT,
                "starts",
                "2026-03-10",
                "fields.level",
                "two");
        assertEquals(400, again.getStatus());
        String shown = again.getEntity().toString();
        assertTrue(shown.contains("name=fields.level"), shown);
        assertTrue(shown.contains("values=[two]"), shown);
        assertTrue(shown.contains("values=[Роботтар]"), shown);
        assertTrue(shown.contains("error=A whole number is needed"), shown);
    }

    @Test
    void aFormWithoutATerritorySaysSoWhereItIsTyped() {
        String shown = create("type", "open-day", "title", "Күн", "starts", "2026-03-10")
                .getEntity()
                .toString();
        int at = shown.indexOf("name=territory-search");
        assertTrue(
                shown.substring(at, shown.indexOf("name=territory,", at)).contains("error=This field is required."),
                shown);
    }

    @Test
    void aSlowerEditorSeesTheDifference() {
        Activity before = activity("open-day", null);
        Response first = edit(before, "Бірінші");
        assertEquals(303, first.getStatus());
        Response second = edit(before, "Екінші");
        assertEquals(412, second.getStatus());
        String shown = second.getEntity().toString();
        assertTrue(shown.contains("Change[field=Title, yours=Екінші, theirs=Бірінші]"), shown);
    }

    private Response edit(Activity before, String title) {
        return all.pages.update(
                PageWorld.reader(coordinator),
                pages.words,
                CODE,
                before.id(),
                PageWorld.form(
                        "type", "open-day",
                        "title", title,
                        "territory", before.territory(),
                        "starts", before.starts().toString(),
                        "ends", before.ends().toString(),
                        "hours", "4",
                        "version", String.valueOf(before.version())));
    }

    @Test
    void cancellingWithoutAReasonComesAgainWithTheErrorAtTheReason() {
        Activity open = open("open-day", null);
        Response refused = move(open, "cancelled", "");
        assertEquals(400, refused.getStatus());
        assertTrue(
                refused.getEntity().toString().contains("open=true"),
                refused.getEntity().toString());
        assertEquals(ActivityState.OPEN, read(open).state());
        assertEquals(303, move(open, "cancelled", "Боран").getStatus());
        assertEquals("Боран", read(open).reason());
    }

    private Response move(Activity activity, String state, String reason) {
        return all.pages.move(
                PageWorld.reader(coordinator),
                pages.words,
                PageWorld.address("x"),
                CODE,
                activity.id(),
                PageWorld.form("state", state, "reason", reason, "version", String.valueOf(activity.version())));
    }

    @Test
    void ofSeveralWhoAreAddedTheRefusedAreExplainedConditionByCondition() {
        Activity course = open("course", null);
        long rural = world.child(RecordWorld.VILLAGE);
        long urban = world.child(RecordWorld.CITY);
        Response answer = all.people.add(
                PageWorld.reader(coordinator),
                pages.words,
                CODE,
                course.id(),
                PageWorld.chosen("state", "accepted", rural, urban));
        String shown = answer.getEntity().toString();
        assertTrue(shown.contains("Accepted: 1."), shown);
        assertTrue(shown.contains("Not admitted: 1."), shown);
        assertTrue(shown.contains("title=Сынақов Әлихан"), shown);
        assertTrue(shown.contains("Condition[holds=false"), shown);
        assertEquals(1, read(course).seatsTaken());
    }

    @Test
    void childrenToAddAreThoseWithinReach() {
        Activity open = open("open-day", null);
        long here = world.child(RecordWorld.VILLAGE);
        long elsewhere = world.child(RecordWorld.ELSEWHERE);
        String shown = all.people
                .find(
                        PageWorld.reader(coordinator),
                        pages.words,
                        PageWorld.address("x", "limit", "200"),
                        CODE,
                        open.id(),
                        new kz.jolkarta.registry.children.ChildQuery())
                .toString();
        assertTrue(shown.contains("/children/" + here + ","), shown);
        assertFalse(shown.contains("/children/" + elsewhere + ","), shown);
    }

    @Test
    void whoIsRefusedNeedsAReasonAndIsNamedWithout() {
        Activity open = open("open-day", 5);
        long participation = accepted(open);
        Response without = decide(open, participation, "");
        assertEquals(409, without.getStatus());
        assertTrue(
                without.getEntity().toString().contains("Сынақов Әлихан"),
                without.getEntity().toString());
        assertEquals(1, read(open).seatsTaken());
        assertEquals(303, decide(open, participation, "Ауырып қалды").getStatus());
        assertEquals(0, read(open).seatsTaken());
    }

    private Response decide(Activity activity, long participation, String reason) {
        return all.people.move(
                PageWorld.reader(coordinator),
                pages.words,
                CODE,
                activity.id(),
                PageWorld.form("state", "refused", "reason", reason, "id", String.valueOf(participation)));
    }

    @Test
    void oneFormMarksTheRollOfEverybody() {
        Activity open = open("open-day", null);
        long came = accepted(open);
        long stayedAway = accepted(open);
        Response made = all.sessions.mark(
                PageWorld.reader(coordinator),
                pages.words,
                PageWorld.address("x"),
                CODE,
                open.id(),
                PageWorld.form("heldOn", "2026-03-02", "topic", "Робот", "present", String.valueOf(came)));
        assertEquals(303, made.getStatus());
        Session session = all.rolls
                .list(coordinator, CODE, open.id(), kz.jolkarta.registry.records.Paging.of(null, ""))
                .items()
                .get(0);
        assertEquals(List.of(came), session.present());
        assertEquals(List.of(stayedAway), session.absent());
        String unconfirmed = all.pages
                .unconfirmed(PageWorld.reader(coordinator), pages.words, PageWorld.address("x"), CODE, open.id())
                .toString();
        assertTrue(unconfirmed.contains("/sessions/" + session.id()), unconfirmed);
    }

    @Test
    void aRollOfADayToComeComesAgainWithWhoWasTicked() {
        Activity open = open("open-day", null);
        long came = accepted(open);
        Response again = all.sessions.mark(
                PageWorld.reader(coordinator),
                pages.words,
                PageWorld.address("x"),
                CODE,
                open.id(),
                PageWorld.form("heldOn", "2027-03-02", "present", String.valueOf(came)));
        assertEquals(400, again.getStatus());
        String shown = again.getEntity().toString();
        assertTrue(shown.contains("values=[" + came + "]"), shown);
        assertTrue(shown.contains("error=The day lies outside the activity"), shown);
    }

    @Test
    void aCodeIsToldOnceAndTheOtherSideEntersIt() {
        Activity open = open("open-day", null);
        long came = accepted(open);
        Session session = all.rolls.mark(
                coordinator, CODE, open.id(), new SessionInput(RecordWorld.TODAY, "", Set.of(came), Set.of()));
        String told = all.sessions
                .code(
                        PageWorld.reader(coordinator),
                        pages.words,
                        CODE,
                        open.id(),
                        session.id(),
                        PageWorld.form("minutes", "15"))
                .getEntity()
                .toString();
        String code = told.replaceFirst("(?s).*Notice\\[tone=OK, title=([2-9A-Z]{8}),.*", "$1");
        assertEquals(8, code.length());
        assertEquals(409, enter(coordinator, open, session, came, code).getStatus());
        User other = RecordWorld.user(2, RecordWorld.REGION, Role.COORDINATOR);
        assertEquals(400, enter(other, open, session, came, "22222222").getStatus());
        assertEquals(303, enter(other, open, session, came, code).getStatus());
        String shown = all.sessions
                .open(PageWorld.reader(other), pages.words, CODE, open.id(), session.id())
                .toString();
        assertTrue(shown.contains("text=by a code"), shown);
        assertFalse(shown.contains(code), shown);
    }

    private Response enter(User user, Activity activity, Session session, long who, String code) {
        return all.sessions.enter(
                PageWorld.reader(user),
                pages.words,
                CODE,
                activity.id(),
                session.id(),
                PageWorld.form("participation", String.valueOf(who), "code", code));
    }

    @Test
    void theQueueIsShownWithItsRuleAndComputedAnew() {
        Activity open = open("open-day", 1);
        accepted(open);
        accepted(open);
        SeatsAllocationPages queue = new SeatsAllocationPages(world.ledger.measures(), new Allocations(world.ledger));
        String shown = queue.replay(PageWorld.reader(coordinator), pages.words, PageWorld.address("x"), CODE, open.id())
                .toString();
        assertTrue(shown.contains("Seats are given in the order in which people applied"), shown);
        assertTrue(shown.contains("agrees with what is recorded"), shown);
        assertTrue(shown.contains("recorded: 1, computed: 1"), shown);
    }

    @Test
    void theMeasuresPageCountsByStateForAMeasureThatDeclaresActivities() {
        activity("open-day", null);
        ActivityPart part = new ActivityPart(world.ledger.measures(), all.activities, language -> pages.words);
        String shown = part.blocks(PageWorld.reader(coordinator), CODE).toString();
        assertTrue(shown.contains("/measures/technoparks/activities?state=planned"), shown);
        assertTrue(part.blocks(PageWorld.reader(coordinator), "health-camps").isEmpty());
        assertTrue(part.blocks(PageWorld.reader(RecordWorld.user(9, RecordWorld.REGION, Role.ANALYST)), CODE)
                .isEmpty());
    }

    @Test
    void aMeasureThatIsNotInstalledHasNoPages() {
        Problem gone = assertThrows(
                Problem.class,
                () -> all.pages.list(
                        PageWorld.reader(coordinator), pages.words, PageWorld.address("x"), "no-such-measure"));
        assertEquals(Problem.Kind.NOT_FOUND, gone.kind());
    }
}
