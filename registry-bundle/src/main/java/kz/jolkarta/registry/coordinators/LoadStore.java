package kz.jolkarta.registry.coordinators;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Person;

/** What coordinators have to do, each kind of it counted in one pass over the children, by their districts and the coordinators named for them. */
final class LoadStore {
    private static final String BY = " from (select substr(c.territory, 1, 4) d, coalesce(c.coordinator_id, 0) s";
    private static final String GROUPED = ") x group by x.d, x.s";

    private LoadStore() {}

    /** @param staff null for a cabinet without a coordinator */
    record Cabinet(long id, String name, String territory, Long staff, String coordinator) {}

    static List<Cabinet> cabinets(Tx tx, Scope scope, LocalDate day) {
        return tx.list(
                "select o.id, o.name, o.territory, k.staff_id, s.surname, s.given_name, s.patronymic from organisation o"
                        + " left join appointment k on k.organisation_id = o.id and k.valid_from <= :day"
                        + " and (k.valid_to is null or k.valid_to >= :day) left join staff s on s.id = k.staff_id"
                        + " where o.kind = 'CABINET' and o.active = true and " + scope.condition("o.territory")
                        + " order by o.id",
                Map.of("day", day),
                row -> new Cabinet(
                        row.number("id"),
                        row.text("name"),
                        row.text("territory"),
                        row.optionalNumber("staff_id").orElse(null),
                        row.optionalNumber("staff_id")
                                .map(staff -> Person.name(
                                        row.text("surname"), row.text("given_name"), row.text("patronymic")))
                                .orElse(null)));
    }

    /** What there is of one kind for the children of a district for whom the same coordinator is named. */
    record Part(String district, long staff, long number, Optional<Instant> last) {}

    static List<Part> children(Tx tx, Scope scope) {
        return parts(tx, ", c.updated_at t from child c where " + of(scope), Map.of());
    }

    static List<Part> gifted(Tx tx, Scope scope, LocalDate today) {
        return parts(
                tx,
                ", c.updated_at t from (select distinct t.child_id from child_talent t where t.identified_on <= :today) g"
                        + " join child c on c.id = g.child_id where " + of(scope),
                Map.of("today", today));
    }

    static List<Part> approvedMaps(Tx tx, Scope scope) {
        return parts(
                tx,
                ", c.updated_at t from road_map m join child c on c.id = m.child_id where m.state = 'APPROVED' and "
                        + of(scope),
                Map.of());
    }

    static List<Part> overdueSteps(Tx tx, Scope scope, LocalDate today) {
        return parts(
                tx,
                ", c.updated_at t from road_map_step p join road_map m on m.id = p.road_map_id join child c"
                        + " on c.id = m.child_id where p.due_on < :today and p.state = 'PLANNED' and m.state = 'APPROVED' and "
                        + of(scope),
                Map.of("today", today));
    }

    static List<Part> openTasks(Tx tx, Scope scope) {
        return parts(
                tx,
                ", c.updated_at t from task p join child c on c.id = p.child_id where p.state = 'OPEN' and "
                        + of(scope),
                Map.of());
    }

    static List<Part> changesOfMaps(Tx tx, Scope scope) {
        return parts(
                tx,
                ", p.changed_at t from road_map_change p join road_map m on m.id = p.road_map_id join child c"
                        + " on c.id = m.child_id where " + of(scope),
                Map.of());
    }

    private static String of(Scope scope) {
        return "c.state = 'ACTIVE' and " + scope.persons("c");
    }

    private static List<Part> parts(Tx tx, String source, Map<String, ?> params) {
        return tx.list(
                "select x.d, x.s, count(*) n, max(x.t) t" + BY + source + GROUPED,
                params,
                row -> new Part(row.text("d"), row.number("s"), row.number("n"), row.optionalInstant("t")));
    }
}
