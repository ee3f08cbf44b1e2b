package kz.jolkarta.registry.activities;

import static kz.jolkarta.registry.activities.RuledMeasures.FORUMS;
import static kz.jolkarta.registry.activities.RuledMeasures.SEMINARS;
import static kz.jolkarta.registry.activities.RuledMeasures.SHIFTS;
import static kz.jolkarta.registry.activities.RuledMeasures.TRAININGS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.registry.RegionSets;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import kz.jolkarta.registry.records.StateChange;
import kz.jolkarta.registry.records.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class ActivityRulesTest {
    private static final LocalDate JUNE_1 = LocalDate.of(2026, 6, 1);
    private static final LocalDate JUNE_14 = LocalDate.of(2026, 6, 14);
    private static final Paging FIRST = Paging.of(null, "");

    private final RecordWorld world;
    private final Activities activities;
    private final Participants participants;
    private final Rolls rolls;
    private final User coordinator = RecordWorld.coordinator(RecordWorld.REGION);

    ActivityRulesTest(TestDatabase database) {
        world = new RecordWorld(database, RuledMeasures.all());
        activities = new Activities(world.ledger);
        participants = new Participants(world.ledger, activities);
        rolls = new Rolls(world.ledger, activities);
    }

    @BeforeEach
    void today() {
        world.clock.set(RecordWorld.TODAY);
    }

    private record Draft(String type, String territory, Long organisation, Long leader, Integer hours, Integer seats) {
        ActivityInput on(LocalDate starts, LocalDate ends) {
            return new ActivityInput(
                    type, "Іс-шара", territory, organisation, leader, null, starts, ends, hours, seats, Map.of());
        }
    }

    private Activity make(String measure, Draft draft, LocalDate starts, LocalDate ends) {
        return activities.create(coordinator, measure, draft.on(starts, ends));
    }

    private Problem refused(String key, String measure, Draft draft, LocalDate starts, LocalDate ends) {
        return Refusal.of(Kind.INVALID, key, () -> make(measure, draft, starts, ends));
    }

    private static Draft shift(Integer seats) {
        return new Draft("shift", RecordWorld.REGION, null, null, null, seats);
    }

    @Test
    void anActivityOfTheSummerLiesWithinTheMonthsOfOneYear() {
        assertEquals(JUNE_1, make(SHIFTS, shift(10), JUNE_1, JUNE_14).starts());
        Told.beside(
                "starts",
                refused("activity.months", SHIFTS, shift(10), JUNE_1.minusDays(1), JUNE_14),
                "Іс-шара бір жылдың мына айлары аралығында өтуге тиіс: маусым – тамыз.",
                "Мероприятие должно пройти в пределах этих месяцев одного года: июнь – август.",
                "The activity takes place within these months of one year: June – August.");
        Problem late = refused("activity.months", SHIFTS, shift(10), JUNE_1, LocalDate.of(2026, 9, 1));
        assertEquals("ends", late.fields().get(0).field());
        Problem nextYear = refused("activity.months", SHIFTS, shift(10), JUNE_1, LocalDate.of(2027, 6, 14));
        assertEquals("ends", nextYear.fields().get(0).field());
    }

    @Test
    void aRuleHoldsForAnEditToo() {
        Activity shift = make(SHIFTS, shift(10), JUNE_1, JUNE_14);
        Refusal.of(
                Kind.INVALID,
                "activity.months",
                () -> activities.update(
                        coordinator,
                        SHIFTS,
                        shift.id(),
                        shift.version(),
                        shift(10).on(RecordWorld.TODAY, RecordWorld.TODAY)));
        assertEquals(JUNE_1, activities.get(coordinator, SHIFTS, shift.id()).starts());
    }

    @Test
    void theNumberOfSeatsIsStatedWhereItIsALimit() {
        assertEquals(10, make(SHIFTS, shift(10), JUNE_1, JUNE_14).seats());
        Told.beside(
                "seats",
                refused("activity.seats-needed", SHIFTS, shift(null), JUNE_1, JUNE_14),
                "Орындар санын көрсетіңіз: іс-шараның бұл түрінде ол міндетті.",
                "Укажите число мест: для мероприятия этого вида оно обязательно.",
                "State the number of seats: this kind of activity requires it.");
    }

    @Test
    void theUnitIsOfTheLevelTheActivityIsKeptFor() {
        Draft forum = new Draft("forum", RecordWorld.REGION, null, null, null, null);
        Draft inDistrict = new Draft("forum", RecordWorld.DISTRICT, null, null, null, null);
        Draft event = new Draft("district-event", RecordWorld.DISTRICT, null, null, null, null);
        Draft inVillage = new Draft("district-event", RecordWorld.VILLAGE, null, null, null, null);
        assertEquals(RecordWorld.REGION, make(FORUMS, forum, JUNE_1, JUNE_1).territory());
        assertEquals(RecordWorld.DISTRICT, make(FORUMS, event, JUNE_1, JUNE_1).territory());
        Told.beside(
                "territory",
                refused("activity.kept-for-region", FORUMS, inDistrict, JUNE_1, JUNE_1),
                "Іс-шара облысқа немесе республикалық маңызы бар қалаға арналуға тиіс: сондай бірлікті таңдаңыз.",
                "Мероприятие проводится для области или города республиканского значения: выберите такую единицу.",
                "The activity is kept for a region or a city of republican status: choose such a unit.");
        Told.beside(
                "territory",
                refused("activity.kept-for-district", FORUMS, inVillage, JUNE_1, JUNE_1),
                "Іс-шара ауданға, қала әкімшілігіне немесе қаладағы ауданға арналуға тиіс: сондай бірлікті таңдаңыз.",
                "Мероприятие проводится для района, городской администрации или района в городе: выберите такую единицу.",
                "The activity is kept for a district, a city administration or a city district: choose such a unit.");
    }

    private Draft training(Long organisation, Long leader) {
        return new Draft("training", RecordWorld.DISTRICT, organisation, leader, null, null);
    }

    @Test
    void itTakesPlaceAtAnOrganisationOfOneOfTheKinds() {
        long psychologist = world.staff(RecordWorld.DISTRICT, "PSYCHOLOGIST");
        long centre = world.organisation(RecordWorld.DISTRICT, OrganisationKind.CENTRE);
        long camp = world.organisation(RecordWorld.DISTRICT, OrganisationKind.CAMP);
        assertEquals(
                centre,
                make(TRAININGS, training(centre, psychologist), JUNE_1, JUNE_1).organisationId());
        Told.beside(
                "organisationId",
                refused("activity.organisation-kind", TRAININGS, training(camp, psychologist), JUNE_1, JUNE_1),
                "Бұл іс-шара мына түрдегі ұйымда өтеді: мектеп, дарынды балалар орталығы немесе қосымша білім беру орталығы. Сондай ұйымды таңдаңыз.",
                "Это мероприятие проходит в организации такого вида: школа, центр одарённых детей или дополнительного образования. Выберите такую.",
                "This activity takes place at an organisation of this kind: school, centre for gifted children or of additional education. Choose one.");
        Told.beside(
                "organisationId",
                refused("activity.organisation-needed", TRAININGS, training(null, psychologist), JUNE_1, JUNE_1),
                "Іс-шара өтетін ұйымды көрсетіңіз (мектеп, дарынды балалар орталығы немесе қосымша білім беру орталығы).",
                "Укажите организацию, где проходит мероприятие (школа, центр одарённых детей или дополнительного образования).",
                "Name the organisation where the activity takes place (school, centre for gifted children or of additional education).");
        refused("record.organisation-unknown", TRAININGS, training(999_999L, psychologist), JUNE_1, JUNE_1);
    }

    @Test
    void aPsychologistOnTheFirstDayLeadsIt() {
        long centre = world.organisation(RecordWorld.DISTRICT, OrganisationKind.CENTRE);
        long psychologist = world.staff(RecordWorld.DISTRICT, "PSYCHOLOGIST");
        long teacher = world.staff(RecordWorld.DISTRICT, "TEACHER");
        long stranger = world.staff(RecordWorld.ELSEWHERE, "PSYCHOLOGIST");
        Activity made = make(TRAININGS, training(centre, psychologist), JUNE_1, JUNE_1);
        assertEquals(psychologist, made.leaderId());
        assertEquals("Ұстаз Айгүл", made.leader());
        Told.beside(
                "leaderId",
                refused("activity.leader-position", TRAININGS, training(centre, teacher), JUNE_1, JUNE_1),
                "Жетекшінің 2026-06-01 күнгі лауазымы мынадай болуға тиіс: психолог. Басқа қызметкерді таңдаңыз немесе лауазымының мерзімін түзетіңіз.",
                "Должность руководителя на 2026-06-01 должна быть такой: психолог. Выберите другого сотрудника или исправьте срок его работы.",
                "On 2026-06-01 the leader must hold this position: psychologist. Choose another member of staff or correct the dates of the position.");
        LocalDate before = LocalDate.of(2019, 12, 31);
        refused("activity.leader-position", TRAININGS, training(centre, psychologist), before, before);
        refused("record.staff-unknown", TRAININGS, training(centre, stranger), JUNE_1, JUNE_1);
        Told.beside(
                "leaderId",
                refused("activity.leader-needed", TRAININGS, training(centre, null), JUNE_1, JUNE_1),
                "Жетекшіні көрсетіңіз, лауазымы: психолог.",
                "Укажите руководителя, должность: психолог.",
                "Name the leader, by position: psychologist.");
    }

    @Test
    void whoHasLeftThePositionMeanwhileDoesNotOpenIt() {
        long centre = world.organisation(RecordWorld.DISTRICT, OrganisationKind.CENTRE);
        long psychologist = world.staff(RecordWorld.DISTRICT, "PSYCHOLOGIST");
        Activity made = make(TRAININGS, training(centre, psychologist), JUNE_1, JUNE_1);
        world.database.run(tx -> tx.update(
                "update staff set valid_to = :day where id = :id",
                Map.of("day", JUNE_1.minusDays(1), "id", psychologist)));
        Refusal.of(Kind.INVALID, "activity.leader-position", () -> move(TRAININGS, made, "open"));
    }

    @Test
    void theListKnowsTheLeaderByNumberAndTheNameOnlyWhoMaySeeStaff() {
        long centre = world.organisation(RecordWorld.DISTRICT, OrganisationKind.CENTRE);
        long psychologist = world.staff(RecordWorld.DISTRICT, "PSYCHOLOGIST");
        make(TRAININGS, training(centre, psychologist), JUNE_1, JUNE_1);
        make(TRAININGS, training(centre, world.staff(RecordWorld.DISTRICT, "PSYCHOLOGIST")), JUNE_1, JUNE_1);
        ActivityFilter led = ActivityResource.filter("", "", "", "", String.valueOf(psychologist), "", "", "", "");
        List<Activity> found =
                activities.list(coordinator, TRAININGS, led, FIRST).items();
        assertEquals(
                List.of(psychologist), found.stream().map(Activity::leaderId).toList());
        assertNull(activities
                .list(recordsOnly(), TRAININGS, led, FIRST)
                .items()
                .get(0)
                .leader());
    }

    private static User recordsOnly() {
        return new User(9, "u9", Map.of(Right.RECORDS_READ, Scope.of(RecordWorld.REGION)), Language.KK);
    }

    private Activity move(String measure, Activity activity, String state) {
        return activities.move(coordinator, measure, activity.id(), OptionalInt.empty(), new StateChange(state, "x"));
    }

    private Participants.Outcome apply(String measure, Activity activity, String state, Long... children) {
        return participants.apply(
                coordinator, measure, activity.id(), new Application(List.of(children), List.of(), state));
    }

    @Test
    void nobodyIsInTwoActivitiesOfTheMeasureOnTheSameDays() {
        Activity first = make(SHIFTS, shift(1), JUNE_1, JUNE_14);
        Activity sameDays = make(SHIFTS, shift(9), JUNE_14, JUNE_14.plusDays(10));
        Activity later = make(SHIFTS, shift(9), JUNE_14.plusDays(1), JUNE_14.plusDays(11));
        long seated = world.child(RecordWorld.VILLAGE);
        long waiting = world.child(RecordWorld.VILLAGE);
        apply(SHIFTS, first, "accepted", seated, waiting);

        Participants.Outcome refused = apply(SHIFTS, sameDays, "accepted", seated, waiting);
        assertEquals(List.of(), refused.items());
        assertEquals(Set.of(seated, waiting), refused.refused().keySet());
        Told.as(
                refused.refused().get(waiting).get(0),
                "Осы күндері «Іс-шара» (№ " + first.id()
                        + ", 2026-06-01 – 2026-06-14) іс-шарасында орны бар немесе кезекте тұр; бір шара бойынша бір мезгілде бір іс-шараға ғана қатысуға болады.",
                "В эти дни уже есть место или очередь в мероприятии «Іс-шара» (№ " + first.id()
                        + ", 2026-06-01 – 2026-06-14); по одной мере одновременно участвуют только в одном.",
                "On these days there is already a place or a turn in “Іс-шара” (no. " + first.id()
                        + ", 2026-06-01 – 2026-06-14); only one activity of a measure at a time.");
        assertEquals(1, apply(SHIFTS, later, "accepted", seated).count(ParticipationState.ACCEPTED));
    }

    @Test
    void aPlaceInACancelledActivityOrOneGivenBackStandsInNobodysWay() {
        Activity first = make(SHIFTS, shift(5), JUNE_1, JUNE_14);
        Activity second = make(SHIFTS, shift(5), JUNE_1, JUNE_14);
        Activity third = make(SHIFTS, shift(5), JUNE_1, JUNE_14);
        long child = world.child(RecordWorld.VILLAGE);
        long place = apply(SHIFTS, first, "accepted", child).items().get(0).id();
        participants.move(coordinator, SHIFTS, first.id(), place, new StateChange("refused", "Ата-анасы бас тартты"));
        assertEquals(1, apply(SHIFTS, second, "accepted", child).count(ParticipationState.ACCEPTED));
        move(SHIFTS, second, "cancelled");
        assertEquals(1, apply(SHIFTS, third, "accepted", child).count(ParticipationState.ACCEPTED));
    }

    @Test
    void whoAppliedForTwoIsAcceptedInOneOnly() {
        Activity first = make(SHIFTS, shift(5), JUNE_1, JUNE_14);
        Activity second = make(SHIFTS, shift(5), JUNE_1, JUNE_14);
        long child = world.child(RecordWorld.VILLAGE);
        long one = apply(SHIFTS, first, "applied", child).items().get(0).id();
        long two = apply(SHIFTS, second, "applied", child).items().get(0).id();
        participants.move(coordinator, SHIFTS, first.id(), one, new StateChange("accepted", ""));
        Problem refused = Refusal.of(
                Kind.CONFLICT,
                "activity.overlaps",
                () -> participants.move(coordinator, SHIFTS, second.id(), two, new StateChange("accepted", "")));
        assertEquals(String.valueOf(first.id()), refused.message().args().get(1));
        assertEquals(0, activities.get(coordinator, SHIFTS, second.id()).seatsTaken());
    }

    @Test
    void theDaysAreNotMovedOntoThoseOfAnotherActivityOfAParticipant() {
        Activity first = make(SHIFTS, shift(5), JUNE_1, JUNE_14);
        Activity second = make(SHIFTS, shift(5), JUNE_14.plusDays(1), JUNE_14.plusDays(9));
        long child = world.child(RecordWorld.VILLAGE);
        apply(SHIFTS, first, "accepted", child);
        apply(SHIFTS, second, "accepted", child);
        int version = activities.get(coordinator, SHIFTS, second.id()).version();
        Problem refused = Refusal.of(
                Kind.INVALID,
                "activity.overlaps-moved",
                () -> activities.update(
                        coordinator, SHIFTS, second.id(), version, shift(5).on(JUNE_14, JUNE_14.plusDays(9))));
        Told.beside(
                "starts",
                refused,
                "Жаңа күндерде 1 қатысушы осы шараның басқа іс-шарасында болады. Басқа күндерді таңдаңыз немесе олардың қатысуын өзгертіңіз.",
                "В новые дни участников, занятых в другом мероприятии этой меры: 1. Выберите другие дни или измените их участие.",
                "Participants who are in another activity of the measure on the new days: 1. Choose other days or change their participation.");
        activities.update(
                coordinator, SHIFTS, second.id(), version, shift(5).on(JUNE_14.plusDays(2), JUNE_14.plusDays(9)));
    }

    private Activity seminar(String type, Integer hours) {
        Draft draft = new Draft(type, RecordWorld.DISTRICT, null, null, hours, null);
        LocalDate day = RecordWorld.TODAY;
        return move(SEMINARS, make(SEMINARS, draft, day, day), "open");
    }

    private List<Participant> held(Activity seminar, Long came, Long stayedAway) {
        Participants.Outcome outcome = participants.apply(
                coordinator, SEMINARS, seminar.id(), new Application(List.of(), List.of(came, stayedAway), ""));
        rolls.mark(
                coordinator,
                SEMINARS,
                seminar.id(),
                new SessionInput(
                        RecordWorld.TODAY, null, Set.of(outcome.items().get(0).id()), Set.of()));
        move(SEMINARS, seminar, "held");
        return participants
                .list(coordinator, SEMINARS, seminar.id(), Optional.empty(), FIRST)
                .items();
    }

    @Test
    void whoAttendedASeminarGetsACertificateWithANumberOfItsOwn() {
        long came = world.staff(RecordWorld.DISTRICT, "TEACHER");
        long stayedAway = world.staff(RecordWorld.DISTRICT, "METHODIST");
        Activity seminar = seminar("seminar", 36);
        List<Participant> settled = held(seminar, came, stayedAway);
        String number = "4-2026-" + seminar.id() + "-1";
        assertEquals(number, settled.get(0).certificate());
        assertNull(settled.get(1).certificate());

        Certificate found = activities.certificate(coordinator, number);
        assertEquals(came, found.staffId());
        assertEquals(36, found.hours());
        assertEquals("Ұстаз Айгүл", found.name());
        User stranger = RecordWorld.coordinator("610000000");
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> activities.certificate(stranger, number));
        assertNull(activities.certificate(recordsOnly(), number).name());

        List<Participant> others = held(seminar("meeting", null), came, stayedAway);
        assertNull(others.get(0).certificate());
    }

    @Test
    void theHoursOfACertificateAreStated() {
        Draft draft = new Draft("seminar", RecordWorld.DISTRICT, null, null, null, null);
        Told.beside(
                "hours",
                refused("activity.hours-needed", SEMINARS, draft, JUNE_1, JUNE_1),
                "Сағат санын көрсетіңіз: ол сертификатта жазылады.",
                "Укажите число часов: оно указывается в сертификате.",
                "State the hours: they stand in the certificate.");
    }

    @Test
    void nothingIsPlannedWhereTheMeasureIsNotCarriedOut() {
        List<String> asked = new ArrayList<>();
        RegionSets sets = new RegionSets() {
            @Override
            public Map<String, Absence> absences(String region, LocalDate day) {
                return Map.of();
            }

            @Override
            public void requireRun(String measure, String territory, LocalDate day) {
                // As the real one does; a transaction within another one would be refused.
                world.database.call(tx -> 0);
                asked.add(measure + " " + territory + " " + day);
                if (day.equals(JUNE_14)) {
                    throw Problem.conflict("problem.forbidden");
                }
            }

            @Override
            public List<String> withCentre(LocalDate day) {
                return List.of();
            }
        };
        world.ledger.bind(sets);
        make(SHIFTS, shift(1), JUNE_1, JUNE_1);
        assertEquals(List.of("summer-shifts 230000000 2026-06-01"), asked);
        Refusal.of(Kind.CONFLICT, "problem.forbidden", () -> make(SHIFTS, shift(1), JUNE_14, JUNE_14));
        world.ledger.unbind(sets);
        make(SHIFTS, shift(1), JUNE_14, JUNE_14);
    }
}
