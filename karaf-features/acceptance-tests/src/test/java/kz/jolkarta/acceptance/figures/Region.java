package kz.jolkarta.acceptance.figures;

import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;

/** 20 000 children of Atyrau region and what is kept of them, put into an empty node: every border of a day, a state and a place is among them. */
final class Region {
    static final String CODE = "230000000";
    static final int CHILDREN = 20_000;
    static final int SCHOOLS = 40;
    /** Above all ids that a node gives out. */
    static final long FREE = 4_000_000_000_000_000L;

    static final long SCHOOL = FREE + 100_000;
    static final long CABINET = FREE + 101_000;
    static final long CENTRE = FREE + 102_000;
    static final long STAFF = FREE + 110_000;
    static final long COORDINATOR = FREE + 120_000;
    private static final String CITY = "231000000";
    private static final List<String> DISTRICTS =
            List.of(CITY, "233600000", "234000000", "234200000", "234600000", "234800000", "235200000", "235600000");

    private final Tables tables;
    private final int year;
    private final Timestamp now = Timestamp.valueOf("2020-01-01 00:00:00");
    private final List<String> villages;

    /** @param year whose last day is over */
    Region(Tables tables, int year) throws SQLException {
        this.tables = tables;
        this.year = year;
        this.villages = tables.read(
                "select code from territory where code like '23%' and rural = true order by code",
                row -> row.getString(1));
    }

    static String district(int number) {
        return DISTRICTS.get(number % DISTRICTS.size());
    }

    void write() throws SQLException {
        organisations();
        children();
        moved();
        new Lives(tables, year).write();
        doubts();
        new Activities(tables, year).write();
        new Records(tables, year).write();
    }

    /** A day of the year, or of one beside it. */
    static Date day(int year, int month, int day) {
        return Date.valueOf(LocalDate.of(year, month, day));
    }

    /** Town and country schools, cabinets with and without a coordinator, a centre that opened within the year. */
    private void organisations() throws SQLException {
        String organisation =
                "organisation (id, kind, name, name_key, territory, active, opened_on, closed_on, capacity, created_at)";
        tables.insert(organisation, SCHOOLS, i -> new Object[] {
            SCHOOL + i,
            "SCHOOL",
            "№ " + i + " мектеп",
            "mektep",
            i % 2 == 0 ? "231010000" : villages.get(i * 5),
            i % 20 != 19,
            null,
            i % 20 == 18 ? day(year, 12, 31) : i % 20 == 17 ? day(year, 12, 30) : null,
            null,
            now
        });
        tables.insert(organisation, 9, i -> new Object[] {
            CABINET + i, "CABINET", "Кабинет", "kabinet", i == 8 ? CODE : district(i), true, null, null, null, now
        });
        tables.insert(organisation, 2, i -> new Object[] {
            CENTRE + i,
            "CENTRE",
            "Орталық",
            "ortalyk",
            i == 0 ? "231010000" : "233620100",
            true,
            day(year, 9, 1 - i + 1),
            null,
            120 + i,
            now
        });
        String staff = "staff (id, organisation_id, surname, given_name, name_key, position, valid_from, created_at)";
        tables.insert(staff, 4 * SCHOOLS, i -> new Object[] {
            STAFF + i,
            SCHOOL + i % SCHOOLS,
            "Серік",
            "Айгүл",
            "serik",
            i < SCHOOLS ? "PSYCHOLOGIST" : "TEACHER",
            day(2015, 9, 1),
            now
        });
        tables.insert(staff, 9, i -> new Object[] {
            COORDINATOR + i, CABINET + i, "Оспан", "Ерлан", "ospan", "COORDINATOR", day(2015, 9, 1), now
        });
        // One was appointed after the day, another one's appointment had ended the day before; of one cabinet nobody
        // ever was.
        tables.insert(
                "appointment (id, organisation_id, staff_id, order_number, order_date, valid_from, valid_to, created_by, created_at)",
                8,
                i -> new Object[] {
                    FREE + i,
                    CABINET + i + i / 7,
                    COORDINATOR + i + i / 7,
                    "7",
                    day(2018, 1, 1),
                    i == 3 ? day(year + 1, 1, 1) : day(2018, 1, 1),
                    i == 4 ? day(year, 12, 30) : i == 5 ? day(year, 12, 31) : null,
                    1L,
                    now
                });
    }

