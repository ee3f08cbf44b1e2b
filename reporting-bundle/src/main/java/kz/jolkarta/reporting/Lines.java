package kz.jolkarta.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.criteria.Words;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.Figures;
import kz.jolkarta.core.registry.Figures.Period;

/** The lines of a measure's indicators for one reader, area and year. */
final class Lines {
    private final Figures figures;
    private final Texts texts;
    private final Breakdowns breakdowns;
    private final User user;
    private final Language language;
    private final Period period;
    private final Area area;
    private final Standing standing;

    Lines(Figures figures, Texts texts, User user, Language language, Period period, Area area, Standing standing) {
        this.figures = figures;
        this.texts = texts;
        this.breakdowns = new Breakdowns(texts);
        this.user = user;
        this.language = language;
        this.period = period;
        this.area = area;
        this.standing = standing;
    }

    /** Every indicator with its figures, or that nothing was reported. @param guard as in {@link Cells} */
    List<IndicatorFigures> of(Installed measure, Numbers numbers, Optional<Cells.Guard> guard) {
        boolean reported = derived(measure)
                ? figures.populated(period, area.scope())
                : figures.recorded(measure.code(), period, area.scope());
        return measure.indicators().stream()
                .map(i -> {
                    Cells cells = new Cells(numbers, measure.code(), i.figure(), area, guard);
                    return reported || reportedByItself(i, cells)
                            ? reported(measure, i, cells)
                            : line(measure, i, Cell.NOT_REPORTED, Optional.empty(), List.of(), List.of());
                })
                .toList();
    }

    /** Whether the measure has no records of its own, so that its figures come from the registry alone. */
    static boolean derived(Installed measure) {
        return measure.activities().isEmpty()
                && measure.awards().isEmpty()
                && measure.deliverables().isEmpty();
    }

    /** The same state for every indicator of a measure the area does not report on. */
    List<IndicatorFigures> without(Installed measure, Cell.State state) {
        Cell cell = new Cell(state, Optional.empty());
        return measure.indicators().stream()
                .map(i -> line(measure, i, cell, Optional.empty(), List.of(), List.of()))
                .toList();
    }

    private boolean sees(Right right) {
        return area.scope().within(user.scope(right)).equals(area.scope());
    }

    /** What the registry keeps of itself needs no record of the measure; a guest of a centre may have come by any. */
    private boolean reportedByItself(Indicator indicator, Cells cells) {
        Selection behind = Numbers.behind(indicator.figure());
        boolean kept = Subject.keptByRegistry(behind);
        return (kept || behind instanceof Selection.Guests)
                        && !cells.districts().isEmpty()
                || kept && figures.populated(period, area.scope());
    }

    private IndicatorFigures reported(Installed measure, Indicator indicator, Cells cells) {
        Map<String, Text> places = places(cells);
        List<String> codes = List.copyOf(places.keySet());
        List<Cell> shown = cells.places(codes);
        List<IndicatorFigures.Place> districts = IntStream.range(0, codes.size())
                .mapToObj(i -> place(measure, codes.get(i), places.get(codes.get(i)), shown.get(i)))
                .toList();
        List<IndicatorFigures.Breakdown> by = indicator.by().stream()
                .map(d -> breakdown(measure, indicator, cells, d))
                .toList();
        return line(measure, indicator, cells.total(), cells.ofWhole(), districts, by);
    }

    /** A region that does not report on the measure has no 0 among the regions of the country. */
    private IndicatorFigures.Place place(Installed measure, String code, Text name, Cell cell) {
        boolean nothing = cell.state() == Cell.State.ZERO || cell.state() == Cell.State.NOT_REPORTED;
        Optional<Standing.Verdict> verdict =
                nothing && area.code().isEmpty() ? standing.of(measure, code) : Optional.empty();
        return new IndicatorFigures.Place(
                code,
                name(name),
                verdict.map(Standing.Verdict::state).orElse(cell.state()),
                verdict.isPresent() ? Optional.empty() : cell.value());
    }

    /** The area's places, and those besides that rows are kept for: a region as a whole, the country. */
    private Map<String, Text> places(Cells cells) {
        Map<String, Text> places = new TreeMap<>(area.places());
        cells.districts().stream()
                .map(area.placeOf())
                .forEach(place -> places.computeIfAbsent(place, p -> figures.name(p, period.day())));
        return places;
    }

    private String name(Text name) {
        String own = name.in(language);
        return own.isEmpty() ? texts.text(language, "report.country") : own;
    }

    private IndicatorFigures.Breakdown breakdown(Installed measure, Indicator indicator, Cells cells, Dimension by) {
        List<String> found = cells.found(by);
        List<String> keys = breakdowns.keys(by, measure, Numbers.behind(indicator.figure()), found);
        List<Cell> shown = cells.keys(by, keys);
        Map<String, String> names = by.equals(Dimension.COORDINATOR) ? coordinators(found) : Map.of();
        List<IndicatorFigures.Item> items = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            String name = names.containsKey(key) ? names.get(key) : breakdowns.name(language, by, measure.code(), key);
            items.add(new IndicatorFigures.Item(
                    key, name, shown.get(i).state(), shown.get(i).value()));
        }
        return new IndicatorFigures.Breakdown(
                Breakdowns.code(by), breakdowns.name(language, by, measure.code()), items);
    }

    /** Names of the coordinators for who may see the staff of the area. */
    private Map<String, String> coordinators(List<String> found) {
        return sees(Right.ORGANISATIONS_READ)
                ? figures.staffNames(found.stream()
                        .filter(key -> key.matches("\\d+"))
                        .map(Long::valueOf)
                        .toList())
                : Map.of();
    }

    private IndicatorFigures line(
            Installed measure,
            Indicator indicator,
            Cell total,
            Optional<IndicatorFigures.Parts> parts,
            List<IndicatorFigures.Place> districts,
            List<IndicatorFigures.Breakdown> by) {
        String rows = "/api/measures/" + measure.code() + "/indicators/" + indicator.code() + "/rows?year="
                + period.year() + (area.code().isEmpty() ? "" : "&territory=" + area.code());
        String name = measure.code() + ".indicator." + indicator.code();
        return new IndicatorFigures(
                indicator.code(),
                texts.has(name) ? texts.text(language, name) : indicator.code(),
                Unit.of(indicator.figure()),
                IndicatorFigures.Adds.of(indicator.figure()),
                total.state(),
                total.value(),
                parts,
                texts.text(language, Words.of(indicator, measure)),
                rows,
                districts,
                by);
    }
}
