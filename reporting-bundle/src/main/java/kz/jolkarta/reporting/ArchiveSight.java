package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measures.Installed;

/**
 * What of an entered return is shown to those who may not see children. A return names no district and tells no parts of a share, so few persons are kept
 * back by simple rules: a count of fewer than five, and every share and change, since what they are made of is not known.
 */
record ArchiveSight(Map<String, Installed> present) {
    ArchiveEntry shown(ArchiveEntry entry) {
        Optional<Installed> measure = Optional.ofNullable(present.get(entry.measure()));
        Map<String, ArchiveEntry.Figure> shown = new TreeMap<>();
        entry.figures().forEach((code, figure) -> {
            boolean money = code.indexOf('/') > 0;
            boolean hidden = !money && tells(measure.flatMap(m -> m.indicator(code)), figure);
            shown.put(code, hidden ? figure.hidden() : figure);
        });
        return entry.with(shown);
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
        boolean persons = !(of instanceof Figure.Sum) && Subject.countsChildren(Numbers.behind(of));
        return persons && (few || of instanceof Figure.Share || of instanceof Figure.Change);
    }
}
