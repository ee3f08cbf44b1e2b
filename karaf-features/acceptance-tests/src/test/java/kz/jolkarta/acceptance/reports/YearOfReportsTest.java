package kz.jolkarta.acceptance.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.Children;
import kz.jolkarta.acceptance.DemoNode;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.OwnNode;
import kz.jolkarta.acceptance.Poll;
import kz.jolkarta.acceptance.access.Accounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reporting of 2026 from December to the end of January, on a node in UTC whose wall clock the test holds: 20 regions, one in the last second of its day,
 * some late, one missing, one given back and revised; the country's roll-up from the 11th on, and the report to the Government by the 25th.
 */
@ExtendWith(ClockLibrary.class)
class YearOfReportsTest {
    private static final int YEAR = 2026;
    private static final String ATYRAU = "230000000";
    private static final List<String> EARLY = List.of("100000000", "110000000", "150000000");
    private static final String LAST_SECOND = "390000000";
    private static final String MIDNIGHT = "550000000";
    private static final List<String> LATE = List.of("470000000", "710000000");
    private static final String MISSING = "620000000";
    private static final String GIVEN_BACK = "610000000";
    private static final String GIFTED = ", \"talents\": [{\"field\": \"sport\", \"identifiedOn\": \"2021-01-10\"}]";

    @TempDir
    Path folder;

    private HeldClock clock;
    private Node node;
    private Api ministry;
    private Map<String, Reporter> regions;
    private final Map<String, Integer> revisions = new TreeMap<>();

    @Test
    void aWholeYear() {
        clock = new HeldClock(folder.resolve("clock"));
        clock.runsFrom("2026-12-01T09:00");
        try (OwnNode own = clock.of(OwnNode.unpacked(folder))) {
            node = DemoNode.loaded(own);
            ministry = Accounts.with(node, "administrator", "");
            regions = Reporter.all(node, YEAR);
            assertEquals(20, regions.size());
            records();
            reminded();
            handedInOnTime();
            theLastSecondAndTheFirst();
            theRollUpNamesWhoIsMissing();
            givenBackAndRevised();
            accepted();
            board();
            toldToTheGovernment();
            papers();
            whole();
        }
    }

    private Reporter region(String code) {
        return regions.get(code);
    }

    private static JsonNode one(JsonNode list, String member, String value) {
        for (JsonNode each : list) {
            if (each.get(member).asText().equals(value)) {
                return each;
            }
        }
        throw new AssertionError("no " + value + " in " + list);
    }

    /** Atyrau has the demonstration data; two more regions a little, the others nothing. */
    private void records() {
        for (int i = 0; i < 6; i++) {
            Children.create(node.api(), "611633100", GIFTED);
        }
        long child = Children.create(node.api(), "153233100", GIFTED);
        String activities = "/api/measures/technoparks/activities";
        long activity = created(activities, """
                {"type": "project", "title": "Робототехника", "territory": "151010000", "starts": "2026-11-02"}""");
        node.api()
                .post(activities + "/" + activity + "/state", "{\"state\": \"open\"}")
                .expect(200);
        long participant = node.api()
                .post(activities + "/" + activity + "/participants", "{\"childIds\": [" + child + "]}")
                .expect(200)
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asLong();
        String session = "{\"heldOn\": \"2026-11-02\", \"present\": [" + participant + "]}";
        node.api().post(activities + "/" + activity + "/sessions", session).expect(201);
        node.api()
                .post(activities + "/" + activity + "/state", "{\"state\": \"held\"}")
                .expect(200);
    }

    private long created(String path, String json) {
        return node.api().post(path, json).expect(201).json().get("id").asLong();
    }

    /** 30, 10, 3 and 1 days before, as one open task at a time, and none where the report is in. */
    private void reminded() {
        look("2026-12-10T23:59");
        assertTrue(region(MISSING).reminders("").isEmpty(), "31 days are left");
        Set<Long> tasks = new HashSet<>();
        for (String day : List.of("2026-12-11T00:01", "2026-12-31T09:00", "2027-01-07T09:00", "2027-01-09T09:00")) {
            if (day.startsWith("2027-01-07")) {
                clock.runsFrom("2027-01-05T09:00");
                EARLY.forEach(code -> onTime(region(code).handIn()));
            }
            look(day);
            JsonNode task = Poll.until(
                    "the reminder of " + day,
                    Duration.ofSeconds(30),
                    () -> region(MISSING).reminders().stream()
                            .filter(t -> tasks.add(t.get("id").asLong()))
                            .findFirst());
            assertEquals("2027-01-10", task.get("dueOn").asText());
            assertEquals("/reports/2026/" + MISSING, task.get("page").asText());
            boolean first = !day.startsWith("2027");
            regions.forEach((code, region) -> assertEquals(
                    EARLY.contains(code) && !first ? 0 : 1, region.reminders().size(), code + " " + day));
        }
        assertEquals(4, region(MISSING).reminders("").size());
    }

