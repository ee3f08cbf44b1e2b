package kz.jolkarta.registry.destruction;

import kz.jolkarta.registry.records.Checks;

/**
 * The second person's answer.
 *
 * @param actNumber typed again: nothing brings the data back
 * @param reason required for a refusal
 */
public record ActDecision(Answer answer, String actNumber, String reason) {
    /** What is decided. */
    public enum Answer {
        CONFIRM,
        REFUSE
    }

    /** @param number of the act that is decided on */
    ActDecision checked(String number) {
        Checks checks = new Checks();
        checks.required("answer", answer);
        checks.that(
                answer != Answer.CONFIRM
                        || actNumber != null && actNumber.strip().equals(number),
                "actNumber",
                "destruction.number-again");
        checks.text("reason", reason, 500);
        checks.that(answer != Answer.REFUSE || reason != null && !reason.isBlank(), "reason", "record.required");
        checks.done();
        return this;
    }
}
