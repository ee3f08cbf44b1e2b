package kz.jolkarta.registry.awards;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.roadmap.FundingSource;

/**
 * An award. Members that are null are absent in JSON.
 *
 * @param territory KATO code of the child's residence, or of the organisation, when it was proposed
 * @param name the person's, given only with the right to see children
 * @param amount tenge
 * @param paid tenge paid so far
 * @param quotaId the quota whose place it holds
 */
public record Award(
        long id,
        String measure,
        String type,
        int year,
        String territory,
        Long childId,
        Long staffId,
        String name,
        AwardState state,
        String reason,
        String documentNumber,
        String place,
        LocalDate from,
        LocalDate to,
        BigDecimal amount,
        FundingSource source,
        BigDecimal paid,
        Map<String, Object> fields,
        @JsonIgnore Optional<Long> quotaId,
        int version) {
    Award withoutName() {
        return new Award(
                id,
                measure,
                type,
                year,
                territory,
                childId,
                staffId,
                null,
                state,
                reason,
                documentNumber,
                place,
                from,
                to,
                amount,
                source,
                paid,
                fields,
                quotaId,
                version);
    }

    AwardInput input() {
        return new AwardInput(type, childId, staffId, year, amount, source, documentNumber, place, from, to, fields);
    }
}
