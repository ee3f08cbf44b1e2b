package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.Figure;
import kz.jolkarta.core.measure.Indicator;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.roadmap.Clause;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.core.roadmap.Resolution997;

/**
 * What a region's return of a past year is asked for: the figures that the measures declare by now, money of the lawful sources, and texts. The ministry's
 * own measures are no region's.
 */
record ArchiveForm(List<Part> parts) {
    /** @param lines none of figures when the measure is not installed */
    record Part(Clause clause, List<Line> lines) {
        String code() {
            return clause.code();
        }

        Optional<Line> line(String code) {
            return lines.stream().filter(l -> l.code().equals(code)).findFirst();
        }
    }

    /**
     * A figure to be entered.
     *
     * @param code the indicator's, or of money as in {@link ReportBook#spent}
     * @param signed whether it is a difference and may be below 0
     */
    record Line(String code, Unit unit, boolean signed) {
        /** Thirteen digits before the comma. */
        private static final BigDecimal MOST = BigDecimal.TEN.pow(13);

        static Line of(Indicator indicator) {
            Figure figure = indicator.figure();
            return new Line(indicator.code(), Unit.of(figure), figure instanceof Figure.Change);
        }

        /**
         * @param value empty when nothing was typed, or what cannot be
         * @param wrong what is wrong, with the remedy
         */
        record Reading(Optional<BigDecimal> value, Optional<Message> wrong) {}

        /** A number as people write it, with blanks and a comma. */
        Reading read(String typed) {
            String plain = FormInput.digits(typed);
            if (plain.isEmpty()) {
                return new Reading(Optional.empty(), Optional.empty());
            }
            if (!plain.matches("-?\\d{1,30}(\\.\\d{1,30})?")) {
                return wrong(kind(), typed);
            }
            BigDecimal value = new BigDecimal(plain).stripTrailingZeros();
            BigDecimal whole = value.scale() < 0 ? value.setScale(0) : value;
            if (whole.abs().compareTo(MOST) >= 0) {
                return wrong("archive.value.large", typed);
            }
            return fits(whole) ? new Reading(Optional.of(whole), Optional.empty()) : wrong(kind(), typed);
        }

        private boolean fits(BigDecimal value) {
            return switch (unit) {
                case PERCENT ->
                    value.scale() <= 1 && value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(100)) <= 0;
                case TENGE -> value.scale() <= 2 && value.signum() >= 0;
                case COUNT, PERSONS, HOURS -> value.scale() <= 0 && (signed || value.signum() >= 0);
            };
        }

        private static Reading wrong(String key, String typed) {
            String shown = typed.strip();
            return new Reading(
                    Optional.empty(), Optional.of(Message.of(key, shown.substring(0, Math.min(40, shown.length())))));
        }

        /** Key of the sentence that says how it is written. */
        private String kind() {
            return switch (unit) {
                case PERCENT -> "archive.value.percent";
                case TENGE -> "archive.value.money";
                case COUNT, PERSONS, HOURS -> signed ? "archive.value.signed" : "archive.value.whole";
            };
        }

        /** How it is written, for whoever fills a file in. */
        String remedy() {
            return kind().replace("archive.value.", "archive.remedy.");
        }

        Sheets.Entry entry() {
            return switch (unit) {
                case PERCENT -> Sheets.Entry.PERCENT;
                case TENGE -> Sheets.Entry.DECIMAL;
                case COUNT, PERSONS, HOURS -> signed ? Sheets.Entry.SIGNED : Sheets.Entry.WHOLE;
            };
        }
    }

    /** @param present the measures of the year, by code */
    static ArchiveForm of(Map<String, Installed> present) {
        return new ArchiveForm(Resolution997.programme().clauses().stream()
                .filter(c -> !c.ministry())
                .map(c -> new Part(c, lines(c, Optional.ofNullable(present.get(c.code())))))
                .toList());
    }

    private static List<Line> lines(Clause clause, Optional<Installed> measure) {
        List<Line> lines = new ArrayList<>();
        measure.ifPresent(m -> m.indicators().forEach(i -> lines.add(Line.of(i))));
        for (FundingSource source : FundingSource.values()) {
            if (clause.sources().contains(source)) {
                lines.add(new Line(ReportBook.planned(source), Unit.TENGE, false));
                lines.add(new Line(ReportBook.spent(source), Unit.TENGE, false));
            }
        }
        return lines;
    }

    Optional<Part> part(String measure) {
        return parts.stream().filter(p -> p.code().equals(measure)).findFirst();
    }
}
