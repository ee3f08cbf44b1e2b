package kz.jolkarta.acceptance.measures;

import static kz.jolkarta.acceptance.measures.Records.GIFTED;
import static kz.jolkarta.acceptance.measures.Records.TODAY;
import static kz.jolkarta.acceptance.measures.Records.YEAR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.SharedNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Measures that hold activities: from the record to the figure and the rows behind it, with what each clause refuses. A region for each. */
@ExtendWith(SharedNode.class)
class ActivityCasesTest {
    private static final LocalDate DAY = LocalDate.of(YEAR, 1, 1);
    /** The latest year whose summer is over. */
    private static final int SUMMER = TODAY.getMonthValue() > 8 ? YEAR : YEAR - 1;

    private static String activity(String type, String territory, LocalDate on, String more) {
        return "{\"type\": \"%s\", \"title\": \"Сынақ\", \"territory\": \"%s\", \"starts\": \"%s\"%s}"
                .formatted(type, territory, on, more);
    }

    @Test
    void measure2ChildrenAreServedAtACentreOnly(Node node) {
        Records centres = new Records(node.api(), "centres", "230000000");
        long school = centres.organisation("school", "№ 7 мектеп", "231010000");
        centres.refused(
                400,
                "activities",
                activity("group", "231010000", DAY, ", \"organisationId\": " + school),
                "Бұл іс-шара мына түрдегі ұйымда өтеді",
                "Это мероприятие проходит в организации такого вида",
                "This activity takes place at an organisation of this kind");
        long open = centres.value("centres-open");
        assertTrue(open >= 1, "the centre of the clause is there by its configuration");
        long centre = centres.rows("centres-open").get(0);
        long child = centres.child("231033100", GIFTED);
        long group =
                centres.create("activities", activity("group", "231010000", DAY, ", \"organisationId\": " + centre));
        centres.attend(group, "childIds", DAY, child);
        assertEquals(1, centres.value("children-served"));
        assertEquals(List.of(child), centres.rows("children-served"));
        assertEquals(100, centres.value("target-group-share"));

        JsonNode elsewhere = new Records(node.api(), "centres", "100000000").line(YEAR);
        assertEquals("not-applicable", elsewhere.get("state").asText());
        assertTrue(elsewhere.get("reason").asText().length() > 5, "the reason is given");
    }

    @Test
    void measure4PeopleAreTrainedWithHoursAndCertificates(Node node) {
        Records seminars = new Records(node.api(), "seminars", "390000000");
        long school = seminars.organisation("school", "№ 4 мектеп", "391010000");
        long teacher = seminars.staff(school, "teacher", "Гүлнар");
        String audience = ", \"fields\": {\"audience\": \"teacher\"}";
        seminars.refused(
                400,
                "activities",
                activity("seminar", "391010000", DAY, audience),
                "Сағат санын көрсетіңіз",
                "Укажите число часов",
                "State the hours");
        long seminar =
                seminars.create("activities", activity("seminar", "391010000", DAY, ", \"hours\": 36" + audience));
        long pupil = seminars.child("391639100", GIFTED + ", \"school\": {\"id\": " + school + "}");
        seminars.api()
                .post(seminars.path("activities") + "/" + seminar + "/participants", "{\"childIds\": [" + pupil + "]}")
                .expect(400);
        assertEquals(100, seminars.value("untrained-schools"));
        seminars.attend(seminar, "staffIds", DAY, teacher);
        assertEquals(36, seminars.value("hours"));
        assertEquals(1, seminars.value("people-trained"));
        assertEquals(List.of(teacher), seminars.rows("people-trained"));
        assertEquals(List.of(school), seminars.rows("schools-reached"));
        assertEquals(0, seminars.value("untrained-schools"));
        JsonNode participant = seminars.api()
                .get(seminars.path("activities") + "/" + seminar + "/participants")
                .expect(200)
                .json()
                .get("items")
                .get(0);
        assertTrue(participant.get("certificate").asText().length() > 3, participant.toString());
    }

