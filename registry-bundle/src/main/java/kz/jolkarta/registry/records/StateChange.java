package kz.jolkarta.registry.records;

/**
 * A wish to bring a record into another state.
 *
 * @param state code of the state wished for, e.g. {@code held}
 * @param reason why; "" when none is given
 */
public record StateChange(String state, String reason) {
    public StateChange {
        state = state == null ? "" : state.strip();
        reason = reason == null ? "" : reason.strip();
    }

    /** @throws kz.jolkarta.core.Problem INVALID for an unknown state or a reason of more than 500 characters */
    public <S extends Enum<S>> S to(Class<S> states) {
        Checks checks = new Checks();
        checks.text("reason", reason, 500);
        checks.done();
        return Choice.required(states, "state", state);
    }
}
