package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The country's figures of the years before, with what regions entered in the place of what is counted of them from records. */
@Component(service = CountryYears.class)
public final class CountryYears {
    private final KnownReports reports;
    private final Archive archive;

    @Activate
    public CountryYears(@Reference KnownReports reports, @Reference Archive archive) {
        this.reports = reports;
        this.archive = archive;
    }

    /**
     * What a measure came to in a year.
     *
     * @param regions of how many what was entered stands in it; 0 when all is counted
     */
    record Sum(BigDecimal value, int regions) {}

    /** A year's sums by the measure's code, of those of which something is known. */
    record Year(int year, Map<String, Sum> byMeasure) {}

    /** The oldest first; none until they have been counted, as {@link KnownReports#before}. @param user who sees the figures of the whole country */
    List<Year> before(User user, int year, Set<String> measures) {
        return reports.before(user, year, measures).stream()
                .map(counted -> year(user, counted))
                .toList();
    }

    /** A year's sums, as the data are. */
    Year of(User user, int year, Set<String> measures) {
        return year(user, reports.of(user, year, measures));
    }

    private Year year(User user, KnownReports.Sums counted) {
        boolean whole = user.scope(Right.CHILDREN_READ).isCountry();
        Map<String, List<ArchiveEntry>> returns = archive.returns(counted.year());
        ArchiveSight sight = archive.sight(counted.year());
        Map<String, Sum> sums = new HashMap<>();
        counted.byMeasure()
                .forEach(
                        (measure, of) -> sum(measure, of, returns, sight, whole).ifPresent(s -> sums.put(measure, s)));
        return new Year(counted.year(), sums);
    }

    /** Empty when nothing is known, or the sum would tell what is kept of a region from the reader. */
    private static Optional<Sum> sum(
            String measure,
            KnownReports.Headline counted,
            Map<String, List<ArchiveEntry>> returns,
            ArchiveSight sight,
            boolean whole) {
        Map<String, ArchiveEntry.Figure> entered = new HashMap<>();
        returns.forEach((region, entries) -> entries.stream()
                .filter(e -> e.measure().equals(measure))
                .flatMap(e -> Optional.ofNullable(e.figures().get(counted.indicator())).stream())
                .forEach(f -> entered.put(region, f)));
        if (entered.isEmpty()) {
            return counted.value().map(v -> new Sum(v, 0));
        }
        boolean hidden = counted.regions().stream().anyMatch(r -> r.state() == Cell.State.SUPPRESSED)
                || entered.values().stream().anyMatch(f -> sight.tells(measure, counted.indicator(), f));
        if (hidden && !whole) {
            return Optional.empty();
        }
        BigDecimal records = counted.regions().stream()
                .filter(r -> !entered.containsKey(r.territory()))
                .flatMap(r -> r.value().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal all =
                entered.values().stream().flatMap(f -> f.value().stream()).reduce(records, BigDecimal::add);
        return Optional.of(new Sum(all, entered.size()));
    }
}
