package kz.jolkarta.registry.activities;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.registry.Position;
import kz.jolkarta.registry.records.FieldValues;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.records.Query;

/** Activities in the database. */
final class ActivityStore {
    private static final String COLUMNS =
            "select a.id, a.measure, a.type, a.title, a.territory, a.organisation_id, a.leader_id, a.place,"
                    + " a.starts, a.ends, a.hours, a.seats, a.seats_taken, a.state, a.reason, a.fields, a.version,"
                    + " l.surname, l.given_name, l.patronymic, b.territory leader_territory from activity a"
                    + " left join staff l on l.id = a.leader_id left join organisation b on b.id = l.organisation_id";

    private ActivityStore() {}

    /** @param staff where the names of leaders may be shown */
    static Optional<Activity> find(Tx tx, String measure, long id, Scope scope, Scope staff) {
        return tx.one(
                COLUMNS + " where a.id = :id and a.measure = :measure and " + scope.condition("a.territory"),
                Map.of("id", id, "measure", measure),
                row -> activity(row, staff));
    }

    static List<Activity> list(Tx tx, ActivityFilter filter, String measure, Scope scope, Scope staff, Paging page) {
        Query query = filter.query(measure, scope);
        ActivityFilter.Order order = filter.order();
        if (!page.first()) {
            order.after(query, page);
        }
        return tx.list(
                COLUMNS + " where " + query.where() + " order by " + order.sql() + page.fetch(),
                query.params(),
                row -> activity(row, staff));
    }

    static void each(
            Tx tx, ActivityFilter filter, String measure, Scope scope, Scope staff, Consumer<Activity> visitor) {
        Query query = filter.query(measure, scope);
        tx.each(
                COLUMNS + " where " + query.where() + " order by a.id",
                query.params(),
                row -> visitor.accept(activity(row, staff)));
    }

    static Map<ActivityState, Long> counts(Tx tx, String measure, Scope scope) {
        Map<ActivityState, Long> counts = new EnumMap<>(ActivityState.class);
        tx.each(
                "select a.state, count(*) n from activity a where a.measure = :measure and "
                        + scope.condition("a.territory") + " group by a.state",
                Map.of("measure", measure),
                row -> counts.put(row.value("state", ActivityState.class), row.number("n")));
        return counts;
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
                "insert into activity (id, measure, type, title, territory, organisation_id, leader_id, place, starts, ends, hours,"
                        + " seats, fields, created_by, created_at) values (:id, :measure, :type, :title, :territory, :organisation,"
                        + " :leader, :place, :starts, :ends, :hours, :seats, :fields, :by, :at)",
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
                                + " leader_id = :leader, place = :place, starts = :starts, ends = :ends, hours = :hours, seats = :seats,"
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

    static Optional<OrganisationKind> organisationKind(Tx tx, long id) {
        return tx.one(
                "select kind from organisation where id = :id",
                Map.of("id", id),
                row -> row.value("kind", OrganisationKind.class));
    }

    /** Whether the member of staff holds the position on the day. */
    static boolean holds(Tx tx, long staff, Position position, LocalDate day) {
        return tx.number(
                        "select count(*) from staff where id = :id and position = :position and valid_from <= :day"
                                + " and (valid_to is null or valid_to >= :day)",
                        Map.of("id", staff, "position", position, "day", day))
                > 0;
    }

    private static Map<String, Object> params(ActivityInput input, String fields) {
        Map<String, Object> params = new HashMap<>();
        params.put("type", input.type());
        params.put("title", input.title().strip());
        params.put("territory", input.territory());
        params.put("organisation", input.organisationId());
        params.put("leader", input.leaderId());
        params.put("place", input.place());
        params.put("starts", input.starts());
        params.put("ends", input.ends());
        params.put("hours", input.hours());
        params.put("seats", input.seats());
        params.put("fields", fields);
        return params;
    }

    private static Activity activity(Row row, Scope staff) {
        boolean named =
                row.optionalText("leader_territory").filter(staff::covers).isPresent();
        LocalDate starts = row.date("starts");
        return new Activity(
                row.number("id"),
                row.text("measure"),
                row.text("type"),
                row.text("title"),
                row.text("territory"),
                row.optionalNumber("organisation_id").orElse(null),
                row.optionalNumber("leader_id").orElse(null),
                named ? Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic")) : null,
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
