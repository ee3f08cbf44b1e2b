package kz.jolkarta.reporting;

import java.time.LocalDate;
import java.util.List;

/**
 * The indicators of one measure for a territory and year.
 *
 * @param reason why the territory does not report on the measure, "" otherwise
 * @param money as {@link MeasureReport}
 */
record MeasureFigures(
        String measure,
        int year,
        String territory,
        LocalDate asOf,
        String reason,
        List<IndicatorFigures> indicators,
        List<MoneyFigures> money) {}
