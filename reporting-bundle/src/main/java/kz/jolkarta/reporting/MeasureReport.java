package kz.jolkarta.reporting;

import java.util.List;

/**
 * A clause of the programme in a report.
 *
 * @param state of the cell as a whole
 * @param reason why it is not run here, or not applicable, "" otherwise
 */
record MeasureReport(
        int number, String code, String name, Cell.State state, String reason, List<IndicatorFigures> indicators) {}
