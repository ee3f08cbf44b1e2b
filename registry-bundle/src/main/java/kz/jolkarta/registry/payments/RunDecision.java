package kz.jolkarta.registry.payments;

import kz.jolkarta.registry.records.Checks;
import kz.jolkarta.registry.records.Choice;

/**
 * What an approver decides on a payment run.
 *
 * @param decision {@code approve} or {@code reject}
 * @param reason needed to reject; "" when none is given
 */
public record RunDecision(String decision, String reason) {
    /** The two ways to decide. */
    enum Answer {
        APPROVE,
        REJECT
    }

    public RunDecision {
        reason = reason == null ? "" : reason.strip();
    }

    /** @throws kz.jolkarta.core.Problem INVALID for an unknown decision, or a rejection without a reason */
    Answer answer() {
        Answer answer = Choice.required(Answer.class, "decision", decision);
        Checks checks = new Checks();
        checks.text("reason", reason, 500);
        checks.that(answer == Answer.APPROVE || !reason.isEmpty(), "reason", "record.required");
        checks.done();
        return answer;
    }
}
