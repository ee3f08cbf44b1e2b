package kz.jolkarta.registry.activities;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Tx;

/** Participations that lie ahead of a child, in the database. */
final class SeatLeaveStore {
    private SeatLeaveStore() {}

    /** Those in activities that begin after the day, by the activity. */
    static List<SeatShift> ahead(Tx tx, long child, LocalDate day) {
        return tx.list(
                "select p.id, p.activity_id, p.state, p.reason, p.version, a.measure, a.type, a.title, a.starts"
                        + " from participation p" + Along.constraint("participation_child_fk")
                        + " join activity a on a.id = p.activity_id where p.child_id = :child"
                        + " and p.state in ('APPLIED', 'ACCEPTED', 'WAITING') and a.state in ('PLANNED', 'OPEN')"
                        + " and a.starts > :day order by p.activity_id, p.id",
                Map.of("child", child, "day", day),
                row -> new SeatShift(
                        row.number("id"),
                        row.number("activity_id"),
                        row.text("measure"),
                        row.text("type"),
                        row.text("title"),
                        row.date("starts"),
                        row.value("state", ParticipationState.class),
                        row.optionalText("reason").orElse(null),
                        null,
                        row.integer("version")));
    }

    static Optional<Activity> activity(Tx tx, SeatShift shift) {
        return ActivityStore.find(tx, shift.measure(), shift.activity(), Scope.COUNTRY, Scope.COUNTRY);
    }

    /** @return false when it is of another version by now */
    static boolean move(Tx tx, long id, int version, ParticipationState to, String reason) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("version", version);
        params.put("to", to);
        params.put("reason", reason);
        return tx.update(
                        "update participation set state = :to, reason = :reason, version = version + 1"
                                + " where id = :id and version = :version",
                        params)
                == 1;
    }

    static boolean untouched(Tx tx, SeatShift shift) {
        return tx.number(
                        "select count(*) from participation where id = :id and version = :version",
                        Map.of("id", shift.participation(), "version", shift.version()))
                == 1;
    }
}
