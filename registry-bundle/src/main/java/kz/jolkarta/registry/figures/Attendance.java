package kz.jolkarta.registry.figures;

import java.time.LocalDate;

/**
 * Who attended what and when, as the source of a derived table: {@code child_id} or {@code staff_id}, {@code measure}, {@code type}, {@code on_day},
 * {@code in_session}. A person attended when marked so, on the activity's first day, and in every session with a mark of presence.
 */
final class Attendance {
    private final Frame frame;
    private final String person;

    private Attendance(Frame frame, String person) {
        this.frame = frame;
        this.person = person;
    }

    static Attendance ofChildren(Frame frame) {
        return new Attendance(frame, "child_id");
    }

    static Attendance ofStaff(Frame frame) {
        return new Attendance(frame, "staff_id");
    }

    /**
     * @param columns further ones, each beginning with a comma
     * @param joins to the activity {@code a}
     * @param which condition on what is joined, beginning with "and"
     * @param sessionsFrom how far back sessions are read
     */
    String source(String columns, String joins, String which, LocalDate sessionsFrom) {
        String head = "select p." + person + ", a.measure, a.type" + columns;
        return head + ", a.starts as on_day, 0 as in_session from activity a" + joins
                + " join participation p on p.activity_id = a.id where p." + person
                + " is not null and p.state = 'ATTENDED'" + which + " and " + frame.within("a.starts")
                + " union all " + head + ", h.held_on as on_day, 1 as in_session from activity a" + joins
                + " join activity_session h on h.activity_id = a.id join presence r on r.session_id = h.id"
                + " join participation p on p.id = r.participation_id where p." + person
                + " is not null and r.present and a.state <> 'CANCELLED'" + which + " and h.held_on between "
                + frame.bind(sessionsFrom) + " and " + frame.day();
    }

    String source(String columns, String which) {
        return source(columns, "", which, frame.period().from());
    }
}
