package kz.jolkarta.core.internal.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import kz.jolkarta.core.testing.FixedClock;
import org.junit.jupiter.api.Test;

class WallClockTest {
    @Test
    void thisJavaKnowsTheOneZoneOfKazakhstan() {
        assertTrue(WallClock.knowsOneZone(ZoneId.of("Asia/Almaty")));
        assertTrue(WallClock.knowsOneZone(ZoneId.of("Asia/Qostanay")));
    }

    @Test
    void zoneDataFromBeforeTheChangeAreRecognised() {
        assertFalse(WallClock.knowsOneZone(ZoneOffset.ofHours(6)));
        assertFalse(WallClock.knowsOneZone(ZoneOffset.ofHours(5)));
    }

    @Test
    void theOfficesDayEndsAtItsOwnMidnight() {
        assertEquals(LocalDate.of(2027, 1, 10), new FixedClock(Instant.parse("2027-01-10T18:59:59.999999Z")).today());
        assertEquals(LocalDate.of(2027, 1, 11), new FixedClock(Instant.parse("2027-01-10T19:00:00Z")).today());
    }

    @Test
    void momentsAreAsFineAsTheDatabaseKeepsThem() {
        Instant now = new WallClock(ZoneId.of("Asia/Almaty")).now();
        assertEquals(0, now.getNano() % 1000);
        assertTrue(now.isAfter(Instant.parse("2024-03-01T00:00:00Z")));
    }
}
