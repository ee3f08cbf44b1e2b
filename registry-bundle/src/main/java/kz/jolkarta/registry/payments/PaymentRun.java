package kz.jolkarta.registry.payments;

import java.math.BigDecimal;
import java.time.Instant;
import kz.jolkarta.core.roadmap.FundingSource;

/**
 * The awards of a kind that are paid for a month, proposed by one person and decided by another. Members that are null are absent in JSON.
 *
 * @param month e.g. {@code 2026-03}
 * @param lines awards that are paid
 * @param total tenge; the sum of the lines and, once approved, of the payments
 * @param reason why it was rejected, or what was said at the approval
 */
public record PaymentRun(
        long id,
        String type,
        String month,
        String territory,
        FundingSource source,
        RunState state,
        int lines,
        BigDecimal total,
        String reason,
        long proposedBy,
        Instant proposedAt,
        Long decidedBy,
        Instant decidedAt,
        int version) {}
