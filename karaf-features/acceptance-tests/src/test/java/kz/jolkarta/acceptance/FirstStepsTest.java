package kz.jolkarta.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody sees who has just started a node. */
@ExtendWith(SharedNode.class)
class FirstStepsTest {
    @Test
    void theNodeIsHealthy(Node node) {
        JsonNode health = node.anonymous().get("/health").expect(200).json();
        assertEquals("up", health.get("status").asText(), health::toString);
        for (JsonNode check : health.get("checks")) {
            assertEquals("up", check.get("status").asText(), health::toString);
        }
    }

    @Test
    void theTokenOfTheFirstRunOpensTheApi(Node node) {
        node.anonymous().get("/api/children").expect(401);
        node.api().get("/api/children").expect(200);
    }

    @Test
    void theApiDescribesItself(Node node) {
        JsonNode api = node.anonymous().get("/api/openapi.json").expect(200).json();
        List<String> paths = new ArrayList<>();
        String root = api.get("servers").get(0).get("url").asText();
        api.get("paths").fieldNames().forEachRemaining(path -> paths.add(root + path));
        for (String path : List.of("/api/imports", "/api/children", "/api/measures", "/api/reports/{year}/{region}")) {
            assertTrue(paths.contains(path), () -> path + " is not among " + paths);
        }
    }

    @Test
    void theNineteenMeasuresAreInstalled(Node node) {
        TreeSet<Integer> installed = new TreeSet<>();
        for (JsonNode measure :
                node.api().get("/api/measures").expect(200).json().get("items")) {
            if (measure.get("installed").asBoolean()) {
                installed.add(measure.get("number").asInt());
            }
        }
        assertEquals(IntStream.rangeClosed(1, 19).boxed().toList(), List.copyOf(installed));
    }

    @Test
    void theSevenCentresOfTheClauseAreOrganisations(Node node) {
        TreeSet<String> regions = new TreeSet<>();
        node.api()
                .get("/api/organisations?kind=centre")
                .expect(200)
                .json()
                .get("items")
                .forEach(
                        o -> regions.add(o.get("territory").get("code").asText().substring(0, 2)));
        assertTrue(regions.containsAll(List.of("19", "23", "31", "59", "61", "75", "79")), regions.toString());
    }

    @Test
    void errorsSpeakTheCallersLanguage(Node node) {
        String kazakh =
                node.api().in("kk").get("/api/measures/nothing").expect(404).text();
        String russian =
                node.api().in("ru").get("/api/measures/nothing").expect(404).text();
        assertTrue(kazakh.matches("(?s).*[әғқңөұүһіӘҒҚҢӨҰҮҺІ].*"), kazakh);
        assertTrue(russian.matches("(?s).*[а-яА-Я].*"), russian);
        assertFalse(russian.matches("(?s).*[әғқңөұүһіӘҒҚҢӨҰҮҺІ].*"), russian);
        assertEquals(
                "application/problem+json",
                node.api().get("/api/measures/nothing").header("Content-Type"));
    }

    @Test
    void theShellAnswersTheMachinesAdministrator(Node node) {
        Shell.Answer answer = node.shell("jolkarta:measures");
        assertEquals(0, answer.exit(), answer.output());
        assertTrue(answer.output().contains("health-camps"), answer.output());
    }

    @Test
    void aMethodThatIsNotTakenIsRefusedInTheFormOfAllErrors(Node node) {
        Api.Reply reply = node.anonymous().post("/health", "{}").expect(405);
        assertTrue(reply.header("Content-Type").startsWith("application/problem+json"), reply.toString());
        assertFalse(reply.text().contains("<"), reply.text());
    }
}
