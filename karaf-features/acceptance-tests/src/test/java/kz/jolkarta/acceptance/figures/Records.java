package kz.jolkarta.acceptance.figures;

import static kz.jolkarta.acceptance.figures.Region.FREE;
import static kz.jolkarta.acceptance.figures.Region.day;

import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;

/** The records of the measures in the region: awards, payments, plans and materials. */
final class Records {
    private final Tables tables;
    private final int year;
    private final Timestamp now = Timestamp.valueOf("2020-01-01 00:00:00");

    Records(Tables tables, int year) {
        this.tables = tables;
        this.year = year;
    }

    void write() throws SQLException {
        awards();
        payments();
        materials();
    }

    private void awards() throws SQLException {
        List<String> states =
                List.of("PROPOSED", "COMMISSION", "APPROVED", "ISSUED", "ENDED", "RETURNED", "REFUSED", "ISSUED");
        List<List<String>> kinds = List.of(
                List.of("health-camps", "camp"),
                List.of("health-camps", "sanatorium"),
                List.of("stipends", "named"),
                List.of("stipends", "state"),
                List.of("education-grants", "grant"));
        List<String> categories = List.of("a", "b", "c");
        tables.insert(
                "award (id, measure, type, award_year, territory, child_id, state, date_from, amount, source, fields, proposed_by, created_at)",
                Region.CHILDREN / 2,
                i -> {
                    List<String> kind = kinds.get(i % 5);
                    return new Object[] {
                        FREE + i,
                        kind.get(0),
                        kind.get(1),
                        i % 11 == 0 ? year - 1 : year,
                        Region.district(i),
                        FREE + 2L * i,
                        states.get(i / 5 % 8),
                        i % 3 == 0 ? null : day(year, 1 + i % 12, 1),
                        1_000_00L + i,
                        "LOCAL_BUDGET",
                        kind.get(0).equals("stipends") ? "{\"category\":\"" + categories.get(i % 3) + "\"}" : "{}",
                        1L,
                        now
                    };
                });
        tables.insert(
                "award (id, measure, type, award_year, territory, staff_id, state, proposed_by, created_at)",
                Region.SCHOOLS,
                i -> new Object[] {
                    FREE + 100_000 + i,
                    "teacher-awards",
                    "best-teacher",
                    i % 11 == 0 ? year - 1 : year,
                    Region.district(i),
                    Region.STAFF + Region.SCHOOLS + i,
                    states.get(i % 8),
                    1L,
                    now
                });
        List<Object[]> quotas = List.of(
                new Object[] {FREE, "health-camps", "camp", Region.CODE, year, 500},
                new Object[] {FREE + 1, "health-camps", "sanatorium", Region.CODE, year, 200},
                new Object[] {FREE + 2, "health-camps", "camp", Region.district(2), year, 30},
                new Object[] {FREE + 3, "health-camps", "camp", Region.CODE, year - 1, 77});
        tables.insert("quota (id, measure, type, territory, quota_year, cap)", quotas.size(), quotas::get);
    }

    private void payments() throws SQLException {
        List<List<String>> kinds = List.of(
                List.of("health-camps", "camp"),
                List.of("health-camps", "sanatorium"),
                List.of("stipends", "named"),
                List.of("stipends", "state"),
                List.of("education-grants", "grant"),
                List.of("sen-uzdiksin", "forum"),
                List.of("sen-uzdiksin", "district-event"));
        List<String> sources = List.of("LOCAL_BUDGET", "REPUBLICAN_BUDGET", "OFF_BUDGET");
        tables.insert(
                "payment (id, measure, type, territory, paid_on, amount, source, created_by, created_at)", 3000, i -> {
                    List<String> kind = kinds.get(i % 7);
                    Date paid = List.of(
                                    day(year - 1, 12, 31),
                                    day(year, 1, 1),
                                    day(year, 12, 31),
                                    day(year + 1, 1, 1),
                                    day(year, 6, 1))
                            .get(i % 5);
                    return new Object[] {
                        FREE + i,
                        kind.get(0),
                        kind.get(1),
                        i % 13 == 0 ? Region.CODE : Region.district(i),
                        paid,
                        i % 17 == 0 ? -5_01L : 1_000_01L + i,
                        sources.get(i % 11 == 0 ? 1 : i % 7 > 4 ? 2 : 0),
                        1L,
                        now
                    };
                });
        List<Object[]> plans = List.of(
                new Object[] {FREE, "health-camps", Region.CODE, "LOCAL_BUDGET", year, 900_000_00L},
                new Object[] {FREE + 1, "health-camps", Region.district(1), "LOCAL_BUDGET", year, 300_000_05L},
                new Object[] {FREE + 2, "health-camps", "233620100", "LOCAL_BUDGET", year, 100_000_00L},
                new Object[] {FREE + 3, "stipends", Region.district(2), "LOCAL_BUDGET", year, 10_000_00L},
                new Object[] {FREE + 4, "stipends", Region.district(2), "LOCAL_BUDGET", year - 1, 77_00L});
        tables.insert("budget (id, measure, territory, source, budget_year, planned)", plans.size(), plans::get);
    }

    private void materials() throws SQLException {
        List<List<String>> kinds = List.of(
                List.of("best-practice", "method-guide"),
                List.of("best-practice", "lesson-video"),
                List.of("best-practice", "article"),
                List.of("information-support", "video"),
                List.of("information-support", "billboard"),
                List.of("information-support", "collection"),
                List.of("information-support", "article"),
                List.of("information-support", "broadcast"));
        List<String> states = List.of("DRAFT", "REVIEW", "ADOPTED", "ADOPTED", "ADOPTED");
        tables.insert(
                "deliverable (id, measure, type, title, territory, state, deliverable_year, language, reach, amount, source, adopted_on,"
                        + " author_id, created_by, created_at)",
                400,
                i -> {
                    List<String> kind = kinds.get(i % 8);
                    String state = states.get(i % 5);
                    Date adopted = i % 7 == 0
                            ? day(year - 1, 12, 31)
                            : i % 7 == 1 ? day(year + 1, 1, 1) : day(year, 1 + i % 12, 1);
                    return new Object[] {
                        FREE + i,
                        kind.get(0),
                        kind.get(1),
                        "Материал",
                        i % 9 == 0 ? Region.CODE : Region.district(i / 2),
                        state,
                        year - i % 2,
                        i % 3 == 0 ? null : i % 3 == 1 ? "kk" : "ru",
                        i % 4 == 0 ? null : (Object) (100L * i),
                        i % 5 == 3 ? null : (Object) (1_000_50L + i),
                        "LOCAL_BUDGET",
                        state.equals("ADOPTED") ? adopted : null,
                        i % 8 < 3 ? (Object) (Region.STAFF + i % (4 * Region.SCHOOLS)) : null,
                        1L,
                        now
                    };
                });
    }
}
