package kz.jolkarta.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;

/** A year of records for every child of a stopped node: activities, awards and payments, road maps, results, tasks, and a trail of who looked. */
final class Year {
    private static final int ACTIVITIES = 500;
    private static final long FREE = Records.FREE;

    private final LocalDate today;

    /** @param today the last day of the year that is written */
    Year(LocalDate today) {
        this.today = today;
    }

    /** @param district where the activities are held; KATO code */
    void write(Path database, String district) throws SQLException {
        int schoolYear = today.getMonthValue() < 9 ? today.getYear() - 1 : today.getYear();
        Date past = Date.valueOf(today.minusMonths(4));
        Date due = Date.valueOf(today.plusDays(20));
        Timestamp at = Timestamp.valueOf(today.minusMonths(4).atStartOfDay());
        try (Connection connection = BareInsert.open(database)) {
            connection.setAutoCommit(false);
            long form = Records.numbers(connection, "select max(id) from road_map_form where state = 'PUBLISHED'")
                    .get(0);
            Records.insert(
                    connection,
                    "insert into activity (id, measure, type, title, territory, starts, ends, seats, state, created_by, created_at)"
                            + " values (?, 'technoparks', 'project', 'Робототехника', '" + district
                            + "', ?, ?, 500, ?, 1, ?)",
                    ACTIVITIES,
                    i -> new Object[] {FREE + i, past, i % 5 == 0 ? due : past, i % 5 == 0 ? "OPEN" : "HELD", at});
            for (String sql : List.of(
                    "participation (id, activity_id, child_id, state, applied_at) select F + id, F + mod(id, "
                            + ACTIVITIES
                            + "), id, case when mod(id, 5) = 0 then 'ACCEPTED' else 'ATTENDED' end, AT from child where mod(id, 2) = 0",
                    "award (id, measure, type, award_year, territory, child_id, state, date_from, date_to, amount, source, proposed_by, created_at)"
                            + " select F + id, 'health-camps', 'camp', " + today.getYear() + ", territory, id,"
                            + " case when mod(id, 4) = 0 then 'COMMISSION' else 'ISSUED' end, PAST, PAST, 16000000, 'LOCAL_BUDGET', 1, AT"
                            + " from child where mod(id, 5) = 0",
                    "payment (id, measure, type, territory, award_id, paid_on, amount, source, created_by, created_at)"
                            + " select id, measure, type, territory, id, PAST, amount, source, 1, AT from award where id > F and state = 'ISSUED'",
                    "road_map (id, child_id, form_id, school_year, state, content, due_on, drawn_up_on, approved_on, created_by, created_at)"
                            + " select F + id, id, " + form + ", " + schoolYear
                            + ", case when mod(id, 9) < 3 then 'DRAFT' else 'APPROVED' end, cast('{}' as clob), DUE, PAST,"
                            + " case when mod(id, 9) < 3 then cast(null as date) else PAST end, 1, AT from child where mod(id, 3) = 0",
                    "road_map_goal (id, road_map_id, ordinal, title) select id, id, 1, 'Облыстық олимпиада' from road_map where id > F",
                    "road_map_step (id, road_map_id, ordinal, title, measure, type, due_on)"
                            + " select 2 * id, id, 1, 'Технопарк', 'technoparks', 'project', DUE from road_map where id > F",
                    "road_map_step (id, road_map_id, ordinal, title, measure, type, due_on, state, done_on)"
                            + " select 2 * id + 1, id, 2, 'Сауықтыру', 'health-camps', 'camp', PAST, 'DONE', PAST from road_map where id > F",
                    "achievement (id, child_id, event, level, field, place, won_on)"
                            + " select F + id, id, 'Математика олимпиадасы', 'DISTRICT', 'INTELLECTUAL', 2, PAST from child where mod(id, 3) = 1",
                    "diagnostic_result (id, child_id, held_on, method, score, norm)"
                            + " select F + id, id, PAST, 'Равен', '70/100', '60/100' from child where mod(id, 4) = 0",
                    "child_marks (child_id, school_year, excellent, recorded_on) select id, " + (schoolYear - 1)
                            + ", true, PAST from child where mod(id, 4) = 1",
                    "task (id, kind, child_id, record_id, territory, due_on, created_at)"
                            + " select F + id, 'CONSENT_EXPIRES', id, id, territory, DUE, AT from child where mod(id, 40) = 0",
                    "audit_entry (id, happened_at, actor_id, login, action, kind, object_id, territory)"
                            + " select F + id, AT, 1, 'admin', 'READ', 'child', id, territory from child")) {
                try (Statement statement = connection.createStatement()) {
                    statement.executeUpdate("insert into "
                            + sql.replaceAll("\\bF\\b", String.valueOf(FREE))
                                    .replaceAll("\\bPAST\\b", "date('" + past + "')")
                                    .replaceAll("\\bDUE\\b", "date('" + due + "')")
                                    .replaceAll("\\bAT\\b", "timestamp('" + at + "')"));
                }
                connection.commit();
            }
        }
        BareInsert.shut(database);
    }
}
