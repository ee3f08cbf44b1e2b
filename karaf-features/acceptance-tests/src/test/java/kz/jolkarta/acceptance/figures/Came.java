package kz.jolkarta.acceptance.figures;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Activities, and who came to them in the year of a day up to it. */
final class Came {
    /** An activity. */
    record Held(
            long id,
            String measure,
            String type,
            String territory,
            long organisation,
            LocalDate starts,
            long hours,
            long seats,
            String state,
            String fields) {
        /** The chosen value of a field, "" for none. */
        String choice(String field) {
            return fields.replaceFirst("^(?!.*\"" + field + "\":\").*", "")
                    .replaceFirst(".*\"" + field + "\":\"([^\"]*)\".*", "$1");
        }
    }

    /** A participation. */
    record Part(long id, Held activity, long child, long staff, String state) {}

    final Map<Long, Held> activities = new HashMap<>();
    final Map<Long, Part> parts = new HashMap<>();
    private final LocalDate first;
    private final LocalDate day;
    /** What each child, and each member of staff, attended in the year. */
    private final Map<Long, Set<Held>> children = new HashMap<>();

    private final Map<Long, Set<Held>> staff = new HashMap<>();
    /** Sessions by day at which each child was present, of activities that were not called off. */
    private final Map<Long, List<LocalDate>> present = new HashMap<>();

    Came(Tables tables, LocalDate day) throws SQLException {
        this.day = day;
        this.first = day.withDayOfYear(1);
        tables.each("select * from activity", row -> {
            Held held = new Held(
                    row.getLong("id"),
                    row.getString("measure"),
                    row.getString("type"),
                    row.getString("territory"),
                    row.getLong("organisation_id"),
                    Kids.local(row.getDate("starts")),
                    row.getLong("hours"),
                    row.getLong("seats"),
                    row.getString("state"),
                    row.getString("fields"));
            activities.put(held.id(), held);
        });
        tables.each("select * from participation", row -> {
            Part part = new Part(
                    row.getLong("id"),
                    activities.get(row.getLong("activity_id")),
                    row.getLong("child_id"),
                    row.getLong("staff_id"),
                    row.getString("state"));
            parts.put(part.id(), part);
            if (part.state().equals("ATTENDED") && inYear(part.activity().starts())) {
                came(part);
            }
        });
        Map<Long, LocalDate> sessions = new HashMap<>();
        tables.each(
                "select id, held_on from activity_session",
                row -> sessions.put(row.getLong(1), Kids.local(row.getDate(2))));
        tables.each("select session_id, participation_id from presence where present = true", row -> {
            Part part = parts.get(row.getLong(2));
            LocalDate on = sessions.get(row.getLong(1));
            if (!part.activity().state().equals("CANCELLED") && !on.isAfter(day)) {
                present.computeIfAbsent(part.child(), c -> new ArrayList<>()).add(on);
                if (inYear(on)) {
                    came(part);
                }
            }
        });
    }

    private void came(Part part) {
        (part.child() > 0 ? children : staff)
                .computeIfAbsent(part.child() > 0 ? part.child() : part.staff(), p -> new HashSet<>())
                .add(part.activity());
    }

    boolean inYear(LocalDate on) {
        return on != null && !on.isBefore(first) && !on.isAfter(day);
    }

    /** What each child attended of these. */
    Map<Long, Set<Held>> children(Predicate<Held> which) {
        return some(children, which);
    }

    Map<Long, Set<Held>> staff(Predicate<Held> which) {
        return some(staff, which);
    }

    private static Map<Long, Set<Held>> some(Map<Long, Set<Held>> all, Predicate<Held> which) {
        Map<Long, Set<Held>> some = new HashMap<>();
        all.forEach((person, attended) -> {
            Set<Held> these = new HashSet<>(attended);
            these.removeIf(which.negate());
            if (!these.isEmpty()) {
                some.put(person, these);
            }
        });
        return some;
    }

    /** Whether the child was present so often within one school year, with a session of it in this year. */
    boolean regularly(long child, int least) {
        List<LocalDate> days = present.getOrDefault(child, List.of());
        LocalDate begins = LocalDate.of(day.getYear(), 9, 1);
        long ended = days.stream()
                .filter(d -> !d.isBefore(begins.minusYears(1)) && d.isBefore(begins))
                .count();
        boolean here = days.stream().anyMatch(d -> inYear(d) && d.isBefore(begins));
        long begun = days.stream().filter(d -> !d.isBefore(begins)).count();
        return ended >= least && here || begun >= least;
    }
}
