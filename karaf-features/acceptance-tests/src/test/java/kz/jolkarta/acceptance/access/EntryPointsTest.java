package kz.jolkarta.acceptance.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.SharedNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every entry point is in the reviewed table, refuses who has not the right, and lets in who has. */
@ExtendWith(SharedNode.class)
class EntryPointsTest {
    private static final Map<String, Set<String>> ROLES = EntryPoint.lines("/access/roles.txt")
            .map(line -> line.split(" "))
            .collect(Collectors.toMap(words -> words[0], words -> Set.of(words[1].split(","))));

    @Test
    void areThoseOfTheTableAndNoOthers(Node node) {
        assertEquals(
                named(EntryPoint.expected()),
                named(EntryPoint.published(
                        node.anonymous().get("/api/openapi.json").expect(200).json())));
    }

    @Test
    void askWhoeverIsNotSignedInToSignIn(Node node) {
        List<String> wrong = new ArrayList<>();
        for (EntryPoint entry : EntryPoint.expected()) {
            for (Api nobody : List.of(node.anonymous(), node.anonymous().as("A".repeat(43)))) {
                int status = entry.call(nobody).status();
                if (!entry.open() && status != 401
                        || entry.open()
                                && nobody.token().isEmpty()
                                && status == 401
                                && !entry.name().equals("POST /session")) {
                    wrong.add(entry.name() + " " + status);
                }
            }
        }
        assertTrue(wrong.isEmpty(), wrong.toString());
    }

    @Test
    void refuseARoleWithoutTheRightAndLetInARoleWithIt(Node node) {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Set<String>> role : ROLES.entrySet()) {
            Api region = Accounts.with(node, role.getKey(), "230000000");
            Api country = Accounts.with(node, role.getKey(), "");
            for (EntryPoint entry : EntryPoint.expected()) {
                if (entry.open() || entry.name().equals("DELETE /session")) {
                    continue;
                }
                boolean mayIn = entry.forAllSignedIn() || EntryPoint.met(entry.needs(), role.getValue());
                // Children behind a figure are shown to those who may see children only; of a revision that is not
                // there
                // nobody is told anything.
                boolean rowsOfChildren = entry.path().startsWith("/measures/")
                        && ((entry.path().endsWith("/rows") || entry.path().endsWith("/years"))
                                        && !role.getValue().contains("children-read")
                                || entry.path().endsWith("/years.{format}")
                                        && !role.getValue().contains("children-export"));
                // What holds for the whole country is written by who has the right over it.
                Api api = entry.needs().contains("programme-write") ? country : region;
                int status = entry.call(api).status();
                boolean refused = status == 401 || status == 403;
                if (mayIn && !rowsOfChildren ? refused : status != 403) {
                    wrong.add(role.getKey() + " " + entry.name() + " " + status);
                }
                if (status >= 500) {
                    wrong.add(role.getKey() + " " + entry.name() + " " + status);
                }
            }
        }
        assertTrue(wrong.isEmpty(), wrong.toString());
    }

    @Test
    void outsideTheApiShowNoSecretThroughAProxy(Node node) {
        node.anonymous().get("/health").expect(200);
        node.anonymous().get("/metrics").expect(200);
        Api.Reply proxied = node.anonymous()
                .send("GET", "/metrics", BodyPublishers.noBody(), Map.of("X-Forwarded-For", "203.0.113.7"));
        assertEquals(401, proxied.status());
    }

    private static List<String> named(List<EntryPoint> entries) {
        return entries.stream()
                .map(entry ->
                        entry.name() + " " + entry.needs().stream().sorted().toList())
                .sorted()
                .toList();
    }
}
