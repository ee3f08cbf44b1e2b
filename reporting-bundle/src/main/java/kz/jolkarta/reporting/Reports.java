package kz.jolkarta.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.criteria.Words;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.registry.Figures;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.registry.Figures.Value;
import kz.jolkarta.core.registry.Territories;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.Programme;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Indicators of the installed measures and a region's report, always computed from the rows. */
@Component(service = Reports.class)
public final class Reports {
    private final Figures figures;
    private final Measures measures;
    private final Texts texts;
    private final OfficeClock clock;
    private final Areas areas;
    private final Breakdowns breakdowns;

    @Activate
    public Reports(
            @Reference Figures figures,
            @Reference Measures measures,
            @Reference Territories territories,
            @Reference Texts texts,
            @Reference OfficeClock clock) {
        this.figures = figures;
        this.measures = measures;
        this.texts = texts;
        this.clock = clock;
        this.areas = new Areas(territories);
        this.breakdowns = new Breakdowns(texts);
    }

    /**
     * The whole report of a region.
     *
     * @throws Problem INVALID for a year that has no report, NOT_FOUND for a region there was not, or that the reader may not see
     */
    RegionReport region(User user, Language language, String year, String region) {
        Period period = period(year);
        Area area = areas.region(user, region, period.day(), clock.today());
        Programme programme = Resolution997.programme();
        Map<String, Installed> installed = new TreeMap<>();
        measures.installed().forEach(m -> installed.put(m.code(), m));
        List<Installed> counted = programme.clauses().stream()
                .flatMap(c -> Optional.ofNullable(installed.get(c.code())).stream())
                .toList();
        Numbers numbers = numbers(counted, period, area);
        List<MeasureReport> lines = programme.clauses().stream()
                .map(clause -> Optional.ofNullable(installed.get(clause.code()))
                        .map(m -> line(user, language, m, numbers, period, area))
                        .orElseGet(() -> notRun(language, clause)))
                .toList();
        return new RegionReport(
                period.year(),
                new RegionReport.Region(area.code(), area.name().in(language)),
                programme.code(),
                period.day(),
                lines);
    }

    /**
     * The indicators of one installed measure.
     *
     * @param year "" for the running one
     * @param territory KATO code of any unit, a region's first 2 digits, or "" for all the reader may see
     */
    MeasureFigures measure(User user, Language language, String code, String year, String territory) {
        Installed measure = measures.require(code);
        Period period = period(year);
        Area area = areas.of(user, territory, period.day(), clock.today());
        Numbers numbers = numbers(List.of(measure), period, area);
        return new MeasureFigures(
                code,
                period.year(),
                area.code(),
                period.day(),
                figures(user, language, measure, numbers, period, area));
    }

    Area area(User user, String territory, Period period) {
        return areas.of(user, territory, period.day(), clock.today());
    }

    /** @throws Problem INVALID unless it is a year from the programme's first to the running one; "" is the running one */
    Period period(String year) {
        int running = clock.today().getYear();
        int first = Resolution997.programme().firstYear();
        if (year.isEmpty()) {
            return Period.of(running, clock.today());
        }
        int asked = year.matches("\\d{4}") ? Integer.parseInt(year) : 0;
        if (asked < first || asked > running) {
            throw Problem.field("year", "problem.report-year", String.valueOf(first), String.valueOf(running));
        }
        return Period.of(asked, clock.today());
    }

    private Numbers numbers(List<Installed> counted, Period period, Area area) {
        Period before = Period.of(period.year() - 1, clock.today());
        return Numbers.of(figures, counted, period, before, area.scope());
    }

    private MeasureReport line(
            User user, Language language, Installed measure, Numbers numbers, Period period, Area area) {
        List<IndicatorFigures> all = figures(user, language, measure, numbers, period, area);
        Clause clause = measure.clause();
        return new MeasureReport(clause.number(), clause.code(), clause.name().in(language), state(all), "", all);
    }

    private static Cell.State state(List<IndicatorFigures> all) {
        return List.of(Cell.State.VALUE, Cell.State.SUPPRESSED, Cell.State.ZERO).stream()
                .filter(state -> all.stream().anyMatch(i -> i.state() == state))
                .findFirst()
                .orElse(Cell.State.NOT_REPORTED);
    }

