package kz.jolkarta.registry.activities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import kz.jolkarta.registry.records.StateChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class ActivitiesTest {
    private static final String TECHNOPARKS = "technoparks";
    private static final Paging FIRST = Paging.of(null, "");

    private final RecordWorld world;
    private final Activities activities;
    private final Participants participants;
    private final Rolls rolls;
    private final User coordinator = RecordWorld.coordinator(RecordWorld.REGION);

    ActivitiesTest(TestDatabase database) {
        world = new RecordWorld(database);
        activities = new Activities(world.ledger);
        participants = new Participants(world.ledger, activities);
        rolls = new Rolls(world.ledger, activities);
    }

    @BeforeEach
    void today() {
        world.clock.set(RecordWorld.TODAY);
    }

    private Activity openDay(Integer seats) {
        Activity made = activities.create(coordinator, TECHNOPARKS, input("open-day", seats, Map.of()));
        return move(made, "open", "");
    }

    private static ActivityInput input(String type, Integer seats, Map<String, Object> fields) {
        LocalDate day = RecordWorld.TODAY;
        return new ActivityInput(
                type,
                "Ашық есік күні",
                RecordWorld.DISTRICT,
                null,
                null,
                null,
                day.minusDays(7),
                day,
                4,
                seats,
                fields);
    }

    private Activity move(Activity activity, String state, String reason) {
        return activities.move(
                coordinator, TECHNOPARKS, activity.id(), OptionalInt.empty(), new StateChange(state, reason));
    }

    private Participants.Outcome apply(Activity activity, Long... children) {
        return participants.apply(
                coordinator, TECHNOPARKS, activity.id(), new Application(List.of(children), List.of(), ""));
    }

    private Activity read(Activity activity) {
        return activities.get(coordinator, TECHNOPARKS, activity.id());
    }

    @Test
    void whoIsMarkedPresentOnceAttendedAndTheOthersWereAbsent() {
        Activity activity = openDay(null);
        Participants.Outcome outcome = apply(activity, world.child(RecordWorld.VILLAGE), world.child(RecordWorld.CITY));
        long came = outcome.items().get(0).id();
        long stayedAway = outcome.items().get(1).id();
        rolls.mark(
                coordinator,
                TECHNOPARKS,
                activity.id(),
                new SessionInput(RecordWorld.TODAY, "Робот құрастыру", Set.of(came), Set.of()));

        assertEquals(ActivityState.HELD, move(activity, "held", "").state());

        List<Participant> settled = participants
                .list(coordinator, TECHNOPARKS, activity.id(), Optional.empty(), FIRST)
                .items();
        assertEquals(ParticipationState.ATTENDED, settled.get(0).state());
        assertEquals(1, settled.get(0).sessions());
        assertEquals(ParticipationState.ABSENT, settled.get(1).state());
        Session session = rolls.list(coordinator, TECHNOPARKS, activity.id(), FIRST)
                .items()
                .get(0);
        assertEquals(List.of(came), session.present());
        assertEquals(List.of(stayedAway), session.absent());
    }

    @Test
    void withoutARollNobodyCountsAsPresentSoThatItCannotBeHeld() {
        Activity activity = openDay(null);
        apply(activity, world.child(RecordWorld.VILLAGE));
        Refusal.of(Kind.CONFLICT, "activity.roll-missing", () -> move(activity, "held", ""));
        assertEquals(ActivityState.OPEN, read(activity).state());
    }

    @Test
    void anIllegalMoveNamesBothStatesAndTheLegalOnes() {
        Activity planned = activities.create(coordinator, TECHNOPARKS, input("open-day", null, Map.of()));
        Problem problem = Refusal.of(Kind.CONFLICT, "record.move-illegal", () -> move(planned, "held", ""));
        assertEquals("planned", problem.details().get("from"));
        assertEquals("held", problem.details().get("to"));
        assertEquals(List.of("open", "cancelled"), problem.details().get("legal"));
    }

    @Test
    void cancellingNeedsAReasonAndIsFinal() {
        Activity activity = openDay(null);
        Refusal.of(Kind.INVALID, "record.reason-needed", () -> move(activity, "cancelled", " "));
        assertEquals("Боран", move(activity, "cancelled", "Боран").reason());
        Refusal.of(Kind.CONFLICT, "record.move-final", () -> move(activity, "open", ""));
        Refusal.of(Kind.CONFLICT, "activity.closed", () -> apply(activity, world.child(RecordWorld.VILLAGE)));
    }

    @Test
    void seatsAreGivenInOrderAndTheRestWaits() {
        Activity activity = openDay(2);
        Participants.Outcome outcome = apply(
                activity,
                world.child(RecordWorld.VILLAGE),
                world.child(RecordWorld.VILLAGE),
                world.child(RecordWorld.VILLAGE));
        assertEquals(2, outcome.count(ParticipationState.ACCEPTED));
        assertEquals(1, outcome.count(ParticipationState.WAITING));
        assertEquals(2, read(activity).seatsTaken());

        Participant waiting = outcome.items().get(2);
        Refusal.of(Kind.CONFLICT, "activity.no-seat", () -> settle(activity, waiting, "accepted", ""));
        settle(activity, outcome.items().get(0), "refused", "Ауырып қалды");
        assertEquals(
                List.of(waiting.id()),
                participants
                        .list(coordinator, TECHNOPARKS, activity.id(), Optional.of(ParticipationState.ACCEPTED), FIRST)
                        .items()
                        .stream()
                        .map(Participant::id)
                        .skip(1)
                        .toList());
        assertEquals(2, read(activity).seatsTaken());
    }

    private Participant settle(Activity activity, Participant who, String state, String reason) {
        return participants.move(coordinator, TECHNOPARKS, activity.id(), who.id(), new StateChange(state, reason));
    }

    @Test
    void whoDoesNotMeetTheCriterionComesBackWithTheObjections() {
        Activity course =
                activities.create(coordinator, TECHNOPARKS, input("course", null, Map.of("topic", "Робототехника")));
        long villager = world.child(RecordWorld.VILLAGE);
        long townsman = world.child(RecordWorld.CITY);
        Participants.Outcome outcome = apply(course, villager, townsman);
        assertEquals(
                List.of(villager),
                outcome.items().stream().map(Participant::childId).toList());
        assertEquals(Set.of(townsman), outcome.refused().keySet());
        assertEquals(1, outcome.refused().get(townsman).size());
        assertEquals(Set.of(villager), apply(course, villager).already());
    }

    @Test
    void aChildOfAnotherRegionIsAsUnknownAsANumberThatWasNeverGivenOut() {
        Activity activity = openDay(null);
        long stranger = world.child(RecordWorld.ELSEWHERE);
        Problem foreign = Refusal.of(Kind.INVALID, "record.child-unknown", () -> apply(activity, stranger));
        Problem unknown = Refusal.of(Kind.INVALID, "record.child-unknown", () -> apply(activity, 999_999_999L));
        assertEquals(unknown.fields().get(0).field(), foreign.fields().get(0).field());
    }

    @Test
    void anActivityOfAnotherRegionIsUnknown() {
        Activity activity = openDay(null);
        User stranger = RecordWorld.coordinator("610000000");
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> activities.get(stranger, TECHNOPARKS, activity.id()));
        assertTrue(activities.list(stranger, TECHNOPARKS, all(), FIRST).items().isEmpty());
        Refusal.of(
                Kind.FORBIDDEN,
                "problem.outside-territory",
                () -> activities.create(stranger, TECHNOPARKS, input("open-day", null, Map.of())));
    }

    @Test
    void whoMayOnlyReadChangesNothing() {
        Activity activity = openDay(null);
        User reader = RecordWorld.user(2, RecordWorld.REGION, Role.APPROVER);
        assertEquals(
                activity.id(),
                activities.get(reader, TECHNOPARKS, activity.id()).id());
        Refusal.of(
                Kind.FORBIDDEN,
                "problem.forbidden",
                () -> activities.move(
                        reader, TECHNOPARKS, activity.id(), OptionalInt.empty(), new StateChange("cancelled", "x")));
        User nameless = RecordWorld.user(3, RecordWorld.REGION, Role.ADMINISTRATOR);
        apply(activity, world.child(RecordWorld.VILLAGE));
        assertNull(participants
                .list(nameless, TECHNOPARKS, activity.id(), Optional.empty(), FIRST)
                .items()
                .get(0)
                .name());
        Refusal.of(
                Kind.FORBIDDEN,
                "problem.forbidden",
                () -> participants.list(nameless, TECHNOPARKS, activity.id(), Optional.empty(), "-name", FIRST));
        assertEquals(
                1,
                participants
                        .list(coordinator, TECHNOPARKS, activity.id(), Optional.empty(), "-name", FIRST)
                        .items()
                        .size());
    }

    @Test
    void aStaleEditTellsTheDifference() {
        Activity activity = openDay(10);
        ActivityInput mine = input("open-day", 20, Map.of());
        Problem stale = Refusal.of(
                Kind.STALE,
                "problem.stale",
                () -> activities.update(coordinator, TECHNOPARKS, activity.id(), activity.version() - 1, mine));
        assertEquals(
                "[Difference[field=seats, yours=20, theirs=10]]",
                stale.details().get("difference").toString());
        assertEquals(
                20,
                activities
                        .update(coordinator, TECHNOPARKS, activity.id(), activity.version(), mine)
                        .seats());
    }

    @Test
    void extraFieldsAreThoseTheMeasureDeclares() {
        Refusal.of(
                Kind.INVALID,
                "record.required",
                () -> activities.create(coordinator, TECHNOPARKS, input("course", null, Map.of())));
        Refusal.of(
                Kind.INVALID,
                "record.field-unknown",
                () -> activities.create(coordinator, TECHNOPARKS, input("open-day", null, Map.of("colour", "red"))));
        Refusal.of(
                Kind.INVALID,
                "record.whole-number",
                () -> activities.create(
                        coordinator, TECHNOPARKS, input("course", null, Map.of("topic", "x", "level", "two"))));
        Activity course =
                activities.create(coordinator, TECHNOPARKS, input("course", null, Map.of("topic", "Дрон", "level", 2)));
        assertEquals(Map.of("topic", "Дрон", "level", 2), read(course).fields());
    }

    @Test
    void aListIsReadPageByPage() {
        for (int i = 0; i < 5; i++) {
            openDay(null);
        }
        long all = world.number("select count(*) from activity where measure = :m", Map.of("m", TECHNOPARKS));
        long seen = 0;
        String after = "";
        do {
            Page<Activity> page = activities.list(coordinator, TECHNOPARKS, all(), Paging.of(2, after));
            seen += page.items().size();
            after = page.next();
        } while (!after.isEmpty());
        assertEquals(all, seen);
    }

    @Test
    void theListFindsAPartOfATitleAndNoPattern() {
        openDay(null);
        assertTrue(activities
                        .list(coordinator, TECHNOPARKS, titled("ЕСІК"), FIRST)
                        .items()
                        .size()
                > 0);
        assertEquals(
                0,
                activities
                        .list(coordinator, TECHNOPARKS, titled("%"), FIRST)
                        .items()
                        .size());
    }

    private static ActivityFilter all() {
        return titled("");
    }

    private static ActivityFilter titled(String q) {
        return ActivityResource.filter("", "", "", "", "", q, "", "", "");
    }

    @Test
    void everyChangeIsAudited() {
        Activity activity = openDay(null);
        world.audited.clear();
        Participant who =
                apply(activity, world.child(RecordWorld.VILLAGE)).items().get(0);
        assertEquals(who.id(), world.audited.get(0).id());
        assertEquals(RecordWorld.VILLAGE, world.audited.get(0).territory());
    }

    @Test
    void aRollNamesOnlyAcceptedParticipantsAndNoFutureDay() {
        Activity activity = openDay(null);
        long who =
                apply(activity, world.child(RecordWorld.VILLAGE)).items().get(0).id();
        world.clock.set(RecordWorld.TODAY.minusDays(2));
        Refusal.of(Kind.INVALID, "activity.session-future", () -> mark(activity, RecordWorld.TODAY, who));
        Refusal.of(
                Kind.INVALID, "activity.session-outside", () -> mark(activity, RecordWorld.TODAY.minusDays(30), who));
        Refusal.of(
                Kind.INVALID,
                "activity.session-strangers",
                () -> mark(activity, RecordWorld.TODAY.minusDays(3), who + 1_000_000));
    }

    private void mark(Activity activity, LocalDate day, long present) {
        rolls.mark(coordinator, TECHNOPARKS, activity.id(), new SessionInput(day, null, Set.of(present), Set.of()));
    }
}
