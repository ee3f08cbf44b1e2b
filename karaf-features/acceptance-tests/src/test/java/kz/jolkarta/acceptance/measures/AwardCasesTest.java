package kz.jolkarta.acceptance.measures;

import static kz.jolkarta.acceptance.measures.Records.GIFTED;
import static kz.jolkarta.acceptance.measures.Records.TODAY;
import static kz.jolkarta.acceptance.measures.Records.YEAR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.SharedNode;
import kz.jolkarta.acceptance.access.Accounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Measures that give something to a person: from the proposal to the figure and the rows behind it, with what each clause refuses. */
@ExtendWith(SharedNode.class)
class AwardCasesTest {
    private static final LocalDate DAY = LocalDate.of(YEAR, 1, 1);
    private static final LocalDate MONTH = TODAY.withDayOfMonth(1);
    private static final String PROTOCOL = ", \"protocolNumber\": \"7\", \"protocolDate\": \"" + DAY + "\"";

    private static String stipend(long child, String category) {
        return ("{\"type\": \"state\", \"childId\": %d, \"year\": %d, \"from\": \"%s\", \"indexHundredths\": 300,"
                        + " \"source\": \"local-budget\", \"fields\": {\"category\": \"%s\"}}")
                .formatted(child, YEAR, MONTH, category);
    }

    @Test
    void measure14ACategoryIsProvedAndARunIsDecidedByTwoPeople(Node node) {
        Records stipends = new Records(node.api(), "stipends", "110000000");
        long child = stipends.child("111033100", GIFTED);
        stipends.refused(
                409,
                "awards",
                stipend(child, "b"),
                "Бала шарттарға сай емес",
                "Ребёнок не отвечает условиям",
                "The child does not meet the conditions");
        stipends.won(child, "international", MONTH.minusMonths(3), 0);
        assertEquals(List.of(child), stipends.rows("eligible-without"));
        long award = stipends.create("awards", stipend(child, "b"));
        stipends.told(409, stipends.path("awards"), stipend(child, "b"), "en", "already");
        stipends.issue(award);
        assertEquals(List.of(award), stipends.rows("holders"));
        assertEquals(0, stipends.value("eligible-without"));

        String runs = stipends.path("payment-runs");
        String wanted =
                "{\"type\": \"state\", \"month\": \"%s\", \"territory\": \"110000000\", \"source\": \"local-budget\"}"
                        .formatted(YearMonth.from(TODAY));
        JsonNode run = stipends.api().post(runs, wanted).expect(201).json().get("run");
        assertEquals(1, run.get("lines").asInt());
        String decision = runs + "/" + run.get("id").asLong() + "/decision";
        stipends.told(
                403, decision, "{\"decision\": \"approve\"}", "kk", "Ведомосты ұсынған адам ол бойынша шешім қабыл");
        stipends.told(
                403, decision, "{\"decision\": \"approve\"}", "ru", "Кто предложил ведомость, тот по ней не решает");
        stipends.told(
                403, decision, "{\"decision\": \"approve\"}", "en", "Who proposed a payment run does not decide on");
        Api approver = Accounts.with(node, "approver", "110000000");
        JsonNode approved = approver.post(decision, "{\"decision\": \"approve\"}")
                .expect(200)
                .json();
        assertTrue(approved.toString().contains("approved"), approved.toString());
        assertEquals(run.get("total").asLong(), stipends.value("paid"), "the total is what was paid");
        JsonNode again =
                stipends.api().post(runs + "/preview", wanted).expect(200).json();
        assertEquals(0, again.get("due").asInt(), "never twice for one month: " + again);
    }