    private MeasureReport notRun(Language language, Clause clause) {
        String reason = clause.ministry() ? "report.reason.ministry" : "report.reason.not-installed";
        return new MeasureReport(
                clause.number(),
                clause.code(),
                clause.name().in(language),
                Cell.State.NOT_RUN,
                texts.text(language, reason),
                List.of());
    }

    private List<IndicatorFigures> figures(
            User user, Language language, Installed measure, Numbers numbers, Period period, Area area) {
        boolean derived = measure.activities().isEmpty()
                && measure.awards().isEmpty()
                && measure.deliverables().isEmpty();
        boolean reported = derived
                ? figures.populated(period, area.scope())
                : figures.recorded(measure.code(), period, area.scope());
        boolean persons = area.scope().within(user.scope(Right.CHILDREN_READ)).equals(area.scope());
        return measure.indicators().stream()
                .map(i -> reported
                        ? reported(
                                language,
                                measure,
                                i,
                                new Cells(numbers, measure.code(), i.figure(), persons),
                                period,
                                area)
                        : figures(language, measure, i, Cell.NOT_REPORTED, period, area, List.of(), List.of()))
                .toList();
    }

    private IndicatorFigures reported(
            Language language, Installed measure, Indicator indicator, Cells cells, Period period, Area area) {
        Map<String, Text> places = places(cells, area, period.day());
        List<String> codes = List.copyOf(places.keySet());
        List<Cell> shown =
                cells.parts(codes.stream().map(code -> in(area, code)).toList());
        List<IndicatorFigures.Place> districts = IntStream.range(0, codes.size())
                .mapToObj(i -> new IndicatorFigures.Place(
                        codes.get(i),
                        name(language, places.get(codes.get(i))),
                        shown.get(i).state(),
                        shown.get(i).value()))
                .toList();
        List<IndicatorFigures.Breakdown> by = indicator.by().stream()
                .map(d -> breakdown(language, measure, indicator, cells, d))
                .toList();
        return figures(language, measure, indicator, cells.total(), period, area, districts, by);
    }

    private static Predicate<Value> in(Area area, String place) {
        return value -> area.placeOf().apply(value.district()).equals(place);
    }

    /** The area's places, and those besides that rows are kept for: a region as a whole, the country. */
    private Map<String, Text> places(Cells cells, Area area, LocalDate day) {
        Map<String, Text> places = new TreeMap<>(area.places());
        cells.districts().stream()
                .map(area.placeOf())
                .forEach(place -> places.computeIfAbsent(place, p -> figures.name(p, day)));
        return places;
    }

    private String name(Language language, Text name) {
        String own = name.in(language);
        return own.isEmpty() ? texts.text(language, "report.country") : own;
    }

    private IndicatorFigures.Breakdown breakdown(
            Language language, Installed measure, Indicator indicator, Cells cells, Dimension by) {
        List<String> keys = breakdowns.keys(by, measure, Numbers.behind(indicator.figure()), cells.found(by));
        List<Cell> shown = cells.keys(by, keys);
        List<IndicatorFigures.Item> items = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            String name = breakdowns.name(language, by, measure, keys.get(i));
            items.add(new IndicatorFigures.Item(
                    keys.get(i), name, shown.get(i).state(), shown.get(i).value()));
        }
        return new IndicatorFigures.Breakdown(Json.name(by.kind()), breakdowns.name(language, by), items);
    }

    private IndicatorFigures figures(
            Language language,
            Installed measure,
            Indicator indicator,
            Cell total,
            Period period,
            Area area,
            List<IndicatorFigures.Place> districts,
            List<IndicatorFigures.Breakdown> by) {
        String rows = "/api/measures/" + measure.code() + "/indicators/" + indicator.code() + "/rows?year="
                + period.year() + (area.code().isEmpty() ? "" : "&territory=" + area.code());
        return new IndicatorFigures(
                indicator.code(),
                texts.text(language, measure.code() + ".indicator." + indicator.code()),
                Unit.of(indicator.figure()),
                total.state(),
                total.value(),
                texts.text(language, Words.of(indicator, measure)),
                rows,
                districts,
                by);
    }
}
