package kz.jolkarta.registry.indices;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import kz.jolkarta.registry.records.Checks;

/**
 * A value of an index as it is sent: what is null was not given.
 *
 * @param from the first day it holds
 * @param amount tenge, above 0
 */
public record IndexInput(@JsonProperty("from") LocalDate from, BigDecimal amount) {
    public IndexInput {
        amount = amount == null
                ? null
                : amount.setScale(Math.max(2, amount.stripTrailingZeros().scale()));
    }

    void check() {
        Checks checks = new Checks();
        checks.required("from", from);
        if (from != null) {
            checks.range("from", from.getYear(), 2000, 2100);
        }
        checks.required("amount", amount);
        checks.that(amount == null || amount.signum() > 0, "amount", "payment.above-zero");
        checks.done();
    }
}
