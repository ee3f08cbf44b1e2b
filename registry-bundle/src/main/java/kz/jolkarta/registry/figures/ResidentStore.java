package kz.jolkarta.registry.figures;

import java.time.LocalDate;
import java.util.Map;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Tx;

/** Where children lived on a past day, who live elsewhere now. */
final class ResidentStore {
    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    private ResidentStore() {}

    /** Whether any child moved, or came back after a time away, since the day: only then its past has to be asked for. */
    static boolean anyMoved(Tx tx, LocalDate day) {
        // Up to a last day: Derby keeps those without one behind it in the index, and would read them all.
        return any(tx, "child_residence where valid_to >= :day and valid_to < :end", day)
                || any(
                        tx,
                        "child" + Along.index("child_since") + " where resident_from > :day and resident_from < :end",
                        day);
    }

    private static boolean any(Tx tx, String rows, LocalDate day) {
        return tx.one(
                        "select id from " + rows + " fetch first 1 rows only",
                        Map.of("day", day, "end", END),
                        row -> row.number("id"))
                .isPresent();
    }

    /** Rows like those of the table of children, with the place of the day. @param day its parameter */
    static String moved(String day) {
        return "select h.id, h.iin, h.surname, h.given_name, h.patronymic, h.birth_date, h.sex, h.language, h.state,"
                + " h.registered_on, h.left_on, r.territory, r.school_id, r.grade from child_residence r"
                + " join child h on h.id = r.child_id where r.valid_from <= " + day + " and r.valid_to >= " + day;
    }

    /** Whether a child that was registered on the day lived in the scope then and moved since. */
    static boolean livedIn(Tx tx, LocalDate day, Scope scope) {
        return tx.one(
                        "select c.id from (" + moved(":day") + ") c where c.registered_on <= :day"
                                + " and (c.left_on is null or c.left_on > :day) and " + Frame.KEPT + " and "
                                + scope.persons("c") + " fetch first 1 rows only",
                        Map.of("day", day),
                        row -> row.number("id"))
                .isPresent();
    }
}
