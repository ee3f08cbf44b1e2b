package kz.jolkarta.registry.indices;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What an index comes to from a day on, until the next one.
 *
 * @param amount tenge
 */
public record IndexValue(@JsonProperty("from") LocalDate from, BigDecimal amount, int version) {
    IndexInput input() {
        return new IndexInput(from, amount);
    }
}
