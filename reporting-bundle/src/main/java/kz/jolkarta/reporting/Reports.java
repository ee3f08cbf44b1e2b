package kz.jolkarta.reporting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.registry.Figures;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.registry.RegionSets;
import kz.jolkarta.core.registry.Territories;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.FundingSource;
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
    private final RegionSets sets;

    @Activate
    public Reports(
            @Reference Figures figures,
            @Reference Measures measures,
            @Reference Territories territories,
            @Reference RegionSets sets,
            @Reference Texts texts,
            @Reference OfficeClock clock) {
        this.figures = figures;
        this.measures = measures;
        this.texts = texts;
        this.clock = clock;
        this.areas = new Areas(territories);
        this.sets = sets;
    }

    /**
     * The whole report of a region.
     *
     * @throws Problem INVALID for a year that has no report, NOT_FOUND for a region there was not, or that the reader may not see
     */
    RegionReport region(User user, Language language, String year, String region) {
        Period period = period(year);
        Area area = areas.region(user, region, period.day(), clock.today());
        Standing standing = standing(language, period);
        Lines lines = new Lines(figures, texts, user, language, period, area, standing);
        MoneyLines money = new MoneyLines(figures, texts, language, period, area);
        Programme programme = Resolution997.programme();
        Map<String, Installed> present = present(period);
        Map<String, Standing.Verdict> elsewhere = new HashMap<>();
        present.values().forEach(m -> standing.of(m, area).ifPresent(v -> elsewhere.put(m.code(), v)));
        List<Installed> counted = programme.clauses().stream()
                .flatMap(c -> Optional.ofNullable(present.get(c.code())).stream())
                .filter(m -> !elsewhere.containsKey(m.code()))
                .toList();
        Numbers numbers = numbers(counted, period, area.scope());
        Optional<Cells.Guard> guard = guard(user, counted, period, area);
        List<MeasureReport> all = programme.clauses().stream()
                .map(clause -> Optional.ofNullable(elsewhere.get(clause.code()))
                        .map(verdict -> without(language, clause, verdict, money))
                        .or(() -> Optional.ofNullable(present.get(clause.code()))
                                .map(m -> line(language, m, lines, numbers, money, guard)))
                        .orElseGet(() -> without(language, clause, notRun(language, clause), money)))
                .toList();
        return new RegionReport(
                period.year(),
                new RegionReport.Region(area.code(), area.name().in(language)),
                programme.code(),
                period.day(),
                all);
    }

    /**
     * The indicators of one measure.
     *
     * @param year "" for the running one
     * @param territory KATO code of any unit, a region's first 2 digits, or "" for all the reader may see
     */
    MeasureFigures measure(User user, Language language, String code, String year, String territory) {
        Period period = period(year);
        Installed measure = measure(code, period);
        Area area = areas.of(user, territory, period.day(), clock.today());
        Standing standing = standing(language, period);
        Lines lines = new Lines(figures, texts, user, language, period, area, standing);
        Optional<Standing.Verdict> verdict = standing.of(measure, area);
        List<IndicatorFigures> all = verdict.map(v -> lines.without(measure, v.state()))
                .orElseGet(() -> {
                    List<Installed> counted = List.of(measure);
                    return lines.of(
                            measure, numbers(counted, period, area.scope()), guard(user, counted, period, area));
                });
        String reason = verdict.map(Standing.Verdict::reason).orElse("");
        Set<FundingSource> shown =
                verdict.isPresent() ? Set.of() : measure.clause().sources();
        List<MoneyFigures> money = new MoneyLines(figures, texts, language, period, area).of(code, shown);
        return new MeasureFigures(code, period.year(), area.code(), period.day(), reason, all, money);
    }

    /**
     * The reports of all regions at a glance, from one pass over the tables for all measures.
     *
     * @throws Problem FORBIDDEN to who does not see the figures of the whole country
     */
    CountryReport country(User user, Language language, String year) {
        Period period = period(year);
        requireCountry(user);
        Area area = areas.of(user, "", period.day(), clock.today());
        Standing standing = standing(language, period);
        Lines lines = new Lines(figures, texts, user, language, period, area, standing);
        Map<String, Installed> present = present(period);
        List<Installed> counted = List.copyOf(present.values());
        Numbers numbers = numbers(counted, period, area.scope());
        Optional<Cells.Guard> guard = guard(user, counted, period, area);
        CountryRows rows = new CountryRows(language, area.codes(), standing);
        List<CountryReport.Measure> measures = Resolution997.programme().clauses().stream()
                .map(clause -> Optional.ofNullable(present.get(clause.code()))
                        .map(m -> rows.of(m, lines.of(m, numbers, guard), r -> reported(m, period, r)))
                        .orElseGet(() ->
                                rows.without(clause, notRun(language, clause).reason())))
                .toList();
        List<CountryReport.Region> regions = area.places().entrySet().stream()
                .map(e -> new CountryReport.Region(e.getKey(), e.getValue().in(language)))
                .toList();
        return new CountryReport(period.year(), period.day(), regions, measures);
    }

    /** The money of every clause by region, by the measure's code. @throws Problem as {@link #country} */
    Map<String, List<MoneyFigures>> money(User user, Language language, String year) {
        Period period = period(year);
        requireCountry(user);
        MoneyLines lines =
                new MoneyLines(figures, texts, language, period, areas.of(user, "", period.day(), clock.today()));
        return Resolution997.programme().clauses().stream()
                .collect(Collectors.toMap(Clause::code, c -> lines.of(c.code(), c.sources())));
    }

    private static void requireCountry(User user) {
        if (!user.require(Right.REPORTS_READ).isCountry()) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "problem.forbidden");
        }
    }

    private boolean reported(Installed measure, Period period, String region) {
        Scope scope = areas.members(region, period.day(), clock.today());
        return Lines.derived(measure)
                ? figures.populated(period, scope)
                : figures.recorded(measure.code(), period, scope);
    }

    private Standing standing(Language language, Period period) {
        return new Standing(sets, texts, language, period.day());
    }

    /**
     * A measure as it stood in the year: installed, or here until after it.
     *
     * @throws Problem NOT_FOUND
     */
    Installed measure(String code, Period period) {
        return Optional.ofNullable(present(period).get(code)).orElseGet(() -> measures.require(code));
    }

    /** Installed measures, and those that left after the year: what they declared still tells how to count their records. */
    Map<String, Installed> present(Period period) {
        Map<String, Installed> present = new TreeMap<>();
        measures.former().stream()
                .filter(f -> f.left().atZone(clock.zone()).getYear() > period.year())
                .forEach(f -> present.put(f.measure().code(), f.measure()));
        measures.installed().forEach(m -> present.put(m.code(), m));
        return present;
    }

    /** What records of the year lack that the report is made of. */
    List<Figures.Gap> gaps(User user, RegionReport report) {
        Period period = period(String.valueOf(report.year()));
        return figures.gaps(period, area(user, report.region().code(), period).scope());
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

    /** What keeps few persons from a reader who may not see those of the area; empty when the reader may. */
    private Optional<Cells.Guard> guard(User user, List<Installed> counted, Period period, Area area) {
        boolean persons = area.scope().within(user.scope(Right.CHILDREN_READ)).equals(area.scope());
        return persons
                ? Optional.empty()
                : Optional.of(new Cells.Guard(
                        numbers(counted, period, Scope.COUNTRY), district -> areas.regionOf(district, period.day())));
    }

    private Numbers numbers(List<Installed> counted, Period period, Scope scope) {
        Period before = Period.of(period.year() - 1, clock.today());
        return Numbers.of(figures, counted, period, before, scope);
    }

    private MeasureReport line(
            Language language,
            Installed measure,
            Lines lines,
            Numbers numbers,
            MoneyLines money,
            Optional<Cells.Guard> guard) {
        List<IndicatorFigures> all = lines.of(measure, numbers, guard);
        Clause clause = measure.clause();
        return new MeasureReport(
                clause.number(),
                clause.code(),
                clause.name().in(language),
                state(all),
                "",
                all,
                money.of(clause.code(), clause.sources()));
    }

    /** What a measure's row shows as a whole. */
    static Cell.State state(List<IndicatorFigures> all) {
        return List.of(Cell.State.VALUE, Cell.State.SUPPRESSED, Cell.State.ZERO).stream()
                .filter(state -> all.stream().anyMatch(i -> i.state() == state))
                .findFirst()
                .orElse(Cell.State.NOT_REPORTED);
    }

    private Standing.Verdict notRun(Language language, Clause clause) {
        String reason = clause.ministry() ? "report.reason.ministry" : "report.reason.not-installed";
        return new Standing.Verdict(Cell.State.NOT_RUN, texts.text(language, reason));
    }

    private static MeasureReport without(Language language, Clause clause, Standing.Verdict verdict, MoneyLines money) {
        return new MeasureReport(
                clause.number(),
                clause.code(),
                clause.name().in(language),
                verdict.state(),
                verdict.reason(),
                List.of(),
                money.of(clause.code(), Set.of()));
    }
}
