package kz.jolkarta.registry.records;

import java.sql.SQLException;
import java.util.function.Supplier;
import kz.jolkarta.core.Problem;

/** Turns the database's refusal of a second row with the same key into something the user can mend. */
public final class Duplicates {
    /** SQLSTATE of a broken unique key, the same on both engines. */
    private static final String UNIQUE = "23505";

    private Duplicates() {}

    public static <T> T as(Supplier<T> work, Supplier<Problem> problem) {
        try {
            return work.get();
        } catch (Problem known) {
            throw known;
        } catch (RuntimeException failure) {
            if (unique(failure)) {
                throw problem.get();
            }
            throw failure;
        }
    }

    private static boolean unique(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                for (SQLException each = sql; each != null; each = each.getNextException()) {
                    if (UNIQUE.equals(each.getSQLState())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
