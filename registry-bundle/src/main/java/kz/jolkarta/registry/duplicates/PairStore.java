package kz.jolkarta.registry.duplicates;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.records.Query;

/** The queue of pairs. */
final class PairStore {
    private static final String PAIRS =
            "select p.id, p.likeness, p.evidence, p.state, p.found_at, p.decided_at, p.reason, p.version,"
                    + " a.id a_id, a.territory a_territory, a.surname a_surname, a.given_name a_given, a.patronymic a_patronymic,"
                    + " a.birth_date a_birth, a.school_id a_school, b.school_id b_school, b.id b_id, b.territory b_territory, b.surname b_surname, b.given_name b_given,"
                    + " b.patronymic b_patronymic, b.birth_date b_birth from duplicate_pair p"
                    + " join child a on a.id = p.child_a join child b on b.id = p.child_b where ";

    private PairStore() {}

    static List<Pair> list(Tx tx, PairFilter filter, Scope scope, Paging page) {
        Query query = filter.query(scope, page);
        return tx.list(
                PAIRS + query.where() + " order by " + filter.order().sql() + page.fetch(),
                query.params(),
                PairStore::pair);
    }

    static void each(Tx tx, PairFilter filter, Scope scope, Consumer<Pair> visitor) {
        Query query = filter.query(scope, new Paging(1, ""));
        tx.each(
                PAIRS + query.where() + " order by " + filter.order().sql(),
                query.params(),
                row -> visitor.accept(pair(row)));
    }

    /** The child's open pairs; first their ids, by either column's index. */
    static List<Pair> ofChild(Tx tx, long child, Scope scope) {
        List<Long> ids = tx.list(
                "select id from duplicate_pair where child_a = :child and state = 'OPEN'"
                        + " union select id from duplicate_pair where child_b = :child and state = 'OPEN'",
                Map.of("child", child),
                row -> row.number("id"));
        return ids.isEmpty()
                ? List.of()
                : tx.list(
                        PAIRS + "p.id in (:ids) and a.state in ('ACTIVE', 'LEFT') and b.state in ('ACTIVE', 'LEFT')"
                                + " and (" + scope.persons("a") + " or " + scope.persons("b") + ") order by p.id",
                        Map.of("ids", ids),
                        PairStore::pair);
    }

    static long waiting(Tx tx, Scope scope) {
        return tx.number(
                "select count(*) from duplicate_pair p join child a on a.id = p.child_a join child b on b.id = p.child_b"
                        + " where p.state = 'OPEN' and a.state in ('ACTIVE', 'LEFT') and b.state in ('ACTIVE', 'LEFT')"
                        + " and (" + scope.persons("a") + " or " + scope.persons("b") + ")",
                Map.of());
    }

    /** One of whose two children the scope reaches. */
    static Optional<Pair> find(Tx tx, long id, Scope scope) {
        return tx.one(
                PAIRS + "p.id = :id and (" + scope.persons("a") + " or " + scope.persons("b") + ")",
                Map.of("id", id),
                PairStore::pair);
    }

    static Optional<Long> id(Tx tx, long a, long b) {
        return tx.one(
                "select id from duplicate_pair where child_a = :a and child_b = :b",
                Map.of("a", a, "b", b),
                row -> row.number("id"));
    }

    /** @param by null for a pair that is open again @return whether it was still of that version and state */
    static boolean decide(Tx tx, Pair pair, PairState to, Long by, String reason, Instant now) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", pair.id());
        params.put("version", pair.version());
        params.put("to", to);
        params.put("by", by);
        params.put("at", by == null ? null : now);
        params.put("reason", reason);
        return tx.update(
                        "update duplicate_pair set state = :to, decided_by = :by, decided_at = :at, reason = :reason,"
                                + " version = version + 1 where id = :id and version = :version",
                        params)
                == 1;
    }

    private static Pair pair(Row row) {
        return new Pair(
                row.number("id"),
                row.integer("likeness"),
                FindingStore.evidence(row.text("evidence")),
                row.value("state", PairState.class),
                row.instant("found_at"),
                row.optionalInstant("decided_at").orElse(null),
                row.optionalText("reason").orElse(null),
                row.integer("version"),
                side(row, "a"),
                side(row, "b"));
    }

    private static Pair.Side side(Row row, String t) {
        return new Pair.Side(
                row.number(t + "_id"),
                row.text(t + "_territory"),
                row.optionalNumber(t + "_school").orElse(null),
                Person.name(row.text(t + "_surname"), row.text(t + "_given"), row.text(t + "_patronymic")),
                row.date(t + "_birth"));
    }
}