    /** The watch looks every ten minutes of the machine's time; starting it makes it look at once. */
    private void look(String office) {
        clock.runsFrom(office);
        for (String act : List.of("disable", "enable")) {
            node.shell("scr:" + act + " kz.jolkarta.reporting.ReminderWatch");
        }
    }

    private void onTime(JsonNode submission) {
        assertTrue(submission.get("onTime").asBoolean(), submission.toString());
        revisions.put(submission.get("region").asText(), 1);
    }

    private void late(JsonNode submission) {
        assertFalse(submission.get("onTime").asBoolean(), submission.toString());
        revisions.put(
                submission.get("region").asText(), submission.get("revision").asInt());
    }

    private void handedInOnTime() {
        Set<String> others = new TreeSet<>(regions.keySet());
        others.removeAll(EARLY);
        others.removeAll(LATE);
        others.removeAll(Set.of(LAST_SECOND, MIDNIGHT, MISSING));
        others.forEach(code -> {
            onTime(region(code).handIn());
            assertTrue(region(code).reminders().isEmpty(), code);
        });
        assertEquals(15, revisions.size());
    }

    private void theLastSecondAndTheFirst() {
        clock.runsFrom("2027-01-10T22:00");
        List.of(LAST_SECOND, MIDNIGHT).forEach(code -> region(code).prepare());
        clock.standsAt("2027-01-10T23:59:59");
        onTime(region(LAST_SECOND).submit());
        JsonNode closed = rollUp();
        assertFalse(closed.get("open").asBoolean());
        assertEquals("2027-01-10T19:00:00Z", closed.get("opens").asText());
        assertEquals(0, closed.get("measures").size());
        assertEquals(409, ministry.post(nation() + "/submissions", "{}").status());
        assertEquals(Set.of("open"), states(Set.of(MIDNIGHT, MISSING)));
        clock.standsAt("2027-01-11T00:00:00");
        assertTrue(rollUp().get("open").asBoolean());
        assertEquals(Set.of("missing"), states(Set.of(MIDNIGHT, MISSING)));
        late(region(MIDNIGHT).submit());
        assertEquals(Set.of("late"), states(Set.of(MIDNIGHT)));
        assertEquals(Set.of("on-time"), states(Set.of(LAST_SECOND)));
    }

    private static String nation() {
        return "/api/nation-reports/" + YEAR;
    }

    private JsonNode rollUp() {
        return node.api().get(nation()).expect(200).json();
    }

    /** What the roll-up and the list of reports say of the regions. */
    private Set<String> states(Collection<String> codes) {
        JsonNode added = rollUp().get("regions");
        JsonNode listed = ministry.get("/api/reports/" + YEAR).expect(200).json();
        Set<String> states = new TreeSet<>();
        for (String code : codes) {
            String state = one(added, "code", code).get("state").asText();
            JsonNode line = one(listed, "region", code);
            if (!line.get("returned").asBoolean()) {
                assertEquals(state, line.get("timeliness").asText(), code);
            }
            states.add(state);
        }
        return states;
    }

    private Map<String, JsonNode> standing() {
        Map<String, JsonNode> standing = new HashMap<>();
        revisions.forEach((code, revision) -> standing.put(code, region(code).content(revision)));
        return standing;
    }

    private void theRollUpNamesWhoIsMissing() {
        clock.runsFrom("2027-01-11T10:00");
        LATE.forEach(code -> late(region(code).handIn()));
        assertEquals(19, revisions.size());
        assertEquals(Set.of("late"), states(LATE));
        assertEquals(Set.of("missing"), states(Set.of(MISSING)));
        assertTrue(new Added(standing()).agrees(rollUp()) > 20 * 21, "figures by region");
        String page = ministry.in("kk").get("/nation/" + YEAR).expect(200).text();
        assertTrue(page.contains("Жиынтыққа кірмеген өңірлер: Ұлытау облысы"), page);
    }

    /** A remark on one measure; the region brings the record that it forgot. */
    private void givenBackAndRevised() {
        clock.runsFrom("2027-01-12T10:00");
        String remark = "Бейнематериал көрсетілмеген";
        String remarks = "{\"remarks\": \"\", \"measures\": {\"information-support\": \"" + remark + "\"}}";
        ministry.post(region(GIVEN_BACK).submission(1) + "/return", remarks).expect(204);
        assertEquals(Set.of("returned"), states(Set.of(GIVEN_BACK)));
        revisions.remove(GIVEN_BACK);
        new Added(standing()).agrees(rollUp());
        Reporter region = region(GIVEN_BACK);
        assertEquals(1, region.reminders().size(), "it is to be handed in again");
        assertTrue(
                region.prepares().get(region.submission(1)).expect(200).text().contains(remark));
        clock.runsFrom("2027-01-14T10:00");
        String materials = "/api/measures/information-support/deliverables";
        long material = created(materials, """
                {"type": "billboard", "title": "Дарынды бала", "territory": "611633100", "language": "kk", "year": 2026}""");
        for (String state : List.of("review", "adopted")) {
            node.api()
                    .post(materials + "/" + material + "/state", "{\"state\": \"" + state + "\"}")
                    .expect(200);
        }
        late(region.handIn());
        assertEquals(2, revisions.get(GIVEN_BACK));
        JsonNode changes = region.handsIn()
                .get(region.submission(2) + "/changes?against=1")
                .expect(200)
                .json();
        assertTrue(changes.toString().contains("information-support"), changes.toString());
        assertTrue(region.reminders().isEmpty());
        new Added(standing()).agrees(rollUp());
    }

