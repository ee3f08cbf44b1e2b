package kz.jolkarta.registry.residence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Engine;
import kz.jolkarta.core.db.Tx;

/** What stands in the tables, row by row, without what counts changes only. */
public final class EveryRow {
    private static final Set<String> COUNTING = Set.of("version", "updated_at", "changes");

    private EveryRow() {}

    /** @param except tables to leave out; the territorial units always are */
    public static Map<String, List<String>> of(Database database, String... except) {
        Set<String> out = Set.of(except);
        Map<String, List<String>> found = new TreeMap<>();
        columns(database).forEach((table, columns) -> {
            if (!out.contains(table) && !table.startsWith("territory")) {
                found.put(table, database.read(tx -> rows(tx, table, columns)));
            }
        });
        return found;
    }

    /** The columns of each table of the database. */
    public static Map<String, List<String>> columns(Database database) {
        String sql = database.engine() == Engine.DERBY
                ? "select t.tablename tab, c.columnname col, cast(c.columndatatype as varchar(100)) kind from sys.systables t"
                        + " join sys.syscolumns c on c.referenceid = t.tableid where t.tabletype = 'T' order by 1, 2"
                : "select table_name tab, column_name col, data_type kind from information_schema.columns"
                        + " where table_schema = current_schema() order by 1, 2";
        Map<String, List<String>> tables = new TreeMap<>();
        database.read(tx -> {
            tx.each(sql, Map.of(), row -> {
                String kind = row.text("kind").toLowerCase(Locale.ROOT);
                if (!kind.startsWith("blob") && !kind.equals("bytea")) {
                    tables.computeIfAbsent(row.text("tab").toLowerCase(Locale.ROOT), t -> new ArrayList<>())
                            .add(row.text("col").toLowerCase(Locale.ROOT));
                }
            });
            return null;
        });
        return tables;
    }

    private static List<String> rows(Tx tx, String table, List<String> columns) {
        List<String> told = columns.stream().filter(c -> !COUNTING.contains(c)).toList();
        List<String> rows = new ArrayList<>();
        tx.each("select " + String.join(", ", told) + " from " + table, Map.of(), row -> {
            StringBuilder line = new StringBuilder();
            told.forEach(column ->
                    line.append(column).append('=').append(row.text(column)).append(' '));
            rows.add(line.toString());
        });
        rows.sort(null);
        return rows;
    }
}
