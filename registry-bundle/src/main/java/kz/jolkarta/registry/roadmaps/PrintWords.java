package kz.jolkarta.registry.roadmaps;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.places.Place;
import kz.jolkarta.registry.records.Money;
import kz.jolkarta.registry.records.Moves;

/** Words, days and money of a print, in its language and not the reader's. */
final class PrintWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    private final Texts texts;
    private final Measures measures;
    private final Gazetteer places;
    private final Language language;

    PrintWords(Texts texts, Measures measures, Gazetteer places, Language language) {
        this.texts = texts;
        this.measures = measures;
        this.places = places;
        this.language = language;
    }

    Language language() {
        return language;
    }

    String text(String key, Object... args) {
        return texts.text(language, key, args);
    }

    String text(Message message) {
        return texts.text(language, message);
    }

    /** The text of a key that ends in a code; the code where there is no such text. */
    String word(String beginning, String code) {
        String key = beginning + code;
        return texts.has(key) ? texts.text(language, key) : code;
    }

    String word(String beginning, Enum<?> value) {
        return word(beginning, Moves.code(value));
    }

    String name(FormNames names) {
        return names.text().in(language);
    }

    String day(LocalDate day) {
        return DAY.format(day);
    }

    String day(Optional<LocalDate> day) {
        return day.map(DAY::format).orElse("");
    }

    String days(LocalDate from, LocalDate to) {
        return from.equals(to) ? day(from) : day(from) + " – " + day(to);
    }

    /** A school year by the year it begins in. */
    String schoolYear(int begins) {
        return begins + "–" + (begins + 1);
    }

    String money(long tiyn) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator('\u00A0');
        symbols.setDecimalSeparator(language == Language.EN ? '.' : ',');
        String pattern = tiyn % 100 == 0 ? "#,##0" : "#,##0.00";
        return new DecimalFormat(pattern, symbols).format(Money.tenge(tiyn)) + "\u00A0₸";
    }

    /** Name of a measure that is or was installed; its code otherwise. */
    String measure(String code) {
        return measures.find(code)
                .or(() -> measures.former().stream()
                        .map(former -> former.measure())
                        .filter(measure -> measure.code().equals(code))
                        .findFirst())
                .map(m -> m.clause().name().in(language))
                .orElse(code);
    }

    /** The place with its district and region, each once. */
    String place(String code) {
        Place place = places.place(code, language);
        return Stream.of(place.region(), place.district(), place.name())
                .filter(part -> part != null && !part.isBlank())
                .distinct()
                .reduce((above, below) -> above + ", " + below)
                .orElse(code);
    }

    /** The parts that are there, with commas between. */
    static String list(Stream<String> parts) {
        return joined(parts, ", ");
    }

    static String lines(Stream<String> parts) {
        return joined(parts, "\n");
    }

    private static String joined(Stream<String> parts, String between) {
        return parts.filter(part -> !part.isBlank())
                .reduce((before, after) -> before + between + after)
                .orElse("");
    }

    static <T> String lines(List<T> rows, Function<T, String> text) {
        return joined(rows.stream().map(text), "\n");
    }
}
