package kz.jolkarta.acceptance.reports;

import static kz.jolkarta.acceptance.reports.Country.ATYRAU;
import static kz.jolkarta.acceptance.reports.Country.GIVEN_BACK;
import static kz.jolkarta.acceptance.reports.Country.MISSING;
import static kz.jolkarta.acceptance.reports.Country.YEAR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** The report to the Government, the papers of all reports, and whether each is what was handed in. */
record Telling(Country country) {
    /** In the last second of the 25th, and once more when the last region has handed in, which is late. */
    void toldToTheGovernment() {
        country.clock.runsFrom("2027-01-25T20:00");
        for (JsonNode measure : country.rollUp().get("measures")) {
            if (measure.get("state").asText().equals("not-reported")) {
                String text = "{\"measure\": \"%s\", \"kk\": \"Өңірлер жүргізбеді.\", \"ru\": \"Не проводилось.\"}";
                country.ministry
                        .post(
                                Country.nation() + "/texts",
                                text.formatted(measure.get("code").asText()))
                        .expect(200);
            }
        }
        assertEquals(
                409,
                country.handsIn.post(Country.nation() + "/submissions", "{}").status(),
                "nobody prepared it");
        assertEquals("open", state());
        prepared();
        assertEquals("prepared", state());
        country.clock.standsAt("2027-01-25T23:59:59");
        assertEquals(
                409,
                country.ministry.post(Country.nation() + "/submissions", "{}").status(),
                "another person hands it in");
        JsonNode first = handedIn();
        assertEquals("submitted", state());
        assertTrue(first.get("onTime").asBoolean(), first.toString());
        country.clock.runsFrom("2027-01-26T09:00");
        country.late(country.region(MISSING).handIn());
        prepared();
        JsonNode second = handedIn();
        assertFalse(second.get("onTime").asBoolean(), second.toString());
        JsonNode frozen = Country.nationContent(country.ministry, 1);
        assertEquals(
                "missing",
                Country.one(frozen.get("regions"), "code", MISSING).get("state").asText());
        assertEquals(
                "late",
                Country.one(Country.nationContent(country.ministry, 2).get("regions"), "code", MISSING)
                        .get("state")
                        .asText());
        assertEquals(
                first.get("hash"),
                country.ministry
                        .get(Country.nation() + "/submissions")
                        .expect(200)
                        .json()
                        .get(1)
                        .get("hash"));
    }

    private void prepared() {
        country.ministry.post(Country.nation() + "/preparation", "{}").expect(200);
    }

    private JsonNode handedIn() {
        return country.handsIn
                .post(Country.nation() + "/submissions", "{}")
                .expect(201)
                .json();
    }

    private String state() {
        return country.ministry
                .get(Country.nation() + "/preparation")
                .expect(200)
                .json()
                .get("state")
                .asText();
    }

    void papers() {
        for (String code : List.of(ATYRAU, GIVEN_BACK)) {
            Reporter region = country.region(code);
            int revision = country.revisions.get(code);
            assertEquals(
                    Country.AIMS.getOrDefault(code, 0),
                    region.content(revision)
                            .path("targets")
                            .path(Country.AIMED)
                            .path("value")
                            .asInt(),
                    code);
            String hash = region.handsIn()
                    .get(region.path() + "/submissions")
                    .expect(200)
                    .json()
                    .get(0)
                    .get("hash")
                    .asText();
            PaperCheck check =
                    new PaperCheck(region.handsIn(), region.path() + "/papers", revision, region.content(revision));
            assertTrue(check.region(hash) > 19 * 5, code);
        }
        JsonNode first = country.ministry
                .get(Country.nation() + "/submissions")
                .expect(200)
                .json()
                .get(1);
        PaperCheck check = new PaperCheck(
                country.ministry, "/api/nation/" + YEAR + "/papers", 1, Country.nationContent(country.ministry, 1));
        assertEquals(
                Country.AIMS.get("country"),
                Country.nationContent(country.ministry, 1)
                        .at("/targets")
                        .path(Country.AIMED)
                        .path("value")
                        .asInt());
        Map<String, String> missing =
                Map.of("kk", "Есеп тапсырмаған өңірлер: Ұлытау облысы", "ru", "Не сдали отчёт: область Ұлытау");
        assertTrue(check.nation(first.get("openHash").asText(), missing) > 2 * 10);
    }

    /** Every revision is what was handed in, whatever became of the records. */
    void whole() {
        country.regions.values().forEach(region -> {
            for (JsonNode made : region.handsIn()
                    .get(region.path() + "/submissions")
                    .expect(200)
                    .json()) {
                JsonNode found = region.handsIn()
                        .get(region.submission(made.get("revision").asInt()) + "/verification")
                        .expect(200)
                        .json();
                assertEquals("whole", found.get("state").asText(), region.code() + found);
                assertEquals(0, found.get("flaws").size());
            }
        });
        assertEquals(0, country.node.shell("jolkarta:report-verify 2026 61").exit());
    }
}