    @Test
    void measure6AChildIsCountedOnceHoweverManyClubs(Node node) {
        Records coverage = new Records(node.api(), "coverage", "470000000");
        String fields = ", \"fields\": {\"field\": \"sport\", \"level\": \"school\"}";
        long covered = coverage.child("471043100", GIFTED);
        long uncovered = coverage.child("471043100", GIFTED);
        coverage.api()
                .post(coverage.path("activities"), activity("club", "471010000", DAY, ""))
                .expect(400);
        for (String type : List.of("club", "section")) {
            long club = coverage.create("activities", activity(type, "471010000", DAY, fields));
            coverage.attend(club, "childIds", DAY, covered);
        }
        assertEquals(1, coverage.value("covered"));
        assertEquals(List.of(covered), coverage.rows("covered"));
        assertEquals(List.of(uncovered), coverage.rows("uncovered"));
        assertEquals(50, coverage.value("coverage"));
    }

    @Test
    void measure9NobodyIsInTwoShiftsThatOverlapAndSeatsAreAHardLimit(Node node) {
        Records shifts = new Records(node.api(), "summer-shifts", "590000000");
        LocalDate june = LocalDate.of(SUMMER, 6, 10);
        String subject = ", \"fields\": {\"subject\": \"математика\"}";
        shifts.refused(
                400,
                "activities",
                activity("shift", "591010000", LocalDate.of(SUMMER, 5, 30), ", \"seats\": 1" + subject),
                "Іс-шара бір жылдың мына айлары аралығында өтуге тиіс",
                "Мероприятие должно пройти в пределах этих месяцев",
                "The activity takes place within these months");
        shifts.refused(
                400,
                "activities",
                activity("shift", "591010000", june, subject),
                "Орындар санын көрсетіңіз",
                "Укажите число мест",
                "State the number of seats");
        long first = shifts.child("593230100", GIFTED);
        long second = shifts.child("593230100", GIFTED);
        String seat = ", \"seats\": 1, \"ends\": \"" + june.plusDays(14) + "\"" + subject;
        long shift = shifts.create("activities", activity("shift", "591010000", june, seat));
        long other = shifts.create(
                "activities",
                activity(
                        "shift",
                        "591010000",
                        june.plusDays(7),
                        seat.replace(
                                june.plusDays(14).toString(), june.plusDays(21).toString())));
        String participants = shifts.path("activities") + "/%d/participants";
        JsonNode outcome = shifts.api()
                .post(participants.formatted(shift), "{\"childIds\": [%d, %d]}".formatted(first, second))
                .expect(200)
                .json();
        assertEquals(1, outcome.get("accepted").asInt());
        assertEquals(1, outcome.get("waiting").asInt());
        for (String language : List.of("kk", "ru", "en")) {
            JsonNode refused = shifts.api()
                    .in(language)
                    .post(participants.formatted(other), "{\"childIds\": [" + first + "]}")
                    .expect(200)
                    .json()
                    .get("refused");
            String words = refused.get(0).get("objections").get(0).asText();
            assertTrue(
                    words.startsWith(
                            switch (language) {
                                case "kk" -> "Осы күндері";
                                case "ru" -> "В эти дни уже есть место или очередь";
                                default -> "On these days there is already a place";
                            }),
                    words);
        }
        long seated = outcome.get("items").get(0).get("id").asLong();
        shifts.api()
                .post(
                        participants.formatted(shift) + "/" + seated + "/state",
                        "{\"state\": \"refused\", \"reason\": \"ауырып қалды\"}")
                .expect(200);
        JsonNode replay = shifts.api()
                .get(shifts.path("activities") + "/" + shift + "/allocation/replay")
                .expect(200)
                .json();
        assertTrue(replay.get("same").asBoolean(), replay.toString());
        shifts.state("activities", shift, "open");
        long waited = outcome.get("items").get(1).get("id").asLong();
        shifts.api()
                .post(
                        shifts.path("activities") + "/" + shift + "/sessions",
                        "{\"heldOn\": \"%s\", \"present\": [%d]}".formatted(june, waited))
                .expect(201);
        shifts.state("activities", shift, "held");
        assertEquals(1, shifts.value("attended", SUMMER));
        assertEquals(List.of(second), shifts.rows("attended", SUMMER));
        assertEquals(1, shifts.value("accepted", SUMMER));
    }

