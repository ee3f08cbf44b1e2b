package kz.jolkarta.registry.payments;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.registry.records.Checks;

/**
 * A payment run as it is asked for: what is null was not given.
 *
 * @param type code of a kind of award that is paid month by month
 * @param month e.g. {@code 2026-03}, not after the present one
 * @param territory KATO code of a unit; awards of all below it are paid
 */
public record RunInput(String type, String month, String territory, FundingSource source) {
    private static final YearMonth EARLIEST = YearMonth.of(2020, 1);

    void check(LocalDate today) {
        Checks checks = new Checks();
        checks.required("type", type);
        checks.required("territory", territory);
        checks.required("source", source);
        checks.required("month", month);
        if (month != null && !month.isBlank()) {
            checkMonth(checks, YearMonth.from(today));
        }
        checks.done();
    }

    private void checkMonth(Checks checks, YearMonth latest) {
        try {
            YearMonth wanted = YearMonth.parse(month.strip());
            checks.that(
                    !wanted.isBefore(EARLIEST) && !wanted.isAfter(latest),
                    "month",
                    "payment-run.month-range",
                    EARLIEST.toString(),
                    latest.toString());
        } catch (DateTimeException malformed) {
            checks.add("month", "payment-run.month");
        }
    }

    /** The day that decides: whoever holds the award on it is paid for the month. */
    LocalDate firstDay() {
        return YearMonth.parse(month.strip()).atDay(1);
    }
}
