package kz.jolkarta.acceptance.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.Children;
import kz.jolkarta.acceptance.DemoNode;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.OwnNode;
import kz.jolkarta.acceptance.access.Accounts;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stranger on the demonstration data, by the API alone: finds a child, sees what it is entitled to and why, drafts its road map, has it approved by
 * another person, prints it in Kazakh, records what the child took part in, and sees the step done.
 */
@ExtendWith(DemoNode.class)
class ChildStoryTest {
    private static final String REGION = "230000000";
    private static final String VILLAGE = "233633100";
    private static final String GIFTED = ", \"talents\": [{\"field\": \"sport\", \"identifiedOn\": \"2021-01-10\"}]";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Almaty"));
    /** The latest year whose summer is over. */
    private static final int SUMMER = TODAY.getMonthValue() > 8 ? TODAY.getYear() : TODAY.getYear() - 1;

    @TempDir
    Path folder;

    @Test
    void fromFindingAChildToAStepThatIsDoneByItself(Node node) throws IOException {
        Api coordinator = Accounts.with(node, "coordinator", REGION);
        Api approver = Accounts.with(node, "approver", REGION);

        JsonNode child = aGiftedChild(coordinator);
        long id = child.get("id").asLong();
        entitledAndWhy(coordinator, id);
        long map = drafted(coordinator, id);
        approved(coordinator, approver, map);
        printed(coordinator, map, child.get("givenName").asText());

        long club = activity(coordinator, "coverage", """
                {"type": "club", "title": "Шахмат үйірмесі", "territory": "231010000", "starts": "%s",
                 "fields": {"field": "sport", "level": "school"}}""".formatted(TODAY));
        attended(coordinator, "coverage", club, TODAY, id);
        JsonNode done = step(coordinator, map, "coverage", "club");
        assertEquals("done", done.get("state").asText(), done::toString);
        assertEquals(TODAY.toString(), done.get("doneOn").asText());
        assertEquals("Шахмат үйірмесі", done.get("record").get("title").asText());

        JsonNode history = coordinator
                .get("/api/road-maps/" + map + "/history")
                .expect(200)
                .json();
        List<String> kinds = StreamSupport.stream(history.get("items").spliterator(), false)
                .map(e -> e.get("kind").asText())
                .toList();
        assertTrue(kinds.containsAll(List.of("created", "agreed", "approved", "fulfilled")), kinds::toString);
    }

    /** A shift is in the summer, so the map is that of the school year before it. */
    @Test
    void aSummerShiftDoesItsStepAndAVoucherGivenBackUndoesIt() {
        try (OwnNode own = OwnNode.unpacked(folder)) {
            Node node = own.start();
            Api coordinator = Accounts.with(node, "coordinator", REGION);
            Api approver = Accounts.with(node, "approver", REGION);

            long pupil = Children.create(coordinator, VILLAGE, GIFTED);
            long map = withStep(coordinator, pupil, SUMMER - 1, "summer-shifts", "shift");
            approved(coordinator, approver, map);
            LocalDate june = LocalDate.of(SUMMER, 6, 10);
            long shift = activity(coordinator, "summer-shifts", """
                    {"type": "shift", "title": "«Дарын» ауысымы", "territory": "231010000", "starts": "%s", "ends": "%s",
                     "seats": 20, "fields": {"subject": "математика"}}""".formatted(june, june.plusDays(14)));
            attended(coordinator, "summer-shifts", shift, june.plusDays(1), pupil);
            JsonNode done = step(coordinator, map, "summer-shifts", "shift");
            assertEquals("done", done.get("state").asText(), done::toString);
            assertEquals("«Дарын» ауысымы", done.get("record").get("title").asText());

            long other = Children.create(coordinator, VILLAGE, GIFTED);
            int running = TODAY.getMonthValue() > 8 ? TODAY.getYear() : TODAY.getYear() - 1;
            long next = withStep(coordinator, other, running, "health-camps", "camp");
            approved(coordinator, approver, next);
            voucher(coordinator, approver, other, next);
        }
    }

    private static long withStep(Api api, long child, int schoolYear, String measure, String type) {
        long map = api.post("/api/children/" + child + "/road-maps", """
                        {"schoolYear": %d, "content": {"goals": "Олимпиада"}}""".formatted(schoolYear))
                .expect(201)
                .json()
                .get("id")
                .asLong();
        api.post("/api/road-maps/" + map + "/steps", """
                        {"title": "Қадам", "measure": "%s", "type": "%s", "dueOn": "%d-08-20"}""".formatted(measure, type, schoolYear + 1))
                .expect(201);
        return map;
    }

    private static void voucher(Api coordinator, Api approver, long child, long map) {
        String measure = "/api/measures/health-camps";
        approver.put(
                        measure + "/quotas",
                        "{\"type\": \"camp\", \"territory\": \"%s\", \"year\": %d, \"cap\": 5}"
                                .formatted(REGION, TODAY.getYear()),
                        "")
                .expect(200);
        long award = coordinator
                .post(measure + "/awards", """
                        {"type": "camp", "childId": %d, "year": %d, "amount": 150000, "source": "local-budget"}""".formatted(child, TODAY.getYear()))
                .expect(201)
                .json()
                .get("id")
                .asLong();
        String state = measure + "/awards/" + award + "/state";
        coordinator.post(state, "{\"state\": \"commission\"}").expect(200);
        approver.post(state, "{\"state\": \"approved\"}").expect(200);
        approver.post(state, "{\"state\": \"issued\"}").expect(200);
        JsonNode done = step(coordinator, map, "health-camps", "camp");
        assertEquals("done", done.get("state").asText(), done::toString);
        assertEquals(award, done.get("record").get("id").asLong());
        approver.post(state, "{\"state\": \"returned\", \"reason\": \"ауырып қалды\"}")
                .expect(200);
        JsonNode again = step(coordinator, map, "health-camps", "camp");
        assertEquals("planned", again.get("state").asText(), "undone with its record");
        assertFalse(again.hasNonNull("record"), again::toString);
    }

