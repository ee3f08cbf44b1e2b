package kz.jolkarta.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything about the country's report.
 *
 * @param written texts by the measure's code
 * @param revisions the newest first
 * @param prepared the preparation that holds; empty when there is none, or something changed since
 * @param now the moment it was opened
 */
record NationBook(
        RollUp rollUp,
        Deadlines deadlines,
        Map<String, ReportText> written,
        List<NationReport> revisions,
        Optional<Preparation> prepared,
        Instant now) {
    Optional<NationReport> last() {
        return revisions.stream().findFirst();
    }

    ReportState state() {
        return ReportState.ofNation(last().isPresent(), prepared.isPresent());
    }

    List<Integer> missing() {
        return NationReports.missing(rollUp, written);
    }

    /** Whether it can be prepared and handed in. */
    boolean open() {
        return rollUp.open() && missing().isEmpty() && !deadlines.nation().locked(now);
    }

    ReportText text(String measure) {
        return written.getOrDefault(measure, ReportText.none(measure));
    }
}
