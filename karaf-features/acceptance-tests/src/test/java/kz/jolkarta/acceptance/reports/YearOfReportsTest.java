package kz.jolkarta.acceptance.reports;

import java.nio.file.Path;
import kz.jolkarta.acceptance.DemoNode;
import kz.jolkarta.acceptance.OwnNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reporting of 2026 from December to the end of January, on a node in UTC whose wall clock the test holds: 20 regions, one in the last second of its day,
 * some late, one missing, one given back and revised; targets by an order; the country's roll-up from the 11th on, and the report to the Government by the 25th.
 */
@ExtendWith(ClockLibrary.class)
class YearOfReportsTest {
    @TempDir
    Path folder;

    @Test
    void aWholeYear() {
        HeldClock clock = new HeldClock(folder.resolve("clock"));
        clock.runsFrom("2026-12-01T09:00");
        try (OwnNode own = clock.of(OwnNode.unpacked(folder))) {
            Country country = new Country(clock, DemoNode.loaded(own));
            Collecting collecting = new Collecting(country);
            collecting.records();
            collecting.aims();
            collecting.reminded();
            collecting.handedInOnTime();
            collecting.theLastSecondAndTheFirst();
            collecting.theRollUpNamesWhoIsMissing();
            Judging judging = new Judging(country);
            judging.givenBackAndRevised();
            judging.accepted();
            judging.board();
            Telling telling = new Telling(country);
            telling.toldToTheGovernment();
            telling.papers();
            telling.whole();
        }
    }
}
