package kz.jolkarta.registry.clashes;

import java.util.List;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Engine;

/** The one statement behind each kind of clash. Tables stand in the order in which Derby is to join them; PostgreSQL finds its own. */
final class ClashSql {
    /** Longer ones, such as a club of a school year, are not a place where a child is all the days. */
    static final int LONGEST = 31;

    private static final String FROM = " from --DERBY-PROPERTIES joinOrder=FIXED\n ";
    private static final String OF_CHILD = Along.constraint("participation_child_fk");
    private static final String CHILD =
            "select c.id child_id, c.sort_key, c.territory, c.surname, c.given_name, c.patronymic, c.left_on";
    private static final String SEATED = ".state in ('ACCEPTED', 'ATTENDED')";

    private ClashSql() {}

    /** Columns that name a row of the kind, in the order of the list. */
    static List<String> keys(ClashKind kind) {
        return switch (kind) {
            case TWO_ACTIVITIES -> List.of("p.id", "q.id");
            case TWO_SESSIONS -> List.of("p.id", "q.id", "s.id", "z.id");
            case AFTER_LEAVING -> List.of("p.id", "s.id");
            case IN_CAMP -> List.of("w.id", "p.id", "s.id");
        };
    }

    /** The column of the first day on which both hold. */
    static String day(ClashKind kind) {
        return kind == ClashKind.TWO_ACTIVITIES ? "b.starts" : "s.held_on";
    }

    /** Select, from and where; the first and the last day of the year are {@code :from} and {@code :to}. */
    static String of(ClashKind kind, Engine engine) {
        return switch (kind) {
            case TWO_ACTIVITIES -> twoActivities(engine);
            case TWO_SESSIONS -> twoSessions();
            case AFTER_LEAVING -> afterLeaving();
            case IN_CAMP -> inCamp();
        };
    }

    /** {@code b} begins while {@code a} lasts, so that each pair is found once. */
    private static String twoActivities(Engine engine) {
        return CHILD + ", " + activity("a") + ", " + activity("b") + FROM
                + "activity b, participation q, child c, participation p" + OF_CHILD + ", activity a"
                + " where b.starts >= :from and b.starts <= :to and b.state <> 'CANCELLED' and " + brief("b", engine)
                + " and q.activity_id = b.id and q" + SEATED + " and c.id = q.child_id"
                + " and p.child_id = q.child_id and p.id <> q.id and p" + SEATED
                + " and a.id = p.activity_id and a.state <> 'CANCELLED' and " + brief("a", engine)
                + " and a.ends >= b.starts and (a.starts < b.starts or (a.starts = b.starts and a.id < b.id))"
                + " and (a.organisation_id <> b.organisation_id or ((a.organisation_id is null or b.organisation_id is null)"
                + " and (lower(a.place) <> lower(b.place) or " + apart() + ")))";
    }

    private static String twoSessions() {
        return CHILD + ", " + activity("a") + ", s.held_on a_day, " + activity("b") + ", z.held_on b_day" + FROM
                + "activity a, participation p, child c, participation q" + OF_CHILD + ", activity b,"
                + " activity_session s, activity_session z, presence r, presence v"
                + " where a.starts <= :to and a.ends >= :from and a.state <> 'CANCELLED'"
                + " and p.activity_id = a.id and c.id = p.child_id and q.child_id = p.child_id and q.id > p.id"
                + " and b.id = q.activity_id and b.state <> 'CANCELLED' and b.starts <= a.ends and b.ends >= a.starts and "
                + apart()
                + " and s.activity_id = a.id and s.held_on >= :from and s.held_on <= :to"
                + " and z.activity_id = b.id and z.held_on = s.held_on"
                + " and r.session_id = s.id and r.participation_id = p.id and r.present = true"
                + " and v.session_id = z.id and v.participation_id = q.id and v.present = true";
    }

    private static String afterLeaving() {
        return CHILD + ", " + activity("a") + ", s.held_on a_day" + FROM + "child c, participation p" + OF_CHILD
                + ", activity a, activity_session s, presence r"
                + " where c.left_on is not null and p.child_id = c.id and a.id = p.activity_id and a.state <> 'CANCELLED'"
                + " and s.activity_id = a.id and s.held_on > c.left_on and s.held_on >= :from and s.held_on <= :to"
                + " and r.session_id = s.id and r.participation_id = p.id and r.present = true";
    }

    /** What takes place at any camp or sanatorium may be the one of the voucher, which is named in words only. */
    private static String inCamp() {
        return CHILD + ", " + activity("a")
                + ", s.held_on a_day, w.id w_id, w.measure w_measure, w.territory w_territory,"
                + " w.place w_place, w.date_from, w.date_to" + FROM + "award w, child c, participation p" + OF_CHILD
                + ", activity a, activity_session s, presence r"
                + " where w.measure = :camps and w.state in ('ISSUED', 'ENDED') and w.date_from <= :to and w.date_to >= :from"
                + " and c.id = w.child_id and p.child_id = w.child_id and a.id = p.activity_id and a.state <> 'CANCELLED'"
                + " and (w.place is null or a.place is null or lower(w.place) <> lower(a.place))"
                + " and not exists (select 1 from organisation o where o.id = a.organisation_id"
                + " and (o.kind in ('CAMP', 'SANATORIUM') or lower(o.name) = lower(w.place)))"
                + " and s.activity_id = a.id and s.held_on >= w.date_from and s.held_on <= w.date_to"
                + " and s.held_on >= :from and s.held_on <= :to"
                + " and r.session_id = s.id and r.participation_id = p.id and r.present = true";
    }

    private static String activity(String t) {
        return List.of("id", "measure", "title", "territory", "starts", "ends").stream()
                .map(column -> t + "." + column + " " + t + "_" + column)
                .reduce((some, more) -> some + ", " + more)
                .orElseThrow();
    }

    /** The engines have no way in common to count days. */
    private static String brief(String t, Engine engine) {
        String days = engine == Engine.DERBY
                ? "{fn timestampdiff(SQL_TSI_DAY, " + t + ".starts, " + t + ".ends)}"
                : "(" + t + ".ends - " + t + ".starts)";
        return days + " < " + LONGEST;
    }

    /**
     * Whether {@code a} and {@code b} are in different districts: where their organisations are, else what they are kept for. What is kept for a
     * whole region may be anywhere in it.
     */
    private static String apart() {
        String a = place("a");
        String b = place("b");
        return "(substr(" + a + ", 1, 2) <> substr(" + b + ", 1, 2) or (substr(" + a + ", 1, 4) <> substr(" + b
                + ", 1, 4) and substr(" + a + ", 3, 2) <> '00' and substr(" + b + ", 3, 2) <> '00'))";
    }

    private static String place(String t) {
        return "coalesce((select o.territory from organisation o where o.id = " + t + ".organisation_id), " + t
                + ".territory)";
    }
}
