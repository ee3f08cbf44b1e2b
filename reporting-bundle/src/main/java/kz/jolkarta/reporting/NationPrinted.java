package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the paper for the government tells of a year, as {@link Printed} is what a region's tells. A region whose report is missing is named, and nothing of it is counted.
 *
 * @param at when it was counted or frozen
 * @param hash SHA-256 of what was frozen, in hexadecimal; empty for a draft
 * @param regions in the order of the official classification
 * @param texts of the ministry in the paper's language, by the measure's code
 */
record NationPrinted(
        int year,
        LocalDate asOf,
        Instant at,
        Optional<String> hash,
        List<Region> regions,
        List<Measure> measures,
        Map<String, String> texts) {
    /** @param reported whether its report is in */
    record Region(String code, String name, boolean reported) {}

    /**
     * A clause of the programme.
     *
     * @param indicator name of the figure, "" when the measure is not here
     * @param total of the regions that reported; empty for what does not add up, such as shares
     * @param before what it was last year, and of how many regions that was entered
     * @param target of the country
     * @param cells one for each region, in their order
     */
    record Measure(
            int number,
            String code,
            String name,
            String indicator,
            Unit unit,
            Optional<Cell> total,
            Optional<CountryYears.Sum> before,
            Optional<YearTargets.Aim> target,
            List<CountryReport.Place> cells,
            List<MoneyFigures> money) {}

    List<Region> missing() {
        return regions.stream().filter(r -> !r.reported()).toList();
    }

    /**
     * A draft from the figures as they stand.
     *
     * @param reported codes of the regions whose reports are in
     * @param money of each measure by region
     * @param before last year's sums
     * @param targets of the country
     */
    static NationPrinted draft(
            CountryReport report,
            Set<String> reported,
            Map<String, List<MoneyFigures>> money,
            CountryYears.Year before,
            YearTargets targets,
            Instant at) {
        List<Region> regions = report.regions().stream()
                .map(r -> new Region(r.code(), r.name(), reported.contains(r.code())))
                .toList();
        List<Measure> measures = report.measures().stream()
                .map(m -> measure(
                        m,
                        regions,
                        money.getOrDefault(m.code(), List.of()),
                        Optional.ofNullable(before.byMeasure().get(m.code())),
                        targets.of(m.code(), m.figure(), m.unit())))
                .toList();
        return new NationPrinted(report.year(), report.asOf(), at, Optional.empty(), regions, measures, Map.of());
    }

    /**
     * From the roll-up, frozen or as it would be handed in.
     *
     * @param names what the codes are called in the paper's language
     * @param hash empty for a draft
     */
    static NationPrinted of(PaperNames names, Snapshot snapshot, Instant at, Optional<String> hash) {
        RegionReport report = snapshot.report();
        List<Region> regions = snapshot.regions().stream()
                .map(r -> new Region(
                        r.code(), names.region(r.code(), r.name()), r.state().counts()))
                .toList();
        YearTargets targets = snapshot.targets();
        Map<String, String> texts = new LinkedHashMap<>();
        snapshot.texts().forEach((code, text) -> texts.put(code, names.written(text)));
        return new NationPrinted(
                report.year(),
                report.asOf(),
                at,
                hash,
                regions,
                report.measures().stream()
                        .map(m -> measure(names, m, regions, snapshot.lastYear(), targets))
                        .toList(),
                texts);
    }

    private static Measure measure(
            PaperNames names, MeasureReport measure, List<Region> regions, LastYear last, YearTargets targets) {
        Optional<IndicatorFigures> headline = Shown.headline(measure.code(), measure.indicators());
        Map<String, CountryReport.Place> places = new HashMap<>();
        headline.ifPresent(h -> h.districts()
                .forEach(p -> places.put(
                        p.territory(), new CountryReport.Place(p.state(), p.value(), Optional.empty(), ""))));
        CountryReport.Place none =
                new CountryReport.Place(Cell.State.NOT_REPORTED, Optional.empty(), Optional.empty(), "");
        CountryReport.Place without = headline.isPresent()
                ? none
                : new CountryReport.Place(
                        measure.state(), Optional.empty(), Optional.empty(), names.reason(measure.reason()));
        return new Measure(
                measure.number(),
                measure.code(),
                names.measure(measure),
                headline.map(h -> names.indicator(measure, h)).orElse(""),
                headline.map(IndicatorFigures::unit).orElse(Unit.COUNT),
                headline.map(h -> h.adds() == IndicatorFigures.Adds.NOT
                                ? Optional.<Cell>empty()
                                : Optional.of(new Cell(h.state(), h.value())))
                        .orElse(Optional.of(new Cell(measure.state(), Optional.empty()))),
                headline.flatMap(h -> last.of(measure.code(), h.code())
                        .map(v -> new CountryYears.Sum(v, last.entered(measure.code(), h.code())))),
                headline.flatMap(h -> targets.of(measure.code(), h)),
                regions.stream()
                        .map(r -> r.reported() ? places.getOrDefault(r.code(), without) : none)
                        .toList(),
                measure.money().stream()
                        .map(m -> new MoneyFigures(m.source(), names.source(m), m.planned(), m.spent(), m.districts()))
                        .toList());
    }

    private static Measure measure(
            CountryReport.Measure measure,
            List<Region> regions,
            List<MoneyFigures> money,
            Optional<CountryYears.Sum> before,
            Optional<YearTargets.Aim> target) {
        CountryReport.Place missing =
                new CountryReport.Place(Cell.State.NOT_REPORTED, Optional.empty(), Optional.empty(), "");
        List<CountryReport.Place> cells = IntStream.range(0, regions.size())
                .mapToObj(i -> regions.get(i).reported() ? measure.cells().get(i) : missing)
                .toList();
        return new Measure(
                measure.number(),
                measure.code(),
                measure.name(),
                measure.indicator(),
                measure.unit(),
                total(measure.unit(), cells, regions),
                before,
                target,
                cells,
                money.stream().map(m -> told(m, regions)).toList());
    }

    private static Optional<Cell> total(Unit unit, List<CountryReport.Place> cells, List<Region> regions) {
        if (unit == Unit.PERCENT && cells.stream().anyMatch(c -> c.value().isPresent())) {
            return Optional.empty();
        }
        if (cells.stream().anyMatch(c -> c.state() == Cell.State.SUPPRESSED)) {
            return Optional.of(Cell.SUPPRESSED);
        }
        Optional<BigDecimal> sum =
                cells.stream().flatMap(c -> c.value().stream()).reduce(BigDecimal::add);
        return Optional.of(sum.map(Cell::of).orElseGet(() -> alike(cells, regions)));
    }

    /** The state that all regions with a report are in, when they are in one. */
    private static Cell alike(List<CountryReport.Place> cells, List<Region> regions) {
        Set<Cell.State> states = IntStream.range(0, cells.size())
                .filter(i -> regions.get(i).reported())
                .mapToObj(i -> cells.get(i).state())
                .collect(Collectors.toSet());
        return states.size() == 1 ? new Cell(states.iterator().next(), Optional.empty()) : Cell.NOT_REPORTED;
    }

    /** Only of regions that reported, and what is the country's own. */
    private static MoneyFigures told(MoneyFigures money, List<Region> regions) {
        List<MoneyFigures.Place> places = money.districts().stream()
                .filter(p -> regions.stream()
                        .noneMatch(r -> !r.reported() && r.code().equals(p.territory())))
                .toList();
        return new MoneyFigures(
                money.source(),
                money.name(),
                places.stream().flatMap(p -> p.planned().stream()).reduce(BigDecimal::add),
                places.stream().map(MoneyFigures.Place::spent).reduce(new BigDecimal("0.00"), BigDecimal::add),
                places);
    }
}
