package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.roadmap.FundingSource;

/**
 * Everything about a report.
 *
 * @param at when its figures were counted
 * @param texts by the measure's code
 * @param now the moment it was opened
 * @param before last year's values by measure, a slash and indicator, of those that can be compared; what was spent by {@link #spent}
 * @param entered which of them were entered from a return and not counted
 * @param targets of its figures
 * @param revisions the newest first
 * @param prepared the preparation that holds; empty when there is none, or something changed since
 * @param openings for this region although it is locked, the newest first
 * @param closed whether it may no longer be handed in
 * @param changes since the newest one
 * @param files of the report as it stands
 */
record ReportBook(
        RegionReport report,
        Instant at,
        Deadlines deadlines,
        LocalDate today,
        Instant now,
        Map<String, ReportText> texts,
        ReportChecks checks,
        Map<String, BigDecimal> before,
        Entered entered,
        YearTargets targets,
        List<Submission> revisions,
        Optional<Preparation> prepared,
        List<LateOpening> openings,
        boolean closed,
        List<Snapshot.Changed> changes,
        List<ReportAttachment> files) {
    Optional<Submission> last() {
        return revisions.stream().findFirst();
    }

    ReportState state() {
        return ReportState.of(last(), prepared.isPresent());
    }

    Timeliness timeliness() {
        return Timeliness.of(last(), deadlines.region(), now);
    }

    /** Whether the region has nothing more to do. */
    boolean handedIn() {
        return last().filter(s -> !s.returned()).isPresent();
    }

    /** Whether files may be added and taken out: it is not handed in, or was given back, and is not locked. */
    boolean takesFiles() {
        return !handedIn() && !closed;
    }

    List<ReportAttachment> files(String measure) {
        return files.stream().filter(f -> f.measure().equals(measure)).toList();
    }

    Optional<BigDecimal> before(String measure, String indicator) {
        return Optional.ofNullable(before.get(measure + "/" + indicator));
    }

    /** Whether last year's value was entered from a return. */
    boolean entered(String measure, String code) {
        return entered.find(measure, code).isPresent();
    }

    /** What was spent last year; empty when last year's report tells nothing of it. */
    Optional<BigDecimal> spentBefore(String measure, FundingSource source) {
        return Optional.ofNullable(before.get(measure + "/" + spent(source)));
    }

    /** How money spent is named among figures; no indicator's code has a slash. */
    static String spent(FundingSource source) {
        return "spent/" + Json.name(source);
    }

    /** How money planned is named among figures. */
    static String planned(FundingSource source) {
        return "planned/" + Json.name(source);
    }

    ReportText text(String measure) {
        return texts.getOrDefault(measure, ReportText.none(measure));
    }
}
