package kz.jolkarta.acceptance.figures;

import static kz.jolkarta.acceptance.figures.Region.FREE;
import static kz.jolkarta.acceptance.figures.Region.day;

import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;

/** What was held in the region for children and for staff, and who came. */
final class Activities {
    /** What is held: the measure, its types, and the values of its choices in turn. */
    private record Kind(String measure, List<String> types, List<String> fields) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "seminars",
                    List.of("seminar", "training"),
                    choices("\"audience\":\"%s\"", "daryn", "methodist", "teacher", "psychologist")),
            new Kind("best-practice", List.of("master-class", "workshop"), List.of("{}")),
            new Kind(
                    "coverage",
                    List.of("club", "section", "contest", "olympiad", "conference"),
                    choices("\"field\":\"%s\",\"level\":\"region\"", "science", "culture", "art", "sport", "military")),
            new Kind("technoparks", List.of("project", "seminar", "hackathon", "tutor-course"), List.of("{}")),
            new Kind("summer-shifts", List.of("shift"), List.of("{}")),
            new Kind("personal-growth", List.of("training"), List.of("{}")),
            new Kind("sen-uzdiksin", List.of("forum", "district-event"), List.of("{}")),
            new Kind(
                    "cultural-visits",
                    List.of("museum", "exhibition", "sacred-place", "other"),
                    choices("\"significance\":\"%s\"", "region", "republic")));

    /** Activities of each kind. */
    private static final int EACH = 24;
    /** The first two kinds are for staff. */
    private static final int OF_STAFF = 2;

    private static final int TECHNOPARKS = 3;

    private final Tables tables;
    private final int year;
    private final Timestamp now = Timestamp.valueOf("2020-01-01 00:00:00");

    Activities(Tables tables, int year) {
        this.tables = tables;
        this.year = year;
    }

    void write() throws SQLException {
        activities();
        participations();
    }

    private static List<String> choices(String pattern, String... values) {
        List<String> fields = new ArrayList<>(List.of("{}"));
        for (String value : values) {
            fields.add("{" + pattern.formatted(value) + "}");
        }
        return fields;
    }

    private static boolean cancelled(int activity) {
        return activity % 6 == 0;
    }

    private void activities() throws SQLException {
        tables.insert(
                "activity (id, measure, type, title, territory, organisation_id, starts, ends, hours, seats, state, fields, created_by, created_at)",
                KINDS.size() * EACH,
                i -> {
                    Kind kind = KINDS.get(i / EACH);
                    Date starts = List.of(
                                    day(year - 1, 12, 31),
                                    day(year, 12, 31),
                                    day(year, 1, 1),
                                    day(year + 1, 1, 1),
                                    day(year, 7, 1))
                            .get(i % 5);
                    return new Object[] {
                        FREE + i,
                        kind.measure(),
                        kind.types().get(i % kind.types().size()),
                        "Іс-шара",
                        i % 7 == 0 ? Region.CODE : Region.district(i % 7 == 1 ? 0 : i),
                        i % 4 == 0
                                ? (Object) (Region.CENTRE + i % 2)
                                : i % 4 == 1 ? null : (Object) (Region.SCHOOL + i % Region.SCHOOLS),
                        starts,
                        starts,
                        i % 3 == 0 ? null : (Object) (10 + i),
                        20 + i,
                        cancelled(i) ? "CANCELLED" : i % 6 == 1 ? "OPEN" : "HELD",
                        kind.fields().get(i % kind.fields().size()),
                        1L,
                        now
                    };
                });
        // Nine sessions on both sides of a school year and of the year.
        List<Date> sessions = List.of(
                day(year - 1, 8, 31),
                day(year - 1, 9, 1),
                day(year - 1, 12, 1),
                day(year, 2, 1),
                day(year, 8, 31),
                day(year, 9, 1),
                day(year, 10, 1),
                day(year, 12, 31),
                day(year + 1, 1, 1));
        tables.insert("activity_session (id, activity_id, held_on)", 9 * EACH, i ->
                new Object[] {FREE + i, FREE + TECHNOPARKS * EACH + i / 9, sessions.get(i % 9)});
    }

    private void participations() throws SQLException {
        List<String> states = List.of("ATTENDED", "ABSENT", "WAITING", "ACCEPTED", "ATTENDED", "REFUSED", "ATTENDED");
        List<Object[]> children = new ArrayList<>();
        List<Object[]> presence = new ArrayList<>();
        int kinds = KINDS.size() - OF_STAFF;
        for (int i = 0; i < Region.CHILDREN; i++) {
            for (int turn = 0; turn < (i % 3 == 0 ? 0 : 2); turn++) {
                int kind = OF_STAFF + (i + turn * (1 + i / 6 % (kinds - 1))) % kinds;
                int activity = kind * EACH + i / 7 % EACH;
                long id = FREE + 2L * i + turn;
                children.add(new Object[] {
                    id,
                    FREE + activity,
                    FREE + i,
                    cancelled(activity) ? "ABSENT" : states.get((i / 3 + turn) % states.size()),
                    now
                });
                for (int session = 0; kind == TECHNOPARKS && session < 9; session++) {
                    boolean present = i % 5 == 0 || (i + session) % 3 != 0;
                    presence.add(new Object[] {FREE + 9L * (activity - TECHNOPARKS * EACH) + session, id, present});
                }
            }
        }
        tables.insert("participation (id, activity_id, child_id, state, applied_at)", children.size(), children::get);
        tables.insert("presence (session_id, participation_id, present)", presence.size(), presence::get);
        int staff = 4 * Region.SCHOOLS;
        tables.insert("participation (id, activity_id, staff_id, state, applied_at)", 2 * staff, i -> {
            int activity = i / staff * EACH + i * 5 % EACH;
            return new Object[] {
                FREE + 100_000 + i,
                FREE + activity,
                Region.STAFF + i % staff,
                cancelled(activity) || i % 5 == 0 ? "ABSENT" : "ATTENDED",
                now
            };
        });
    }
}
