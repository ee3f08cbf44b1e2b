package kz.jolkarta.registry.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.records.Query;

/** The table of appointments. */
final class AppointmentStore {
    private static final String COLUMNS =
            "select a.id, a.organisation_id, o.territory, a.staff_id, s.surname, s.given_name, s.patronymic, a.order_number,"
                    + " a.order_date, a.valid_from, a.valid_to, a.version from appointment a"
                    + " join organisation o on o.id = a.organisation_id join staff s on s.id = a.staff_id";

    private AppointmentStore() {}

    /** A cabinet and its coordinator, who is null when there is none. */
    record Cabinet(long id, String name, String territory, Long staffId, String coordinator, LocalDate since) {}

    /** Two people who appoint to the same cabinet do so one after the other. */
    static void lock(Tx tx, long cabinet) {
        tx.update("update organisation set version = version where id = :id", Map.of("id", cabinet));
    }

    static Optional<Appointment> overlapping(Tx tx, long cabinet, LocalDate from, LocalDate to) {
        Map<String, Object> params = new HashMap<>();
        params.put("cabinet", cabinet);
        params.put("from", from);
        params.put("to", to == null ? LocalDate.of(9999, 12, 31) : to);
        return tx.one(
                COLUMNS + " where a.organisation_id = :cabinet and a.valid_from <= :to"
                        + " and (a.valid_to is null or a.valid_to >= :from) order by a.valid_from fetch first 1 rows only",
                params,
                AppointmentStore::appointment);
    }

    static List<Appointment> of(Tx tx, long cabinet) {
        return tx.list(
                COLUMNS + " where a.organisation_id = :cabinet order by a.valid_from desc, a.id desc",
                Map.of("cabinet", cabinet),
                AppointmentStore::appointment);
    }

    static Optional<Appointment> find(Tx tx, long cabinet, long id) {
        return tx.one(
                COLUMNS + " where a.id = :id and a.organisation_id = :cabinet",
                Map.of("id", id, "cabinet", cabinet),
                AppointmentStore::appointment);
    }

    static void insert(Tx tx, long id, long cabinet, AppointmentInput input, long by, Instant at) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("cabinet", cabinet);
        params.put("staff", input.staffId());
        params.put("number", input.orderNumber().strip());
        params.put("date", input.orderDate());
        params.put("from", input.from());
        params.put("to", input.to());
        params.put("by", by);
        params.put("at", at);
        tx.update(
                "insert into appointment (id, organisation_id, staff_id, order_number, order_date, valid_from, valid_to,"
                        + " created_by, created_at) values (:id, :cabinet, :staff, :number, :date, :from, :to, :by, :at)",
                params);
    }

    static boolean end(Tx tx, long id, int version, LocalDate to) {
        return tx.update(
                        "update appointment set valid_to = :to, version = version + 1 where id = :id and version = :version",
                        Map.of("id", id, "version", version, "to", to))
                == 1;
    }

    /** @param covered whether with a coordinator on the day, or without; empty for both */
    static List<Cabinet> cabinets(Tx tx, Scope scope, LocalDate day, Optional<Boolean> covered, Paging page) {
        Query query = new Query()
                .and("o.kind = 'CABINET' and o.active = true")
                .and(scope.condition("o.territory"))
                .with("day", day);
        covered.ifPresent(c -> query.and(c ? "a.id is not null" : "a.id is null"));
        if (!page.first()) {
            query.and("o.id > :kid", "kid", page.id());
        }
        return tx.list(
                "select o.id, o.name, o.territory, a.staff_id, s.surname, s.given_name, s.patronymic, a.valid_from"
                        + " from organisation o left join appointment a on a.organisation_id = o.id and a.valid_from <= :day"
                        + " and (a.valid_to is null or a.valid_to >= :day) left join staff s on s.id = a.staff_id where "
                        + query.where() + " order by o.id" + page.fetch(),
                query.params(),
                row -> new Cabinet(
                        row.number("id"),
                        row.text("name"),
                        row.text("territory"),
                        row.optionalNumber("staff_id").orElse(null),
                        row.optionalNumber("staff_id").map(s -> name(row)).orElse(null),
                        row.optionalDate("valid_from").orElse(null)));
    }

    private static String name(Row row) {
        return Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic"));
    }

    private static Appointment appointment(Row row) {
        return new Appointment(
                row.number("id"),
                row.number("organisation_id"),
                row.text("territory"),
                row.number("staff_id"),
                name(row),
                row.text("order_number"),
                row.date("order_date"),
                row.date("valid_from"),
                row.optionalDate("valid_to").orElse(null),
                row.integer("version"));
    }
}
