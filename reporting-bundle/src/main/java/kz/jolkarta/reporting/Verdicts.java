package kz.jolkarta.reporting;

import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the level above says of a report that was handed in: whoever sees the figures of the country ({@code REPORTS_READ}) and keeps its programme
 * ({@code PROGRAMME_WRITE}) accepts it or gives it back.
 */
@Component(service = Verdicts.class)
public final class Verdicts {
    private final Reports reports;
    private final ReportCalendar calendar;
    private final ReportReminders reminders;
    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;

    @Activate
    public Verdicts(
            @Reference Reports reports,
            @Reference ReportCalendar calendar,
            @Reference ReportReminders reminders,
            @Reference Database database,
            @Reference Audit audit,
            @Reference OfficeClock clock,
            @Reference ReportingSchema schema) {
        this.reports = reports;
        this.calendar = calendar;
        this.reminders = reminders;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the user is of the level above, which gives back and accepts. */
    boolean mayJudge(User user) {
        return ReportKey.national(user);
    }

    /** What has to be mended in a revision, by the measure's code; the remarks on the whole stand in the revision itself. */
    Map<String, String> remarks(Submission of) {
        return of.returned() ? database.read(tx -> SubmissionStore.remarks(tx, of)) : Map.of();
    }

    /**
     * Gives the last revision back with what has to be mended, also one that was accepted.
     *
     * @throws Problem CONFLICT unless it is the last one and was not given back before
     */
    void giveBack(User user, String year, String region, int revision, Remarks remarks) {
        judge(
                user,
                year,
                region,
                revision,
                "returned",
                (tx, last) -> SubmissionStore.giveBack(tx, last, remarks, user, clock.now()));
    }

    /** @throws Problem CONFLICT unless it is the last one, and was neither accepted nor given back before */
    void accept(User user, String year, String region, int revision) {
        judge(
                user,
                year,
                region,
                revision,
                "accepted",
                (tx, last) -> SubmissionStore.accept(tx, last, user, clock.now()));
    }

    /** What the level above does with the last revision. */
    @FunctionalInterface
    private interface Verdict {
        /** @return false when somebody was faster */
        boolean in(Tx tx, Submission last);
    }

    private void judge(User user, String year, String region, int revision, String what, Verdict verdict) {
        ReportKey report = ReportKey.of(reports, user, year, region);
        if (!mayJudge(user)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "problem.forbidden");
        }
        Deadlines deadlines = calendar.of(report.year());
        database.run(tx -> {
            Submission last = SubmissionStore.of(tx, deadlines, report.region()).stream()
                    .findFirst()
                    .orElseThrow(Problem::notFound);
            if (last.revision() != revision || !verdict.in(tx, last)) {
                throw Problem.conflict("report.submit.meanwhile");
            }
            reminders.settle(tx, deadlines, List.of(report.region()));
            audit.record(tx, user, report.entry(Audit.Action.UPDATE, "revision " + revision + " " + what));
        });
    }
}
