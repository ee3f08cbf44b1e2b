package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.Optional;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Resolution997;

/**
 * How a report that was frozen in Kazakh is told in the language of a paper: a Kazakh paper takes the frozen words themselves, another one the names
 * that the codes have by now.
 */
final class PaperNames {
    private final Words words;
    private final Texts texts;
    private final Area area;

    PaperNames(Words words, Texts texts, Area area) {
        this.words = words;
        this.texts = texts;
        this.area = area;
    }

    Words words() {
        return words;
    }

    private boolean frozen() {
        return words.language() == Language.KK;
    }

    private String text(Text text, String otherwise) {
        return Optional.of(words.text(text)).filter(t -> !t.isEmpty()).orElse(otherwise);
    }

    String region(RegionReport report) {
        return frozen()
                ? report.region().name()
                : text(area.name(), report.region().name());
    }

    /** @param name as it was frozen */
    String region(String code, String name) {
        return frozen() || !area.places().containsKey(code)
                ? name
                : text(area.places().get(code), name);
    }

    String place(String code, String name) {
        if (code.isEmpty() || code.endsWith("0000000")) {
            return words.text("report.paper.whole");
        }
        return region(code, name);
    }

    String measure(MeasureReport measure) {
        return frozen()
                ? measure.name()
                : Resolution997.programme()
                        .clause(measure.code())
                        .map(Clause::name)
                        .map(words::text)
                        .orElse(measure.name());
    }

    String heading(MeasureReport measure) {
        return words.text("report.paper.measure", measure.number(), measure(measure));
    }

    String indicator(MeasureReport measure, IndicatorFigures figures) {
        String key = measure.code() + ".indicator." + figures.code();
        return !frozen() && words.has(key) ? words.text(key) : figures.name();
    }

    /** A part of a breakdown: what it is broken down by, and the key. */
    String part(MeasureReport measure, IndicatorFigures.Breakdown by, IndicatorFigures.Item item) {
        if (frozen()) {
            return by.name() + ": " + item.name();
        }
        Dimension dimension = Breakdowns.of(by.dimension());
        Breakdowns breakdowns = new Breakdowns(texts);
        String part = dimension.equals(Dimension.COORDINATOR)
                ? item.name()
                : breakdowns.name(words.language(), dimension, measure.code(), item.key());
        return breakdowns.name(words.language(), dimension, measure.code()) + ": " + part;
    }

    String source(MoneyFigures money) {
        return frozen() ? money.name() : words.text("record.source." + Json.name(money.source()));
    }

    String reason(String reason) {
        return new Reasons(texts, words.language()).told(reason);
    }

    /** Of a file, whose title has two languages. */
    String title(ReportAttachment file) {
        return words.language() == Language.KK ? file.kk() : file.ru();
    }

    /** Last year's value, with a mark when it was entered from a return and not counted. */
    String before(LastYear last, MeasureReport measure, String figure, Unit unit) {
        return last.of(measure.code(), figure)
                .map(v -> Shown.number(words, unit, v))
                .map(v -> last.entered(measure.code(), figure) > 0 ? words.text("report.paper.entered", v) : v)
                .orElse("–");
    }

    /** What was written beside the figures in the paper's language, or in the other one when it was written only there; "" when nothing was. */
    String written(ReportText text) {
        return words.language() == Language.RU && !text.ru().isEmpty()
                        || text.kk().isEmpty()
                ? text.ru()
                : text.kk();
    }

    /** A value, and in words why there is none. */
    String value(Unit unit, Cell.State state, Optional<BigDecimal> value) {
        return switch (state) {
            case VALUE, ZERO -> value.map(v -> Shown.number(words, unit, v)).orElse("0");
            case SUPPRESSED, NOT_REPORTED, NOT_RUN, NOT_APPLICABLE -> Shown.state(words, state);
        };
    }

    String planned(Optional<BigDecimal> planned) {
        return planned.map(words::money).orElse("–");
    }
}
