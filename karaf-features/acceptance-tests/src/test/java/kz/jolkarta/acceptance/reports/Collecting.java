package kz.jolkarta.acceptance.reports;

import static kz.jolkarta.acceptance.reports.Country.ATYRAU;
import static kz.jolkarta.acceptance.reports.Country.EARLY;
import static kz.jolkarta.acceptance.reports.Country.LAST_SECOND;
import static kz.jolkarta.acceptance.reports.Country.LATE;
import static kz.jolkarta.acceptance.reports.Country.MIDNIGHT;
import static kz.jolkarta.acceptance.reports.Country.MISSING;
import static kz.jolkarta.acceptance.reports.Country.YEAR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.jolkarta.acceptance.Children;
import kz.jolkarta.acceptance.Poll;

/** From December until the regions' day is over: records, reminders, reports in time and late, and the roll-up that opens by itself. */
record Collecting(Country country) {
    private static final String GIFTED = ", \"talents\": [{\"field\": \"sport\", \"identifiedOn\": \"2021-01-10\"}]";

    /** Atyrau has the demonstration data; two more regions a little, the others nothing. */
    void records() {
        for (int i = 0; i < 6; i++) {
            Children.create(country.node.api(), "611633100", GIFTED);
        }
        long child = Children.create(country.node.api(), "153233100", GIFTED);
        String activities = "/api/measures/technoparks/activities";
        long activity = country.created(activities, """
                {"type": "project", "title": "Робототехника", "territory": "151010000", "starts": "2026-11-02"}""");
        country.node
                .api()
                .post(activities + "/" + activity + "/state", "{\"state\": \"open\"}")
                .expect(200);
        long participant = country.node
                .api()
                .post(activities + "/" + activity + "/participants", "{\"childIds\": [" + child + "]}")
                .expect(200)
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asLong();
        String session = "{\"heldOn\": \"2026-11-02\", \"present\": [" + participant + "]}";
        country.node
                .api()
                .post(activities + "/" + activity + "/sessions", session)
                .expect(201);
        country.node
                .api()
                .post(activities + "/" + activity + "/state", "{\"state\": \"held\"}")
                .expect(200);
    }

    /** What the figure of one region and of the country is to come to, by an order; the region's report says so at once. */
    void aims() {
        Reporter region = country.region(ATYRAU);
        Country.AIMS.forEach((place, value) -> {
            String order = """
                    {"value": %d, "title": "Министрдің бұйрығы", "number": "112-қ", "date": "2026-02-20"}""".formatted(value);
            Map<String, String> headers = Map.of("Content-Type", "application/json", "If-Match", "\"0\"");
            String path = "/api/report-targets/" + YEAR + "/" + place + "/" + Country.AIMED;
            assertEquals(403, region.prepares().post(path, order).status());
            assertEquals(
                    201,
                    country.ministry
                            .send("POST", path, BodyPublishers.ofString(order), headers)
                            .status());
        });
        JsonNode told = region.prepares().get(region.path()).expect(200).json().get("targets");
        assertEquals(1, told.size(), "the country's is not the region's");
        assertEquals(900, told.get(Country.AIMED).get("value").asInt());
        String row = region.prepares()
                .in("kk")
                .get("/reports/" + YEAR + "/" + ATYRAU + "/rows/statistics")
                .expect(200)
                .text();
        assertTrue(row.contains("нысаналы мәні 900"), row);
    }

