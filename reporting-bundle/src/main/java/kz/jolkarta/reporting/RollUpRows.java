package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.criteria.Words;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.reporting.IndicatorFigures.Adds;
import kz.jolkarta.reporting.IndicatorFigures.Parts;
import kz.jolkarta.reporting.IndicatorFigures.Place;

/** Makes the country's rows of what the regions handed in. */
final class RollUpRows {
    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private final Language language;
    private final Texts texts;
    private final List<RollUp.Region> regions;
    private final Map<String, NationStore.Frozen> frozen;
    private final boolean persons;
    private final int year;

    /** @param persons whether the reader may see the children of the country */
    RollUpRows(
            Language language,
            Texts texts,
            List<RollUp.Region> regions,
            List<NationStore.Frozen> frozen,
            boolean persons,
            int year) {
        this.language = language;
        this.texts = texts;
        this.regions = regions;
        this.frozen = frozen.stream().collect(Collectors.toMap(NationStore.Frozen::region, f -> f));
        this.persons = persons;
        this.year = year;
    }

    /** What one region handed in of an indicator: in full, and as those see it who may not see children. */
    private record Told(IndicatorFigures full, Cell.State open) {
        boolean hidden() {
            return open == Cell.State.SUPPRESSED && full.state() != Cell.State.SUPPRESSED;
        }
    }

    /**
     * @param own figures that the ministry counts itself; they take the place of the regions'
     * @param recorded money of the moment @param whole whether the ministry keeps the measure, so that all of its money is the ministry's to tell
     */
    MeasureReport row(
            Clause clause,
            Optional<Installed> measure,
            List<IndicatorFigures> own,
            List<MoneyFigures> recorded,
            boolean whole) {
        Map<String, IndicatorFigures> lines = new LinkedHashMap<>();
        measure.ifPresent(m -> m.indicators().forEach(i -> lines.put(i.code(), null)));
        handedIn()
                .flatMap(f -> in(f.full(), clause.code()).stream())
                .flatMap(m -> m.indicators().stream())
                .forEach(i -> lines.putIfAbsent(i.code(), null));
        lines.replaceAll((code, none) -> line(clause.code(), code, measure).orElse(null));
        own.forEach(i -> lines.put(i.code(), i));
        List<IndicatorFigures> told =
                lines.values().stream().filter(Objects::nonNull).toList();
        return new MeasureReport(
                clause.number(),
                clause.code(),
                clause.name().in(language),
                told.isEmpty() ? without(clause.code()) : Reports.state(told),
                told.isEmpty() ? reason(clause.code()) : "",
                told,
                whole ? recorded : money(clause.code(), recorded));
    }

    /** What the regions planned and spent, to the tiyn, with the regions as its places, and what is of no region: the country's plan without theirs. */
    private List<MoneyFigures> money(String measure, List<MoneyFigures> recorded) {
        Map<FundingSource, List<MoneyFigures.Place>> bySource = new EnumMap<>(FundingSource.class);
        for (RollUp.Region region : regions) {
            Optional.ofNullable(frozen.get(region.code())).flatMap(f -> in(f.full(), measure)).stream()
                    .flatMap(m -> m.money().stream())
                    .forEach(m -> bySource.computeIfAbsent(m.source(), s -> new ArrayList<>())
                            .add(new MoneyFigures.Place(region.code(), region.name(), m.planned(), m.spent())));
        }
        recorded.forEach(m -> m.districts().stream()
                .filter(place -> place.territory().isEmpty())
                .forEach(place -> bySource.computeIfAbsent(m.source(), s -> new ArrayList<>())
                        .add(place)));
        return bySource.entrySet().stream()
                .map(e -> new MoneyFigures(
                        e.getKey(),
                        texts.text(language, "record.source." + Json.name(e.getKey())),
                        e.getValue().stream().flatMap(p -> p.planned().stream()).reduce(BigDecimal::add),
                        e.getValue().stream().map(MoneyFigures.Place::spent).reduce(NOTHING, BigDecimal::add),
                        e.getValue()))
                .toList();
    }

    private Stream<NationStore.Frozen> handedIn() {
        return regions.stream().map(r -> frozen.get(r.code())).filter(Objects::nonNull);
    }

    private static Optional<MeasureReport> in(RegionReport report, String measure) {
        return report.measures().stream().filter(m -> m.code().equals(measure)).findFirst();
    }

    private static Optional<IndicatorFigures> in(RegionReport report, String measure, String indicator) {
        return in(report, measure).stream()
                .flatMap(m -> m.indicators().stream())
                .filter(i -> i.code().equals(indicator))
                .findFirst();
    }

    /** Not run only when every region that handed in says so. */
    private Cell.State without(String measure) {
        List<Cell.State> states = handedIn()
                .flatMap(f -> in(f.full(), measure).stream())
                .map(MeasureReport::state)
                .distinct()
                .toList();
        return states.size() == 1 ? states.get(0) : Cell.State.NOT_REPORTED;
    }

