package kz.jolkarta.registry.coordinators;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.records.Reach.Whereabouts;

/** The coordinators named for children. */
public final class CoordinatorStore {
    private CoordinatorStore() {}

    /** A child with the coordinator named for it. @param staff null for nobody; then there is no day either */
    record Named(long id, Whereabouts where, boolean active, Long staff, LocalDate since, int version) {
        boolean same(Long other) {
            return staff == null ? other == null : staff.equals(other);
        }
    }

    static Optional<Named> find(Tx tx, long child, Scope scope) {
        return find(tx, List.of(child), scope).values().stream().findFirst();
    }

    /** Those of the children who are in the scope. */
    static Map<Long, Named> find(Tx tx, Collection<Long> children, Scope scope) {
        Map<Long, Named> found = new HashMap<>();
        tx.each(
                "select c.id, c.territory, c.school_id, c.state, c.coordinator_id, c.coordinator_since, c.version from child c"
                        + Along.constraint("child_pk") + " where c.id in (:ids) and c.destroyed_on is null and "
                        + scope.persons("c"),
                Map.of("ids", children),
                row -> found.put(row.number("id"), named(row)));
        return found;
    }

    private static Named named(Row row) {
        return new Named(
                row.number("id"),
                new Whereabouts(
                        row.text("territory"), row.optionalNumber("school_id").orElse(0L)),
                row.text("state").equals("ACTIVE"),
                row.optionalNumber("coordinator_id").orElse(null),
                row.optionalNumber("coordinator_id")
                        .flatMap(staff -> row.optionalDate("coordinator_since"))
                        .orElse(null),
                row.integer("version"));
    }

    /** Lets those who change these children go one after another. */
    static void lock(Tx tx, Collection<Long> children) {
        tx.batch(
                "update child set version = version where id = :id",
                children.stream().map(id -> Map.of("id", id)).toList());
    }

    /** What becomes of a child. @param staff null for nobody */
    record Change(long id, int version, Long staff, LocalDate since) {}

    /** @return how many of them were still of their version */
    static int change(Tx tx, List<Change> changes, Instant now) {
        return tx.batch(
                "update child set coordinator_id = :staff, coordinator_since = :since, version = version + 1, updated_at = :now"
                        + " where id = :id and version = :version",
                changes.stream()
                        .map(change -> {
                            Map<String, Object> row = new HashMap<>();
                            row.put("id", change.id());
                            row.put("version", change.version());
                            row.put("staff", change.staff());
                            row.put("since", change.since());
                            row.put("now", now);
                            return row;
                        })
                        .toList());
    }

    /** The coordinator named for the child as it is shown; absent when nobody is. */
    public static Optional<ChildCoordinator> shown(Tx tx, long child, LocalDate today) {
        return tx.one(
                "select c.territory, c.coordinator_since, s.id, s.surname, s.given_name, s.patronymic from child c"
                        + " join staff s on s.id = c.coordinator_id where c.id = :child",
                Map.of("child", child),
                row -> shown(tx, row, today));
    }

    private static ChildCoordinator shown(Tx tx, Row row, LocalDate today) {
        long staff = row.number("id");
        Optional<Cabinet> cabinet = cabinet(tx, staff, today)
                .filter(c -> new Seat(c.id(), staff, c.territory()).covers(row.text("territory")));
        return new ChildCoordinator(
                staff,
                Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic")),
                row.optionalDate("coordinator_since").orElse(null),
                cabinet.map(Cabinet::id).orElse(null),
                cabinet.map(Cabinet::name).orElse(null),
                cabinet.isPresent());
    }

    private record Cabinet(long id, String name, String territory) {}

    private static Optional<Cabinet> cabinet(Tx tx, long staff, LocalDate day) {
        return tx
                .list(
                        "select h.id, h.name, h.territory from appointment k join organisation h on h.id = k.organisation_id"
                                + " where k.staff_id = :staff and k.valid_from <= :day"
                                + " and (k.valid_to is null or k.valid_to >= :day)",
                        Map.of("staff", staff, "day", day),
                        row -> new Cabinet(row.number("id"), row.text("name"), row.text("territory")))
                .stream()
                .findFirst();
    }
}
