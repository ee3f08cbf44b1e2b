package kz.jolkarta.registry.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.records.RecordTables;
import kz.jolkarta.registry.records.RecordWorld;
import kz.jolkarta.registry.records.Refusal;
import org.junit.jupiter.api.Test;

@BothEngines(RecordTables.class)
class WorkingDaysTest {
    private final RecordWorld world;
    private final OfficeDays days;
    private final User office = RecordWorld.user(9, "", Role.ADMINISTRATOR);

    WorkingDaysTest(TestDatabase database) {
        world = new RecordWorld(database);
        days = new OfficeDays(world.ledger);
    }

    private LocalDate after(String day, int count) {
        return world.database.call(tx -> WorkingDays.after(tx, LocalDate.parse(day), count));
    }

    @Test
    void aTermLeavesOutTheDayItRunsFromAndTheWeekends() {
        // Friday to the Friday three weeks later.
        assertEquals(LocalDate.parse("2026-02-27"), after("2026-02-06", 15));
        assertEquals(LocalDate.parse("2026-02-09"), after("2026-02-07", 1), "from a Saturday on Monday");
    }

    @Test
    void publicHolidaysAreNoWorkingDays() {
        // 23 March 2026 is the Monday of Nauryz, 21 and 22 are a weekend.
        assertEquals(LocalDate.parse("2026-03-24"), after("2026-03-20", 1));
        assertEquals(LocalDate.parse("2025-01-08"), after("2025-01-06", 1), "Orthodox Christmas");
    }

    @Test
    void aHolidayCountsInTheYearsInWhichItWasOne() {
        assertEquals(LocalDate.parse("2021-10-25"), after("2021-10-22", 1), "the Day of the Republic came in 2022");
        assertEquals(LocalDate.parse("2022-10-26"), after("2022-10-24", 1));
        assertEquals(LocalDate.parse("2020-12-02"), after("2020-11-30", 1), "the Day of the First President");
        assertEquals(LocalDate.parse("2023-12-01"), after("2023-11-30", 1));
    }

    @Test
    void theOfficeMovesADayOffAndItsWorkingSaturday() {
        days.add(office, new OfficeDay(LocalDate.parse("2026-06-01"), false, "Құрбан айт"));
        days.add(office, new OfficeDay(LocalDate.parse("2026-06-06"), true, "moved"));
        assertEquals(LocalDate.parse("2026-06-02"), after("2026-05-29", 1));
        assertEquals(LocalDate.parse("2026-06-06"), after("2026-06-05", 1));
        assertTrue(days.of(office, 2026).stream().anyMatch(d -> d.day().equals(LocalDate.parse("2026-06-06"))));

        days.remove(office, LocalDate.parse("2026-06-01"));
        assertEquals(LocalDate.parse("2026-06-01"), after("2026-05-29", 1));
        Refusal.of(Kind.NOT_FOUND, "problem.not-found", () -> days.remove(office, LocalDate.parse("2026-06-01")));
        days.remove(office, LocalDate.parse("2026-06-06"));
    }

    @Test
    void aDayStandsInTheListOnceAndOnlyTheNationalOfficeWritesIt() {
        OfficeDay newYear = new OfficeDay(LocalDate.parse("2026-01-01"), false, null);
        Refusal.of(Kind.CONFLICT, "task.office-day-known", () -> days.add(office, newYear));
        User region = RecordWorld.user(8, RecordWorld.REGION, Role.ADMINISTRATOR);
        OfficeDay day = new OfficeDay(LocalDate.parse("2026-05-11"), false, null);
        Refusal.of(Kind.FORBIDDEN, "consent.country", () -> days.add(region, day));
    }
}
