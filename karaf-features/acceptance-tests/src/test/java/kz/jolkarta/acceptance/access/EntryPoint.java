package kz.jolkarta.acceptance.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.jolkarta.acceptance.Api;

/**
 * One operation of the API.
 *
 * @param needs rights of which one is enough, with a plus between those that are needed together; or {@code signed-in}, or {@code anybody}
 */
record EntryPoint(String method, String path, Set<String> needs) {
    private static final String NOBODY = "999999999999";

    /** The reviewed table. */
    static List<EntryPoint> expected() {
        return lines("/access/entry-points.txt")
                .map(line -> line.split(" "))
                .map(words -> new EntryPoint(words[0], words[1], Set.of(words[2].split(","))))
                .toList();
    }

    /** What the running node says it has. */
    static List<EntryPoint> published(JsonNode openApi) {
        List<EntryPoint> found = new ArrayList<>();
        openApi.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    Set<String> needs = new TreeSet<>();
                    JsonNode rights = operation.getValue().path("x-rights");
                    rights.forEach(right -> needs.add(right.asText()));
                    if (needs.isEmpty()) {
                        needs.add(
                                operation.getValue().path("security").toString().equals("[{}]")
                                        ? "anybody"
                                        : "signed-in");
                    }
                    found.add(new EntryPoint(
                            operation.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), needs));
                }));
        return found;
    }

    static Stream<String> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(EntryPoint.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Called on records that do not exist, with an empty body: nothing is changed whatever the answer. */
    Api.Reply call(Api api) {
        String concrete = path.replace("/territories/{code}", "/territories/231035100")
                .replace("{code}", path.contains("indicator") ? "statistics" : "technoparks")
                .replace("{indicator}", "rural-gifted")
                .replace("{year}", "2026")
                .replace("{region}", "230000000")
                .replace("{list}", "sessions")
                .replace("{format}", "csv")
                .replaceAll("\\{\\w+}", NOBODY);
        if (method.equals("POST") && (path.equals("/imports") || path.equals("/attachments"))) {
            return send(api, concrete, "--x--\r\n", "multipart/form-data; boundary=x");
        }
        return method.equals("POST") || method.equals("PUT")
                ? send(api, concrete, "{}", "application/json")
                : api.send(method, "/api" + concrete, BodyPublishers.noBody(), Map.of());
    }

    private Api.Reply send(Api api, String concrete, String body, String type) {
        return api.send(method, "/api" + concrete, BodyPublishers.ofString(body), Map.of("Content-Type", type));
    }

    /** Whether a role with these rights has what is needed; what has a plus between is needed together. */
    static boolean met(Set<String> needs, Set<String> rights) {
        return needs.stream().anyMatch(needed -> rights.containsAll(List.of(needed.split("\\+"))));
    }

    boolean open() {
        return needs.contains("anybody");
    }

    boolean forAllSignedIn() {
        return needs.contains("signed-in");
    }

    String name() {
        return method + " " + path;
    }
}