    private String home(int i) {
        return i % 3 == 0 ? i % 2 == 0 ? "231010000" : "233620100" : villages.get(i * 7 % villages.size());
    }

    private void children() throws SQLException {
        tables.insert(
                "child (id, iin, surname, given_name, key_surname, key_given, sort_key, birth_date, sex, territory, school_id, grade,"
                        + " language, state, registered_on, left_on, resident_from, coordinator_id, coordinator_since, updated_at)",
                CHILDREN,
                i -> {
                    Date left = i % 19 == 0
                            ? day(year, 6, 25)
                            : i % 23 == 0
                                    ? day(year - 1, 6, 1)
                                    : i % 29 == 0 ? day(year + 1, 1, 10) : i % 97 == 0 ? day(year, 12, 31) : null;
                    String state = i % 41 == 0 ? "MERGED" : i % 37 == 0 ? "ARCHIVED" : left != null ? "LEFT" : "ACTIVE";
                    Date registered =
                            i % 11 == 0 ? day(year + 1, 1, 1) : i % 5 == 0 ? day(year, 12, 31) : day(year - 2, 9, 1);
                    return new Object[] {
                        FREE + i,
                        "%012d".formatted(i),
                        "Ахметов",
                        "Әли",
                        "a",
                        "a",
                        "a",
                        Date.valueOf(LocalDate.of(year - 5 - i % 14, 12, 31).minusDays(i % 3)),
                        i % 2 == 0 ? "MALE" : "FEMALE",
                        home(i),
                        i % 10 == 0 ? null : (Object) (SCHOOL + i % SCHOOLS),
                        i % 14 == 13 ? null : (Object) (i % 13),
                        "kk",
                        state,
                        registered,
                        left,
                        i % 50 == 7 ? day(year + 1, 1, 1) : null,
                        i % 13 == 5 ? (Object) COORDINATOR : null,
                        i % 13 == 5 ? i % 2 == 0 ? day(year, 12, 31) : day(year + 1, 1, 1) : null,
                        now
                    };
                });
    }

    /** Who lives elsewhere since the first day of the next year. */
    private void moved() throws SQLException {
        tables.insert(
                "child_residence (id, child_id, territory, school_id, grade, valid_from, valid_to, moved_by, moved_at)",
                CHILDREN / 50,
                i -> {
                    int child = i * 50 + 7;
                    return new Object[] {
                        FREE + i,
                        FREE + child,
                        home(child + 101),
                        SCHOOL + (child + 3) % SCHOOLS,
                        child % 12,
                        day(year - 3, 1, 1),
                        day(year, 12, 31),
                        1L,
                        now
                    };
                });
    }

    /** Rows of a list that may be a child who is known: open, decided in time, decided too late. */
    private void doubts() throws SQLException {
        tables.insert(
                "import_batch (id, owner, territory, file_name, dry_run, header_row, headings, mapping, created_at, content)",
                1,
                i -> new Object[] {
                    FREE,
                    1L,
                    CODE,
                    "list.csv",
                    false,
                    1,
                    "[]",
                    "{}",
                    Timestamp.valueOf(year + "-05-01 10:00:00"),
                    new byte[0]
                });
        tables.insert(
                "doubtful_pair (id, import_id, row_no, child_id, territory, evidence, row_json, row_key, decision, decided_at)",
                30,
                i -> new Object[] {
                    FREE + i,
                    FREE,
                    i,
                    FREE + i,
                    home(i),
                    "names",
                    "{}",
                    "key" + i,
                    i % 3 == 0 ? "OPEN" : "DIFFERENT",
                    i % 3 == 0 ? null : Timestamp.valueOf((i % 3 == 1 ? year : year + 1) + "-02-01 10:00:00")
                });
    }
}