    /** What every region that handed in says, when all say the same; in the reader's language unless somebody wrote it. */
    private String reason(String measure) {
        List<String> reasons = handedIn()
                .flatMap(f -> in(f.full(), measure).stream())
                .map(MeasureReport::reason)
                .distinct()
                .toList();
        return reasons.size() == 1 ? new Reasons(texts, language).told(reasons.get(0)) : "";
    }

    private Optional<IndicatorFigures> line(String measure, String code, Optional<Installed> installed) {
        Map<String, Told> told = new LinkedHashMap<>();
        handedIn()
                .forEach(f -> in(f.full(), measure, code)
                        .ifPresent(full -> told.put(
                                f.region(),
                                new Told(
                                        full,
                                        in(f.open(), measure, code)
                                                .map(IndicatorFigures::state)
                                                .orElse(Cell.State.NOT_REPORTED)))));
        return told.values().stream().findFirst().map(any -> {
            List<Told> known = told.values().stream()
                    .filter(t -> t.full().value().isPresent())
                    .toList();
            Adds adds = adds(any.full(), known);
            Optional<Parts> parts = adds == Adds.SHARE
                    ? known.stream().flatMap(t -> t.full().parts().stream()).reduce(Parts::plus)
                    : Optional.empty();
            Cell total = total(adds, known, parts);
            return new IndicatorFigures(
                    code,
                    words(installed, code, any.full(), true),
                    any.full().unit(),
                    adds,
                    total.state(),
                    total.value(),
                    total.state() == Cell.State.SUPPRESSED ? Optional.empty() : parts,
                    words(installed, code, any.full(), false),
                    "/api/measures/" + measure + "/indicators/" + code + "/rows?year=" + year,
                    places(measure, told),
                    List.of());
        });
    }

    /** Shares of which one does not tell what it is made of make none together. */
    private static Adds adds(IndicatorFigures any, List<Told> known) {
        boolean unknown = any.unit() == Unit.PERCENT
                && known.stream().anyMatch(t -> t.full().parts().isEmpty());
        return unknown ? Adds.NOT : any.adds();
    }

    private Cell total(Adds adds, List<Told> known, Optional<Parts> parts) {
        if (known.isEmpty()) {
            return Cell.NOT_REPORTED;
        }
        if (adds == Adds.NOT) {
            return new Cell(Cell.State.NOT_APPLICABLE, Optional.empty());
        }
        if (!persons && tells(adds, known.stream().filter(Told::hidden).toList())) {
            return Cell.SUPPRESSED;
        }
        return adds == Adds.SHARE
                ? parts.flatMap(Parts::share).map(Cell::of).orElse(Cell.NOT_REPORTED)
                : Cell.of(sum(known));
    }

    private static BigDecimal sum(List<Told> told) {
        return told.stream().flatMap(t -> t.full().value().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether the total would give away what the regions' open reports hide: it is the visible ones and these together. */
    private static boolean tells(Adds adds, List<Told> hidden) {
        if (hidden.isEmpty()) {
            return false;
        }
        Function<Function<Parts, Long>, Long> added = of -> hidden.stream()
                .flatMap(t -> t.full().parts().stream())
                .mapToLong(of::apply)
                .sum();
        long least = adds == Adds.SHARE
                ? Math.min(added.apply(Parts::part), added.apply(Parts::whole))
                : sum(hidden).abs().longValue();
        return hidden.size() < 2 || least < Cells.FEWEST || least <= hidden.size();
    }

    private List<Place> places(String measure, Map<String, Told> told) {
        List<Place> places = new ArrayList<>();
        for (RollUp.Region region : regions) {
            Told in = told.get(region.code());
            Cell.State state = in != null
                    ? persons ? in.full().state() : in.open()
                    : Optional.ofNullable(frozen.get(region.code()))
                            .flatMap(f -> in(f.full(), measure))
                            .map(MeasureReport::state)
                            .orElse(Cell.State.NOT_REPORTED);
            boolean shown = in != null && state != Cell.State.SUPPRESSED;
            places.add(new Place(
                    region.code(), region.name(), state, shown ? in.full().value() : Optional.empty()));
        }
        return places;
    }

    /** In the reader's language as long as the measure is here, else as it was handed in. */
    private String words(Optional<Installed> installed, String code, IndicatorFigures frozen, boolean name) {
        Optional<Indicator> indicator = installed.flatMap(m -> m.indicator(code));
        if (indicator.isEmpty()) {
            return name ? frozen.name() : frozen.rule();
        }
        Installed measure = installed.orElseThrow();
        String key = measure.code() + ".indicator." + code;
        if (!name) {
            return texts.text(language, Words.of(indicator.get(), measure));
        }
        return texts.has(key) ? texts.text(language, key) : frozen.name();
    }
}
