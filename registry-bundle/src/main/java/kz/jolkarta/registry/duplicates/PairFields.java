package kz.jolkarta.registry.duplicates;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.places.TerritoryChoice;

/** The fields and records of a pair in the reader's words. */
final class PairFields {
    private final PairDetail detail;
    private final Words words;
    private final TerritoryChoice territories;

    PairFields(PairDetail detail, Words words, TerritoryChoice territories) {
        this.detail = detail;
        this.words = words;
        this.territories = territories;
    }

    static String label(String field, Words words) {
        String code = field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        String column = "import.column." + code;
        return words.text(words.has(column) ? column : "page.duplicates.field." + code);
    }

    /** @param value null for none */
    String shown(String field, String value) {
        if (value == null) {
            return "";
        }
        return switch (field) {
            case "birthDate", "leftOn", "registeredOn" -> words.date(LocalDate.parse(value));
            case "sex" -> words.text("child.word.sex." + code(value));
            case "language" -> words.text("child.word.language." + code(value));
            case "state" -> words.text("copy.word.child-state." + code(value));
            case "territory" -> territories.name(words, value);
            case "schoolId", "coordinatorId" ->
                Stream.of(detail.one(), detail.other())
                        .filter(side -> value.equals(side.values().get(field)))
                        .map(side -> side.names().getOrDefault(field, value))
                        .findFirst()
                        .orElse(value);
            default -> value;
        };
    }

    /** What tells one record from another of its kind; "" when its number is all there is to say. */
    String line(PairDetail.Line line) {
        return switch (line.kind()) {
            case "category" -> words.text("child.word.category." + code(said(line, "category")));
            case "talent" -> words.text("child.word.talent." + code(said(line, "field")));
            case ChildTable.REPRESENTATIVE -> joined(said(line, "name"), said(line, "phone"));
            case ChildTable.CONSENT ->
                joined(words.text("consent.purpose." + code(said(line, "purpose"))), day(said(line, "givenOn")));
            case "achievement" -> joined(said(line, "event"), day(said(line, "wonOn")));
            case ChildTable.PARTICIPATION -> joined(said(line, "title"), day(said(line, "starts")));
            case ChildTable.AWARD -> said(line, "awardYear");
            case "road-map" -> said(line, "schoolYear");
            default -> "";
        };
    }

    private String day(String date) {
        return date.isEmpty() ? "" : words.date(LocalDate.parse(date));
    }

    private static String joined(String one, String other) {
        return String.join(
                ", ", List.of(one, other).stream().filter(t -> !t.isEmpty()).toList());
    }

    private static String said(PairDetail.Line line, String name) {
        return line.says().getOrDefault(name, "");
    }

    /** A constant as the keys of texts name it. */
    private static String code(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
