package kz.jolkarta.core.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import kz.jolkarta.core.time.OfficeClock;

/** A clock that stands still until the test moves it. */
public final class FixedClock implements OfficeClock {
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    private volatile Instant now;

    public FixedClock(Instant now) {
        this.now = now;
    }

    /** Noon of a day in the office. */
    public static FixedClock at(LocalDate day) {
        return new FixedClock(day.atTime(12, 0).atZone(ALMATY).toInstant());
    }

    /** Noon of a day in the office, e.g. {@code 2026-03-01}. */
    public static FixedClock at(String day) {
        return at(LocalDate.parse(day));
    }

    public void set(LocalDate day) {
        now = at(day).now;
    }

    public void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public ZoneId zone() {
        return ALMATY;
    }
}
