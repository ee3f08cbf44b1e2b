package kz.jolkarta.registry.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Person;

/** Pools, those in their lines and their events in the database. Places are taken and freed by one conditional update and in no other way. */
final class AllocationStore {
    private static final String EVENTS =
            "select e.sequence_no, e.kind, e.member_id, e.places, e.applied_at, e.happened_at"
                    + " from allocation_event e where e.pool_kind = :kind and e.pool_id = :pool";

    private AllocationStore() {}

    /**
     * A member who waits.
     *
     * @param passed whether its turn came before and it could not take the place
     */
    record Waiting(Ticket ticket, boolean passed) {
        long member() {
            return ticket.member();
        }
    }

    /** Raising the count of events by nothing is what makes others wait. */
    static void lock(Tx tx, Pool pool) {
        String sql = pool.seats()
                ? "update activity set allocation_no = allocation_no where id = :id"
                : "update quota set allocation_no = allocation_no where id = :id";
        if (tx.update(sql, Map.of("id", pool.id())) != 1) {
            throw new IllegalStateException("no such pool: " + pool);
        }
    }

    static Standing standing(Tx tx, Pool pool) {
        String sql = pool.seats()
                ? "select seats places, seats_taken taken, allocation_no from activity where id = :id"
                : "select cap places, used taken, allocation_no from quota where id = :id";
        return tx.one(
                        sql,
                        Map.of("id", pool.id()),
                        row -> new Standing(
                                pool,
                                row.optionalInteger("places"),
                                row.integer("taken"),
                                row.integer("allocation_no")))
                .orElseThrow(() -> new IllegalStateException("no such pool: " + pool));
    }

    /** @param taken how many places more are taken, below 0 when some come free */
    static void write(Tx tx, Pool pool, Database ids, List<Event> events, int taken) {
        String sql = pool.seats()
                ? "update activity set seats_taken = seats_taken + :n, allocation_no = allocation_no + :events"
                        + " where id = :id and seats_taken + :n >= 0 and (seats is null or seats_taken + :n <= seats)"
                : "update quota set used = used + :n, allocation_no = allocation_no + :events"
                        + " where id = :id and used + :n >= 0 and used + :n <= cap";
        if (tx.update(sql, Map.of("id", pool.id(), "n", taken, "events", events.size())) != 1) {
            throw new IllegalStateException(taken + " places more do not fit into " + pool);
        }
        if (!events.isEmpty()) {
            tx.batch(
                    "insert into allocation_event (id, pool_kind, pool_id, sequence_no, kind, member_id, places, applied_at,"
                            + " happened_at) values (:id, :pool, :poolId, :no, :kind, :member, :places, :applied, :at)",
                    events.stream().map(e -> row(ids.nextId(), pool, e)).toList());
        }
    }

    static void rewind(Tx tx, Pool pool, int events, int taken) {
        tx.update(
                "delete from allocation_event where pool_kind = :kind and pool_id = :id and sequence_no > :events",
                Map.of("kind", pool.kind(), "id", pool.id(), "events", events));
        String sql = pool.seats()
                ? "update activity set seats_taken = :taken, allocation_no = :events where id = :id"
                : "update quota set used = :taken, allocation_no = :events where id = :id";
        tx.update(sql, Map.of("id", pool.id(), "taken", taken, "events", events));
    }

