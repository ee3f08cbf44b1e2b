package kz.jolkarta.registry.proposals;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Person;

/** What proposals are made of in the database: once for all children, or for many children at once. */
final class OfferStore {
    private OfferStore() {}

    /** A kind of record, by the codes of measure and type. */
    static String code(Row row) {
        return row.text("measure") + "/" + row.text("type");
    }

    /** Activities that begin within these days and take participants or will, the earliest first. @param visitor kind and event */
    static void ahead(Tx tx, LocalDate from, LocalDate to, BiConsumer<String, Event> visitor) {
        tx.each(
                "select a.id, a.measure, a.type, a.title, a.territory, a.starts, a.ends, a.seats, a.seats_taken from activity a"
                        + " where a.starts >= :from and a.starts <= :to and a.state in ('PLANNED', 'OPEN') order by a.starts, a.id",
                Map.of("from", from, "to", to),
                row -> visitor.accept(
                        code(row),
                        new Event(
                                row.number("id"),
                                row.text("title"),
                                row.text("territory"),
                                row.date("starts"),
                                row.date("ends"),
                                row.optionalInteger("seats")
                                        .map(seats -> seats - row.integer("seats_taken"))
                                        .orElse(null))));
    }

    /** An activity that was held. */
    record Past(String kind, String territory, int month) {}

    static void held(Tx tx, LocalDate from, LocalDate before, Consumer<Past> visitor) {
        tx.each(
                "select a.measure, a.type, a.territory, a.starts from activity a"
                        + " where a.starts >= :from and a.starts < :before and a.state = 'HELD'",
                Map.of("from", from, "before", before),
                row -> visitor.accept(new Past(
                        code(row), row.text("territory"), row.date("starts").getMonthValue())));
    }

    /** Places left of the year's quotas, by kind and territory: {@code health-camps/camp@230000000}; of the country's: without a code. */
    static Map<String, Integer> quotas(Tx tx, int year) {
        Map<String, Integer> left = new HashMap<>();
        tx.each(
                "select measure, type, territory, cap, used from quota where quota_year = :year",
                Map.of("year", year),
                row -> left.put(code(row) + "@" + row.text("territory"), row.integer("cap") - row.integer("used")));
        return left;
    }

    /** Measures that regions do not carry out on the day: {@code health-camps@230000000}. */
    static Set<String> absences(Tx tx, LocalDate day) {
        Set<String> absent = new HashSet<>();
        tx.each(
                "select measure, region from region_absence where valid_from <= :day and (valid_to is null or valid_to >= :day)",
                Map.of("day", day),
                row -> absent.add(row.text("measure") + "@" + row.text("region")));
        return absent;
    }

    /** Coordinators of cabinets on the day, by the cabinet's territory. */
    static Map<String, String> coordinators(Tx tx, LocalDate day) {
        Map<String, String> coordinators = new LinkedHashMap<>();
        tx.each(
                "select o.territory, s.surname, s.given_name, s.patronymic from appointment e"
                        + " join organisation o on o.id = e.organisation_id join staff s on s.id = e.staff_id"
                        + " where o.kind = 'CABINET' and o.active = true and e.valid_from <= :day"
                        + " and (e.valid_to is null or e.valid_to >= :day) order by o.id",
                Map.of("day", day),
                row -> coordinators.putIfAbsent(row.text("territory"), name(row)));
        return coordinators;
    }

    /** Names of the children's own coordinators, by child; a child without one is not in it. */
    static Map<Long, String> coordinatorsOf(Tx tx, Collection<Long> children) {
        Map<Long, String> names = new HashMap<>();
        tx.each(
                "select c.id, s.surname, s.given_name, s.patronymic from child c" + Along.constraint("child_pk")
                        + " join staff s on s.id = c.coordinator_id where c.id in (:children)",
                Map.of("children", children),
                row -> names.put(row.number("id"), name(row)));
        return names;
    }

    static String name(Row row) {
        return Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic"));
    }

    /** What each child has had, by {@link Kind#key}; a child or a kind without a record is not in it. @param year that is asked about */
    static Map<Long, Map<String, Had>> had(Tx tx, List<Long> children, int year) {
        Map<Long, Map<String, Had>> had = new HashMap<>();
        tx.each(
                "select p.child_id, a.measure, a.type, p.state, a.starts from participation p"
                        + Along.constraint("participation_child_fk") + " join activity a" + Along.LOOP
                        + " on a.id = p.activity_id where p.child_id in (:children)"
                        + " and p.state in ('APPLIED', 'ACCEPTED', 'WAITING', 'ATTENDED') and a.state <> 'CANCELLED'",
                Map.of("children", children),
                row -> of(had, row, Kind.ACTIVITY)
                        .participation(
                                row.date("starts").getYear(), row.text("state").equals("ATTENDED"), year));
        tx.each(
                "select child_id, measure, type, state, award_year from award" + Along.constraint("award_child_fk")
                        + " where child_id in (:children) and state not in ('REFUSED', 'RETURNED')",
                Map.of("children", children),
                row -> of(had, row, Kind.AWARD)
                        .award(row.integer("award_year"), row.text("state").equals("ENDED"), year));
        return had;
    }

    private static Had of(Map<Long, Map<String, Had>> had, Row row, String record) {
        return had.computeIfAbsent(row.number("child_id"), child -> new HashMap<>())
                .computeIfAbsent(record + ":" + code(row), kind -> new Had());
    }
}