    @Test
    void measure10ATrainingIsLedByAPsychologistAtASchoolOrCentre(Node node) {
        Records growth = new Records(node.api(), "personal-growth", "620000000");
        long school = growth.organisation("school", "№ 10 мектеп", "621010000");
        long idle = growth.organisation("school", "№ 11 мектеп", "621010000");
        long psychologist = growth.staff(school, "psychologist", "Айжан");
        long teacher = growth.staff(school, "teacher", "Бота");
        String at = ", \"organisationId\": " + school + ", \"leaderId\": ";
        growth.refused(
                400,
                "activities",
                activity("training", "621010000", DAY, at + teacher),
                "күнгі лауазымы мынадай болуға тиіс",
                "Должность руководителя на",
                "the leader must hold this position");
        growth.refused(
                400,
                "activities",
                activity("training", "621010000", DAY, ", \"leaderId\": " + psychologist),
                "Іс-шара өтетін ұйымды көрсетіңіз",
                "Укажите организацию, где проходит мероприятие",
                "Name the organisation where the activity takes place");
        long child = growth.child("621039100", GIFTED);
        long training = growth.create("activities", activity("training", "621010000", DAY, at + psychologist));
        growth.attend(training, "childIds", DAY, child);
        assertEquals(1, growth.value("trainings"));
        assertEquals(List.of(child), growth.rows("children"));
        assertEquals(List.of(idle), growth.rows("schools-without"));
    }

    @Test
    void measure11HonoursWinnersOfTheYearWithOffBudgetMoneyOnly(Node node) {
        Records forums = new Records(node.api(), "sen-uzdiksin", "350000000");
        forums.refused(
                400,
                "activities",
                activity("forum", "351000000", DAY, ""),
                "облыс",
                "Мероприятие проводится для области",
                "The activity is kept for a region");
        long forum = forums.create("activities", activity("forum", "350000000", DAY, ""));
        long plain = forums.child("351011100", GIFTED);
        JsonNode refused = forums.api()
                .post(forums.path("activities") + "/" + forum + "/participants", "{\"childIds\": [" + plain + "]}")
                .expect(200)
                .json();
        assertEquals(1, refused.get("refused").size(), "no achievement of the year");
        long winner = forums.child("351011100", GIFTED);
        forums.won(winner, "region", DAY.minusMonths(2), 0);
        forums.attend(forum, "childIds", DAY, winner);
        assertEquals(List.of(winner), forums.rows("winners"));
        assertEquals(13, forums.value("districts-without"));
        String pay = "{\"activityId\": %d, \"amount\": 500000, \"paidOn\": \"%s\", \"source\": \"%s\"}";
        forums.refused(
                400,
                "payments",
                pay.formatted(forum, DAY, "local-budget"),
                "бюджеттен тыс",
                "внебюджетн",
                "off-budget");
        forums.create("payments", pay.formatted(forum, DAY, "off-budget"));
        assertEquals(500000, forums.value("sponsors-money"));
    }

    @Test
    void measure12AVisitNamesItsPlaceAndReachesRuralChildren(Node node) {
        Records visits = new Records(node.api(), "cultural-visits", "100000000");
        visits.api()
                .post(visits.path("activities"), activity("museum", "101010000", DAY, ""))
                .expect(400);
        long rural = visits.child("101033100", GIFTED);
        visits.child("101033100", GIFTED);
        long visit = visits.create(
                "activities",
                activity(
                        "museum",
                        "101010000",
                        DAY,
                        ", \"fields\": {\"sight\": \"Абай мұражайы\", \"significance\": \"republic\"}"));
        visits.attend(visit, "childIds", DAY, rural);
        assertEquals(List.of(visit), visits.rows("visits"));
        assertEquals(List.of(rural), visits.rows("children"));
        assertEquals(50, visits.value("rural-share"));
    }
}
