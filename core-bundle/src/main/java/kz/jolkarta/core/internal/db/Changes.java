package kz.jolkarta.core.internal.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts the transactions that change what figures are made of. */
final class Changes {
    private static final Pattern TABLE =
            Pattern.compile("\\s*(?:insert\\s+into|update|delete\\s+from)\\s+(\\w+)", Pattern.CASE_INSENSITIVE);

    /** A table that is locked, and a row that is held by setting a column to what it is. */
    private static final Pattern LOCK = Pattern.compile(
            "\\s*(?:lock\\s+table\\s|update\\s+\\w+\\s+set\\s+(\\w+)\\s*=\\s*\\1\\s+where\\s).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Written by nearly every request, and no figure is made of them. */
    private static final Set<String> APART = Set.of(
            "audit_entry",
            "account",
            "account_grant",
            "account_recovery_code",
            "account_session",
            "account_ticket",
            "account_token",
            "job",
            "job_file",
            "job_file_part",
            "node_setting",
            "saved_view");

    private static final int SLOTS = 8;

    private Changes() {}

    /** Whether a statement changes rows that count; one that is not understood does. */
    static boolean counted(String sql) {
        Matcher table = TABLE.matcher(sql);
        return !LOCK.matcher(sql).matches()
                && (!table.lookingAt() || !APART.contains(table.group(1).toLowerCase(Locale.ROOT)));
    }

    /** The last statement of a transaction, so that the row is held no longer than its end takes. */
    static void count(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update data_change set changes = changes + 1 where slot = ?")) {
            statement.setInt(1, ThreadLocalRandom.current().nextInt(SLOTS));
            statement.executeUpdate();
        }
    }
}
