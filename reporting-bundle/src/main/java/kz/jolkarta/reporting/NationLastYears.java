package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.roadmap.Resolution997;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the country's report is compared with, of each measure the figure it is known by: what the Government was told last year, else what regions entered
 * and what is counted of the others.
 */
@Component(service = NationLastYears.class)
public final class NationLastYears {
    private final Reports reports;
    private final CountryYears years;
    private final Database database;

    @Activate
    public NationLastYears(
            @Reference Reports reports,
            @Reference CountryYears years,
            @Reference Database database,
            @Reference ReportingSchema schema) {
        this.reports = reports;
        this.years = years;
        this.database = database;
    }

    /** @param reader who sees the figures of the country */
    LastYear of(User reader, RollUp rollUp) {
        Map<String, IndicatorFigures> headlines = new HashMap<>();
        rollUp.measures()
                .forEach(m -> Shown.headline(m.code(), m.indicators()).ifPresent(h -> headlines.put(m.code(), h)));
        int year = rollUp.year() - 1;
        if (year < Resolution997.programme().firstYear()) {
            return LastYear.none(year);
        }
        boolean open = !reader.scope(Right.CHILDREN_READ).isCountry();
        return database.read(tx -> NationStore.last(tx, year, open))
                .map(told -> told(year, new Snapshot(told), headlines))
                .orElseGet(() -> counted(reader, year, headlines));
    }

    private static LastYear told(int year, Snapshot snapshot, Map<String, IndicatorFigures> headlines) {
        Map<String, BigDecimal> values = new HashMap<>();
        for (MeasureReport measure : snapshot.report().measures()) {
            Optional<String> asked =
                    Optional.ofNullable(headlines.get(measure.code())).map(IndicatorFigures::code);
            measure.indicators().stream()
                    .filter(i -> asked.filter(i.code()::equals).isPresent())
                    .forEach(i -> i.value().ifPresent(v -> values.put(measure.code() + "/" + i.code(), v)));
        }
        return new LastYear(year, values, Map.of());
    }

    /** Only what can be added up: entered shares do not tell what they are made of. */
    private LastYear counted(User reader, int year, Map<String, IndicatorFigures> headlines) {
        Set<String> present =
                reports.present(reports.period(String.valueOf(year))).keySet();
        Set<String> added = headlines.entrySet().stream()
                .filter(e -> e.getValue().adds() == IndicatorFigures.Adds.SUM && present.contains(e.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Map<String, BigDecimal> values = new HashMap<>();
        Map<String, Integer> entered = new HashMap<>();
        years.of(reader, year, added).byMeasure().forEach((measure, sum) -> {
            String name = measure + "/" + headlines.get(measure).code();
            values.put(name, sum.value());
            if (sum.regions() > 0) {
                entered.put(name, sum.regions());
            }
        });
        return new LastYear(year, values, entered);
    }
}
