package kz.jolkarta.core.internal.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Tx;

/** The table {@code audit_entry}, which is added to and read, and nothing else. */
final class AuditStore {
    private static final int MANY = 2000;

    private static final String INSERT =
            "insert into audit_entry (id, happened_at, actor_id, login, action, kind, object_id, territory, detail)"
                    + " values (:id, :at, :actor, :login, :action, :kind, :object, :territory, :detail)";

    record Stored(
            long id,
            Instant at,
            long actor,
            String login,
            Audit.Action action,
            String kind,
            long object,
            String territory,
            String detail) {}

    /** Every part is optional. @param oldest whether the oldest come first */
    record Query(
            Optional<String> kind,
            Optional<Long> object,
            Optional<String> login,
            Optional<Audit.Action> action,
            Optional<Instant> from,
            Optional<Instant> to,
            boolean oldest) {
        /** The newest entries of a kind. */
        static Query of(String kind) {
            return new Query(
                    Optional.of(kind),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false);
        }

        /** Whether all entries are asked for. */
        boolean everything() {
            return names().isEmpty();
        }

        /** Names of what is asked for, never the values. */
        String names() {
            return Stream.of(
                            kind.map(x -> "kind"),
                            object.map(x -> "id"),
                            login.map(x -> "actor"),
                            action.map(x -> "action"),
                            from.map(x -> "from"),
                            to.map(x -> "to"))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(","));
        }
    }

    void insert(Tx tx, User user, List<Audit.Entry> entries, List<Long> ids, Instant now) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Audit.Entry entry = entries.get(i);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", ids.get(i));
            row.put("at", now);
            row.put("actor", user.id());
            row.put("login", user.login());
            row.put("action", entry.action());
            row.put("kind", entry.kind());
            row.put("object", entry.id());
            row.put("territory", entry.territory().isEmpty() ? Optional.<String>empty() : entry.territory());
            row.put("detail", entry.detail().length() > 500 ? entry.detail().substring(0, 500) : entry.detail());
            rows.add(row);
        }
        tx.batch(INSERT, rows);
    }

    /** Entries without a territory are the country's. @param after id of the last one seen, in the query's order */
    List<Stored> list(Tx tx, Scope scope, Query query, long after, int limit) {
        // Derby would sort all entries of a region; over a district, or of one object, another index has fewer.
        boolean wide = !query.oldest()
                && query.object().isEmpty()
                && scope.prefixes().stream().anyMatch(prefix -> prefix.length() <= 2)
                && query.kind().filter(kind -> rare(tx, kind)).isEmpty();
        StringBuilder sql = new StringBuilder(
                        "select id, happened_at, actor_id, login, action, kind, object_id, territory, detail from audit_entry")
                .append(wide ? Along.index("audit_entry_newest") : "")
                .append(" where id ")
                .append(query.oldest() ? "> " : "< ")
                .append(":after and ");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("after", after);
        if (!wide && query.everything() && !scope.isCountry()) {
            // Which they are stands in the index alone; the entries of a district would all be read to be sorted.
            List<Long> ids = tx.list(
                    "select id from audit_entry" + Along.index("audit_entry_territory") + " where "
                            + scope.condition("territory") + " and id " + (query.oldest() ? "> " : "< ")
                            + ":after order by id"
                            + (query.oldest() ? "" : " desc") + " fetch first " + limit + " rows only",
                    values,
                    row -> row.number("id"));
            if (ids.isEmpty()) {
                return List.of();
            }
            sql.append("id in (:ids) and ");
            values.put("ids", ids);
        }
        sql.append(scope.condition("territory"));
        condition(sql, values, query.kind(), "kind = :kind", "kind");
        condition(sql, values, query.object(), "object_id = :object", "object");
        condition(sql, values, query.login(), "login = :login", "login");
        condition(sql, values, query.action(), "action = :action", "action");
        condition(sql, values, query.from(), "happened_at >= :from", "from");
        condition(sql, values, query.to(), "happened_at < :to", "to");
        sql.append(" order by id")
                .append(query.oldest() ? "" : " desc")
                .append(" fetch first ")
                .append(limit)
                .append(" rows only");
        return tx.list(
                sql.toString(),
                values,
                row -> new Stored(
                        row.number("id"),
                        row.instant("happened_at"),
                        row.number("actor_id"),
                        row.text("login"),
                        row.value("action", Audit.Action.class),
                        row.text("kind"),
                        row.number("object_id"),
                        row.text("territory"),
                        row.text("detail")));
    }

    /** Among all entries one would look long for those of the kind. */
    private static boolean rare(Tx tx, String kind) {
        return tx.number(
                        "select count(*) from (select id from audit_entry where kind = :kind fetch first " + MANY
                                + " rows only) x",
                        Map.of("kind", kind))
                < MANY;
    }

    private static void condition(
            StringBuilder sql, Map<String, Object> values, Optional<?> value, String condition, String name) {
        value.ifPresent(v -> {
            sql.append(" and ").append(condition);
            values.put(name, v);
        });
    }
}
