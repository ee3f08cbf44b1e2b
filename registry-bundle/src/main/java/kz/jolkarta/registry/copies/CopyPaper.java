package kz.jolkarta.registry.copies;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.files.Paper;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.measure.Measures;

/** The copy as a paper to be handed over. */
final class CopyPaper {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
    private static final List<Integer> WIDTHS = List.of(16, 16, 20, 34, 24);

    private final Texts texts;
    private final Measures measures;
    private final AccessWords words;
    private final ZoneId zone;

    CopyPaper(Texts texts, Measures measures, AccessWords words, ZoneId zone) {
        this.texts = texts;
        this.measures = measures;
        this.words = words;
        this.zone = zone;
    }

    Paper of(Copies.Read read, Language language) {
        List<Paper.Block> blocks = new ArrayList<>();
        blocks.add(new Paper.Facts(List.of(
                fact(language, "copy.paper.child", read.subject().name()),
                fact(language, "copy.paper.representative", read.representative()),
                fact(language, "copy.paper.reason", read.reason()),
                fact(language, "copy.paper.made-at", time(read.madeAt())))));
        if (!read.leftOut().isEmpty()) {
            blocks.add(new Paper.Text(texts.text(language, "copy.paper.left-out")));
        }
        List<String> empty = new ArrayList<>();
        read.parts().forEach((holding, rows) -> {
            String heading = texts.text(language, "copy.part." + holding.code());
            if (rows.isEmpty()) {
                empty.add(heading);
            } else {
                blocks.add(new Paper.Heading(heading));
                rows.stream().filter(row -> !row.isEmpty()).forEach(row -> blocks.add(facts(row, language)));
            }
        });
        if (!empty.isEmpty()) {
            blocks.add(new Paper.Heading(texts.text(language, "copy.paper.nothing")));
            blocks.add(new Paper.Text(String.join("; ", empty)));
        }
        accesses(blocks, read.accesses(), language);
        blocks.add(new Paper.Signatures(List.of(
                texts.text(language, "copy.paper.signature-office"),
                texts.text(language, "copy.paper.signature-representative"))));
        return new Paper(
                language, texts.text(language, "copy.paper.title"), blocks, texts.text(language, "copy.paper.footer"));
    }

    private void accesses(List<Paper.Block> blocks, List<AccessEntry> entries, Language language) {
        blocks.add(new Paper.Heading(texts.text(language, "copy.paper.accesses")));
        blocks.add(new Paper.Text(texts.text(language, "copy.paper.accesses-note")));
        List<String> headings = AccessLogExport.HEADINGS.stream()
                .map(key -> texts.text(language, key))
                .toList();
        List<List<String>> rows = entries.stream()
                .map(e -> List.of(
                        time(e.at()),
                        e.login(),
                        String.join(", ", words.roles(e.roles(), language)),
                        e.what(),
                        words.right(e.right(), language)))
                .toList();
        blocks.add(new Paper.Table(headings, WIDTHS, rows));
    }

    private Paper.Facts facts(Map<Column, Object> row, Language language) {
        List<Paper.Fact> facts = new ArrayList<>();
        String measure = row.entrySet().stream()
                .filter(e -> e.getKey().name().equals("measure"))
                .map(e -> e.getValue().toString())
                .findFirst()
                .orElse("");
        row.forEach((column, value) -> {
            String text = switch (column.name()) {
                case "measure" -> measure(measure, language);
                case "type" -> type(measure, value.toString(), language);
                default -> text(column, value, language);
            };
            if (!text.isEmpty()) {
                facts.add(fact(language, column.label(), text));
            }
        });
        return new Paper.Facts(facts);
    }

    private String measure(String code, Language language) {
        return measures.find(code)
                .map(measure -> measure.clause().name().in(language))
                .orElse(code);
    }

    /** A kind of record as the measure names it; the bare code when the measure has left. */
    private String type(String measure, String code, Language language) {
        Optional<String> key = Stream.of("activity", "award", "deliverable")
                .map(kind -> measure + "." + kind + "." + code)
                .filter(texts::has)
                .findFirst();
        return key.map(k -> texts.text(language, k)).orElse(code);
    }

    private String text(Column column, Object value, Language language) {
        if (!column.words().isEmpty()) {
            String topic = column.words().startsWith("@")
                    ? "copy.word." + column.words().substring(1)
                    : column.words();
            String key = topic + "." + value;
            return texts.has(key) ? texts.text(language, key) : value.toString();
        }
        if (value instanceof LocalDate day) {
            return DAY.format(day);
        }
        if (value instanceof Instant moment) {
            return time(moment);
        }
        if (value instanceof Boolean flag) {
            return texts.text(language, flag ? "child.word.yes" : "child.word.no");
        }
        if (value instanceof BigDecimal tenge) {
            return texts.text(language, "copy.paper.tenge", tenge.toPlainString());
        }
        if (value instanceof FormValues values) {
            return values.in(language);
        }
        return value instanceof JsonNode json ? json.toString() : value.toString();
    }

    private String time(Instant moment) {
        return TIME.format(moment.atZone(zone));
    }

    private Paper.Fact fact(Language language, String key, String value) {
        return new Paper.Fact(texts.text(language, key), value);
    }
}
