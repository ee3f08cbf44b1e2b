package kz.jolkarta.acceptance.figures;

import static kz.jolkarta.acceptance.figures.Region.CHILDREN;
import static kz.jolkarta.acceptance.figures.Region.FREE;
import static kz.jolkarta.acceptance.figures.Region.SCHOOLS;
import static kz.jolkarta.acceptance.figures.Region.STAFF;
import static kz.jolkarta.acceptance.figures.Region.day;

import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;

/** What is known of the children of the region: categories, talents, consents, results, and their road maps. */
final class Lives {
    private final Tables tables;
    private final int year;
    private final Timestamp now = Timestamp.valueOf("2020-01-01 00:00:00");

    Lives(Tables tables, int year) {
        this.tables = tables;
        this.year = year;
    }

    void write() throws SQLException {
        aboutChildren();
        roadMaps();
    }

    private void aboutChildren() throws SQLException {
        List<String> categories =
                List.of("LARGE_FAMILY", "ASP", "BELOW_SUBSISTENCE", "ORPHAN", "EMERGENCY", "COLLEGIAL");
        tables.insert(
                "child_category (id, child_id, category, ground_kind, ground_number, valid_from, valid_to)",
                CHILDREN / 2,
                i -> new Object[] {
                    FREE + i,
                    FREE + 2L * i,
                    categories.get(i % 6),
                    "анықтама",
                    i % 4 == 0 ? null : i % 4 == 1 ? "" : "17",
                    i % 7 == 0 ? day(year + 1, 1, 1) : day(year, 12, 31),
                    i % 5 == 0 ? day(year, 12, 31) : null
                });
        tables.insert(
                "child_category (id, child_id, category, ground_number, valid_from, valid_to)",
                CHILDREN / 4,
                i -> new Object[] {
                    FREE + CHILDREN + i,
                    FREE + 4L * i + 2,
                    "ASP",
                    "18",
                    day(year - 1, 1, 1),
                    i % 2 == 0 ? day(year, 12, 30) : null
                });
        List<String> talents = List.of("SPORT", "ARTS", "INTELLECTUAL", "MILITARY_PATRIOTIC");
        tables.insert("child_talent (id, child_id, field, identified_on)", CHILDREN, i -> new Object[] {
            FREE + i,
            FREE + (i % 4 == 3 ? i - 1 : i * 7 % CHILDREN),
            talents.get(i % 4),
            i % 9 == 0 ? day(year + 1, 1, 1) : i % 9 == 1 ? day(year, 12, 31) : day(year - 1, 5, 1)
        });
        tables.insert(
                "consent (id, child_id, purpose, given_on, valid_to, withdrawn_on, template)",
                CHILDREN,
                i -> new Object[] {
                    FREE + i,
                    FREE + i,
                    i % 8 == 0 ? "PUBLICITY" : "PROCESSING",
                    i % 10 == 1 ? day(year + 1, 1, 1) : day(year, 12, 31),
                    i % 10 == 2 ? day(year, 12, 30) : i % 10 == 3 ? day(year, 12, 31) : null,
                    i % 10 == 4 ? day(year, 12, 31) : i % 10 == 5 ? day(year + 1, 1, 1) : null,
                    "1"
                });
        List<String> levels = List.of("SCHOOL", "DISTRICT", "REGION", "REPUBLIC", "INTERNATIONAL");
        tables.insert(
                "achievement (id, child_id, event, level, field, place, prize, won_on, coach_id)",
                CHILDREN / 2,
                i -> new Object[] {
                    FREE + i,
                    FREE + 2L * i + i % 2,
                    "Олимпиада",
                    levels.get(i % 5),
                    talents.get(i % 3),
                    i % 4 == 0 ? null : (Object) (i % 5 + 1),
                    i % 8 == 0,
                    i % 6 == 0
                            ? day(year - 1, 12, 31)
                            : i % 6 == 1 ? day(year + 1, 1, 1) : i % 6 == 2 ? day(year, 12, 31) : day(year, 3, 1),
                    i % 3 == 0 ? null : (Object) (STAFF + SCHOOLS + i % (3 * SCHOOLS))
                });
        tables.insert("child_marks (child_id, school_year, excellent, recorded_on)", CHILDREN / 5, i ->
                new Object[] {FREE + 5L * i, year - i % 3, i % 4 != 0, day(year, 6, 1)});
    }

    private void roadMaps() throws SQLException {
        tables.insert("road_map_form (id, form_no, state, content, published_on, created_by, created_at)", 2, i ->
                new Object[] {FREE + i, 900 + i, "PUBLISHED", "{\"sections\":[]}", day(year - 5 + i, 1, 1), 1L, now});
        tables.insert(
                "road_map (id, child_id, form_id, school_year, state, content, due_on, drawn_up_on, approved_on, closed_on, created_by, created_at)",
                CHILDREN / 2,
                i -> {
                    Date approved = i % 5 == 0 ? null : i % 5 == 1 ? day(year + 1, 1, 1) : day(year, 12, 31 - i % 3);
                    return new Object[] {
                        FREE + i,
                        FREE + 2L * i,
                        FREE + i % 2,
                        year,
                        approved == null ? "DRAFT" : "APPROVED",
                        "{}",
                        i % 4 == 0 ? day(year, 12, 31) : day(year, 12, 30),
                        i % 7 == 0 ? day(year + 1, 1, 1) : day(year, 12, 1),
                        approved,
                        i % 9 == 0 ? day(year, 12, 30) : i % 9 == 1 ? day(year, 12, 31) : null,
                        1L,
                        now
                    };
                });
        List<String> states = List.of("PLANNED", "DONE", "DROPPED");
        tables.insert(
                "road_map_step (id, road_map_id, ordinal, title, measure, due_on, state, done_on)",
                CHILDREN,
                i -> new Object[] {
                    FREE + i,
                    FREE + i / 2,
                    i % 2,
                    "Технопарк",
                    "",
                    i % 5 == 0 ? day(year + 1, 1, 1) : i % 5 == 1 ? day(year, 12, 31) : day(year, 12, 30),
                    states.get(i % 3),
                    i % 3 != 1 || i % 4 == 0 ? null : i % 4 == 1 ? day(year + 1, 1, 1) : day(year, 12, 31)
                });
    }
}
