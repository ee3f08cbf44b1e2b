package kz.jolkarta.core.db;

/**
 * A statement that a constraint of the tables forbade. The transaction is lost on PostgreSQL, so it is caught outside
 * {@link Database#call}, typically to turn it into a {@link kz.jolkarta.core.Problem}.
 */
public final class ConstraintViolation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public enum Kind {
        UNIQUE,
        REFERENCE,
        CHECK,
        NOT_NULL
    }

    private final Kind kind;
    private final String constraint;

    public ConstraintViolation(Kind kind, String constraint, Throwable cause) {
        super(kind + " " + constraint, cause);
        this.kind = kind;
        this.constraint = constraint;
    }

    public Kind kind() {
        return kind;
    }

    /** Name of the constraint or unique index in lower case; "" when the engine does not tell. */
    public String constraint() {
        return constraint;
    }
}
