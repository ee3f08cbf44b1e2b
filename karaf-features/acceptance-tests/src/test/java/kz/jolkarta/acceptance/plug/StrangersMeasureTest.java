package kz.jolkarta.acceptance.plug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.Children;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.OwnNode;
import kz.jolkarta.acceptance.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A measure that somebody outside wrote comes into the running node as a KAR, is used, and goes again. */
class StrangersMeasureTest {
    private static final Path KAR =
            Path.of(System.getProperty("jolkarta.stranger")).toAbsolutePath().normalize();
    private static final int YEAR = LocalDate.now(ZoneId.of("Asia/Almaty")).getYear();
    private static final String MEASURE = "/api/measures/mentoring";

    @TempDir
    Path folder;

    @Test
    void itIsInstalledUsedAndRemovedWhileTheNodeRuns() {
        try (OwnNode own = OwnNode.unpacked(folder)) {
            Node node = own.start();
            Api api = node.api();
            Map<String, String> before = InstallUnderLoadTest.components(node);
            api.get(MEASURE).expect(404);

            said(node, "jolkarta:measure-install -l en " + KAR, "mentoring is installed");
            assertEquals(
                    "Тәлімгерлік",
                    api.in("kk").get(MEASURE).expect(200).json().get("name").asText());
            meeting(api);
            api.post(
                            "/api/x/mentoring/mentors",
                            "{\"territory\": \"430000000\", \"company\": \"Қызылорда мұнайы\", \"places\": 7}")
                    .expect(201);
            String refused = api.in("ru")
                    .post("/api/x/mentoring/mentors", "{\"company\": \"x\", \"places\": 1}")
                    .expect(400)
                    .text();
            assertTrue(refused.contains("Укажите код территории"), refused);
            page(api);
            said(node, "jolkarta:measure-install -l en " + KAR, "installed already");
            assertEquals(before, withoutStranger(node), "components of other bundles");
            own.stop();

            try (OwnNode again = own.again()) {
                Node next = again.start();
                page(next.api());
                said(next, "jolkarta:measure-uninstall -l en mentoring", "its records stay");
                next.api().get(MEASURE).expect(404);
                next.api().get(MEASURE + "/pages/mentors").expect(404);
                next.api().post("/api/x/mentoring/mentors", "{}").expect(404);
                assertFalse(Files.exists(next.data().resolve("kar/mentoring.kar")));
                said(next, "jolkarta:measure-uninstall -l en mentoring", "No KAR");
                said(next, "jolkarta:measure-install -l en " + KAR, "mentoring is installed");
                page(next.api());
            }
        }
    }

    private static Map<String, String> withoutStranger(Node node) {
        Map<String, String> now = InstallUnderLoadTest.components(node);
        now.values().removeIf(name -> name.startsWith("org.example"));
        return now;
    }

    private static void said(Node node, String command, String words) {
        Shell.Answer answer = node.shell(command);
        assertTrue(answer.output().contains(words), () -> command + ": " + answer.output());
    }

    private static void meeting(Api api) {
        long child = Children.create(
                api, "431010000", ", \"talents\": [{\"field\": \"arts\", \"identifiedOn\": \"2026-01-10\"}]");
        String activities = MEASURE + "/activities";
        LocalDate day = LocalDate.of(YEAR, 1, 15);
        long activity = api.post(
                        activities,
                        "{\"type\": \"meeting\", \"title\": \"Кездесу\", \"territory\": \"431010000\", \"starts\": \"%s\", \"ends\": \"%s\"}"
                                .formatted(day, day))
                .expect(201)
                .json()
                .get("id")
                .asLong();
        String own = activities + "/" + activity;
        api.post(own + "/state", "{\"state\": \"open\"}").expect(200);
        long participant = api.post(own + "/participants", "{\"childIds\": [" + child + "]}")
                .expect(200)
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asLong();
        api.post(own + "/sessions", "{\"heldOn\": \"%s\", \"present\": [%d]}".formatted(day, participant))
                .expect(201);
        api.post(own + "/state", "{\"state\": \"held\"}").expect(200);
        JsonNode figures = api.get(MEASURE + "/indicators?year=" + YEAR + "&territory=430000000")
                .expect(200)
                .json();
        assertEquals(1, figures.get("indicators").get(0).get("value").asInt(), figures::toString);
    }

    private static void page(Api api) {
        JsonNode links = api.in("en").get(MEASURE + "/pages").expect(200).json().get("items");
        assertEquals("Mentors", links.get(0).get("title").asText(), links::toString);
        JsonNode page =
                api.in("kk").get(links.get(0).get("href").asText()).expect(200).json();
        assertEquals("Тәлімгерлер саны", page.get("parts").get(0).get("title").asText(), page::toString);
        assertEquals(7, page.get("parts").get(0).get("value").asInt());
        assertEquals(
                "[[\"Қызылорда мұнайы\",7]]",
                page.get("parts").get(1).get("rows").toString());
    }
}
