package kz.jolkarta.registry.payments;

import java.math.BigDecimal;
import java.time.LocalDate;
import kz.jolkarta.core.roadmap.FundingSource;

/**
 * Money paid for a record of a measure. Members that are null are absent in JSON.
 *
 * @param type the kind of the record it was paid for
 * @param amount tenge; below 0 for a correction
 * @param reverses the payment that this one corrects
 */
public record Payment(
        long id,
        String type,
        String territory,
        Long awardId,
        Long activityId,
        Long deliverableId,
        LocalDate paidOn,
        BigDecimal amount,
        FundingSource source,
        String documentNumber,
        Long reverses) {}
