package kz.jolkarta.registry.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Tx;

/** What a batch changed, and taking it back. */
final class UndoStore {
    /** @param version the child's present one; empty when it is gone */
    record Entry(
            long child,
            int row,
            boolean created,
            int versionAfter,
            Map<String, Object> before,
            Optional<Integer> version,
            String territory) {}

    /** @param kept reason by child */
    record Split(List<Entry> created, List<Entry> updated, Map<Long, String> kept) {}

    private static final List<String> USES = List.of(
            "select child_id from participation where child_id in (:values)",
            "select child_id from award where child_id in (:values)",
            "select child_id from deliverable_child where child_id in (:values)",
            "select child_id from achievement where child_id in (:values)",
            "select child_id from diagnostic_result where child_id in (:values)",
            "select kept_id as child_id from child_merge where kept_id in (:values)",
            "select gone_id as child_id from child_merge where gone_id in (:values)",
            "select owner_id as child_id from attachment where owner_kind = 'child' and owner_id in (:values)");

    private static final List<String> ADDITIONS = List.of(
            "select child_id from child_category where child_id in (:values) and (import_id is null or import_id <> :batch or valid_to is not null)",
            "select child_id from child_talent where child_id in (:values) and (import_id is null or import_id <> :batch)",
            "select child_id from representative where child_id in (:values) and (import_id is null or import_id <> :batch)",
            "select child_id from consent where child_id in (:values) and (import_id is null or import_id <> :batch or withdrawn_on is not null)");

    private UndoStore() {}

    /** Children kept by an earlier undo are looked at again: what kept them may be gone. */
    static void askAgain(Tx tx, long batch) {
        tx.update(
                "update import_change set kept = null where import_id = :id and kept is not null", Map.of("id", batch));
    }

    static List<Entry> some(Tx tx, long batch, int limit) {
        return entries(tx, batch, " and c.kept is null order by c.child_id desc fetch first " + limit + " rows only");
    }

    private static List<Entry> entries(Tx tx, long batch, String which) {
        return tx.list(
                "select c.child_id, c.row_no, c.kind, c.version_after, c.before_json, k.version, k.territory from import_change c"
                        + " left join child k on k.id = c.child_id where c.import_id = :id" + which,
                Map.of("id", batch),
                row -> new Entry(
                        row.number("child_id"),
                        row.integer("row_no"),
                        row.text("kind").equals("CREATED"),
                        row.integer("version_after"),
                        Json.map(row.text("before_json")),
                        row.optionalInteger("version"),
                        row.text("territory")));
    }

    /** What an undo would come to now; nothing is changed. */
    static Undo.Result foreseen(Tx tx, long batch, Scope scope) {
        List<Entry> entries = entries(tx, batch, " order by c.row_no, c.child_id");
        Split split = split(tx, batch, entries, scope);
        Map<Long, String> kept = new TreeMap<>(split.kept());
        Map<Long, Known> present = ListedChildStore.byId(
                tx, split.updated().stream().map(Entry::child).toList());
        for (Entry entry : split.updated()) {
            Known child = present.get(entry.child());
            if (child != null && !putBack(child, entry.before())) {
                kept.put(entry.child(), "CHANGED");
            }
        }
        long restored = split.updated().stream()
                .filter(e -> !kept.containsKey(e.child()))
                .count();
        return new Undo.Result(
                split.created().size(),
                restored,
                entries.stream()
                        .filter(e -> kept.containsKey(e.child()))
                        .map(e -> new Undo.KeptChild(e.child(), e.row(), kept.get(e.child())))
                        .toList());
    }

    static Split split(Tx tx, long batch, List<Entry> entries, Scope scope) {
        Set<Long> ids = new HashSet<>();
        entries.stream().filter(Entry::created).forEach(e -> ids.add(e.child()));
        Set<Long> used = children(tx, USES, ids, batch);
        Set<Long> added = children(tx, ADDITIONS, ids, batch);
        List<Entry> created = new ArrayList<>();
        List<Entry> updated = new ArrayList<>();
        Map<Long, String> kept = new TreeMap<>();
        for (Entry entry : entries) {
            if (entry.version().isEmpty()) {
                updated.add(entry);
            } else if (!scope.covers(entry.territory())) {
                kept.put(entry.child(), "OUTSIDE");
            } else if (!entry.created()) {
                updated.add(entry);
            } else if (used.contains(entry.child())) {
                kept.put(entry.child(), "USED");
            } else if (entry.version().get() != entry.versionAfter() || added.contains(entry.child())) {
                kept.put(entry.child(), "CHANGED");
            } else {
                created.add(entry);
            }
        }
        return new Split(created, updated, kept);
    }

    private static Set<Long> children(Tx tx, List<String> queries, Set<Long> ids, long batch) {
        Set<Long> found = new HashSet<>();
        for (String query : queries) {
            for (List<Long> part : ListedChildStore.parts(ids)) {
                Map<String, Object> params = new HashMap<>(Map.of("values", part));
                if (query.contains(":batch")) {
                    params.put("batch", batch);
                }
                tx.each(query, params, row -> found.add(row.number("child_id")));
            }
        }
        return found;
    }

    static void remove(Tx tx, long batch, List<Entry> created) {
        List<Long> ids = created.stream().map(Entry::child).toList();
        for (List<Long> part : ListedChildStore.parts(ids)) {
            tx.update(
                    "delete from doubtful_pair where decision = 'OPEN' and child_id in (:values)",
                    Map.of("values", part));
            tx.update("delete from consent where child_id in (:values)", Map.of("values", part));
            tx.update("delete from child where id in (:values)", Map.of("values", part));
        }
        forget(tx, batch, ids);
    }

