package kz.jolkarta.registry.destruction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.imports.ListFiles;

/** Counts and destroys what tables hold of the children of an act. */
final class ErasureStore {
    private ErasureStore() {}

    /** The fields of an award as people wrote them. */
    record Fields(String measure, String type, String json) {}

    /**
     * Lists that may hold a row of the children without a trace of it, since it was rejected or changed nothing.
     *
     * @param territory KATO code of the act: lists of it, of what is below and above it, and of no unit
     * @param before when they were read
     */
    record OldLists(String territory, Instant before) {
        private Set<String> above() {
            return new HashSet<>(
                    List.of("", territory.substring(0, 2) + "0000000", territory.substring(0, 4) + "00000"));
        }
    }

    /** Rows by table; tables without any are left out. */
    static Map<String, Long> count(Tx tx, long act, OldLists old) {
        Map<String, ?> params = Map.of("act", act);
        Map<String, Long> rows = new TreeMap<>();
        rows.put("child", tx.number("select count(*) from destruction_child where act_id = :act", params));
        Erasure.ALL.forEach(erasure -> rows.put(erasure.table(), tx.number(erasure.count(), params)));
        rows.put("import_batch", (long) lists(tx, act, old).size());
        rows.values().removeIf(count -> count == 0);
        return rows;
    }

    /** @param kept what of an award's fields stays @return how many records of children were destroyed */
    static int erase(Tx tx, long act, OldLists old, LocalDate today, Instant now, UnaryOperator<Fields> kept) {
        Map<String, ?> params = Map.of("act", act);
        Set<Long> lists = lists(tx, act, old);
        if (!lists.isEmpty()) {
            tx.update(
                    "update import_batch set content = :none, file_name = '" + ListFiles.DESTROYED
                            + "' where id in (:lists)",
                    Map.of("none", new byte[0], "lists", lists));
            tx.update(
                    "update import_remark set found_value = '', taken = '', args = '[]' where import_id in (:lists)",
                    Map.of("lists", lists));
        }
        fields(tx, act, kept);
        Erasure.ALL.forEach(erasure -> tx.update(erasure.sql(), params));
        births(tx, act);
        return tx.update(Erasure.PERSON, Map.of("act", act, "today", today, "now", now));
    }

    private static Set<Long> lists(Tx tx, long act, OldLists old) {
        Set<Long> lists = new HashSet<>(tx.list(
                "select id from import_batch where state in ('DONE', 'CANCELLED', 'FAILED', 'UNDONE') and created_at < :before"
                        + " and file_name <> '" + ListFiles.DESTROYED + "' and (territory in (:above) or "
                        + Scope.of(old.territory()).condition("territory") + ")",
                Map.of("before", old.before(), "above", old.above()),
                row -> row.number("id")));
        Erasure.NAMING_LISTS.forEach(
                sql -> tx.each(sql, Map.of("act", act), row -> lists.add(row.number("import_id"))));
        return lists;
    }

    private static void fields(Tx tx, long act, UnaryOperator<Fields> kept) {
        List<Map<String, Object>> changes = new ArrayList<>();
        tx.each(
                "select id, measure, type, fields from award where fields <> '{}' and child_id in"
                        + " (select d.child_id from destruction_child d where d.act_id = :act)",
                Map.of("act", act),
                row -> {
                    Fields fields = new Fields(row.text("measure"), row.text("type"), row.text("fields"));
                    changes.add(Map.of(
                            "id", row.number("id"), "fields", kept.apply(fields).json()));
                });
        if (!changes.isEmpty()) {
            tx.batch("update award set fields = :fields where id = :id", changes);
        }
    }

    /** The year stays, for the ages of reports by the year. */
    private static void births(Tx tx, long act) {
        String of = " from child where id in (select d.child_id from destruction_child d where d.act_id = :act)";
        Set<Integer> years = new HashSet<>();
        tx.each(
                "select distinct birth_date" + of,
                Map.of("act", act),
                row -> years.add(row.date("birth_date").getYear()));
        for (int year : years) {
            LocalDate first = LocalDate.of(year, 1, 1);
            tx.update(
                    "update child set birth_date = :first where birth_date between :first and :last and id in"
                            + " (select d.child_id from destruction_child d where d.act_id = :act)",
                    Map.of("act", act, "first", first, "last", LocalDate.of(year, 12, 31)));
        }
    }
}
