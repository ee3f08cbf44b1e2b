package kz.jolkarta.core.internal.db;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.db.ConstraintViolation;
import org.postgresql.util.PSQLException;

/** What an SQLException means on either engine, read off its SQLSTATE. */
final class SqlFailure {
    /** Another transaction was in the way; the same work may well succeed when run again. */
    static final class LockConflict extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LockConflict(SQLException cause) {
            super(cause);
        }
    }

    private static final Set<String> CONFLICTS = Set.of("40001", "40XL1", "40XL2", "40P01", "55P03");
    private static final Set<String> TOO_SLOW = Set.of("XCL52", "57014");
    private static final Pattern DERBY_CONSTRAINT = Pattern.compile("(?:constraint|identified by|Column) '([^']+)'");
    /** Derby's severities from "the database is gone" upwards. */
    private static final int DERBY_DATABASE_SEVERITY = 45000;

    private SqlFailure() {}

    /** @param sql the statement with the names of its parameters, never their values */
    static RuntimeException of(SQLException failure, String sql) {
        SQLException e = root(failure);
        String state = state(e);
        if (CONFLICTS.contains(state)) {
            return new LockConflict(e);
        }
        if (TOO_SLOW.contains(state)) {
            return unavailable("problem.database-slow", e);
        }
        if (unreachable(e)) {
            return unavailable("problem.database-unavailable", e);
        }
        return switch (state) {
            case "23505" -> new ConstraintViolation(ConstraintViolation.Kind.UNIQUE, constraint(e), e);
            case "23503" -> new ConstraintViolation(ConstraintViolation.Kind.REFERENCE, constraint(e), e);
            case "23513", "23514" -> new ConstraintViolation(ConstraintViolation.Kind.CHECK, constraint(e), e);
            case "23502" -> new ConstraintViolation(ConstraintViolation.Kind.NOT_NULL, constraint(e), e);
            default -> new IllegalStateException(state + " " + e.getMessage() + " in: " + sql, e);
        };
    }

    static Problem unavailable(String key, Throwable cause) {
        Problem problem = Problem.of(Problem.Kind.UNAVAILABLE, key);
        problem.initCause(cause);
        return problem;
    }

    /** The database does not answer or has stopped working: connection lost, server going down, disk full or broken. */
    static boolean unreachable(SQLException failure) {
        SQLException e = root(failure);
        String state = state(e);
        return state.startsWith("08")
                || state.startsWith("57P0")
                || state.equals("53100")
                || state.equals("53200")
                || state.equals("53300")
                || state.startsWith("XSDG")
                || state.startsWith("XSLA")
                || !(e instanceof PSQLException) && e.getErrorCode() >= DERBY_DATABASE_SEVERITY;
    }

    static boolean conflict(SQLException failure) {
        return CONFLICTS.contains(state(root(failure)));
    }

    /** A batch hides the reason in its next exception. */
    private static SQLException root(SQLException e) {
        return e instanceof BatchUpdateException && e.getNextException() != null ? e.getNextException() : e;
    }

    static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    private static String constraint(SQLException e) {
        if (e instanceof PSQLException server) {
            if (server.getServerErrorMessage() == null) {
                return "";
            }
            String name = server.getServerErrorMessage().getConstraint();
            return name == null ? "" : name.toLowerCase(Locale.ROOT);
        }
        Matcher quoted = DERBY_CONSTRAINT.matcher(String.valueOf(e.getMessage()));
        return quoted.find()
                ? quoted.group(1).replaceAll("[^\\p{Alnum}_].*", "").toLowerCase(Locale.ROOT)
                : "";
    }
}
