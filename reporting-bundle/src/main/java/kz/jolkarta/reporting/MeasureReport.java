package kz.jolkarta.reporting;

import java.util.List;

/**
 * A clause of the programme in a report.
 *
 * @param state of the cell as a whole
 * @param reason why it is not run here, or not applicable, "" otherwise
 * @param money by source: each lawful one of a measure that is run here, and whatever else money came from
 */
record MeasureReport(
        int number,
        String code,
        String name,
        Cell.State state,
        String reason,
        List<IndicatorFigures> indicators,
        List<MoneyFigures> money) {
    /** A report that was frozen before money stood in reports has none. */
    MeasureReport {
        money = money == null ? List.of() : List.copyOf(money);
    }
}
