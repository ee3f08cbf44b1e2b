package kz.jolkarta.registry.payments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.registry.records.Checks;

/**
 * A payment as it is sent, for exactly one record: what is null was not given.
 *
 * @param amount tenge, above 0
 * @param paidOn a day that has come
 */
public record PaymentInput(
        Long awardId,
        Long activityId,
        Long deliverableId,
        BigDecimal amount,
        FundingSource source,
        LocalDate paidOn,
        String documentNumber) {

    void check(LocalDate today) {
        Checks checks = new Checks();
        long records = Stream.of(awardId, activityId, deliverableId)
                .filter(Objects::nonNull)
                .count();
        checks.that(records == 1, "awardId", "payment.one-record");
        checks.required("amount", amount);
        checks.that(amount == null || amount.signum() > 0, "amount", "payment.above-zero");
        checks.required("source", source);
        checks.required("paidOn", paidOn);
        if (paidOn != null) {
            checks.that(!paidOn.isAfter(today), "paidOn", "payment.future");
            checks.range("paidOn", paidOn.getYear(), 2020, 2100);
        }
        checks.text("documentNumber", documentNumber, 60);
        checks.done();
    }
}
