package kz.jolkarta.acceptance.reports;

import static kz.jolkarta.acceptance.reports.Country.ATYRAU;
import static kz.jolkarta.acceptance.reports.Country.GIVEN_BACK;
import static kz.jolkarta.acceptance.reports.Country.YEAR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the ministry makes of the reports: given back and revised, accepted, and all of them on its board. */
record Judging(Country country) {
    /** A remark on one measure; the region brings the record that it forgot. */
    void givenBackAndRevised() {
        country.clock.runsFrom("2027-01-12T10:00");
        String remark = "Бейнематериал көрсетілмеген";
        String remarks = "{\"remarks\": \"\", \"measures\": {\"information-support\": \"" + remark + "\"}}";
        country.ministry
                .post(country.region(GIVEN_BACK).submission(1) + "/return", remarks)
                .expect(204);
        assertEquals(Set.of("returned"), country.states(Set.of(GIVEN_BACK)));
        country.revisions.remove(GIVEN_BACK);
        new Added(country.standing()).agrees(country.rollUp());
        Reporter region = country.region(GIVEN_BACK);
        assertEquals(1, region.reminders().size(), "it is to be handed in again");
        assertTrue(
                region.prepares().get(region.submission(1)).expect(200).text().contains(remark));
        country.clock.runsFrom("2027-01-14T10:00");
        String materials = "/api/measures/information-support/deliverables";
        long material = country.created(materials, """
                {"type": "billboard", "title": "Дарынды бала", "territory": "611633100", "language": "kk", "year": 2026}""");
        for (String state : List.of("review", "adopted")) {
            country.node
                    .api()
                    .post(materials + "/" + material + "/state", "{\"state\": \"" + state + "\"}")
                    .expect(200);
        }
        country.late(region.handIn());
        assertEquals(2, country.revisions.get(GIVEN_BACK));
        JsonNode changes = region.handsIn()
                .get(region.submission(2) + "/changes?against=1")
                .expect(200)
                .json();
        assertTrue(changes.toString().contains("information-support"), changes.toString());
        assertTrue(region.reminders().isEmpty());
        new Added(country.standing()).agrees(country.rollUp());
    }

    void accepted() {
        country.clock.runsFrom("2027-01-15T10:00");
        country.revisions.forEach((code, revision) -> country.ministry
                .post(country.region(code).submission(revision) + "/acceptance", "{}")
                .expect(204));
        country.revisions.keySet().forEach(code -> {
            JsonNode way = country.region(code)
                    .prepares()
                    .get(country.region(code).path() + "/preparation")
                    .expect(200)
                    .json();
            assertEquals("accepted", way.get("state").asText(), code);
        });
        assertEquals(
                409,
                country.region(ATYRAU)
                        .prepares()
                        .post(country.region(ATYRAU).path() + "/preparation", "{}")
                        .status());
        List<String> accepted = new ArrayList<>();
        for (JsonNode line :
                country.ministry.get("/api/reports/" + YEAR).expect(200).json()) {
            if (line.get("accepted").asBoolean()) {
                accepted.add(line.get("region").asText());
            }
        }
        assertEquals(List.copyOf(country.revisions.keySet()), accepted);
    }

    /** 20 regions by 19 measures, where no cell is empty, and what became of each report. */
    void board() {
        String page = country.ministry
                .in("kk")
                .get("/nation?year=" + YEAR)
                .expect(200)
                .text();
        String board = page.replaceFirst("(?s).*<table class=\"matrix", "").replaceFirst("(?s)</table>.*", "");
        assertEquals(20, count(board, "<th scope=\"row\">"));
        assertEquals(20 * (19 + 1), count(board, "<td>"), "measures, and the rows that are ready");
        int cells = 0;
        for (String state : List.of("s[1-5]", "zero", "norun", "miss")) {
            int some = count(board, "class=\"cell num " + state);
            assertTrue(some > 0, state);
            cells += some;
        }
        assertEquals(20 * 20, cells, "each cell says which of the four it is");
        String list = country.ministry
                .in("kk")
                .get("/reports?year=" + YEAR)
                .expect(200)
                .text();
        assertEquals(15, count(list, "уақытында жіберілді, қабылданды"));
        assertEquals(4, count(list, "кеш жіберілді, қабылданды"));
        assertEquals(1, count(list, "жіберілмеген, мерзімі өтті"));
    }

    private static int count(String text, String pattern) {
        return (int) Pattern.compile(pattern).matcher(text).results().count();
    }
}
