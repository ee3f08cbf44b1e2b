package kz.jolkarta.core.internal.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import kz.jolkarta.core.testing.FixedClock;
import org.junit.jupiter.api.Test;

class WallClockTest {
    @Test
    void theOfficesDayEndsAtItsOwnMidnight() {
        assertEquals(LocalDate.of(2027, 1, 10), new FixedClock(Instant.parse("2027-01-10T18:59:59.999999Z")).today());
        assertEquals(LocalDate.of(2027, 1, 11), new FixedClock(Instant.parse("2027-01-10T19:00:00Z")).today());
        FixedClock clock = FixedClock.at("2026-03-01");
        assertEquals(Instant.parse("2027-01-10T19:00:00Z"), clock.after(LocalDate.of(2027, 1, 10)));
        assertEquals(
                Instant.parse("2024-02-29T19:00:00Z"),
                clock.after(LocalDate.of(2024, 2, 29)),
                "the clock was put back that night, so the day had 25 hours");
    }

    @Test
    void momentsAreAsFineAsTheDatabaseKeepsThem() {
        Instant now = new WallClock(ZoneId.of("Asia/Almaty")).now();
        assertEquals(0, now.getNano() % 1000);
        assertTrue(now.isAfter(Instant.parse("2024-03-01T00:00:00Z")));
    }
}
