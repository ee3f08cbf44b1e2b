package kz.jolkarta.reporting;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
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
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            // What later reports say besides does not keep an older node from reading them.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** A figure by its place: the measure, the indicator, the district or "" for the whole. */
    record Key(String measure, String indicator, String territory) {
        /** Whether it is money planned or spent, see {@link ReportBook#spent}. */
        boolean money() {
            return indicator.indexOf('/') > 0;
        }
    }

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

    /** The report as it was frozen, in Kazakh. */
    RegionReport report() {
        ObjectNode root = tree();
        root.remove("texts");
        try {
            return CANONICAL.treeToValue(root, RegionReport.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a snapshot of another form", broken);
        }
    }

    /** What was written beside the figures, by the measure's code. */
    Map<String, ReportText> texts() {
        Map<String, ReportText> texts = new LinkedHashMap<>();
        for (JsonNode text : tree().path("texts")) {
            String measure = text.path("measure").asText();
            ReportText none = ReportText.none(measure);
            texts.put(
                    measure,
                    new ReportText(
                            measure,
                            text.path("kk").asText(),
                            text.path("ru").asText(),
                            none.by(),
                            none.at(),
                            none.version()));
        }
        return texts;
    }

    private ObjectNode tree() {
        try {
            return (ObjectNode) CANONICAL.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a snapshot that is no JSON", broken);
        }
    }

    /** Every figure and what stood in its cell, in the order of the report. */
    Map<Key, Cell> cells() {
        Map<Key, Cell> cells = new LinkedHashMap<>();
        for (MeasureReport measure : report().measures()) {
            String code = measure.code();
            for (IndicatorFigures i : measure.indicators()) {
                cells.put(new Key(code, i.code(), ""), new Cell(i.state(), i.value()));
                i.districts()
                        .forEach(
                                d -> cells.put(new Key(code, i.code(), d.territory()), new Cell(d.state(), d.value())));
            }
            for (MoneyFigures money : measure.money()) {
                String planned = ReportBook.planned(money.source());
                String spent = ReportBook.spent(money.source());
                cells.put(new Key(code, planned, ""), cell(money.planned()));
                cells.put(new Key(code, spent, ""), Cell.of(money.spent()));
                money.districts().forEach(d -> {
                    cells.put(new Key(code, planned, d.territory()), cell(d.planned()));
                    cells.put(new Key(code, spent, d.territory()), Cell.of(d.spent()));
                });
            }
        }
        return cells;
    }

    private static Cell cell(Optional<BigDecimal> planned) {
        return planned.map(Cell::of).orElse(Cell.NOT_REPORTED);
    }
}
