package kz.jolkarta.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything about a report.
 *
 * @param at when its figures were counted
 * @param texts by the measure's code
 * @param revisions the newest first
 * @param changes since the newest one
 */
record ReportBook(
        RegionReport report,
        Instant at,
        Deadlines deadlines,
        LocalDate today,
        Map<String, ReportText> texts,
        ReportChecks checks,
        List<Submission> revisions,
        List<Changed> changes) {
    Optional<Submission> last() {
        return revisions.stream().findFirst();
    }

    /** Whether the region has nothing more to do. */
    boolean handedIn() {
        return last().filter(s -> !s.returned()).isPresent();
    }

    ReportText text(String measure) {
        return texts.getOrDefault(measure, ReportText.none(measure));
    }

    /** @param before empty cells when the figure was not there */
    record Changed(Snapshot.Key key, Cell before, Cell now) {
        /** Whether it fell, or is gone. */
        boolean fell() {
            return before.value().isPresent()
                    && now.value()
                            .map(n -> n.compareTo(before.value().get()) < 0)
                            .orElse(true);
        }
    }
}
