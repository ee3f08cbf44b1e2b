package kz.jolkarta.registry.destruction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.registry.destruction.DueStore.Standing;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Query;

/** Acts of destruction. */
final class ActStore {
    private static final String COLUMNS =
            "select id, act_number, act_date, ground, territory, reason, children, contents,"
                    + " state, proposed_login, proposed_at, decided_login, decided_at, answer, version, proposed_by"
                    + " from destruction_act where ";

    private ActStore() {}

    /** @param scope where the acts are seen */
    private static Query query(ActFilter filter, Scope scope) {
        Scope wanted =
                filter.territory().map(code -> scope.within(Scope.of(code))).orElse(scope);
        return new Query()
                .and(wanted.condition("territory"))
                .and("state = :state", "state", filter.state())
                .and("act_date >= :from", "from", filter.from())
                .and("act_date <= :until", "until", filter.until());
    }

    /** The newest first. */
    static List<Act> list(Tx tx, ActFilter filter, Scope scope, Paging page) {
        Query query = query(filter, scope);
        if (!page.first()) {
            query.and("id < :kid").with("kid", page.id());
        }
        return tx.list(COLUMNS + query.where() + " order by id desc" + page.fetch(), query.params(), ActStore::act);
    }

    static void each(Tx tx, ActFilter filter, Scope scope, Consumer<Act> visitor) {
        Query query = query(filter, scope);
        tx.each(COLUMNS + query.where() + " order by id desc", query.params(), row -> visitor.accept(act(row)));
    }

    static Optional<Act> find(Tx tx, long id, Scope scope) {
        return tx.one(COLUMNS + "id = :id and " + scope.condition("territory"), Map.of("id", id), ActStore::act);
    }

    static void insert(Tx tx, long id, ActInput input, User user, Instant now) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", id);
        row.put("number", input.actNumber());
        row.put("date", input.actDate());
        row.put("ground", input.ground());
        row.put("territory", input.territory());
        row.put("reason", input.reason());
        row.put("children", input.children().size());
        row.put("by", user.id());
        row.put("login", user.login());
        row.put("at", now);
        tx.update(
                "insert into destruction_act (id, act_number, act_date, ground, territory, reason, children, contents, proposed_by,"
                        + " proposed_login, proposed_at, state) values (:id, :number, :date, :ground, :territory, :reason,"
                        + " :children, '{}', :by, :login, :at, 'PROPOSED')",
                row);
    }

    /** The act's children, and every record that was merged into one of them. */
    static void children(Tx tx, long act, Collection<Standing> children) {
        tx.batch(
                "insert into destruction_child (act_id, child_id, version_then) values (:act, :child, :version)",
                children.stream()
                        .map(c -> Map.<String, Object>of("act", act, "child", c.id(), "version", c.version()))
                        .toList());
        // a record may have been merged into one that was merged itself later
        Set<Long> known = new HashSet<>(children.stream().map(Standing::id).toList());
        Collection<Long> last = List.copyOf(known);
        while (!last.isEmpty()) {
            List<Map<String, Object>> merged = tx.list(
                    "select id, version from child where merged_into in (:last)",
                    Map.of("last", last),
                    row -> Map.of("act", act, "child", row.number("id"), "version", row.integer("version")));
            List<Map<String, Object>> added = merged.stream()
                    .filter(row -> known.add((Long) row.get("child")))
                    .toList();
            if (!added.isEmpty()) {
                tx.batch(
                        "insert into destruction_child (act_id, child_id, version_then) values (:act, :child, :version)",
                        added);
            }
            last = added.stream().map(row -> (Long) row.get("child")).toList();
        }
    }

    /** Those of the act who were there by themselves, not as a merged record. */
    static List<Long> named(Tx tx, long act) {
        return tx.list(
                "select d.child_id from destruction_child d join child c on c.id = d.child_id"
                        + " where d.act_id = :act and c.merged_into is null order by d.child_id",
                Map.of("act", act),
                row -> row.number("child_id"));
    }

    /** Those who were changed since the act was proposed, or merged into another record. */
    static List<Long> changed(Tx tx, long act) {
        return tx.list(
                "select d.child_id from destruction_child d join child c on c.id = d.child_id"
                        + " where d.act_id = :act and (c.version <> d.version_then or c.destroyed_on is not null)"
                        + " order by d.child_id",
                Map.of("act", act),
                row -> row.number("child_id"));
    }

    /** Those of the children who are in an act that is not decided yet. */
    static List<Long> waiting(Tx tx, Collection<Long> children) {
        return tx.list(
                "select d.child_id from destruction_child d join destruction_act a on a.id = d.act_id"
                        + " where d.child_id in (:children) and a.state = 'PROPOSED' order by d.child_id",
                Map.of("children", children),
                row -> row.number("child_id"));
    }

    static void contents(Tx tx, long act, Map<String, Long> rows) {
        try {
            String json = Json.mapper().writeValueAsString(new TreeMap<>(rows));
            tx.update("update destruction_act set contents = :json where id = :id", Map.of("id", act, "json", json));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @return whether it was still of that version and not decided */
    static boolean decide(Tx tx, Act act, Act.State to, User user, String answer, Instant now) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", act.id());
        row.put("version", act.version());
        row.put("to", to);
        row.put("by", user.id());
        row.put("login", user.login());
        row.put("answer", answer);
        row.put("at", now);
        return tx.update(
                        "update destruction_act set state = :to, decided_by = :by, decided_login = :login, decided_at = :at,"
                                + " answer = :answer, version = version + 1"
                                + " where id = :id and version = :version and state = 'PROPOSED'",
                        row)
                == 1;
    }

    private static Act act(Row row) {
        try {
            return new Act(
                    row.number("id"),
                    row.text("act_number"),
                    row.date("act_date"),
                    row.value("ground", Ground.class),
                    row.text("territory"),
                    row.text("reason"),
                    row.integer("children"),
                    Json.mapper().readValue(row.text("contents"), new TypeReference<TreeMap<String, Long>>() {}),
                    row.value("state", Act.State.class),
                    row.text("proposed_login"),
                    row.instant("proposed_at"),
                    row.optionalText("decided_login").orElse(null),
                    row.optionalInstant("decided_at").orElse(null),
                    row.optionalText("answer").orElse(null),
                    row.integer("version"),
                    row.number("proposed_by"));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
