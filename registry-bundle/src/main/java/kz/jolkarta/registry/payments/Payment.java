package kz.jolkarta.registry.payments;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.roadmap.FundingSource;

/**
 * Money paid for a record of a measure. Members that are null are absent in JSON.
 *
 * @param type the kind of the record it was paid for
 * @param amount tenge; below 0 for a correction
 * @param reverses the payment that this one corrects
 * @param runId the payment run that paid it
 * @param exceeded plans that it exceeded when it was made
 * @param warnings the same in words
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
        Long reverses,
        Long runId,
        @JsonIgnore List<Message> exceeded,
        List<String> warnings) {
    Payment warning(List<Message> plans) {
        return with(plans, warnings);
    }

    Payment told(List<String> texts) {
        return with(exceeded, texts.isEmpty() ? null : texts);
    }

    private Payment with(List<Message> plans, List<String> texts) {
        return new Payment(
                id,
                type,
                territory,
                awardId,
                activityId,
                deliverableId,
                paidOn,
                amount,
                source,
                documentNumber,
                reverses,
                runId,
                plans,
                texts);
    }
}