    private void accepted() {
        clock.runsFrom("2027-01-15T10:00");
        revisions.forEach((code, revision) -> ministry.post(region(code).submission(revision) + "/acceptance", "{}")
                .expect(204));
        revisions.keySet().forEach(code -> {
            JsonNode way = region(code)
                    .prepares()
                    .get(region(code).path() + "/preparation")
                    .expect(200)
                    .json();
            assertEquals("accepted", way.get("state").asText(), code);
        });
        assertEquals(
                409,
                region(ATYRAU)
                        .prepares()
                        .post(region(ATYRAU).path() + "/preparation", "{}")
                        .status());
        List<String> accepted = new ArrayList<>();
        for (JsonNode line : ministry.get("/api/reports/" + YEAR).expect(200).json()) {
            if (line.get("accepted").asBoolean()) {
                accepted.add(line.get("region").asText());
            }
        }
        assertEquals(List.copyOf(revisions.keySet()), accepted);
    }

    /** 20 regions by 19 measures, where no cell is empty, and what became of each report. */
    private void board() {
        String page = ministry.in("kk").get("/nation?year=" + YEAR).expect(200).text();
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
        String list = ministry.in("kk").get("/reports?year=" + YEAR).expect(200).text();
        assertEquals(15, count(list, "уақытында жіберілді, қабылданды"));
        assertEquals(4, count(list, "кеш жіберілді, қабылданды"));
        assertEquals(1, count(list, "жіберілмеген, мерзімі өтті"));
    }

    private static int count(String text, String pattern) {
        return (int) Pattern.compile(pattern).matcher(text).results().count();
    }

    /** In the last second of the 25th, and once more when the last region has handed in, which is late. */
    private void toldToTheGovernment() {
        clock.runsFrom("2027-01-25T20:00");
        for (JsonNode measure : rollUp().get("measures")) {
            if (measure.get("state").asText().equals("not-reported")) {
                String text = "{\"measure\": \"%s\", \"kk\": \"Өңірлер жүргізбеді.\", \"ru\": \"Не проводилось.\"}";
                ministry.post(
                                nation() + "/texts",
                                text.formatted(measure.get("code").asText()))
                        .expect(200);
            }
        }
        clock.standsAt("2027-01-25T23:59:59");
        JsonNode first =
                ministry.post(nation() + "/submissions", "{}").expect(201).json();
        assertTrue(first.get("onTime").asBoolean(), first.toString());
        clock.runsFrom("2027-01-26T09:00");
        late(region(MISSING).handIn());
        JsonNode second =
                ministry.post(nation() + "/submissions", "{}").expect(201).json();
        assertFalse(second.get("onTime").asBoolean(), second.toString());
        JsonNode frozen = nationContent(ministry, 1);
        assertEquals(
                "missing",
                one(frozen.get("regions"), "code", MISSING).get("state").asText());
        assertEquals(
                "late",
                one(nationContent(ministry, 2).get("regions"), "code", MISSING)
                        .get("state")
                        .asText());
        assertEquals(
                first.get("hash"),
                ministry.get(nation() + "/submissions")
                        .expect(200)
                        .json()
                        .get(1)
                        .get("hash"));
    }

    private static JsonNode nationContent(Api reader, int revision) {
        return reader.get(nation() + "/submissions/" + revision + ".json")
                .expect(200)
                .json();
    }

    private void papers() {
        for (String code : List.of(ATYRAU, GIVEN_BACK)) {
            Reporter region = region(code);
            int revision = revisions.get(code);
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
        JsonNode first =
                ministry.get(nation() + "/submissions").expect(200).json().get(1);
        PaperCheck check = new PaperCheck(ministry, "/api/nation/" + YEAR + "/papers", 1, nationContent(ministry, 1));
        Map<String, String> missing =
                Map.of("kk", "Есеп тапсырмаған өңірлер: Ұлытау облысы", "ru", "Не сдали отчёт: область Ұлытау");
        assertTrue(check.nation(first.get("openHash").asText(), missing) > 2 * 10);
    }

    /** Every revision is what was handed in, whatever became of the records. */
    private void whole() {
        regions.values().forEach(region -> {
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
        assertEquals(0, node.shell("jolkarta:report-verify 2026 61").exit());
        assertEquals(
                Optional.of(2),
                Optional.ofNullable(revisions.get(GIVEN_BACK)),
                "the one that was given back is checked too");
    }
}
