package kz.jolkarta.registry.copies;

import java.util.List;

/**
 * A part of what is held about a child.
 *
 * @param code in the JSON, and of its heading
 * @param tables that it is read from and that name the child
 * @param sql with the parameter {@code :child}
 * @param diagnostics whether it is given only to who may see diagnostics
 */
record Holding(String code, List<String> tables, String sql, List<Column> columns, boolean diagnostics) {
    Holding(String code, String table, String columns, String sql) {
        this(code, List.of(table), sql, Column.of(columns), false);
    }

    Holding underDiagnostics() {
        return new Holding(code, tables, sql, columns, true);
    }
}