    private static void forget(Tx tx, long batch, List<Long> ids) {
        for (List<Long> part : ListedChildStore.parts(ids)) {
            tx.update(
                    "delete from import_change where import_id = :id and child_id in (:values)",
                    Map.of("id", batch, "values", part));
        }
    }

    /** @return those whose every value was put back; of the others what was not changed since was */
    static List<Entry> restore(Tx tx, long batch, List<Entry> updated, Instant now) {
        List<Long> ids = updated.stream().map(Entry::child).toList();
        Map<Long, Known> present = ListedChildStore.byId(tx, ids);
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Entry> whole = new ArrayList<>();
        Map<Long, String> changed = new TreeMap<>();
        for (Entry entry : updated) {
            Known child = present.get(entry.child());
            if (child == null) {
                whole.add(entry);
                continue;
            }
            boolean all = putBack(child, entry.before());
            rows.add(Decisions.updated(child, now));
            beside(tx, entry.before());
            if (all) {
                whole.add(entry);
            } else {
                changed.put(entry.child(), "CHANGED");
            }
        }
        if (!ListedChildStore.update(tx, rows)) {
            throw new Stale();
        }
        for (List<Long> part : ListedChildStore.parts(ids)) {
            Map<String, Object> params = Map.of("id", batch, "values", part);
            tx.update(
                    "delete from child_category where import_id = :id and child_id in (:values) and valid_to is null",
                    params);
            tx.update("delete from child_talent where import_id = :id and child_id in (:values)", params);
            tx.update(
                    "delete from consent where import_id = :id and child_id in (:values) and withdrawn_on is null",
                    params);
            tx.update("delete from representative where import_id = :id and child_id in (:values)", params);
        }
        keep(tx, batch, changed);
        forget(tx, batch, whole.stream().map(Entry::child).toList());
        return whole;
    }

    private static boolean putBack(Known child, Map<String, Object> before) {
        boolean all = true;
        for (Map.Entry<String, Object> value : before.entrySet()) {
            if (value.getKey().startsWith("+") || !(value.getValue() instanceof List<?> pair)) {
                continue;
            }
            Object present = child.values.get(value.getKey());
            String now = present == null ? "" : present.toString();
            String young = Objects.toString(pair.get(1), "");
            String old = Objects.toString(pair.get(0), "");
            if (now.equals(young)) {
                child.values.put(value.getKey(), typed(value.getKey(), pair.get(0)));
            } else if (!now.equals(old)) {
                all = false;
            }
        }
        return all;
    }

    private static Object typed(String column, Object value) {
        if (value == null) {
            return null;
        }
        return switch (column) {
            case "birth_date" -> LocalDate.parse(value.toString());
            case "school_id" -> Long.valueOf(value.toString());
            case "grade" -> Integer.valueOf(value.toString());
            default -> value;
        };
    }

    private static void beside(Tx tx, Map<String, Object> before) {
        for (List<?> row : rows(before, "+categories")) {
            Map<String, Object> params = new HashMap<>();
            params.put("id", ((Number) row.get(0)).longValue());
            params.put(
                    "old",
                    row.get(1) == null ? null : LocalDate.parse(row.get(1).toString()));
            params.put("young", LocalDate.parse(row.get(2).toString()));
            tx.update("update child_category set valid_to = :old where id = :id and valid_to = :young", params);
        }
        for (List<?> row : rows(before, "+representatives")) {
            Map<String, Object> params = new HashMap<>();
            params.put("id", ((Number) row.get(0)).longValue());
            params.put("phone", row.get(1).toString().isEmpty() ? null : row.get(1));
            params.put("relation", row.get(2));
            params.put("youngPhone", row.get(3));
            params.put("youngRelation", row.get(4));
            tx.update(
                    "update representative set phone = :phone, relation = :relation where id = :id and coalesce(phone, '') = :youngPhone"
                            + " and relation = :youngRelation",
                    params);
        }
    }

    private static List<List<?>> rows(Map<String, Object> before, String name) {
        List<List<?>> rows = new ArrayList<>();
        if (before.get(name) instanceof List<?> list) {
            for (Object row : list) {
                if (row instanceof List<?> values) {
                    rows.add(values);
                }
            }
        }
        return rows;
    }

    static void keep(Tx tx, long batch, Map<Long, String> kept) {
        List<Map<String, Object>> rows = new ArrayList<>();
        kept.forEach((child, reason) -> rows.add(Map.of("id", batch, "child", child, "reason", reason)));
        if (!rows.isEmpty()) {
            tx.batch("update import_change set kept = :reason where import_id = :id and child_id = :child", rows);
        }
    }

    static List<Undo.KeptChild> kept(Tx tx, long batch) {
        return tx.list(
                "select child_id, row_no, kept from import_change where import_id = :id and kept is not null order by row_no",
                Map.of("id", batch),
                row -> new Undo.KeptChild(row.number("child_id"), row.integer("row_no"), row.text("kept")));
    }

    /** Schools that the batch made and nobody uses. */
    static void removeSchools(Tx tx, long batch) {
        tx.update(
                "delete from organisation where import_id = :id and version = 1"
                        + " and not exists (select 1 from child where child.school_id = organisation.id)"
                        + " and not exists (select 1 from child_residence r where r.school_id = organisation.id)"
                        + " and not exists (select 1 from staff where staff.organisation_id = organisation.id)"
                        + " and not exists (select 1 from activity where activity.organisation_id = organisation.id)",
                Map.of("id", batch));
    }
}
