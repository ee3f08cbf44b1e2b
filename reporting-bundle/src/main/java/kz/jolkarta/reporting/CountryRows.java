package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.roadmap.Clause;

/** Makes the rows of the country's report from the figures of the measures. */
final class CountryRows {
    private final Language language;
    private final List<String> regions;
    private final Standing standing;

    CountryRows(Language language, List<String> regions, Standing standing) {
        this.language = language;
        this.regions = regions;
        this.standing = standing;
    }

    /** A clause that this node does not carry out. */
    CountryReport.Measure without(Clause clause, String reason) {
        CountryReport.Place cell =
                new CountryReport.Place(Cell.State.NOT_RUN, Optional.empty(), Optional.empty(), reason);
        return new CountryReport.Measure(
                clause.number(),
                clause.code(),
                clause.name().in(language),
                "",
                "",
                Unit.COUNT,
                regions.stream().map(r -> cell).toList());
    }

    /** @param reported whether anything was recorded for a region; asked only where its figures do not tell */
    CountryReport.Measure of(Installed measure, List<IndicatorFigures> figures, Predicate<String> reported) {
        Optional<IndicatorFigures> headline = Shown.headline(measure.code(), figures);
        Optional<IndicatorFigures> share =
                figures.stream().filter(i -> i.unit() == Unit.PERCENT).findFirst();
        return new CountryReport.Measure(
                measure.clause().number(),
                measure.code(),
                measure.clause().name().in(language),
                headline.map(IndicatorFigures::code).orElse(""),
                headline.map(IndicatorFigures::name).orElse(""),
                headline.map(IndicatorFigures::unit).orElse(Unit.COUNT),
                regions.stream()
                        .map(region -> place(measure, region, figures, headline, share, reported))
                        .toList());
    }

    private CountryReport.Place place(
            Installed measure,
            String region,
            List<IndicatorFigures> figures,
            Optional<IndicatorFigures> headline,
            Optional<IndicatorFigures> share,
            Predicate<String> reported) {
        Optional<Standing.Verdict> verdict = standing.of(measure, region);
        if (verdict.isPresent()) {
            return new CountryReport.Place(
                    verdict.get().state(),
                    Optional.empty(),
                    Optional.empty(),
                    verdict.get().reason());
        }
        Cell own = headline.flatMap(h -> in(h, region)).orElse(Cell.NOT_REPORTED);
        boolean something = figures.stream()
                .flatMap(i -> in(i, region).stream())
                .anyMatch(c -> c.state() == Cell.State.VALUE || c.state() == Cell.State.SUPPRESSED);
        if (!something && !reported.test(region)) {
            own = Cell.NOT_REPORTED;
        } else if (own.state() == Cell.State.NOT_REPORTED) {
            own = Cell.of(BigDecimal.ZERO);
        }
        Optional<BigDecimal> part = share.flatMap(s -> in(s, region)).flatMap(Cell::value);
        return new CountryReport.Place(own.state(), own.value(), part, "");
    }

    private static Optional<Cell> in(IndicatorFigures figures, String region) {
        return figures.districts().stream()
                .filter(d -> d.territory().equals(region))
                .findFirst()
                .map(d -> new Cell(d.state(), d.value()));
    }
}
