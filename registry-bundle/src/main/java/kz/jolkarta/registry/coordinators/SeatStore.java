package kz.jolkarta.registry.coordinators;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Person;

/** Coordinators as they are appointed on a day. */
public final class SeatStore {
    /** A coordinator {@code k} with the cabinet {@code h} who is appointed on {@code :today} and answers for the child {@code c}. */
    private static final String ANSWERING =
            "select 1 from appointment k join organisation h on h.id = k.organisation_id where k.staff_id = c.coordinator_id"
                    + " and k.valid_from <= :today and (k.valid_to is null or k.valid_to >= :today)"
                    + " and substr(h.territory, 1, 2) = substr(c.territory, 1, 2) and (h.territory like '__0000000'"
                    + " or substr(h.territory, 1, 4) = substr(c.territory, 1, 4))";

    /** Conditions on a child {@code c}, each with the parameter {@code today}. */
    public static final String NAMED = "(c.coordinator_id = :coordinator and exists (" + ANSWERING + "))";

    public static final String WITHOUT = "(c.coordinator_id is null or not exists (" + ANSWERING + "))";

    /** In the load of the cabinet {@code :cabinet}. */
    public static final String LOAD =
            "exists (select 1 from organisation b where b.id = :cabinet and b.kind = 'CABINET'"
                    + " and substr(b.territory, 1, 2) = substr(c.territory, 1, 2) and (b.territory like '__0000000'"
                    + " or substr(b.territory, 1, 4) = substr(c.territory, 1, 4))) and (c.coordinator_id is null or not exists ("
                    + ANSWERING + " and k.organisation_id <> :cabinet))";

    private SeatStore() {}

    /** The names of coordinators with those of their cabinets. */
    static List<Coordinators.Acting> acting(Tx tx, Collection<Long> staff, LocalDate day) {
        if (staff.isEmpty()) {
            return List.of();
        }
        return tx.list(
                "select s.id, s.surname, s.given_name, s.patronymic, h.name cabinet from staff s join appointment k"
                        + " on k.staff_id = s.id join organisation h on h.id = k.organisation_id where s.id in (:staff)"
                        + " and k.valid_from <= :day and (k.valid_to is null or k.valid_to >= :day) order by s.id",
                Map.of("staff", staff, "day", day),
                row -> new Coordinators.Acting(
                        row.number("id"),
                        Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic")),
                        row.text("cabinet")));
    }

    public static Seats on(Tx tx, LocalDate day) {
        Map<Long, Seat> acting = new HashMap<>();
        tx.each(
                "select k.staff_id, k.organisation_id, h.territory from appointment k join organisation h"
                        + " on h.id = k.organisation_id where k.valid_from <= :day and (k.valid_to is null or k.valid_to >= :day)",
                Map.of("day", day),
                row -> acting.put(
                        row.number("staff_id"),
                        new Seat(row.number("organisation_id"), row.number("staff_id"), row.text("territory"))));
        return new Seats(acting);
    }
}
