package kz.jolkarta.acceptance.plug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.OwnNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each of the nineteen measures comes alone to a node with the core alone, and goes again with its records kept. */
class EveryMeasureAloneTest {
    private static final int YEAR = LocalDate.now(ZoneId.of("Asia/Almaty")).getYear();
    private static final String REGION = "230000000";

    @TempDir
    Path folder;

    @Test
    void comesAndGoesAndReportsOfEarlierYearsKeepTheirValues() throws IOException {
        try (OwnNode own = OwnNode.unpacked(folder)) {
            Files.writeString(
                    own.node().home().resolve("etc/jolkarta.cfg"),
                    "profile = region\nregion = 23\nmeasures = none\ncentres = none\n");
            Node node = own.start();
            assertEquals(List.of(), installed(node));
            for (int clause = 1; clause <= 19; clause++) {
                say(node, "jolkarta:measure-install -l en " + clause);
                List<String> alone = installed(node);
                assertEquals(1, alone.size(), "clause " + clause + ": " + alone);
                node.api()
                        .get("/api/measures/" + alone.get(0) + "/indicators?territory=" + REGION)
                        .expect(200);
                if (alone.get(0).equals("cultural-visits")) {
                    visits(node.api());
                }
                say(node, "jolkarta:measure-uninstall -l en " + clause);
                node.api().get("/api/measures/" + alone.get(0) + "/indicators").expect(404);
            }
            assertEquals(List.of(), installed(node));

            assertEquals("not-run", visits(node, YEAR).get("state").asText(), "not run here any more");
            JsonNode before = visits(node, YEAR - 1);
            assertEquals("value", before.get("state").asText(), before::toString);
            assertEquals(1, before.get("indicators").get(0).get("value").asInt());
            assertTrue(before.get("indicators").get(0).get("name").asText().contains("Visits"), before::toString);

            say(node, "jolkarta:measure-install -l en 12");
            assertEquals("value", visits(node, YEAR).get("state").asText(), "its records are there again");
        }
    }

    /** A visit held in this year and one in the year before. */
    private static void visits(Api api) {
        for (int year = YEAR - 1; year <= YEAR; year++) {
            String activities = "/api/measures/cultural-visits/activities";
            long id = api.post(activities, """
                            {"type": "museum", "title": "Мұражай", "territory": "231010000", "starts": "%d-01-01",
                             "fields": {"sight": "Облыстық мұражай", "significance": "region"}}""".formatted(year))
                    .expect(201)
                    .json()
                    .get("id")
                    .asLong();
            for (String state : List.of("open", "held")) {
                api.post(activities + "/" + id + "/state", "{\"state\": \"" + state + "\"}")
                        .expect(200);
            }
        }
    }

    private static JsonNode visits(Node node, int year) {
        JsonNode report = node.api()
                .get("/api/reports/" + year + "/" + REGION)
                .expect(200)
                .json();
        return report.get("measures").get(11);
    }

    private static List<String> installed(Node node) {
        JsonNode items = node.api().get("/api/measures").expect(200).json().get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(m -> m.get("installed").asBoolean())
                .map(m -> m.get("code").asText())
                .toList();
    }

    private static void say(Node node, String command) {
        String answer = node.shell(command).output();
        assertTrue(answer.contains("installed") || answer.contains("removed"), () -> command + ": " + answer);
    }
}