    /** 30, 10, 3 and 1 days before, as one open task at a time, and none where the report is in. */
    void reminded() {
        // Nothing would show that the watch has looked when it opens nothing; what a day too early closes does.
        look("2026-12-11T00:01");
        Poll.until(
                "the first reminder",
                Duration.ofSeconds(30),
                () -> country.region(MISSING).reminders().stream().findFirst());
        look("2026-12-10T23:59");
        Poll.until(
                "no reminder while 31 days are left",
                Duration.ofSeconds(30),
                () -> Optional.of(country.region(MISSING).reminders()).filter(List::isEmpty));
        Set<Long> tasks = new HashSet<>();
        for (String day : List.of("2026-12-11T00:01", "2026-12-31T09:00", "2027-01-07T09:00", "2027-01-09T09:00")) {
            if (day.startsWith("2027-01-07")) {
                country.clock.runsFrom("2027-01-05T09:00");
                EARLY.forEach(code -> country.onTime(country.region(code).handIn()));
            }
            look(day);
            JsonNode task = Poll.until(
                    "the reminder of " + day,
                    Duration.ofSeconds(30),
                    () -> country.region(MISSING).reminders().stream()
                            .filter(t -> tasks.add(t.get("id").asLong()))
                            .findFirst());
            assertEquals("2027-01-10", task.get("dueOn").asText());
            assertEquals("/reports/2026/" + MISSING, task.get("page").asText());
            boolean first = !day.startsWith("2027");
            country.regions.forEach((code, region) -> assertEquals(
                    EARLY.contains(code) && !first ? 0 : 1, region.reminders().size(), code + " " + day));
        }
        assertEquals(4, country.region(MISSING).reminders("").size());
    }

    /** The watch looks every ten minutes of the machine's time; starting it makes it look at once. */
    private void look(String office) {
        country.clock.runsFrom(office);
        for (String act : List.of("disable", "enable")) {
            country.node.shell("scr:" + act + " kz.jolkarta.reporting.ReminderWatch");
        }
    }

    void handedInOnTime() {
        Set<String> others = new TreeSet<>(country.regions.keySet());
        others.removeAll(EARLY);
        others.removeAll(LATE);
        others.removeAll(Set.of(LAST_SECOND, MIDNIGHT, MISSING));
        others.forEach(code -> {
            country.onTime(country.region(code).handIn());
            assertTrue(country.region(code).reminders().isEmpty(), code);
        });
        assertEquals(15, country.revisions.size());
    }

    void theLastSecondAndTheFirst() {
        country.clock.runsFrom("2027-01-10T22:00");
        List.of(LAST_SECOND, MIDNIGHT).forEach(code -> country.region(code).prepare());
        country.clock.standsAt("2027-01-10T23:59:59");
        country.onTime(country.region(LAST_SECOND).submit());
        JsonNode closed = country.rollUp();
        assertFalse(closed.get("open").asBoolean());
        assertEquals("2027-01-10T19:00:00Z", closed.get("opens").asText());
        assertEquals(0, closed.get("measures").size());
        assertEquals(
                409,
                country.ministry.post(Country.nation() + "/submissions", "{}").status());
        assertEquals(Set.of("open"), country.states(Set.of(MIDNIGHT, MISSING)));
        country.clock.standsAt("2027-01-11T00:00:00");
        assertTrue(country.rollUp().get("open").asBoolean());
        assertEquals(Set.of("missing"), country.states(Set.of(MIDNIGHT, MISSING)));
        country.late(country.region(MIDNIGHT).submit());
        assertEquals(Set.of("late"), country.states(Set.of(MIDNIGHT)));
        assertEquals(Set.of("on-time"), country.states(Set.of(LAST_SECOND)));
    }

    void theRollUpNamesWhoIsMissing() {
        country.clock.runsFrom("2027-01-11T10:00");
        LATE.forEach(code -> country.late(country.region(code).handIn()));
        assertEquals(19, country.revisions.size());
        assertEquals(Set.of("late"), country.states(LATE));
        assertEquals(Set.of("missing"), country.states(Set.of(MISSING)));
        assertTrue(new Added(country.standing()).agrees(country.rollUp()) > 20 * 21, "figures by region");
        String page =
                country.ministry.in("kk").get("/nation/" + YEAR).expect(200).text();
        assertTrue(page.contains("Жиынтыққа кірмеген өңірлер: Ұлытау облысы"), page);
        assertTrue(page.contains("нысаналы мәні 950"), page);
    }
}
