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

    /** The act's children and what of theirs other rows hang on. */
    private record Ids(List<Long> children, List<Long> maps, List<Long> awards) {
        private static final int PART = 500;

        static Ids of(Tx tx, long act) {
            List<Long> children = tx.list(
                    "select child_id from destruction_child where act_id = :act order by child_id",
                    Map.of("act", act),
                    row -> row.number("child_id"));
            return new Ids(children, of(tx, "road_map", children), of(tx, "award", children));
        }

        private static List<Long> of(Tx tx, String table, List<Long> children) {
            return tx.list(
                    "select id from " + table + " where child_id in (:ids)",
                    Map.of("ids", children),
                    row -> row.number("id"));
        }

        /** Children all at once, since a pair may be of two of them. */
        List<List<Long>> parts(Erasure.By by) {
            List<Long> all = switch (by) {
                case CHILD -> children;
                case ROAD_MAP -> maps;
                case AWARD -> awards;
            };
            List<List<Long>> parts = new ArrayList<>();
            int step = by == Erasure.By.CHILD ? Math.max(1, all.size()) : PART;
            for (int from = 0; from < all.size(); from += step) {
                parts.add(all.subList(from, Math.min(all.size(), from + step)));
            }
            return parts;
        }
    }

    /** Rows by table; tables without any are left out. */
    static Map<String, Long> count(Tx tx, long act, OldLists old) {
        Ids ids = Ids.of(tx, act);
        Map<String, Long> rows = new TreeMap<>();
        rows.put("child", (long) ids.children().size());
        Erasure.ALL.forEach(erasure -> ids.parts(erasure.by())
                .forEach(part ->
                        rows.merge(erasure.table(), tx.number(erasure.count(), Map.of("ids", part)), Long::sum)));
        rows.put("import_batch", (long) lists(tx, ids, old).size());
        rows.values().removeIf(count -> count == 0);
        return rows;
    }

    /** @param kept what of an award's fields stays @return how many records of children were destroyed */
    static int erase(Tx tx, long act, OldLists old, LocalDate today, Instant now, UnaryOperator<Fields> kept) {
        Ids ids = Ids.of(tx, act);
        Set<Long> lists = lists(tx, ids, old);
        if (!lists.isEmpty()) {
            tx.update(
                    "update import_batch set content = :none, file_name = '" + ListFiles.DESTROYED
                            + "' where id in (:lists)",
                    Map.of("none", new byte[0], "lists", lists));
            tx.update(
                    "update import_remark set found_value = '', taken = '', args = '[]' where import_id in (:lists)",
                    Map.of("lists", lists));
        }
        fields(tx, ids, kept);
        Erasure.ALL.forEach(erasure ->
                ids.parts(erasure.by()).forEach(part -> tx.update(erasure.sql(), Map.of("ids", part))));
        births(tx, ids);
        return tx.update(Erasure.PERSON, Map.of("ids", ids.children(), "today", today, "now", now));
    }

    private static Set<Long> lists(Tx tx, Ids ids, OldLists old) {
        Set<Long> lists = new HashSet<>(tx.list(
                "select id from import_batch where state in ('DONE', 'CANCELLED', 'FAILED', 'UNDONE') and created_at < :before"
                        + " and file_name <> '" + ListFiles.DESTROYED + "' and (territory in (:above) or "
                        + Scope.of(old.territory()).condition("territory") + ")",
                Map.of("before", old.before(), "above", old.above()),
                row -> row.number("id")));
        Erasure.NAMING_LISTS.forEach(
                sql -> tx.each(sql, Map.of("ids", ids.children()), row -> lists.add(row.number("import_id"))));
        return lists;
    }

    private static void fields(Tx tx, Ids ids, UnaryOperator<Fields> kept) {
        List<Map<String, Object>> changes = new ArrayList<>();
        tx.each(
                "select id, measure, type, fields from award where fields <> '{}' and child_id in" + " (:ids)",
                Map.of("ids", ids.children()),
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
    private static void births(Tx tx, Ids ids) {
        String of = " from child where id in (:ids)";
        Set<Integer> years = new HashSet<>();
        tx.each(
                "select distinct birth_date" + of,
                Map.of("ids", ids.children()),
                row -> years.add(row.date("birth_date").getYear()));
        for (int year : years) {
            LocalDate first = LocalDate.of(year, 1, 1);
            tx.update(
                    "update child set birth_date = :first where birth_date between :first and :last and id in"
                            + " (:ids)",
                    Map.of("ids", ids.children(), "first", first, "last", LocalDate.of(year, 12, 31)));
        }
    }
}
