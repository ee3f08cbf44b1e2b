package kz.jolkarta.registry.activities;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.FieldValues;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Query;

/** Activities in the database. */
final class ActivityStore {
    private static final String COLUMNS =
            "select a.id, a.measure, a.type, a.title, a.territory, a.organisation_id, a.place,"
                    + " a.starts, a.ends, a.hours, a.seats, a.seats_taken, a.state, a.reason, a.fields, a.version from activity a";

    private ActivityStore() {}

    static Optional<Activity> find(Tx tx, String measure, long id, Scope scope) {
        return tx.one(
                COLUMNS + " where a.id = :id and a.measure = :measure and " + scope.condition("a.territory"),
                Map.of("id", id, "measure", measure),
                ActivityStore::activity);
    }

    static List<Activity> list(Tx tx, ActivityFilter filter, String measure, Scope scope, Paging page) {
        Query query = filter.query(measure, scope);
        ActivityFilter.Order order = filter.order();
        if (!page.first()) {
            order.after(query, page);
        }
        return tx.list(
                COLUMNS + " where " + query.where() + " order by " + order.sql() + page.fetch(),
                query.params(),
                ActivityStore::activity);
    }

    static void each(Tx tx, ActivityFilter filter, String measure, Scope scope, Consumer<Activity> visitor) {
        Query query = filter.query(measure, scope);
        tx.each(
                COLUMNS + " where " + query.where() + " order by a.id",
                query.params(),
                row -> visitor.accept(activity(row)));
    }

    static long count(Tx tx, ActivityFilter filter, String measure, Scope scope) {
        Query query = filter.query(measure, scope);
        return tx.number("select count(*) from activity a where " + query.where(), query.params());
    }

    static void insert(Tx tx, long id, String measure, ActivityInput input, String fields, long by, Instant at) {
        Map<String, Object> params = params(input, fields);
        params.put("id", id);
        params.put("measure", measure);
        params.put("by", by);
        params.put("at", at);
        tx.update(
                "insert into activity (id, measure, type, title, territory, organisation_id, place, starts, ends, hours, seats,"
                        + " fields, created_by, created_at) values (:id, :measure, :type, :title, :territory, :organisation,"
                        + " :place, :starts, :ends, :hours, :seats, :fields, :by, :at)",
                params);
    }

    /** @return false when the version is no longer the one given, or fewer seats are left than taken */
    static boolean update(Tx tx, long id, int version, ActivityInput input, String fields) {
        Map<String, Object> params = params(input, fields);
        params.put("id", id);
        params.put("version", version);
        String seats = input.seats() == null ? "" : " and seats_taken <= :seats";
        return tx.update(
                        "update activity set title = :title, territory = :territory, organisation_id = :organisation,"
                                + " place = :place, starts = :starts, ends = :ends, hours = :hours, seats = :seats,"
                                + " fields = :fields, version = version + 1"
                                + " where id = :id and version = :version" + seats,
                        params)
                == 1;
    }

    /** @return false when it is no longer in the state it was read in */
    static boolean move(Tx tx, long id, ActivityState from, ActivityState to, String reason) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("from", from);
        params.put("to", to);
        params.put("reason", reason.isBlank() ? null : reason);
        return tx.update(
                        "update activity set state = :to, reason = :reason, version = version + 1 where id = :id and state = :from",
                        params)
                == 1;
    }

    static boolean organisationExists(Tx tx, long id) {
        return tx.number("select count(*) from organisation where id = :id", Map.of("id", id)) > 0;
    }

    private static Map<String, Object> params(ActivityInput input, String fields) {
        Map<String, Object> params = new HashMap<>();
        params.put("type", input.type());
        params.put("title", input.title().strip());
        params.put("territory", input.territory());
        params.put("organisation", input.organisationId());
        params.put("place", input.place());
        params.put("starts", input.starts());
        params.put("ends", input.ends());
        params.put("hours", input.hours());
        params.put("seats", input.seats());
        params.put("fields", fields);
        return params;
    }

    private static Activity activity(Row row) {
        LocalDate starts = row.date("starts");
        return new Activity(
                row.number("id"),
                row.text("measure"),
                row.text("type"),
                row.text("title"),
                row.text("territory"),
                row.optionalNumber("organisation_id").orElse(null),
                row.optionalText("place").orElse(null),
                starts,
                row.date("ends"),
                row.optionalInteger("hours").orElse(null),
                row.optionalInteger("seats").orElse(null),
                row.integer("seats_taken"),
                row.value("state", ActivityState.class),
                row.optionalText("reason").orElse(null),
                FieldValues.read(row.text("fields")),
                row.integer("version"));
    }
}
