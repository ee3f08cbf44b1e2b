package kz.jolkarta.registry.duplicates;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;

/** Rows of children that go over from one record to another, and back. */
final class MergeStore {
    /** A child's own row as texts by column, null for none. */
    record Whole(long id, Map<String, String> values, int version, Optional<Long> mergedInto) {
        String territory() {
            return values.get("territory");
        }

        String state() {
            return values.get("state");
        }
    }

    /** A merge that was not undone. */
    record Merge(long id, long kept, long gone, Journal journal) {}

    private static final List<String> COLUMNS = Stream.concat(
                    ChildFields.COLUMNS.values().stream(), Stream.of("registered_on"))
            .toList();
    private static final int PRINT = 16;

    private MergeStore() {}

    static Optional<Whole> child(Tx tx, long id) {
        return tx.one(
                "select id, version, merged_into, " + String.join(", ", COLUMNS) + " from child where id = :id",
                Map.of("id", id),
                row -> {
                    Map<String, String> values = new LinkedHashMap<>();
                    COLUMNS.forEach(column ->
                            values.put(column, row.optionalText(column).orElse(null)));
                    return new Whole(id, values, row.integer("version"), row.optionalNumber("merged_into"));
                });
    }

    /** @param values by column @return whether the row was still of that version */
    static boolean update(Tx tx, long id, int version, Map<String, Object> values, Instant now) {
        Map<String, Object> params = new HashMap<>(values);
        params.put("id", id);
        params.put("seen", version);
        params.put("now", now);
        String set = values.keySet().stream().map(c -> c + " = :" + c + ", ").collect(Collectors.joining());
        return tx.update(
                        "update child set " + set
                                + "version = version + 1, updated_at = :now where id = :id and version = :seen",
                        params)
                == 1;
    }