    private static JsonNode aGiftedChild(Api api) {
        JsonNode listed = api.get("/api/children?territory=" + REGION + "&gradeFrom=5&gradeTo=9&rural=true&limit=50")
                .expect(200)
                .json();
        JsonNode chosen = StreamSupport.stream(listed.get("items").spliterator(), false)
                .filter(c -> !c.get("talents").isEmpty() && c.hasNonNull("surname"))
                .findFirst()
                .orElseThrow();
        String name =
                chosen.get("surname").asText() + " " + chosen.get("givenName").asText();
        JsonNode found = api.get("/api/children?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .expect(200)
                .json();
        assertTrue(
                StreamSupport.stream(found.get("items").spliterator(), false)
                        .anyMatch(c -> c.get("id").equals(chosen.get("id"))),
                () -> name + " is not found by name: " + found);
        return chosen;
    }

    private static void entitledAndWhy(Api api, long child) {
        JsonNode answer = api.in("kk")
                .get("/api/children/" + child + "/entitlements")
                .expect(200)
                .json();
        List<JsonNode> entitled = StreamSupport.stream(answer.get("measures").spliterator(), false)
                .filter(m -> m.get("entitled").asBoolean())
                .toList();
        assertTrue(
                entitled.stream().anyMatch(m -> m.get("measure").asText().equals("summer-shifts")), answer::toString);
        assertTrue(
                entitled.stream().allMatch(m -> !m.get("reasons").isEmpty()),
                () -> "each with its reasons: " + entitled);
        assertTrue(
                StreamSupport.stream(answer.get("measures").spliterator(), false)
                        .filter(m -> !m.get("entitled").asBoolean())
                        .allMatch(m -> !m.get("objections").isEmpty() || m.hasNonNull("notCarriedOut")),
                () -> "or what stands against it: " + answer);
    }

    private static long drafted(Api api, long child) {
        JsonNode proposals =
                api.get("/api/children/" + child + "/proposals").expect(200).json();
        assertTrue(
                StreamSupport.stream(proposals.get("items").spliterator(), false)
                        .allMatch(p -> !p.get("why").isEmpty()),
                proposals::toString);
        JsonNode map = api.post("/api/children/" + child + "/road-maps/draft", """
                        {"steps": ["coverage/club"]}""")
                .expect(201)
                .json();
        assertEquals("draft", map.get("state").asText());
        assertFalse(map.get("steps").get(0).get("why").isEmpty(), map::toString);
        return map.get("id").asLong();
    }

    /** What is still empty is filled in, the representative agrees, and another person approves. */
    private static void approved(Api coordinator, Api approver, long map) {
        Api.Reply seen = coordinator.get("/api/road-maps/" + map).expect(200);
        ObjectNode content = (ObjectNode) seen.json().get("content");
        List.of("strengths", "goals", "directions", "support-needed", "coordinator")
                .forEach(field -> {
                    if (!content.hasNonNull(field)) {
                        content.put(field, "Ұстазбен келісілді");
                    }
                });
        if (!content.hasNonNull("talent")) {
            content.put("talent", "academic");
        }
        coordinator
                .put("/api/road-maps/" + map, "{\"content\": " + content + "}", seen.header("ETag"))
                .expect(200);
        coordinator
                .post("/api/road-maps/" + map + "/agreement", "{\"name\": \"Сейітқали Гүлнәр\"}")
                .expect(200);
        coordinator
                .post("/api/road-maps/" + map + "/state", "{\"state\": \"approved\"}")
                .expect(403);
        JsonNode approved = approver.post("/api/road-maps/" + map + "/state", "{\"state\": \"approved\"}")
                .expect(200)
                .json();
        assertEquals("approved", approved.get("state").asText());
    }

    private static void printed(Api api, long map, String givenName) throws IOException {
        Api.Reply print = api.get("/api/road-maps/" + map + "/print?format=pdf&language=kk")
                .expect(200);
        assertEquals("application/pdf", print.header("Content-Type"));
        try (PDDocument document = Loader.loadPDF(print.response().body())) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains(givenName), text);
            assertTrue(text.toLowerCase(Locale.ROOT).contains("жол карта"), text);
            assertTrue(text.contains("Үйлестіруші"), text);
        }
    }

    private static long activity(Api api, String measure, String json) {
        return api.post("/api/measures/" + measure + "/activities", json)
                .expect(201)
                .json()
                .get("id")
                .asLong();
    }

    private static void attended(Api api, String measure, long activity, LocalDate on, long child) {
        String path = "/api/measures/" + measure + "/activities/" + activity;
        api.post(path + "/state", "{\"state\": \"open\"}").expect(200);
        long participation = api.post(path + "/participants", "{\"childIds\": [" + child + "]}")
                .expect(200)
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asLong();
        api.post(path + "/sessions", "{\"heldOn\": \"%s\", \"present\": [%d]}".formatted(on, participation))
                .expect(201);
        api.post(path + "/state", "{\"state\": \"held\"}").expect(200);
    }

    private static JsonNode step(Api api, long map, String measure, String type) {
        JsonNode steps = api.get("/api/road-maps/" + map).expect(200).json().get("steps");
        return StreamSupport.stream(steps.spliterator(), false)
                .filter(s -> s.path("measure").asText().equals(measure)
                        && s.path("type").asText().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such step in " + steps));
    }
}
