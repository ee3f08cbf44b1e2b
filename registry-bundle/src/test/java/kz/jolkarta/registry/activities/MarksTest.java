package kz.jolkarta.registry.activities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.records.Crowd;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import kz.jolkarta.registry.records.StateChange;
import kz.jolkarta.registry.records.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class MarksTest {
    private static final String TECHNOPARKS = "technoparks";
    private static final Paging FIRST = Paging.of(null, "");
    private static final LocalDate DAY = RecordWorld.TODAY;

    private final RecordWorld world;
    private final Activities activities;
    private final Participants participants;
    private final Rolls rolls;
    private final Marks marks;
    private final User coordinator = RecordWorld.coordinator(RecordWorld.REGION);
    private final User organiser = RecordWorld.user(2, RecordWorld.REGION, Role.COORDINATOR);

    /** An open day with a session: two were there, the third was not. */
    private long activity;

    private long session;
    private List<Long> people;

    MarksTest(TestDatabase database) {
        world = new RecordWorld(database);
        activities = new Activities(world.ledger);
        participants = new Participants(world.ledger, activities);
        rolls = new Rolls(world.ledger, activities);
        marks = new Marks(world.ledger, activities);
    }

    @BeforeEach
    void aSessionWithItsRoll() {
        world.clock.set(DAY);
        ActivityInput input = new ActivityInput(
                "open-day", "Ашық есік күні", RecordWorld.DISTRICT, null, null, null, DAY, DAY, 4, null, Map.of());
        activity = activities.create(coordinator, TECHNOPARKS, input).id();
        activities.move(coordinator, TECHNOPARKS, activity, OptionalInt.empty(), new StateChange("open", ""));
        List<Long> children = List.of(
                world.child(RecordWorld.VILLAGE), world.child(RecordWorld.VILLAGE), world.child(RecordWorld.VILLAGE));
        people =
                participants
                        .apply(coordinator, TECHNOPARKS, activity, new Application(children, List.of(), ""))
                        .items()
                        .stream()
                        .map(Participant::id)
                        .toList();
        session = rolls.mark(
                        coordinator,
                        TECHNOPARKS,
                        activity,
                        new SessionInput(DAY, "Робот", new HashSet<>(people.subList(0, 2)), Set.of()))
                .id();
    }

    private int mark(User user, String kind, Long... who) {
        return marks.mark(user, TECHNOPARKS, activity, session, new MarkInput(kind, Set.of(who)));
    }

    private Participant read(int who) {
        return participants
                .list(coordinator, TECHNOPARKS, activity, Optional.empty(), FIRST)
                .items()
                .get(who);
    }

    private List<Long> unconfirmed() {
        return marks.unconfirmed(coordinator, TECHNOPARKS, activity, FIRST).items().stream()
                .map(Unconfirmed::participationId)
                .toList();
    }

    @Test
    void aParticipantTellsHowManySessionsAreConfirmedAndTheListWhoIsNot() {
        assertEquals(people.subList(0, 2), unconfirmed());
        assertEquals(1, mark(organiser, "organiser", people.get(0)));
        assertEquals(1, mark(coordinator, "representative", people.get(0)));
        assertEquals(1, read(0).sessions());
        assertEquals(1, read(0).confirmed());
        assertEquals(1, read(1).sessions());
        assertEquals(0, read(1).confirmed());
        assertEquals(List.of(people.get(1)), unconfirmed());
        assertEquals(
                List.of(MarkKind.ORGANISER, MarkKind.REPRESENTATIVE),
                marks.list(coordinator, TECHNOPARKS, activity, session, FIRST).items().stream()
                        .map(Mark::kind)
                        .toList());
    }

    @Test
    void theOrganisersListIsNotFromWhoMarkedTheRoll() {
        Problem own = Refusal.of(
                Kind.CONFLICT, "activity.mark-own-roll", () -> mark(coordinator, "organiser", people.get(0)));
        Told.as(
                own.message(),
                "Ұйымдастырушының тізімін қатысуды белгілеген адамнан басқа пайдаланушы енгізуге тиіс.",
                "Список организатора вносит не тот, кто отмечал посещаемость: нужен другой пользователь.",
                "The organiser’s list is entered by another user than the one who marked the roll.");
        assertEquals(2, mark(organiser, "organiser", people.get(0), people.get(1)));
        assertEquals(0, mark(organiser, "organiser", people.get(0)));
    }

    @Test
    void onlyWhoTheRollMarksPresentIsConfirmed() {
        Problem absent = Refusal.of(
                Kind.INVALID, "activity.mark-absent", () -> mark(organiser, "organiser", people.get(0), people.get(2)));
        Told.beside(
                "participations",
                absent,
                "Бұл сабақта келді деп белгіленбеген қатысулар: " + people.get(2)
                        + ". Алдымен қатысу белгісін тексеріңіз.",
                "Участия, не отмеченные присутствовавшими на этом занятии: " + people.get(2)
                        + ". Сначала проверьте отметку посещаемости.",
                "Participations that the roll of this session does not mark as present: " + people.get(2)
                        + ". Check the roll first.");
        assertEquals(people.subList(0, 2), unconfirmed());
    }

    private SessionCode code() {
        return marks.code(coordinator, TECHNOPARKS, activity, session, new CodeWish(10));
    }

    private void enter(User user, String code) {
        marks.enter(user, TECHNOPARKS, activity, session, new CodeEntry(people.get(0), code));
    }

    @Test
    void theCodeThatWasShownIsTakenWhileItHoldsAndKeptAsAHashOnly() {
        SessionCode code = code();
        enter(organiser, " " + code.code().toLowerCase(java.util.Locale.ROOT) + " ");
        assertEquals(List.of(people.get(1)), unconfirmed());
        assertEquals(
                1,
                world.number(
                        "select count(*) from activity_session where id = :id and code_hash = :hash",
                        Map.of("id", session, "hash", SessionCode.hash(session, code.code()))));
        assertEquals(
                0, world.number("select code_failures from activity_session where id = :id", Map.of("id", session)));
        world.clock.advance(Duration.ofMinutes(10));
        Problem over = Refusal.of(Kind.INVALID, "activity.code-over", () -> enter(organiser, code.code()));
        Told.beside(
                "code",
                over,
                "Кодтың мерзімі өтті: үйлестірушіден жаңасын сұраңыз.",
                "Срок действия кода истёк: попросите координатора создать новый.",
                "The code has run out: ask the coordinator for a new one.");
    }

    @Test
    void withoutACodeNoneIsTakenAndWhoMadeItDoesNotEnterIt() {
        Problem none = Refusal.of(Kind.CONFLICT, "activity.code-none", () -> enter(organiser, "ABCDEFGH"));
        Told.as(
                none.message(),
                "Бұл сабаққа код берілмеген: үйлестіруші код жасауға тиіс.",
                "Для этого занятия кода нет: его создаёт координатор.",
                "There is no code for this session: the coordinator makes one.");
        SessionCode code = code();
        Problem own = Refusal.of(Kind.CONFLICT, "activity.code-own", () -> enter(coordinator, code.code()));
        Told.as(
                own.message(),
                "Кодты жасаған адам оны өзі енгізбейді: басқа пайдаланушы енгізуге тиіс.",
                "Создавший код сам его не вводит: это делает другой пользователь.",
                "Whoever made the code does not enter it: another user does.");
    }

    @Test
    void tenWrongCodesAreTheLastThatASessionHears() {
        SessionCode first = code();
        for (int i = 0; i < Marks.MOST_TRIES; i++) {
            Problem wrong = Refusal.of(Kind.INVALID, "activity.code-wrong", () -> enter(organiser, "WRONGONE"));
            Told.beside(
                    "code",
                    wrong,
                    "Код қате. Көрсетілген кодты қайта тексеріңіз.",
                    "Код неверен. Проверьте показанный код ещё раз.",
                    "The code is wrong. Check the code that was shown.");
        }
        Problem many = Refusal.of(Kind.CONFLICT, "activity.code-tries", () -> enter(organiser, first.code()));
        Told.as(
                many.message(),
                "Бұл сабақта код 10 рет қате енгізілді, енді код қабылданбайды. Қатысуды ұйымдастырушының тізімі немесе заңды өкіл арқылы растаңыз.",
                "На этом занятии код введён неверно 10 раз и больше не принимается. Подтвердите присутствие списком организатора или через законного представителя.",
                "At this session a wrong code was entered 10 times; codes are taken no more. Confirm by the organiser’s list or the legal representative.");
        SessionCode second = code();
        Refusal.of(Kind.CONFLICT, "activity.code-tries", () -> enter(organiser, second.code()));
    }

    @Test
    void sixteenWhoGuessAtOnceHaveNoMoreThanTenTries() {
        code();
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        try (Crowd crowd = new Crowd()) {
            crowd.all(i -> {
                try {
                    enter(organiser, "GUESS" + i);
                } catch (Problem refused) {
                    told.add(
                            refused.fields().isEmpty()
                                    ? refused.message().key()
                                    : refused.fields().get(0).message().key());
                }
            });
        }
        assertEquals(10, Collections.frequency(told, "activity.code-wrong"), told.toString());
        assertEquals(6, Collections.frequency(told, "activity.code-tries"), told.toString());
    }

    @Test
    void twoCodesAreNotTheSame() {
        assertFalse(code().code().equals(code().code()));
        assertTrue(code().code().matches("[2-9A-Z]{8}"));
    }

    @Test
    void aSessionElsewhereIsUnknownAndACancelledActivityIsNotConfirmed() {
        User stranger = RecordWorld.coordinator("610000000");
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> mark(stranger, "representative", people.get(0)));
        Refusal.of(
                Kind.NOT_FOUND,
                "problem.not-found",
                () -> marks.list(coordinator, TECHNOPARKS, activity, session + 1_000_000, FIRST));
        User reader = new User(9, "u9", Map.of(Right.RECORDS_READ, Scope.of(RecordWorld.REGION)), Language.KK);
        Refusal.of(Kind.FORBIDDEN, "problem.forbidden", () -> mark(reader, "representative", people.get(0)));
        activities.move(coordinator, TECHNOPARKS, activity, OptionalInt.empty(), new StateChange("cancelled", "Боран"));
        Problem cancelled =
                Refusal.of(Kind.CONFLICT, "activity.mark-cancelled", () -> mark(organiser, "organiser", people.get(0)));
        Told.as(
                cancelled.message(),
                "Іс-шара өткізілмейтін болды, сондықтан қатысу расталмайды.",
                "Мероприятие отменено, поэтому присутствие не подтверждается.",
                "The activity is cancelled, so no presence is confirmed.");
    }

    @Test
    void aMarkIsAuditedAtThePersonsTerritory() {
        world.audited.clear();
        mark(organiser, "organiser", people.get(0));
        assertEquals(people.get(0), world.audited.get(0).id());
        assertEquals(RecordWorld.VILLAGE, world.audited.get(0).territory());
        assertEquals("mark ORGANISER " + DAY, world.audited.get(0).detail());
    }
}
