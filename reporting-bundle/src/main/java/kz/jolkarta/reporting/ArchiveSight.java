package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measures.Installed;

/**
 * What of an entered return is shown to those who may not see children. A return names no district and tells no parts of a share, so few persons are kept
 * back by simple rules: a count of fewer than five, and every share and change, since what they are made of is not known. What is hidden of the figures that
 * are counted from records of the same year is hidden here, too: it may protect another region.
 *
 * @param counted the region's report of the year as the reader sees it, asked for only where it matters
 */
record ArchiveSight(Map<String, Installed> present, Supplier<RegionReport> counted) {
    ArchiveEntry shown(ArchiveEntry entry) {
        Optional<Installed> measure = Optional.ofNullable(present.get(entry.measure()));
        Map<String, ArchiveEntry.Figure> shown = new TreeMap<>();
        entry.figures().forEach((code, figure) -> {
            boolean money = code.indexOf('/') > 0;
            Optional<Indicator> indicator = measure.flatMap(m -> m.indicator(code));
            boolean hidden = !money
                    && (tells(indicator, figure)
                            || indicator.filter(ArchiveSight::persons).isPresent() && protects(entry.measure(), code));
            shown.put(code, hidden ? figure.hidden() : figure);
        });
        return entry.with(shown).unhashed();
    }

    private static boolean persons(Indicator indicator) {
        return !(indicator.figure() instanceof Figure.Sum)
                && Subject.countsChildren(Numbers.behind(indicator.figure()));
    }

    private boolean protects(String measure, String code) {
        return counted.get().measures().stream()
                .filter(m -> m.code().equals(measure))
                .flatMap(m -> m.indicators().stream())
                .anyMatch(i -> i.code().equals(code) && i.state() == Cell.State.SUPPRESSED);
    }

    /** Whether a figure tells of few persons. */
    boolean tells(String measure, String code, ArchiveEntry.Figure figure) {
        return tells(Optional.ofNullable(present.get(measure)).flatMap(m -> m.indicator(code)), figure);
    }

    private static boolean tells(Optional<Indicator> indicator, ArchiveEntry.Figure figure) {
        BigDecimal value = figure.value().orElse(BigDecimal.ZERO);
        if (value.signum() == 0) {
            return false;
        }
        boolean few = value.abs().compareTo(BigDecimal.valueOf(Cells.FEWEST)) < 0;
        if (indicator.isEmpty()) {
            return figure.unit() == Unit.PERCENT || figure.unit() == Unit.PERSONS && few;
        }
        Figure of = indicator.get().figure();
        return persons(indicator.get()) && (few || of instanceof Figure.Share || of instanceof Figure.Change);
    }
}
