package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The country's report as it was counted last, with the moment: many look at it in January, and each count goes over all tables. */
@Component(service = Nation.class)
public final class Nation {
    private static final int KNOWN = 50;

    private final Reports reports;
    private final OfficeClock clock;
    private static final Duration REST = Duration.ofHours(1);

    private final Remembered<Sighted, CountryReport> known;
    private final Remembered<Earlier, List<Sums>> earlier;

    @Activate
    public Nation(@Reference Database database, @Reference Reports reports, @Reference OfficeClock clock) {
        this.reports = reports;
        this.clock = clock;
        this.known = new Remembered<>(database, KNOWN);
        this.earlier = new Remembered<>(database, KNOWN);
    }

    /** Readers who see the same. */
    private record Sighted(Scope figures, Scope children, Language language, String year, LocalDate day) {}

    private record Earlier(Scope figures, Scope children, int year, Set<String> measures, LocalDate day) {}

    /** What measures came to in a year. @param byMeasure by the measure's code, of those of which something is known */
    record Sums(int year, Map<String, BigDecimal> byMeasure) {}

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

    private Sums sums(User user, int year, Set<String> measures) {
        Map<String, BigDecimal> sums = new HashMap<>();
        for (String measure : measures) {
            MeasureFigures figures = reports.measure(user, Language.KK, measure, String.valueOf(year), "");
            Shown.headline(measure, figures.indicators())
                    .flatMap(IndicatorFigures::value)
                    .ifPresent(value -> sums.put(measure, value));
        }
        return new Sums(year, sums);
    }

    /** @throws kz.jolkarta.core.Problem as {@link Reports#country} */
    Remembered.Dated<CountryReport> of(User user, Language language, String year) {
        Sighted key = new Sighted(
                user.scope(Right.REPORTS_READ), user.scope(Right.CHILDREN_READ), language, year, clock.today());
        return known.dated(key, clock.now(), () -> reports.country(user, language, year));
    }
}
