package kz.jolkarta.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The way of a region's yearly report: handing in, giving back. Whoever approves awards of the region ({@code AWARDS_APPROVE}) hands in; whoever sees
 * the figures of the country ({@code REPORTS_READ}) and keeps its programme ({@code PROGRAMME_WRITE}) gives back.
 */
@Component(service = Submissions.class)
public final class Submissions {
    private final Reports reports;
    private final ReportCalendar calendar;
    private final LateOpenings openings;
    private final ReportReminders reminders;
    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;

    @Activate
    public Submissions(
            @Reference Reports reports,
            @Reference ReportCalendar calendar,
            @Reference LateOpenings openings,
            @Reference ReportReminders reminders,
            @Reference Database database,
            @Reference Audit audit,
            @Reference OfficeClock clock,
            @Reference ReportingSchema schema) {
        this.reports = reports;
        this.calendar = calendar;
        this.openings = openings;
        this.reminders = reminders;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** The last submission of each region in a year, by the region's code. */
    Map<String, Submission> last(User user, Deadlines deadlines) {
        Scope scope = user.require(Right.REPORTS_READ);
        return database.read(tx -> SubmissionStore.last(tx, deadlines)).stream()
                .filter(s -> scope.covers(s.region()))
                .collect(Collectors.toMap(Submission::region, s -> s));
    }

    List<Submission> list(User user, String year, String region) {
        ReportKey key = ReportKey.of(reports, user, year, region);
        Deadlines deadlines = calendar.of(key.year());
        return database.read(tx -> SubmissionStore.of(tx, deadlines, key.region()));
    }

    boolean maySubmit(User user, String region) {
        return user.scope(Right.AWARDS_APPROVE).covers(region);
    }

    boolean mayGiveBack(User user) {
        return user.scope(Right.REPORTS_READ).isCountry() && user.has(Right.PROGRAMME_WRITE);
    }

    /**
     * Freezes the report as it stands now.
     *
     * @throws Problem CONFLICT while a row is missing, when nothing has changed since the last one, or when the report is locked
     */
    Submission submit(User user, String year, String region) {
        ReportKey key = ReportKey.of(reports, user, year, region);
        user.require(Right.AWARDS_APPROVE, key.region());
        Deadlines deadlines = calendar.of(key.year());
        List<ReportText> texts = database.read(tx -> {
            openings.require(tx, deadlines, key.region());
            return SubmissionStore.texts(tx, key.year(), key.region());
        });
        RegionReport whole = report(key, Map.of(Right.REPORTS_READ, Scope.COUNTRY, Right.CHILDREN_READ, Scope.COUNTRY));
        List<ReportChecks.Finding> missing = ReportChecks.of(
                        whole,
                        Optional.empty(),
                        texts.stream().collect(Collectors.toMap(ReportText::measure, t -> t)),
                        Set.of())
                .of(ReportChecks.Kind.MISSING);
        if (!missing.isEmpty()) {
            throw Problem.conflict(
                    "report.submit.missing",
                    missing.stream().map(f -> String.valueOf(f.number())).collect(Collectors.joining(", ")));
        }
        Snapshot full = Snapshot.of(whole, texts);
        Snapshot open = Snapshot.of(report(key, Map.of(Right.REPORTS_READ, Scope.COUNTRY)), texts);
        String hash = full.hash();
        return ReportKey.unique(() -> database.call(tx -> {
            // The figures took a while, and the day may have ended meanwhile.
            openings.require(tx, deadlines, key.region());
            List<Submission> earlier = SubmissionStore.of(tx, deadlines, key.region());
            if (!earlier.isEmpty()
                    && !earlier.get(0).returned()
                    && earlier.get(0).hash().equals(hash)) {
                throw Problem.conflict("report.submit.unchanged");
            }
            Instant now = clock.now();
            Submission made = new Submission(
                    key.year(),
                    key.region(),
                    earlier.isEmpty() ? 1 : earlier.get(0).revision() + 1,
                    hash,
                    user.login(),
                    now,
                    deadlines.region().onTime(now),
                    Optional.empty(),
                    Optional.empty(),
                    "");
            SubmissionStore.insert(tx, database.nextId(), made, full, open);
            reminders.settle(tx, deadlines, List.of(key.region()));
            audit.record(tx, user, key.entry(Audit.Action.APPROVE, "revision " + made.revision() + " " + hash));
            return made;
        }));
    }

    /** In Kazakh, the language of the act. */
    private RegionReport report(ReportKey key, Map<Right, Scope> sight) {
        User reader = new User(0, "report", sight, Language.KK);
        return reports.region(reader, Language.KK, String.valueOf(key.year()), key.region());
    }

    /**
     * The frozen bytes, whose SHA-256 anybody can compute.
     *
     * @throws Problem FORBIDDEN without the right to the children of the region: cells of fewer than five stand in it
     */
    byte[] content(User user, String year, String region, int revision) {
        ReportKey key = ReportKey.of(reports, user, year, region);
        user.require(Right.CHILDREN_READ, key.region());
        return database.call(tx -> {
            String found = SubmissionStore.content(tx, key.year(), key.region(), revision, false)
                    .orElseThrow(Problem::notFound);
            audit.record(tx, user, key.entry(Audit.Action.EXPORT, "revision " + revision));
            return new Snapshot(found).bytes();
        });
    }

    /**
     * Gives the last revision back with what has to be mended.
     *
     * @throws Problem INVALID without remarks; CONFLICT unless it is the last one and was not given back before
     */
    void giveBack(User user, String year, String region, int revision, String remarks) {
        ReportKey key = ReportKey.of(reports, user, year, region);
        if (!mayGiveBack(user)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "problem.forbidden");
        }
        String said = remarks == null ? "" : remarks.strip();
        if (said.isEmpty()) {
            throw Problem.field("remarks", "report.return.remarks");
        }
        if (said.length() > ReportText.LONGEST) {
            throw Problem.field("remarks", "report.text.long", ReportText.LONGEST);
        }
        Deadlines deadlines = calendar.of(key.year());
        database.run(tx -> {
            Submission last = SubmissionStore.of(tx, deadlines, key.region()).stream()
                    .findFirst()
                    .orElseThrow(Problem::notFound);
            if (last.revision() != revision || !SubmissionStore.giveBack(tx, last, said, user, clock.now())) {
                throw Problem.conflict("report.submit.meanwhile");
            }
            reminders.settle(tx, deadlines, List.of(key.region()));
            audit.record(tx, user, key.entry(Audit.Action.UPDATE, "revision " + revision + " returned"));
        });
    }
}
