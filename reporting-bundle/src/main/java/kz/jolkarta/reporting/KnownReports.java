package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.db.Remembered.Dated;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reports as they were counted last, with the moment: many look at them in January, and each count goes over all tables. */
@Component(service = KnownReports.class)
public final class KnownReports {
    private static final int KNOWN = 500;
    private static final Duration REST = Duration.ofHours(1);

    private final Reports reports;
    private final Measures measures;
    private final OfficeClock clock;
    private final Remembered<Sighted, Object> known;
    private final Remembered<Earlier, List<Sums>> earlier;

    @Activate
    public KnownReports(
            @Reference Database database,
            @Reference Reports reports,
            @Reference Measures measures,
            @Reference OfficeClock clock) {
        this.reports = reports;
        this.measures = measures;
        this.clock = clock;
        this.known = new Remembered<>(database, KNOWN);
        this.earlier = new Remembered<>(database, KNOWN);
    }

    /** Readers who see the same. @param question which report of what */
    private record Sighted(
            Class<?> report,
            String question,
            Set<String> measures,
            Scope figures,
            Scope children,
            Language language,
            LocalDate day) {}

    private record Earlier(Scope figures, Scope children, int year, Set<String> measures, LocalDate day) {}

    /** What measures came to in a year, by the measure's code. */
    record Sums(int year, Map<String, Headline> byMeasure) {}

    /** The figure a measure is known by. @param regions its places */
    record Headline(String indicator, Optional<BigDecimal> value, List<IndicatorFigures.Place> regions) {}

    /** The figures of these measures in the years before, the oldest first; none until they have been counted, for which nobody waits. */
    List<Sums> before(User user, int year, Set<String> measures) {
        Earlier key = new Earlier(
                user.scope(Right.REPORTS_READ),
                user.scope(Right.CHILDREN_READ),
                year,
                Set.copyOf(measures),
                clock.today());
        return earlier.known(
                        key,
                        clock.now(),
                        REST,
                        () -> IntStream.range(Resolution997.programme().firstYear(), year)
                                .mapToObj(y -> sums(user, y, measures))
                                .toList())
                .orElse(List.of());
    }

    /** The figures of these measures in a year, as the data are. */
    Sums of(User user, int year, Set<String> measures) {
        String question = year + " " + new TreeSet<>(measures);
        return Sums.class.cast(
                known.of(sighted(Sums.class, question, user, Language.KK), () -> sums(user, year, measures)));
    }

    private Sums sums(User user, int year, Set<String> measures) {
        Map<String, Headline> sums = new HashMap<>();
        for (String measure : measures) {
            MeasureFigures figures = reports.measure(user, Language.KK, measure, String.valueOf(year), "");
            Shown.headline(measure, figures.indicators())
                    .ifPresent(f -> sums.put(measure, new Headline(f.code(), f.value(), f.districts())));
        }
        return new Sums(year, sums);
    }

    /** @throws kz.jolkarta.core.Problem as {@link Reports#country} */
    Dated<CountryReport> country(User user, Language language, String year) {
        return known(CountryReport.class, year, user, language, () -> reports.country(user, language, year));
    }

    /** @throws kz.jolkarta.core.Problem as {@link Reports#region} */
    Dated<RegionReport> region(User user, Language language, String year, String region) {
        String question = year + " " + region;
        return known(RegionReport.class, question, user, language, () -> reports.region(user, language, year, region));
    }

    /** The same for whom it is not worth waiting longer than this: nothing while it is still counted for the first time, which goes on. */
    Optional<Dated<RegionReport>> region(User user, Language language, String year, String region, Duration patience) {
        String question = year + " " + region;
        return known.within(
                        patience,
                        sighted(RegionReport.class, question, user, language),
                        clock.now(),
                        () -> reports.region(user, language, year, region))
                .map(found -> new Dated<>((RegionReport) found.answer(), found.at()));
    }

    /** The same as the data are. @throws kz.jolkarta.core.Problem as {@link Reports#region} */
    RegionReport regionNow(User user, Language language, String year, String region) {
        return RegionReport.class.cast(known.of(
                sighted(RegionReport.class, year + " " + region, user, language),
                () -> reports.region(user, language, year, region)));
    }

    /** @throws kz.jolkarta.core.Problem as {@link Reports#measure(User, Language, String, String, String)} */
    Dated<MeasureFigures> measure(User user, Language language, String code, String year, String territory) {
        String question = code + " " + year + " " + territory;
        return known(
                MeasureFigures.class,
                question,
                user,
                language,
                () -> reports.measure(user, language, code, year, territory));
    }

    private <T> Dated<T> known(Class<T> report, String question, User user, Language language, Supplier<T> work) {
        Dated<Object> found = known.dated(sighted(report, question, user, language), clock.now(), work::get);
        return new Dated<>(report.cast(found.answer()), found.at());
    }

    private Sighted sighted(Class<?> report, String question, User user, Language language) {
        return new Sighted(
                report,
                question,
                measures.installed().stream().map(Installed::code).collect(Collectors.toSet()),
                user.scope(Right.REPORTS_READ),
                user.scope(Right.CHILDREN_READ),
                language,
                clock.today());
    }
}
