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
import java.util.stream.Stream;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Query;

/** The kernel's audit trail, read for the records of one child: it alone does not know which records are a child's. */
final class AccessStore {
    private static final String AWARDS =
            "select id from award" + Along.constraint("award_child_fk") + " where child_id";

    /** Ids of the child's records by the kind that the trail names them with; a child found to be the same one counts too. */
    static final Map<String, String> RECORDS = records();

    private AccessStore() {}

    private static Map<String, String> records() {
        String same = " in (:same)";
        Map<String, String> sql = new LinkedHashMap<>();
        sql.put("child", "select id from child where id" + same);
        sql.put(
                "road-map",
                "select id from road_map" + Along.constraint("road_map_child_fk") + " where child_id" + same);
        sql.put(
                "participation",
                "select id from participation" + Along.constraint("participation_child_fk") + " where child_id" + same);
        sql.put("award", AWARDS + same);
        sql.put(
                "payment",
                "select p.id from" + Along.ORDER + " award a" + Along.constraint("award_child_fk") + " join payment p"
                        + Along.LOOP + " on p.award_id = a.id where a.child_id" + same);
        sql.put(
                "attachment",
                "select id from attachment where owner_kind = 'child' and owner_id" + same
                        + " or owner_kind = 'award' and owner_id in (" + AWARDS + same + ")");
        sql.put("task", "select id from task" + Along.constraint("task_child_fk") + " where child_id" + same);
        sql.put("child-transfer", "select id from child_transfer where child_id" + same);
        sql.put("duplicate-pair", "select id from duplicate_pair where child_a" + same + " or child_b" + same);
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
        // Two statements of one table each: Derby reads the whole table for an "or" of both.
        List<Long> same = Stream.of("id", "merged_into")
                .flatMap(column -> tx
                        .list(
                                "select id from child where " + column + " = :child",
                                Map.of("child", child),
                                row -> row.number("id"))
                        .stream())
                .toList();
        List<Kept> found = new ArrayList<>();
        RECORDS.forEach((kind, sql) -> {
            List<Long> ids = same.isEmpty() ? List.of() : tx.list(sql, Map.of("same", same), row -> row.number("id"));
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