    static void mergedInto(Tx tx, long id, Long into) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("into", into);
        tx.update("update child set merged_into = :into where id = :id", params);
    }

    /** Whether a move of the child was asked for and not answered. */
    static boolean moving(Tx tx, long child) {
        return tx.number(
                        "select count(*) from child_transfer where child_id = :child and state = 'REQUESTED'",
                        Map.of("child", child))
                > 0;
    }

    /** Records that were merged into this one before. */
    static List<Long> mergedInto(Tx tx, long id) {
        return tx.list(
                "select id from child where merged_into = :id order by id", Map.of("id", id), row -> row.number("id"));
    }

    /** The child's rows of the table by their key, each with a print of its content. */
    static Map<Long, String> rows(Tx tx, ChildTable table, long child) {
        Map<Long, String> rows = new TreeMap<>();
        tx.each(
                "select " + table.select() + " from " + table.name() + " g where " + table.of("g"),
                Map.of("child", child),
                row -> rows.put(row.number("row_key"), print(table, row)));
        return rows;
    }

    /** Those of them that cannot go over to the other child. */
    static Set<Long> staying(Tx tx, ChildTable table, long child, long kept) {
        if (table.name().equals(ChildTable.AWARD)) {
            return held(tx, child, kept);
        }
        if (table.stays().isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(tx.list(
                "select g." + table.key() + " row_key from " + table.name() + " g where " + table.of("g") + " and ("
                        + table.stays() + ")",
                Map.of("child", child, "kept", kept),
                row -> row.number("row_key")));
    }

    static void move(Tx tx, ChildTable table, Collection<Long> keys, long from, long to) {
        if (!keys.isEmpty()) {
            tx.update(
                    "update " + table.name() + " set " + table.owner() + " = :to where " + table.of("") + " and "
                            + table.key() + " in (:keys)",
                    Map.of("child", from, "to", to, "keys", keys));
        }
    }

    private static String print(ChildTable table, Row row) {
        StringBuilder content = new StringBuilder();
        table.columns()
                .forEach(c -> content.append(row.optionalText(c).orElse("-")).append('|'));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, PRINT);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Keys of the child's awards that hold a place among those of their kind. */
    static Map<Long, String> holders(Tx tx, long child) {
        Map<Long, String> holders = new TreeMap<>();
        tx.each(
                "select id, holder_key from award where child_id = :child and holder_key is not null",
                Map.of("child", child),
                row -> holders.put(row.number("id"), row.text("holder_key")));
        return holders;
    }

    /** The key the award would have if the other child held it. */
    static String holder(String key, long from, long to) {
        return Stream.of(key.split("\\|"))
                .map(part -> part.equals("c" + from) ? "c" + to : part)
                .collect(Collectors.joining("|"));
    }

    private static Set<Long> held(Tx tx, long child, long kept) {
        Set<String> theirs = new HashSet<>(holders(tx, kept).values());
        Set<Long> held = new HashSet<>();
        holders(tx, child).forEach((id, key) -> {
            if (theirs.contains(holder(key, child, kept))) {
                held.add(id);
            }
        });
        return held;
    }

    /** @return whether the award still had the key */
    static boolean rename(Tx tx, long award, String from, String to) {
        return tx.update(
                        "update award set holder_key = :to where id = :id and holder_key = :from",
                        Map.of("id", award, "from", from, "to", to))
                == 1;
    }

    /** Consents that name the representative. */
    static List<Long> consents(Tx tx, long representative) {
        return tx.list(
                "select id from consent where representative_id = :id",
                Map.of("id", representative),
                row -> row.number("id"));
    }

    static boolean given(Tx tx, long consent, long from, long to) {
        return tx.update(
                        "update consent set representative_id = :to where id = :id and representative_id = :from",
                        Map.of("id", consent, "from", from, "to", to))
                == 1;
    }

    /** The kept child's representative who is the same person as one of the other's. */
    static Optional<Long> sameRepresentative(Tx tx, long representative, long kept) {
        return tx.one(
                "select min(k.id) id from representative g join representative k on k.child_id = :kept"
                        + " and lower(k.name) = lower(g.name) and k.relation = g.relation"
                        + " and coalesce(k.phone, '') = coalesce(g.phone, '') where g.id = :id",
                Map.of("kept", kept, "id", representative),
                row -> row.number("id"));
    }

    static void insert(Tx tx, Merge merge, long by, Instant now) {
        tx.update(
                "insert into child_merge (id, kept_id, gone_id, journal, merged_by, merged_at)"
                        + " values (:id, :kept, :gone, :journal, :by, :now)",
                Map.of(
                        "id", merge.id(),
                        "kept", merge.kept(),
                        "gone", merge.gone(),
                        "journal", merge.journal().json(),
                        "by", by,
                        "now", now));
    }

    /** The merge by which the record went, while it is not undone. */
    static Optional<Merge> merge(Tx tx, long gone) {
        return tx.one(
                "select id, kept_id, gone_id, journal from child_merge where gone_id = :gone and undone_at is null",
                Map.of("gone", gone),
                row -> new Merge(
                        row.number("id"),
                        row.number("kept_id"),
                        row.number("gone_id"),
                        Journal.of(row.text("journal"))));
    }

    static boolean undone(Tx tx, long merge, long by, Instant now) {
        return tx.update(
                        "update child_merge set undone_by = :by, undone_at = :now where id = :id and undone_at is null",
                        Map.of("id", merge, "by", by, "now", now))
                == 1;
    }

    /** Places that the rows still hold though the child has another one: seats of activities, quotas of awards. */
    static List<MergeAnswer.HeldTwice> held(Tx tx, Collection<Long> participations, Collection<Long> awards) {
        List<MergeAnswer.HeldTwice> held = new java.util.ArrayList<>();
        tx.each(
                "select p.id, a.id activity, a.measure from participation p join activity a on a.id = p.activity_id"
                        + " where p.id in (:ids) and p.state in ('ACCEPTED', 'WAITING')",
                Map.of("ids", participations),
                row -> held.add(new MergeAnswer.HeldTwice(
                        ChildTable.PARTICIPATION,
                        row.number("id"),
                        "/api/measures/" + row.text("measure") + "/activities/" + row.number("activity")
                                + "/participants/" + row.number("id"))));
        tx.each(
                "select id, measure from award where id in (:ids) and (quota_id is not null or waiting_since is not null)"
                        + " and state not in ('REFUSED', 'RETURNED', 'ENDED')",
                Map.of("ids", awards),
                row -> held.add(new MergeAnswer.HeldTwice(
                        ChildTable.AWARD,
                        row.number("id"),
                        "/api/measures/" + row.text("measure") + "/awards/" + row.number("id"))));
        return held;
    }
}
