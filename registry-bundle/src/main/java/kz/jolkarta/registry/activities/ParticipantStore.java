package kz.jolkarta.registry.activities;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.allocation.Ticket;
import kz.jolkarta.registry.records.Orders;
import kz.jolkarta.registry.records.Orders.Order;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.records.Query;

/** Participations in the database; a row is seen by who may see the person's territory. */
final class ParticipantStore {
    private static final String TERRITORY = "coalesce(c.territory, o.territory)";

    private static final String NAME = "coalesce(c.sort_key, s.name_key, '')";

    private static final String COLUMNS =
            "select p.id, p.activity_id, p.child_id, p.staff_id, p.state, p.reason, p.certificate, p.version, "
                    + NAME + " name_rank, " + TERRITORY + " territory, coalesce(c.surname, s.surname) surname,"
                    + " coalesce(c.given_name, s.given_name) given_name, coalesce(c.patronymic, s.patronymic) patronymic,"
                    + " (select count(*) from presence r where r.participation_id = p.id and r.present = true) sessions,"
                    + " (select count(distinct m.session_id) from presence_mark m where m.participation_id = p.id) confirmed"
                    + " from participation p left join child c on c.id = p.child_id left join staff s on s.id = p.staff_id"
                    + " left join organisation o on o.id = s.organisation_id";

    /** @param name what the participant's name is sorted by */
    record Ranked(Participant who, String name) {}

    /** An activity has some hundreds of participants, so that they may be sorted by name without an index. */
    static final Orders<Ranked> ORDERS = Orders.<Ranked>of("p.id", r -> r.who().id(), "applied")
            .id("applied")
            .text("name", NAME, Ranked::name);

    private ParticipantStore() {}

    /** Not a condition on {@code coalesce}: Derby would take it for one that drops the rows of an outer join. */
    static String within(Scope scope) {
        return "(" + scope.persons("c") + " or " + scope.condition("o.territory") + ")";
    }

    static List<Ranked> list(
            Tx tx, long activity, Optional<ParticipationState> state, Scope scope, Order<Ranked> order, Paging page) {
        Query query = new Query()
                .and("p.activity_id = :activity", "activity", activity)
                .and(within(scope))
                // A place that is held twice is shown until somebody gives it back.
                .and("(c.state is null or c.state <> 'MERGED' or p.state in ('ACCEPTED', 'WAITING'))")
                .and("p.state = :state", "state", state);
        order.after(query, page);
        return tx.list(
                COLUMNS + " where " + query.where() + " order by " + order.sql() + page.fetch(),
                query.params(),
                row -> new Ranked(participant(row), row.text("name_rank")));
    }

    static List<Participant> list(Tx tx, Collection<Long> ids) {
        return tx.list(
                COLUMNS + " where p.id in (:ids) order by p.id", Map.of("ids", ids), ParticipantStore::participant);
    }

    static Optional<Participant> find(Tx tx, long activity, long id, Scope scope) {
        return tx.one(
                COLUMNS + " where p.id = :id and p.activity_id = :activity and " + within(scope),
                Map.of("id", id, "activity", activity),
                ParticipantStore::participant);
    }

    /** Which of these persons take part already, in whatever state. */
    static Set<Long> known(Tx tx, long activity, String column, Collection<Long> ids) {
        return new HashSet<>(tx.list(
                "select " + column + " who from participation where activity_id = :activity and " + column
                        + " in (:ids)",
                Map.of("activity", activity, "ids", ids),
                row -> row.number("who")));
    }

    static Map<String, Object> row(
            long id, long activity, Optional<Long> child, Optional<Long> staff, ParticipationState state, Instant at) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", id);
        row.put("activity", activity);
        row.put("child", child);
        row.put("staff", staff);
        row.put("state", state);
        row.put("at", at);
        return row;
    }

    static void insert(Tx tx, List<Map<String, Object>> rows) {
        tx.batch(
                "insert into participation (id, activity_id, child_id, staff_id, state, applied_at)"
                        + " values (:id, :activity, :child, :staff, :state, :at)",
                rows);
    }

    static boolean move(Tx tx, long id, ParticipationState from, ParticipationState to, String reason) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("from", from);
        params.put("to", to);
        params.put("reason", reason.isBlank() ? null : reason);
        return tx.update(
                        "update participation set state = :to, reason = :reason, version = version + 1"
                                + " where id = :id and state = :from",
                        params)
                == 1;
    }

    /** Children who have attended the activity. */
    static List<Long> attended(Tx tx, long activity) {
        return tx.list(
                "select child_id from participation where activity_id = :activity and state = 'ATTENDED'"
                        + " and child_id is not null",
                Map.of("activity", activity),
                row -> row.number("child_id"));
    }

    /** Brings those who waited into the seats they were called to. */
    static void call(Tx tx, List<Long> ids) {
        int rows = tx.update(
                "update participation set state = 'ACCEPTED', version = version + 1 where id in (:ids) and state = 'WAITING'",
                Map.of("ids", ids));
        if (rows != ids.size()) {
            throw new IllegalStateException(ids.size() + " were called to seats, " + rows + " of them waited");
        }
    }

    /** Those who wait here and have a place in another activity of these kinds on the same days. */
    static Set<Long> waitingAndElsewhere(Tx tx, Activity activity, Collection<String> types, boolean children) {
        String who = children ? "child_id" : "staff_id";
        return new HashSet<>(tx.list(
                "select p.id from participation p join participation other on other." + who + " = p." + who
                        + " join activity a on a.id = other.activity_id"
                        + " where p.activity_id = :activity and p.state = 'WAITING' and other.activity_id <> :activity"
                        + " and other.state in ('ACCEPTED', 'ATTENDED') and a.measure = :measure and a.type in (:types)"
                        + " and a.state <> 'CANCELLED' and a.starts <= :ends and a.ends >= :starts",
                Map.of(
                        "activity",
                        activity.id(),
                        "measure",
                        activity.measure(),
                        "types",
                        types,
                        "starts",
                        activity.starts(),
                        "ends",
                        activity.ends()),
                row -> row.number("id")));
    }

    /** The place in the order of one who applied. */
    static List<Ticket> tickets(Tx tx, long id) {
        return tx.list(
                "select id, applied_at from participation where id = :id",
                Map.of("id", id),
                row -> new Ticket(row.number("id"), row.instant("applied_at")));
    }

    private static Participant participant(Row row) {
        return new Participant(
                row.number("id"),
                row.optionalNumber("child_id").orElse(null),
                row.optionalNumber("staff_id").orElse(null),
                Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic")),
                row.text("territory"),
                row.value("state", ParticipationState.class),
                row.optionalText("reason").orElse(null),
                row.integer("sessions"),
                row.integer("confirmed"),
                row.optionalText("certificate").orElse(null),
                row.integer("version"));
    }
}
