package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.roadmap.Resolution997;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a region's report is compared with: last year's figures, entered ones in the place of those that are counted from records. */
@Component(service = LastYears.class)
public final class LastYears {
    private final Reports reports;
    private final KnownReports known;
    private final Archive archive;

    @Activate
    public LastYears(@Reference Reports reports, @Reference KnownReports known, @Reference Archive archive) {
        this.reports = reports;
        this.known = known;
        this.archive = archive;
    }

    /**
     * As far as the reader may see it.
     *
     * @param entered which of the values were entered, with their sources
     * @param differences see {@link #differences}
     */
    record Compared(LastYear last, Entered entered, Set<String> differences) {}

    /** As far as it is known already; what is frozen or printed asks {@link #now}. */
    Compared known(User user, Language language, RegionReport report) {
        return of(
                user,
                report,
                year -> known.region(user, language, year, report.region().code())
                        .answer());
    }

    /** As the data are. */
    Compared now(User user, Language language, RegionReport report) {
        return of(
                user,
                report,
                year -> known.regionNow(user, language, year, report.region().code()));
    }

    /** Whether {@link #known} keeps nobody waiting; if not, counting is begun, and waited for no longer than this. */
    boolean counted(User user, Language language, RegionReport report, Duration patience) {
        return asked(
                        report,
                        year -> known.region(
                                user, language, year, report.region().code(), patience))
                .map(Optional::isPresent)
                .orElse(true);
    }

    private Compared of(User user, RegionReport report, Function<String, RegionReport> counting) {
        int year = report.year() - 1;
        Set<String> differences = differences(report);
        Entered entered = archive.entered(user, year, report.region().code()).besides(report, differences);
        Map<String, BigDecimal> values =
                asked(report, counting).map(b -> values(b, differences)).orElseGet(HashMap::new);
        values.keySet().removeAll(entered.names());
        values.putAll(entered.values());
        Map<String, Integer> marks =
                entered.values().keySet().stream().collect(Collectors.toMap(name -> name, name -> 1));
        return new Compared(new LastYear(year, values, marks), entered, differences);
    }

    /** What is asked of last year; empty where there was no such report. */
    private static <T> Optional<T> asked(RegionReport report, Function<String, T> counting) {
        if (report.year() <= Resolution997.programme().firstYear()) {
            return Optional.empty();
        }
        try {
            return Optional.of(counting.apply(String.valueOf(report.year() - 1)));
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            // The region was made since.
            return Optional.empty();
        }
    }

    private static Map<String, BigDecimal> values(RegionReport report, Set<String> leftOut) {
        Map<String, BigDecimal> values = new HashMap<>();
        report.measures()
                .forEach(m -> m.indicators()
                        .forEach(i -> i.value()
                                .filter(v -> !leftOut.contains(m.code() + "/" + i.code()))
                                .ifPresent(v -> values.put(m.code() + "/" + i.code(), v))));
        report.measures()
                .forEach(m ->
                        m.money().forEach(s -> values.put(m.code() + "/" + ReportBook.spent(s.source()), s.spent())));
        return values;
    }

    /** Figures that are differences of years themselves, after their measure's code and a slash: they are compared with nothing. */
    private Set<String> differences(RegionReport report) {
        return report.measures().stream()
                .filter(m -> !m.indicators().isEmpty())
                .map(m -> reports.measure(m.code(), reports.period(String.valueOf(report.year()))))
                .flatMap(m -> m.indicators().stream()
                        .filter(i -> i.figure() instanceof Figure.Change)
                        .map(i -> m.code() + "/" + i.code()))
                .collect(Collectors.toSet());
    }
}
