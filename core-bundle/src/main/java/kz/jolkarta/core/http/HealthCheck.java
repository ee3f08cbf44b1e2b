package kz.jolkarta.core.http;

/** One thing that {@code GET /health} looks at, offered as an OSGi service. It answers within a second and names no person. */
public interface HealthCheck {
    /** UP: in order. WARNING: to be looked at, the node works. DOWN: the node cannot do its work, {@code /health} answers 503. */
    enum State {
        UP,
        WARNING,
        DOWN
    }

    /** @param detail a word or a short fact for the operator, e.g. {@code loading}; "" for none */
    record Health(State state, String detail) {
        public static Health up() {
            return new Health(State.UP, "");
        }
    }

    /** The member of the answer, e.g. {@code database}. The check {@code demo} gives the state of the demo data: loading, done or none. */
    String name();

    /** An exception counts as DOWN. */
    Health check();
}
