package kz.jolkarta.registry.copies;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Query;

/** The kernel's audit trail, read for the records of one child: it alone does not know which records are a child's. */
final class AccessStore {
    /** Ids of the child's records by the kind that the trail names them with; a child found to be the same one counts too. */
    static final Map<String, String> RECORDS = records();

    private AccessStore() {}

    private static Map<String, String> records() {
        String same = "(select id from child where id = :child or merged_into = :child)";
        Map<String, String> sql = new LinkedHashMap<>();
        sql.put("child", "select id from child where id = :child or merged_into = :child");
        sql.put("road-map", "select id from road_map where child_id in " + same);
        sql.put("participation", "select id from participation where child_id in " + same);
        sql.put("award", "select id from award where child_id in " + same);
        sql.put("payment", "select p.id from payment p join award a on a.id = p.award_id where a.child_id in " + same);
        sql.put(
                "attachment",
                "select id from attachment where owner_kind = 'child' and owner_id in " + same
                        + " or owner_kind = 'award' and owner_id in (select id from award where child_id in " + same
                        + ")");
        sql.put("task", "select id from task where child_id in " + same);
        sql.put("child-transfer", "select id from child_transfer where child_id in " + same);
        sql.put("duplicate-pair", "select id from duplicate_pair where child_a in " + same + " or child_b in " + same);
        return sql;
    }

    /** An entry as it is kept. */
    record Kept(
            long id, Instant at, long actor, String login, Action action, String kind, long record, String detail) {}

    /** Where the child lives and goes to school, when the scope reaches it, whatever the child's state. */
    static Optional<String> territory(Tx tx, long child, Scope scope) {
        return tx.one(
                "select c.territory from child c where c.id = :id and " + scope.persons("c"),
                Map.of("id", child),
                row -> row.text("territory"));
    }

    /**
     * Newest first. Each kind is a range of the trail's index, and there are few of them.
     *
     * @param before id, entries from there on are left out
     */
    static List<Kept> list(Tx tx, long child, AccessFilter filter, ZoneId zone, long before, int limit) {
        List<Kept> found = new ArrayList<>();
        RECORDS.forEach((kind, sql) -> {
            List<Long> ids = tx.list(sql, Map.of("child", child), row -> row.number("id"));
            if (!ids.isEmpty()) {
                found.addAll(of(tx, kind, ids, filter, zone, before, limit));
            }
        });
        return found.stream()
                .sorted(Comparator.comparingLong(Kept::id).reversed())
                .limit(limit)
                .toList();
    }

    private static List<Kept> of(
            Tx tx, String kind, List<Long> ids, AccessFilter filter, ZoneId zone, long before, int limit) {
        Query query = new Query()
                .and("e.kind = :kind", "kind", kind)
                .and("e.object_id in (:ids)")
                .with("ids", ids)
                .and("e.id < :before", "before", before)
                .and("e.login = :login", "login", filter.login())
                .and("e.action = :action", "action", filter.action())
                .and(
                        "e.happened_at >= :from",
                        "from",
                        filter.from().map(d -> d.atStartOfDay(zone).toInstant()))
                .and(
                        "e.happened_at < :to",
                        "to",
                        filter.to().map(d -> d.plusDays(1).atStartOfDay(zone).toInstant()));
        return tx.list(
                "select e.id, e.happened_at, e.actor_id, e.login, e.action, e.kind, e.object_id, e.detail from audit_entry e"
                        + Along.index("audit_entry_object") + " where " + query.where()
                        + " order by e.id desc fetch first " + limit + " rows only",
                query.params(),
                AccessStore::kept);
    }

    private static Kept kept(Row row) {
        return new Kept(
                row.number("id"),
                row.instant("happened_at"),
                row.number("actor_id"),
                row.text("login"),
                row.value("action", Action.class),
                row.text("kind"),
                row.number("object_id"),
                row.text("detail"));
    }

    /** Codes of the roles that accounts hold now. */
    static Map<Long, List<String>> roles(Tx tx, Collection<Long> accounts) {
        Map<Long, List<String>> roles = new HashMap<>();
        tx.each(
                "select distinct account_id, role from account_grant where account_id in (:ids) order by account_id, role",
                Map.of("ids", accounts),
                row -> roles.computeIfAbsent(row.number("account_id"), a -> new ArrayList<>())
                        .add(row.text("role")));
        return roles;
    }
}