    private static Map<String, Object> row(long id, Pool pool, Event event) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", id);
        row.put("pool", pool.kind());
        row.put("poolId", pool.id());
        row.put("no", event.sequence());
        row.put("kind", event.kind());
        row.put("member", event.member());
        row.put("places", event.places());
        row.put("applied", event.appliedAt());
        row.put("at", event.at());
        return row;
    }

    static List<Ticket> placed(Tx tx, Pool pool) {
        return tx.list(
                tickets(pool, "") + placed(pool) + order(pool), Map.of("pool", pool.id()), AllocationStore::ticket);
    }

    static List<Ticket> waiting(Tx tx, Pool pool) {
        return tx.list(
                tickets(pool, "") + waiting(pool) + order(pool), Map.of("pool", pool.id()), AllocationStore::ticket);
    }

    /** Those who wait behind the ticket, or the first of all. */
    static List<Waiting> waiting(Tx tx, Pool pool, Optional<Ticket> after, int most) {
        Map<String, Object> params = new HashMap<>();
        params.put("pool", pool.id());
        params.put("kind", pool.kind());
        String behind = "";
        if (after.isPresent()) {
            params.put("at", after.get().appliedAt());
            params.put("member", after.get().member());
            String at = applied(pool);
            behind = " and (" + at + " > :at or (" + at + " = :at and m.id > :member))";
        }
        return tx.list(
                tickets(pool, ", " + count("PASSED") + " passes, " + count("APPLIED") + " applications") + waiting(pool)
                        + behind + order(pool) + " fetch first " + most + " rows only",
                params,
                row -> new Waiting(
                        ticket(row),
                        row.integer("passes") > 0 && row.integer("passes") >= row.integer("applications")));
    }

    static boolean visible(Tx tx, String measure, Pool pool, Scope scope) {
        String sql = pool.seats()
                ? "select count(*) from activity a where a.id = :id and a.measure = :measure and "
                        + scope.condition("a.territory")
                : "select count(*) from quota q where q.id = :id and q.measure = :measure and (q.territory = '' or "
                        + regions(scope).condition("q.territory") + ")";
        return tx.number(sql, Map.of("id", pool.id(), "measure", measure)) == 1;
    }

    /** A quota belongs to a region, and so to each district in it. */
    private static Scope regions(Scope scope) {
        return new Scope(scope.prefixes().stream()
                .map(p -> p.length() > 2 ? p.substring(0, 2) : p)
                .toList());
    }

    static long waits(Tx tx, Pool pool) {
        String sql = pool.seats()
                ? "select count(*) from participation m where m.activity_id = :pool"
                : "select count(*) from award m where m.quota_id = :pool";
        return tx.number(sql + waiting(pool), Map.of("pool", pool.id()));
    }

    /** The first of those who have a place, or of those who wait. */
    static List<Member> members(Tx tx, Pool pool, boolean placed, int most) {
        String sql = "select m.id, m.child_id, m.staff_id, " + applied(pool) + " applied, "
                + (pool.seats() ? "coalesce(c.territory, o.territory)" : "m.territory") + " territory,"
                + " coalesce(c.surname, s.surname) surname, coalesce(c.given_name, s.given_name) given_name,"
                + " coalesce(c.patronymic, s.patronymic) patronymic from "
                + (pool.seats() ? "participation m" : "award m")
                + " left join child c on c.id = m.child_id left join staff s on s.id = m.staff_id"
                + " left join organisation o on o.id = s.organisation_id where "
                + (pool.seats() ? "m.activity_id = :pool" : "m.quota_id = :pool")
                + (placed ? placed(pool) : waiting(pool))
                + order(pool) + " fetch first " + most + " rows only";
        List<Member> members = new ArrayList<>();
        tx.each(sql, Map.of("pool", pool.id()), row -> members.add(member(row, members.size() + 1)));
        return members;
    }

    private static Member member(Row row, int place) {
        return new Member(
                row.number("id"),
                place,
                row.optionalNumber("child_id").orElse(null),
                row.optionalNumber("staff_id").orElse(null),
                Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic")),
                row.text("territory"),
                row.instant("applied"));
    }

    static List<Event> events(Tx tx, Pool pool, long after, int most) {
        return tx.list(
                EVENTS + " and e.sequence_no > :after order by e.sequence_no fetch first " + most + " rows only",
                Map.of("kind", pool.kind(), "pool", pool.id(), "after", after),
                AllocationStore::event);
    }

    static void each(Tx tx, Pool pool, Consumer<Event> visitor) {
        tx.each(
                EVENTS + " order by e.sequence_no",
                Map.of("kind", pool.kind(), "pool", pool.id()),
                row -> visitor.accept(event(row)));
    }

    private static Event event(Row row) {
        return new Event(
                row.integer("sequence_no"),
                row.value("kind", Event.Kind.class),
                row.optionalNumber("member_id").orElse(null),
                row.optionalInteger("places").orElse(null),
                row.optionalInstant("applied_at").orElse(null),
                row.instant("happened_at"));
    }

    private static String count(String kind) {
        return "(select count(*) from allocation_event e where e.member_id = m.id and e.pool_kind = :kind"
                + " and e.pool_id = :pool and e.kind = '" + kind + "')";
    }

    private static String tickets(Pool pool, String more) {
        return "select m.id, " + applied(pool) + " applied" + more + " from "
                + (pool.seats() ? "participation m where m.activity_id = :pool" : "award m where m.quota_id = :pool");
    }

    private static String placed(Pool pool) {
        return pool.seats()
                ? " and m.state in ('ACCEPTED', 'ATTENDED', 'ABSENT')"
                : " and m.state in ('APPROVED', 'ISSUED', 'ENDED')";
    }

    private static String waiting(Pool pool) {
        return pool.seats() ? " and m.state = 'WAITING'" : " and m.waiting_since is not null";
    }

    private static String applied(Pool pool) {
        return pool.seats() ? "m.applied_at" : "m.created_at";
    }

    private static String order(Pool pool) {
        return " order by " + applied(pool) + ", m.id";
    }

    private static Ticket ticket(Row row) {
        return new Ticket(row.number("id"), row.instant("applied"));
    }
}
