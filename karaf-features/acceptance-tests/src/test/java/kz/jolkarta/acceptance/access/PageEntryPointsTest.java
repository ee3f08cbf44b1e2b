package kz.jolkarta.acceptance.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.SharedNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page is in the reviewed table, leads strangers to the sign-in, refuses who has not the right, and lets in who has. */
@ExtendWith(SharedNode.class)
class PageEntryPointsTest {
    private static final Map<String, Set<String>> ROLES = EntryPoint.lines("/access/roles.txt")
            .map(line -> line.split(" "))
            .collect(Collectors.toMap(words -> words[0], words -> Set.of(words[1].split(","))));

    private static Map<String, Set<String>> expected() {
        return EntryPoint.lines("/access/pages.txt")
                .map(line -> {
                    int cut = line.lastIndexOf(' ');
                    return Map.entry(
                            line.substring(0, cut),
                            Set.of(line.substring(cut + 1).split(",")));
                })
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    private static Api.Reply call(Api api, String entry) {
        String method = entry.split(" ", 2)[0];
        // Records that do not exist; where a path names a kind, the first one.
        String path = entry.split(" ", 2)[1]
                .replace("{code}", entry.contains("/territories/") ? "231035100" : "technoparks")
                .replace("{thing}", "measure")
                .replaceAll("\\{number[^/]*}", "98")
                .replace("{year}", "2026")
                .replace("{region}", "230000000")
                .replaceAll("\\{[^/]*}", "999999999999");
        String type = entry.endsWith("/file") || path.equals("/imports")
                ? "multipart/form-data; boundary=x"
                : "application/x-www-form-urlencoded";
        return method.equals("POST")
                ? api.send(
                        method,
                        path,
                        BodyPublishers.ofString(type.startsWith("multipart") ? "--x--\r\n" : ""),
                        Map.of("Content-Type", type))
                : api.send(method, path, BodyPublishers.noBody(), Map.of());
    }

    @Test
    void areThoseOfTheTableAndNoOthers(Node node) {
        JsonNode pages =
                node.anonymous().get("/api/openapi.json").expect(200).json().path("x-pages");
        Map<String, Set<String>> published = new TreeMap<>();
        pages.properties()
                .forEach(p -> published.put(
                        p.getKey(),
                        StreamSupport.stream(p.getValue().spliterator(), false)
                                .map(JsonNode::asText)
                                .collect(Collectors.toSet())));
        assertEquals(lines(expected()), lines(published));
    }

    private static String lines(Map<String, Set<String>> pages) {
        return pages.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue().stream().sorted().collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void leadWhoeverIsNotSignedInToTheSignIn(Node node) {
        List<String> wrong = new ArrayList<>();
        expected().forEach((entry, needs) -> {
            Api.Reply reply = call(node.anonymous(), entry);
            boolean led = reply.status() == 303 && reply.header("Location").startsWith("/login");
            if (!needs.contains("anybody") && !led) {
                wrong.add(entry + " " + reply.status());
            }
        });
        assertTrue(wrong.isEmpty(), wrong.toString());
    }

    @Test
    void refuseARoleWithoutTheRightAndLetInARoleWithIt(Node node) {
        List<String> wrong = new ArrayList<>();
        ROLES.forEach((role, rights) -> {
            Api region = Accounts.with(node, role, "230000000");
            Api country = Accounts.with(node, role, "");
            expected().forEach((entry, needs) -> {
                if (needs.contains("anybody") || entry.equals("POST /sign-out")) {
                    return;
                }
                boolean mayIn = needs.contains("signed-in") || EntryPoint.met(needs, rights);
                // What holds for the whole country or for the node is written by who has the right over the country.
                boolean wide = needs.contains("programme-write")
                        || entry.contains("/accounts/node")
                        || entry.contains("/plugs/files");
                int status = call(wide ? country : region, entry).status();
                if (status >= 500 || (mayIn ? status == 403 : status != 403)) {
                    wrong.add(role + " " + entry + " " + status);
                }
            });
        });
        assertTrue(wrong.isEmpty(), wrong.toString());
    }
}
