package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.jolkarta.core.registry.Figures;

/**
 * What is to be looked at before a report is handed in. Only a row that is neither filled nor explained keeps it back.
 *
 * @param findings in the order of the report
 */
record ReportChecks(List<Finding> findings) {
    enum Kind {
        /** Nothing was recorded, and nothing explains it. */
        MISSING,
        /** A figure is half of last year's or less, and nothing explains it. */
        FALLEN,
        /** The measure is carried out without any result, and nothing explains it. */
        ZERO,
        /** The text is written in one of the two languages only. */
        ONE_LANGUAGE,
        /** Money is recorded without its source. */
        NO_SOURCE,
        /** Money was paid, or something issued, without the document it rests on. */
        NO_GROUND
    }

    /** How far a row is. */
    enum Row {
        READY,
        REMARK,
        MISSING,
        NOT_RUN
    }

    /**
     * @param indicator its name, "" when the row as a whole is meant
     * @param before last year's value, 0 unless it has fallen
     * @param now this year's, or how many records lack something
     */
    record Finding(
            Kind kind, int number, String measure, String indicator, Unit unit, BigDecimal before, BigDecimal now) {
        private static Finding of(Kind kind, MeasureReport row) {
            return new Finding(kind, row.number(), row.code(), "", Unit.COUNT, BigDecimal.ZERO, BigDecimal.ZERO);
        }
    }

    private static final Set<Cell.State> REPORTED = Set.of(Cell.State.VALUE, Cell.State.ZERO, Cell.State.SUPPRESSED);
    private static final Set<Cell.State> ELSEWHERE = Set.of(Cell.State.NOT_RUN, Cell.State.NOT_APPLICABLE);

    /**
     * @param last last year's values, by the measure's code, a slash and the indicator's
     * @param changes codes of indicators, after their measure's and a slash, that are differences themselves and do not fall
     * @param gaps what records lack, which no text makes good
     */
    static ReportChecks of(
            RegionReport report,
            Map<String, BigDecimal> last,
            Map<String, ReportText> texts,
            Set<String> changes,
            List<Figures.Gap> gaps) {
        List<Finding> findings = new ArrayList<>();
        for (MeasureReport row : report.measures()) {
            ReportText text = texts.getOrDefault(row.code(), ReportText.none(row.code()));
            if (text.empty()) {
                findings.addAll(unexplained(row, last, changes));
            } else if (text.kk().isEmpty() || text.ru().isEmpty()) {
                findings.add(Finding.of(Kind.ONE_LANGUAGE, row));
            }
            findings.addAll(lacking(row, gaps));
        }
        return new ReportChecks(findings);
    }

    private static List<Finding> lacking(MeasureReport row, List<Figures.Gap> gaps) {
        Map<Kind, Long> lacking = new EnumMap<>(Kind.class);
        gaps.stream()
                .filter(g -> g.measure().equals(row.code()))
                .forEach(g -> lacking.merge(
                        g.lack() == Figures.Lack.SOURCE ? Kind.NO_SOURCE : Kind.NO_GROUND, g.records(), Long::sum));
        return lacking.entrySet().stream()
                .map(e -> new Finding(
                        e.getKey(),
                        row.number(),
                        row.code(),
                        "",
                        Unit.COUNT,
                        BigDecimal.ZERO,
                        BigDecimal.valueOf(e.getValue())))
                .toList();
    }

    private static String key(MeasureReport row, IndicatorFigures figure) {
        return row.code() + "/" + figure.code();
    }

    private static List<Finding> unexplained(MeasureReport row, Map<String, BigDecimal> last, Set<String> changes) {
        if (row.state() == Cell.State.NOT_REPORTED) {
            return List.of(Finding.of(Kind.MISSING, row));
        }
        if (!REPORTED.contains(row.state())) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        if (row.state() == Cell.State.ZERO) {
            found.add(Finding.of(Kind.ZERO, row));
        }
        for (IndicatorFigures figure : row.indicators()) {
            BigDecimal before = last.getOrDefault(key(row, figure), BigDecimal.ZERO);
            if (before.signum() <= 0 || figure.value().isEmpty() || changes.contains(key(row, figure))) {
                continue;
            }
            BigDecimal now = figure.value().get();
            if (now.add(now).compareTo(before) <= 0) {
                found.add(
                        new Finding(Kind.FALLEN, row.number(), row.code(), figure.name(), figure.unit(), before, now));
            }
        }
        return found;
    }

    ReportChecks {
        findings = List.copyOf(findings);
    }

    List<Finding> of(String measure) {
        return findings.stream().filter(f -> f.measure().equals(measure)).toList();
    }

    List<Finding> of(Kind kind) {
        return findings.stream().filter(f -> f.kind() == kind).toList();
    }

    boolean blocked() {
        return !of(Kind.MISSING).isEmpty();
    }

    Row row(MeasureReport row) {
        if (ELSEWHERE.contains(row.state())) {
            return Row.NOT_RUN;
        }
        List<Finding> own = of(row.code());
        if (own.stream().anyMatch(f -> f.kind() == Kind.MISSING)) {
            return Row.MISSING;
        }
        return own.isEmpty() ? Row.READY : Row.REMARK;
    }

    /** Rows that need nothing more. */
    long ready(RegionReport report) {
        return report.measures().stream()
                .map(this::row)
                .filter(r -> r == Row.READY || r == Row.NOT_RUN)
                .count();
    }
}
