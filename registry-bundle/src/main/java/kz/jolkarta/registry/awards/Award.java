package kz.jolkarta.registry.awards;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.roadmap.FundingSource;

/**
 * An award. Members that are null are absent in JSON.
 *
 * @param territory KATO code of the child's residence, or of the organisation, when it was proposed
 * @param name the person's, given only with the right to see children
 * @param amount tenge; a month's for what is paid monthly
 * @param indexHundredths the month's amount in hundredths of the monthly calculation index, instead of tenge
 * @param paid tenge paid so far
 * @param score advisory: points of the coached results, as of {@code scoredOn}
 * @param waitingSince since when it is approved but for a place of the quota
 * @param queuePlace 1 for the one that gets the next place; null when it does not wait
 * @param quotaId the quota whose place it holds or waits for
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
        Integer indexHundredths,
        FundingSource source,
        BigDecimal paid,
        Instant createdAt,
        String protocolNumber,
        LocalDate protocolDate,
        Integer score,
        LocalDate scoredOn,
        Instant waitingSince,
        Integer queuePlace,
        Map<String, Object> fields,
        @JsonIgnore Optional<Long> quotaId,
        int version) {
    boolean waits() {
        return waitingSince != null;
    }

    Award withoutName() {
        return with(null, queuePlace);
    }

    Award inQueue(int queuePlace) {
        return with(name, queuePlace);
    }

    private Award with(String name, Integer queuePlace) {
        return new Award(
                id,
                measure,
                type,
                year,
                territory,
                childId,
                staffId,
                name,
                state,
                reason,
                documentNumber,
                place,
                from,
                to,
                amount,
                indexHundredths,
                source,
                paid,
                createdAt,
                protocolNumber,
                protocolDate,
                score,
                scoredOn,
                waitingSince,
                queuePlace,
                fields,
                quotaId,
                version);
    }

    AwardInput input() {
        return new AwardInput(
                type,
                childId,
                staffId,
                year,
                amount,
                indexHundredths,
                source,
                documentNumber,
                place,
                from,
                to,
                protocolNumber,
                protocolDate,
                fields);
    }
}
