package kz.jolkarta.reporting;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.jolkarta.core.http.Json;

/**
 * A report that does not change any more: canonical JSON, so that the same report always has the same hash.
 *
 * @param json members sorted by name, no blanks between them
 */
record Snapshot(String json) {
    private static final ObjectMapper CANONICAL = Json.mapper()
            .copy()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

    /** A figure by its place: the measure, the indicator, the district or "" for the whole. */
    record Key(String measure, String indicator, String territory) {}

    static Snapshot of(RegionReport report, List<ReportText> texts) {
        ObjectNode root = CANONICAL.valueToTree(report);
        root.path("measures").forEach(m -> m.path("indicators").forEach(i -> ((ObjectNode) i).remove("rows")));
        ArrayNode written = root.putArray("texts");
        Map<String, ReportText> sorted = new TreeMap<>();
        texts.stream().filter(t -> !t.empty()).forEach(t -> sorted.put(t.measure(), t));
        sorted.values()
                .forEach(t -> written.addObject()
                        .put("measure", t.measure())
                        .put("kk", t.kk())
                        .put("ru", t.ru()));
        try {
            return new Snapshot(CANONICAL.writeValueAsString(CANONICAL.treeToValue(root, Object.class)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 of the UTF-8 bytes, in hexadecimal. */
    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Every figure and what stood in its cell, in the order of the report. */
    Map<Key, Cell> cells() {
        JsonNode root;
        try {
            root = CANONICAL.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a snapshot that is no JSON", broken);
        }
        Map<Key, Cell> cells = new LinkedHashMap<>();
        for (JsonNode measure : root.path("measures")) {
            String code = measure.path("code").asText();
            for (JsonNode indicator : measure.path("indicators")) {
                String name = indicator.path("code").asText();
                cells.put(new Key(code, name, ""), cell(indicator));
                indicator
                        .path("districts")
                        .forEach(d -> cells.put(
                                new Key(code, name, d.path("territory").asText()), cell(d)));
            }
        }
        return cells;
    }

    private static Cell cell(JsonNode node) {
        Cell.State state = CANONICAL.convertValue(node.path("state"), Cell.State.class);
        return new Cell(
                state,
                node.hasNonNull("value")
                        ? Optional.of(new BigDecimal(node.path("value").asText()))
                        : Optional.empty());
    }
}
