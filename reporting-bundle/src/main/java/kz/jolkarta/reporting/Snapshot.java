package kz.jolkarta.reporting;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
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

    /**
     * What stands of the rows behind a figure in its snapshot.
     *
     * @param rows how many there are
     * @param sha256 as {@link FrozenRows#hash}
     */
    record Frozen(Behind.Part part, int rows, String sha256) {}

    static Snapshot of(RegionReport report, List<ReportText> texts) {
        return of(report, texts, Map.of());
    }

    /** @param frozen by the figure's place, without a territory */
    static Snapshot of(RegionReport report, List<ReportText> texts, Map<Key, List<Frozen>> frozen) {
        ObjectNode root = CANONICAL.valueToTree(report);
        for (JsonNode measure : root.path("measures")) {
            for (JsonNode indicator : measure.path("indicators")) {
                ((ObjectNode) indicator).remove("rows");
                Key key = new Key(
                        measure.path("code").asText(), indicator.path("code").asText(), "");
                Optional.ofNullable(frozen.get(key))
                        .ifPresent(rows -> ((ObjectNode) indicator).set("frozen", CANONICAL.valueToTree(rows)));
            }
        }
        ArrayNode written = root.putArray("texts");
        Map<String, ReportText> sorted = new TreeMap<>();
        texts.stream().filter(t -> !t.empty()).forEach(t -> sorted.put(t.measure(), t));
        sorted.values()
                .forEach(t -> written.addObject()
                        .put("measure", t.measure())
                        .put("kk", t.kk())
                        .put("ru", t.ru()));
        return canonical(root);
    }

    /** The same with more members. */
    Snapshot with(Map<String, ?> members) {
        ObjectNode root = (ObjectNode) root();
        members.forEach((name, value) -> root.set(name, CANONICAL.valueToTree(value)));
        return canonical(root);
    }

    /** The same with what it is compared with of last year; what was entered stands there with its source, too. */
    Snapshot with(LastYears.Compared compared) {
        Snapshot same = with(compared.last());
        return compared.entered().any() ? same.with(Map.of("before", compared.entered())) : same;
    }

    /** The same with last year's values; as it is without any. */
    Snapshot with(LastYear last) {
        return last.values().isEmpty() ? this : with(Map.of("lastYear", last));
    }

    /** The same with the targets that hold; as it is without any. */
    Snapshot with(YearTargets targets) {
        return targets.any() ? with(Map.of("targets", targets.byFigure())) : this;
    }

    /** The targets that held when it was made; none in one that was frozen before reports had any. */
    YearTargets targets() {
        JsonNode targets = root().path("targets");
        return targets.isMissingNode()
                ? YearTargets.NONE
                : new YearTargets(
                        CANONICAL.convertValue(targets, new TypeReference<Map<String, YearTargets.Aim>>() {}));
    }

    /** Last year's values that it was compared with; none in one that was frozen before they stood in it. */
    LastYear lastYear() {
        JsonNode last = root().path("lastYear");
        return last.isMissingNode()
                ? LastYear.none(root().path("year").asInt() - 1)
                : CANONICAL.convertValue(last, LastYear.class);
    }

    /** What of the year before was entered and compared with; empty when nothing was. */
    Optional<Entered> entered() {
        JsonNode before = root().path("before");
        return before.isMissingNode() ? Optional.empty() : Optional.of(CANONICAL.convertValue(before, Entered.class));
    }

    /** The same with the files that belong to the report; unchanged without any, so that a report without files is as it always was. */
    Snapshot withAttachments(List<ReportAttachment> files) {
        return files.isEmpty() ? this : with(Map.of("attachments", files));
    }

    private static Snapshot canonical(JsonNode root) {
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
        return Sha256.of(bytes());
    }

    private JsonNode root() {
        try {
            return CANONICAL.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a snapshot that is no JSON", broken);
        }
    }

    /** The rows behind the figures, in the order of the report; none in one that was frozen without them, or for whoever may not see children. */
    Map<Key, Map<Behind.Part, Frozen>> frozen() {
        Map<Key, Map<Behind.Part, Frozen>> frozen = new LinkedHashMap<>();
        for (JsonNode measure : root().path("measures")) {
            for (JsonNode indicator : measure.path("indicators")) {
                Map<Behind.Part, Frozen> parts = new EnumMap<>(Behind.Part.class);
                for (JsonNode rows : indicator.path("frozen")) {
                    Frozen one = CANONICAL.convertValue(rows, Frozen.class);
                    parts.put(one.part(), one);
                }
                if (!parts.isEmpty()) {
                    frozen.put(
                            new Key(
                                    measure.path("code").asText(),
                                    indicator.path("code").asText(),
                                    ""),
                            parts);
                }
            }
        }
        return frozen;
    }

    /** What each figure is counted in. */
    Map<Key, Unit> units() {
        Map<Key, Unit> units = new LinkedHashMap<>();
        report().measures().forEach(m -> {
            m.indicators().forEach(i -> units.put(new Key(m.code(), i.code(), ""), i.unit()));
            for (MoneyFigures money : m.money()) {
                units.put(new Key(m.code(), ReportBook.planned(money.source()), ""), Unit.TENGE);
                units.put(new Key(m.code(), ReportBook.spent(money.source()), ""), Unit.TENGE);
            }
        });
        return units;
    }

    /** The report as it was frozen, in Kazakh. */
    RegionReport report() {
        ObjectNode root = (ObjectNode) root();
        root.remove("texts");
        try {
            return CANONICAL.treeToValue(root, RegionReport.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a snapshot of another form", broken);
        }
    }

    /** What the regions' reports were when the ministry's was frozen; none in a region's own. */
    List<RollUp.Region> regions() {
        List<RollUp.Region> regions = new ArrayList<>();
        root().path("regions").forEach(r -> regions.add(CANONICAL.convertValue(r, RollUp.Region.class)));
        return regions;
    }

    /** The files that belong to it; none in one that was frozen before reports had files. */
    List<ReportAttachment> attachments() {
        List<ReportAttachment> files = new ArrayList<>();
        root().path("attachments").forEach(f -> files.add(CANONICAL.convertValue(f, ReportAttachment.class)));
        return files;
    }

    /** What was written beside the figures, by the measure's code. */
    Map<String, ReportText> texts() {
        Map<String, ReportText> texts = new LinkedHashMap<>();
        for (JsonNode text : root().path("texts")) {
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

    /**
     * Figures that differ from an earlier snapshot's; where both say which rows there were, also those with the same value and other rows.
     *
     * @param now of a later one
     */
    List<Changed> changes(Snapshot now) {
        Map<Key, Cell> before = cells();
        Map<Key, Cell> after = now.cells();
        Map<Key, Map<Behind.Part, Frozen>> rows = frozen();
        Map<Key, Map<Behind.Part, Frozen>> others = now.frozen();
        List<Changed> changed = new ArrayList<>();
        // A report that was frozen before money stood in reports says nothing of it.
        boolean told = before.keySet().stream().anyMatch(Key::money);
        after.forEach((key, cell) -> {
            if (key.money() && !told) {
                return;
            }
            Cell was = before.getOrDefault(key, Cell.NOT_REPORTED);
            boolean moved = rows.containsKey(key)
                    && others.containsKey(key)
                    && !rows.get(key).equals(others.get(key));
            if (moved || !was.same(cell)) {
                changed.add(new Changed(key, was, cell));
            }
        });
        before.forEach((key, cell) -> {
            if (!after.containsKey(key) && !cell.same(Cell.NOT_REPORTED)) {
                changed.add(new Changed(key, cell, Cell.NOT_REPORTED));
            }
        });
        return changed;
    }

    /** @param before empty cells when the figure was not there */
    record Changed(Key key, Cell before, Cell now) {
        /** Whether it fell, or is gone. */
        boolean fell() {
            return before.value().isPresent()
                    && now.value()
                            .map(n -> n.compareTo(before.value().get()) < 0)
                            .orElse(true);
        }
    }

    private static Cell cell(Optional<BigDecimal> planned) {
        return planned.map(Cell::of).orElse(Cell.NOT_REPORTED);
    }
}
