package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The figures of a region's return that was entered, of a year that was not handed in here: they stand where those that are counted from records would
 * stand, with the mark that they were entered.
 *
 * @param entries of each measure that has figures
 */
record Entered(int year, List<ArchiveEntry> entries) {
    Entered {
        entries = List.copyOf(entries);
    }

    static Entered none(int year) {
        return new Entered(year, List.of());
    }

    boolean any() {
        return !entries.isEmpty();
    }

    Optional<ArchiveEntry> of(String measure) {
        return entries.stream().filter(e -> e.measure().equals(measure)).findFirst();
    }

    Optional<ArchiveEntry.Figure> find(String measure, String code) {
        return of(measure).map(e -> e.figures().get(code));
    }

    /** Values by the measure's code, a slash and the figure's. */
    Map<String, BigDecimal> values() {
        Map<String, BigDecimal> values = new HashMap<>();
        entries.forEach(e -> e.figures()
                .forEach((code, figure) -> figure.value().ifPresent(v -> values.put(e.measure() + "/" + code, v))));
        return values;
    }

    /** Names of all figures as in {@link #values}, also of those that are kept back from the reader. */
    Set<String> names() {
        Set<String> names = new HashSet<>();
        entries.forEach(e -> e.figures().keySet().forEach(code -> names.add(e.measure() + "/" + code)));
        return names;
    }

    /** Only what a report of the next year is compared with: no texts, and no figures that it does not have. @param differences as in {@link LastYears} */
    Entered besides(RegionReport report, Set<String> differences) {
        List<ArchiveEntry> compared = new ArrayList<>();
        for (MeasureReport row : report.measures()) {
            Set<String> codes = new HashSet<>();
            row.indicators().stream()
                    .map(IndicatorFigures::code)
                    .filter(c -> !differences.contains(row.code() + "/" + c))
                    .forEach(codes::add);
            row.money().forEach(m -> codes.add(ReportBook.spent(m.source())));
            of(row.code()).ifPresent(e -> {
                Map<String, ArchiveEntry.Figure> kept = new HashMap<>(e.figures());
                kept.keySet().retainAll(codes);
                if (!kept.isEmpty()) {
                    compared.add(new ArchiveEntry(e.measure(), e.revision(), kept, "", "", e.source()));
                }
            });
        }
        return new Entered(year, compared);
    }
}