    @Test
    void measure15ATeacherWithoutAPrizeWinnerIsNotNominatedAndTheCountryDecides(Node node) {
        Records awards = new Records(node.api(), "teacher-awards", "610000000");
        long school = awards.organisation("school", "№ 15 мектеп", "611010000");
        long teacher = awards.staff(school, "teacher", "Сәуле");
        String nomination = "{\"type\": \"best-teacher\", \"staffId\": %d, \"year\": %d%s}";
        awards.refused(
                409,
                "awards",
                nomination.formatted(teacher, YEAR, PROTOCOL),
                "Қызметкер шарттарға сай емес",
                "Сотрудник не отвечает условиям",
                "The member of staff does not meet the conditions");
        long child = awards.child("611633100", GIFTED);
        awards.won(child, "republic", DAY.minusMonths(5), teacher);
        long award = awards.create("awards", nomination.formatted(teacher, YEAR, ""));
        awards.state("awards", award, "commission");
        String move = awards.path("awards") + "/" + award + "/state";
        awards.told(409, move, "{\"state\": \"approved\"}", "kk", "хаттама");
        awards.told(409, move, "{\"state\": \"approved\"}", "ru", "протокол");
        awards.told(409, move, "{\"state\": \"approved\"}", "en", "protocol");
        JsonNode read = awards.api()
                .get(awards.path("awards") + "/" + award)
                .expect(200)
                .json();
        assertTrue(read.get("score").asInt() > 0, "the score is the sum of the results: " + read);
        awards.api()
                .put(
                        awards.path("awards") + "/" + award,
                        nomination.formatted(teacher, YEAR, PROTOCOL),
                        "\"" + read.get("version").asInt() + "\"")
                .expect(200);
        Api region = Accounts.with(node, "approver", "610000000");
        for (String language : List.of("kk", "ru", "en")) {
            String words = region.in(language)
                    .post(move, "{\"state\": \"approved\"}")
                    .expect(403)
                    .text();
            String told =
                    language.equals("en") ? "national" : language.equals("ru") ? "республиканский" : "республикалық";
            assertTrue(words.contains(told), words);
        }
        awards.state("awards", award, "approved");
        assertEquals(List.of(award), awards.rows("awarded"));
        assertEquals(1, awards.value("results"));
        for (String language : List.of("kk", "ru", "en")) {
            String words = awards.api()
                    .in(language)
                    .put(
                            awards.path("quotas"),
                            "{\"type\": \"best-teacher\", \"year\": %d, \"cap\": 101}".formatted(YEAR),
                            "")
                    .expect(400)
                    .text();
            assertTrue(words.contains("100"), words);
        }
    }

    @Test
    void measure16AGrantGoesOnceToAGraduateOfTheTargetGroup(Node node) {
        Records grants = new Records(node.api(), "education-grants", "790000000");
        String large = ", \"categories\": [{\"category\": \"large-family\", \"validFrom\": \"2020-01-01\"}]";
        long early = grants.child("791110000", GIFTED + large);
        long graduate = grants.pupil("791110000", 11, GIFTED + large);
        String grant = "{\"type\": \"grant\", \"childId\": %d, \"year\": %d%s,"
                + " \"fields\": {\"university\": \"ҚазҰУ\", \"programme\": \"6B05401\", \"years\": 4}}";
        grants.refused(
                409,
                "awards",
                grant.formatted(early, YEAR, PROTOCOL),
                "Бала шарттарға сай емес",
                "Ребёнок не отвечает условиям",
                "The child does not meet the conditions");
        long award = grants.create("awards", grant.formatted(graduate, YEAR, ""));
        grants.state("awards", award, "commission");
        String move = grants.path("awards") + "/" + award + "/state";
        grants.told(409, move, "{\"state\": \"approved\"}", "kk", "хаттама");
        grants.api()
                .put(grants.path("awards") + "/" + award, grant.formatted(graduate, YEAR, PROTOCOL), "\"2\"")
                .expect(200);
        grants.state("awards", award, "approved");
        grants.state("awards", award, "issued");
        grants.refused(
                409,
                "awards",
                grant.formatted(graduate, YEAR, PROTOCOL),
                "бұл түрдегі",
                "уже есть",
                "already has support of this kind");
        String pay = "{\"awardId\": %d, \"amount\": 900000, \"paidOn\": \"%s\", \"source\": \"%s\"}";
        grants.api()
                .post(grants.path("payments"), pay.formatted(award, DAY, "republican-budget"))
                .expect(400);
        grants.create("payments", pay.formatted(award, DAY, "local-budget"));
        assertEquals(1, grants.value("applied"));
        assertEquals(List.of(award), grants.rows("granted"));
        assertEquals(900000, grants.value("money"));
    }
}
