package kz.jolkarta.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A region's report as it is to be printed, in Kazakh.
 *
 * @param texts what was written beside the figures, by the measure's code
 * @param last year's values beside them
 * @param targets beside them
 * @param files that belong to it
 * @param frozen the revision it is; empty for a draft from the open report
 * @param at when it was handed in, or counted
 */
record Printed(
        RegionReport report,
        Map<String, ReportText> texts,
        LastYear last,
        YearTargets targets,
        List<ReportAttachment> files,
        Optional<Submission> frozen,
        Instant at) {
    static Printed of(Snapshot snapshot, Optional<Submission> frozen, Instant at) {
        return new Printed(
                snapshot.report(),
                snapshot.texts(),
                snapshot.lastYear(),
                snapshot.targets(),
                snapshot.attachments(),
                frozen,
                at);
    }
}
