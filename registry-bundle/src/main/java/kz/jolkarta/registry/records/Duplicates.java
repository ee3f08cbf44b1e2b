package kz.jolkarta.registry.records;

import java.util.function.Supplier;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.db.ConstraintViolation;

/** Turns the database's refusal of a second row with the same key into something the user can mend. */
public final class Duplicates {
    private Duplicates() {}

    public static <T> T as(Supplier<T> work, Supplier<Problem> problem) {
        try {
            return work.get();
        } catch (ConstraintViolation violation) {
            if (violation.kind() == ConstraintViolation.Kind.UNIQUE) {
                throw problem.get();
            }
            throw violation;
        }
    }

    /** Does work that makes what it does not find once more when somebody else has made it meanwhile. */
    public static <T> T again(Supplier<T> work) {
        try {
            return work.get();
        } catch (ConstraintViolation violation) {
            if (violation.kind() == ConstraintViolation.Kind.UNIQUE) {
                return work.get();
            }
            throw violation;
        }
    }
}
