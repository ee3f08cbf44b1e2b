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

/** Measures that bring about papers and materials: from the draft to the figure and the rows behind it, with what each clause refuses. */
@ExtendWith(SharedNode.class)
class PaperCasesTest {
    private static final LocalDate DAY = LocalDate.of(YEAR, 1, 1);

    @Test
    void measure5AnAuthorHasCoachedAPrizeWinner(Node node) {
        Records practice = new Records(node.api(), "best-practice", "430000000");
        long school = practice.organisation("school", "№ 5 мектеп", "431010000");
        long teacher = practice.staff(school, "teacher", "Нұрлан");
        String guide =
                "{\"type\": \"method-guide\", \"title\": \"Олимпиада есептері\", \"territory\": \"431010000\", \"language\": \"kk\", \"year\": %d%s}";
        practice.refused(
                400,
                "deliverables",
                guide.formatted(YEAR, ""),
                "Материалдың авторын көрсетіңіз",
                "Укажите автора материала",
                "Name the author of the material");
        String authored = guide.formatted(YEAR, ", \"authorId\": " + teacher);
        practice.told(400, practice.path("deliverables"), authored, "kk", "жүлдегер");
        practice.told(400, practice.path("deliverables"), authored, "ru", "призёр");
        practice.told(400, practice.path("deliverables"), authored, "en", "prize");
        long child = practice.child("431033100", GIFTED);
        practice.won(child, "republic", LocalDate.of(2022, 4, 1), teacher);
        long material = practice.create("deliverables", authored);
        practice.state("deliverables", material, "review");
        practice.state("deliverables", material, "adopted");
        assertEquals(List.of(teacher), practice.rows("authors"));
        assertEquals(List.of(material), practice.rows("materials"));
        long lesson = practice.create(
                "activities",
                "{\"type\": \"master-class\", \"title\": \"Ашық сабақ\", \"territory\": \"431010000\", \"starts\": \"%s\"}"
                        .formatted(DAY));
        long listener = practice.staff(school, "teacher", "Ербол");
        practice.attend(lesson, "staffIds", DAY, listener);
        assertEquals(List.of(listener), practice.rows("teachers-reached"));
    }

    @Test
    void measure17AnOrderTakesItsStepsInTheirOrder(Node node) {
        Records rules = new Records(node.api(), "admission-rules", "750000000");
        long order = rules.create(
                "deliverables",
                "{\"type\": \"order-564-amendment\", \"title\": \"№ 564 бұйрыққа өзгерістер\", \"territory\": \"750000000\", \"year\": %d}"
                        .formatted(YEAR));
        String steps = "deliverables/" + order + "/steps";
        String step = "{\"step\": \"%s\", \"reachedOn\": \"%s\"}";
        for (String language : List.of("kk", "ru", "en")) {
            rules.api()
                    .in(language)
                    .post(rules.path(steps), step.formatted("signed", DAY))
                    .expect(409);
        }
        List<String> all = List.of("draft", "public-discussion", "agreed", "signed", "registered", "in-force");
        for (String code : all) {
            assertEquals(0, rules.value("in-force"), "before " + code);
            assertTrue(
                    rules.api()
                                    .post(rules.path(steps), step.formatted(code, DAY))
                                    .status()
                            < 300,
                    code);
        }
        assertEquals(List.of(order), rules.rows("in-force"));
        JsonNode line = rules.line(YEAR);
        assertEquals("not-applicable", line.get("state").asText());
        assertTrue(line.get("reason").asText().contains("ministry"), line.toString());

        long child = rules.child("751110000", GIFTED);
        String support =
                "{\"type\": \"admission-support\", \"childId\": %d, \"year\": %d, \"fields\": {\"school\": \"РФММ\"}}";
        rules.refused(
                409,
                "awards",
                support.formatted(child, YEAR),
                "Бала шарттарға сай емес",
                "Ребёнок не отвечает условиям",
                "The child does not meet the conditions");
        long winner = rules.child(
                "751110000",
                GIFTED + ", \"categories\": [{\"category\": \"large-family\", \"validFrom\": \"2020-01-01\"}]");
        rules.won(winner, "republic", TODAY.minusMonths(1), 0);
        long award = rules.create("awards", support.formatted(winner, YEAR));
        rules.issue(award);
        assertEquals(List.of(award), rules.rows("children-supported"));
    }
}
