package kz.jolkarta.acceptance.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.Poll;

/** Lists uploaded as a coordinator does it. */
public final class Imports {
    static final List<String> OUTCOMES = List.of("created", "updated", "unchanged", "doubtful", "rejected");

    private final Api api;

    public Imports(Api api) {
        this.api = api;
    }

    /** @return where the import is found */
    public String start(Path list) {
        return api.upload("/api/imports", list, Map.of()).expect(202).header("Location");
    }

    public JsonNode done(String location) {
        return Poll.until(location + " is done", Duration.ofMinutes(5), () -> {
            JsonNode now = api.get(location).expect(200).json();
            String state = now.get("state").asText();
            if (state.equals("failed") || state.equals("cancelled") || state.equals("interrupted")) {
                throw new AssertionError(now.toString());
            }
            return state.equals("done") ? Optional.of(now) : Optional.empty();
        });
    }

    public JsonNode whole(Path list) {
        return done(start(list));
    }

    /** Every remark, page by page. */
    List<JsonNode> remarks(String location) {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = api.get(location + "/errors?limit=200&after=" + after)
                    .expect(200)
                    .json();
            page.get("items").forEach(all::add);
            after = page.get("next").asText();
        } while (!after.isEmpty());
        return all;
    }

    public static long count(JsonNode finished, String outcome) {
        return finished.get("counts").get(outcome).asLong();
    }

    public static long sum(JsonNode finished) {
        return OUTCOMES.stream().mapToLong(outcome -> count(finished, outcome)).sum();
    }

    /** A sample list as a file; a packed one is unpacked. */
    public static Path sample(String name, Path folder) {
        try (InputStream packed = Imports.class.getResourceAsStream("/lists/" + name)) {
            boolean gzip = name.endsWith(".gz");
            Path file = folder.resolve(gzip ? name.substring(0, name.length() - 3) : name);
            try (InputStream plain = gzip ? new GZIPInputStream(packed) : packed) {
                Files.write(file, plain.readAllBytes());
            }
            return file;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
