package kz.jolkarta.registry.residence;

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

/** Present places in the children's own rows, and past ones beside them. */
final class ResidenceStore {
    private ResidenceStore() {}

    static Optional<Resident> find(Tx tx, long id, Scope scope) {
        return tx.one(
                "select c.id, c.surname, c.given_name, c.patronymic, c.territory, c.school_id, c.grade, c.grade_letter,"
                        + " c.address, c.coordinator_id, c.birth_date, c.resident_from, c.state, c.version"
                        + " from child c where c.id = :id and c.destroyed_on is null and " + scope.persons("c"),
                Map.of("id", id),
                ResidenceStore::resident);
    }

    static Optional<Resident> byIin(Tx tx, String iin) {
        return tx.one("select id from child where iin = :iin", Map.of("iin", iin), row -> row.number("id"))
                .flatMap(id -> find(tx, id, Scope.COUNTRY));
    }

    /**
     * Writes down the present places of children as past ones; to be called before their rows change. One who came this very day leaves no past.
     *
     * @param rows {@code id} of the new row, {@code child}, {@code until} the last day there, {@code by}, {@code at}, {@code list} the import or null
     */
    static void past(Tx tx, List<Map<String, Object>> rows) {
        if (!rows.isEmpty()) {
            tx.batch(
                    "insert into child_residence (id, child_id, territory, school_id, grade, valid_from, valid_to, moved_by,"
                            + " moved_at, import_id) select cast(:id as bigint), c.id, c.territory, c.school_id, c.grade,"
                            + " coalesce(c.resident_from, c.birth_date), cast(:until as date), cast(:by as bigint),"
                            + " cast(:at as timestamp), cast(:list as bigint) from child c where c.id = :child"
                            + " and coalesce(c.resident_from, c.birth_date) <= :until",
                    rows);
        }
    }

    /** @param rows {@code child} and {@code since}, the first day at the new place */
    static void since(Tx tx, List<Map<String, Object>> rows) {
        if (!rows.isEmpty()) {
            tx.batch("update child set resident_from = :since where id = :child", rows);
        }
    }

    /** Children are back where they were before the list, as if it had never moved them. */
    static void forget(Tx tx, long list, Collection<Long> children) {
        Map<String, Object> params = Map.of("list", list, "children", children);
        tx.update(
                "update child set resident_from = (select min(r.valid_from) from child_residence r"
                        + " where r.child_id = child.id and r.import_id = :list)"
                        + " where id in (:children) and exists (select 1 from child_residence r"
                        + " where r.child_id = child.id and r.import_id = :list)",
                params);
        tx.update(
                "update child set resident_from = null where id in (:children) and resident_from = birth_date",
                Map.of("children", children));
        tx.update("delete from child_residence where import_id = :list and child_id in (:children)", params);
    }

    static boolean pastKnown(Tx tx, long id) {
        return tx.number("select count(*) from child_residence where id = :id", Map.of("id", id)) == 1;
    }

    static void remove(Tx tx, long id) {
        tx.update("delete from child_residence where id = :id", Map.of("id", id));
    }

    /** @return whether the child's row was still of that version */
    static boolean settle(Tx tx, Resident child, Stay to, Optional<LocalDate> since, Instant now) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", child.id());
        params.put("version", child.version());
        params.put("territory", to.territory());
        params.put("school", to.schoolId());
        params.put("grade", to.grade());
        params.put("letter", to.gradeLetter());
        params.put("address", to.address());
        params.put("coordinator", to.coordinatorId());
        params.put("since", since);
        params.put("now", now);
        return tx.update(
                        "update child set territory = :territory, school_id = :school, grade = :grade, grade_letter = :letter,"
                                + " address = :address, coordinator_id = :coordinator, resident_from = :since,"
                                + " version = version + 1, updated_at = :now where id = :id and version = :version",
                        params)
                == 1;
    }

    /** From now on awards are paid by the region where their holder lives; by the one that gave them when that is the same. */
    static void payers(Tx tx, Collection<Long> children) {
        tx.update(
                "update award set paid_by = (select case when substr(c.territory, 1, 2) = substr(award.territory, 1, 2)"
                        + " then cast(null as varchar(9)) else c.territory end from child c where c.id = award.child_id)"
                        + " where child_id in (:children) and state in ('PROPOSED', 'COMMISSION', 'APPROVED', 'ISSUED')",
                Map.of("children", children));
    }

    static boolean schoolKnown(Tx tx, long id) {
        return tx.number("select count(*) from organisation where id = :id", Map.of("id", id)) == 1;
    }

    /** What the child applied for or has a place in and is not over on the day. */
    static List<MoveResult.Staying> activities(Tx tx, long child, LocalDate day) {
        return tx.list(
                "select a.id, a.measure, a.type, a.title, a.starts, a.ends, p.state from participation p"
                        + Along.constraint("participation_child_fk") + " join activity a on a.id = p.activity_id"
                        + " where p.child_id = :child and p.state in ('APPLIED', 'ACCEPTED', 'WAITING')"
                        + " and a.state in ('PLANNED', 'OPEN') and a.ends >= :day order by a.starts, a.id",
                Map.of("child", child, "day", day),
                row -> new MoveResult.Staying(
                        row.number("id"),
                        row.text("measure"),
                        row.text("type"),
                        row.text("title"),
                        row.date("starts"),
                        row.date("ends"),
                        row.text("state")));
    }

    /** Awards that the old place has still to decide on. */
    static List<MoveResult.Undecided> awards(Tx tx, long child) {
        return tx.list(
                "select id, measure, type, state from award where child_id = :child and state in ('PROPOSED', 'COMMISSION')"
                        + " and waiting_since is null order by id",
                Map.of("child", child),
                row -> new MoveResult.Undecided(
                        row.number("id"), row.text("measure"), row.text("type"), row.text("state")));
    }

    private static Resident resident(Row row) {
        return new Resident(
                row.number("id"),
                Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic")),
                new Stay(
                        row.text("territory"),
                        row.optionalNumber("school_id").orElse(null),
                        row.optionalInteger("grade").orElse(null),
                        row.optionalText("grade_letter").orElse(null),
                        row.optionalText("address").orElse(null),
                        row.optionalNumber("coordinator_id").orElse(null)),
                row.date("birth_date"),
                row.optionalDate("resident_from"),
                row.text("state"),
                row.integer("version"));
    }
}
