package kz.jolkarta.reporting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The way of a region's yearly report. Whoever keeps records of the region ({@code RECORDS_WRITE}) prepares it; another person, who approves awards of
 * the region ({@code AWARDS_APPROVE}), hands it in. What the level above does with it is {@link Verdicts}.
 */
@Component(service = Submissions.class)
public final class Submissions {
    private final Reports reports;
    private final ReportCalendar calendar;
    private final LateOpenings openings;
    private final ReportReminders reminders;
    private final Freezer freezer;
    private final NodeKey key;
    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;

    @Activate
    public Submissions(
            @Reference Reports reports,
            @Reference ReportCalendar calendar,
            @Reference LateOpenings openings,
            @Reference ReportReminders reminders,
            @Reference Freezer freezer,
            @Reference NodeKey key,
            @Reference Database database,
            @Reference Audit audit,
            @Reference OfficeClock clock,
            @Reference ReportingSchema schema) {
        this.reports = reports;
        this.calendar = calendar;
        this.openings = openings;
        this.reminders = reminders;
        this.freezer = freezer;
        this.key = key;
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
        ReportKey report = ReportKey.of(reports, user, year, region);
        Deadlines deadlines = calendar.of(report.year());
        return database.read(tx -> SubmissionStore.of(tx, deadlines, report.region()));
    }

    /** @throws Problem NOT_FOUND */
    Submission one(User user, String year, String region, int revision) {
        return list(user, year, region).stream()
                .filter(s -> s.revision() == revision)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    boolean mayPrepare(User user, String region) {
        return user.scope(Right.RECORDS_WRITE).covers(region);
    }

    boolean maySubmit(User user, String region) {
        return user.scope(Right.AWARDS_APPROVE).covers(region);
    }

    /** What a report is made on. */
    private record Ground(List<Submission> revisions, List<ReportText> texts, List<ReportAttachment> files) {
        String basis() {
            return Preparation.basis(revisions, texts, files);
        }

        int next() {
            return revisions.isEmpty() ? 1 : revisions.get(0).revision() + 1;
        }
    }

    /** @throws Problem CONFLICT when the report is locked or accepted */
    private Ground ground(Tx tx, Deadlines deadlines, ReportKey report) {
        openings.require(tx, deadlines, report.region());
        List<Submission> revisions = SubmissionStore.of(tx, deadlines, report.region());
        if (!revisions.isEmpty() && revisions.get(0).stands()) {
            throw Problem.conflict("report.submit.accepted");
        }
        return new Ground(
                revisions,
                SubmissionStore.texts(tx, report.year(), report.region()),
                AttachmentStore.of(tx, report.year(), report.region()));
    }

    private static void requireChange(Ground ground, String hash) {
        List<Submission> earlier = ground.revisions();
        if (!earlier.isEmpty()
                && !earlier.get(0).returned()
                && earlier.get(0).hash().equals(hash)) {
            throw Problem.conflict("report.submit.unchanged");
        }
    }

    /**
     * Makes the report ready for another person to hand in: it is counted whole, so that what is approved is what was prepared.
     *
     * @throws Problem CONFLICT while a row is missing, when nothing has changed since the last revision, when it is locked or accepted
     */
    Preparation prepare(User user, String year, String region) {
        ReportKey report = ReportKey.of(reports, user, year, region);
        user.require(Right.RECORDS_WRITE, report.region());
        Deadlines deadlines = calendar.of(report.year());
        Ground before = database.read(tx -> ground(tx, deadlines, report));
        String hash =
                freezer.freeze(report, before.texts(), before.files()).full().hash();
        requireChange(before, hash);
        return ReportKey.unique(() -> database.call(tx -> {
            if (!ground(tx, deadlines, report).basis().equals(before.basis())) {
                throw Problem.conflict("report.submit.meanwhile");
            }
            Preparation made = new Preparation(before.basis(), hash, user.login(), clock.now());
            PreparationStore.put(tx, report, made);
            audit.record(
                    tx, user, report.entry(Audit.Action.UPDATE, "prepared revision " + before.next() + " " + hash));
            return made;
        }));
    }

    /**
     * Freezes the report as it was prepared, signs it and hands it in.
     *
     * @throws Problem CONFLICT unless another person prepared it and nothing has changed since; while a row is missing, when it is locked or accepted
     */
    Submission submit(User user, String year, String region) {
        ReportKey report = ReportKey.of(reports, user, year, region);
        user.require(Right.AWARDS_APPROVE, report.region());
        Deadlines deadlines = calendar.of(report.year());
        Ground before = database.read(tx -> ground(tx, deadlines, report));
        Preparation prepared = prepared(report, before);
        if (prepared.by().equals(user.login())) {
            throw Problem.conflict("report.submit.same-person", prepared.by());
        }
        Freezer.Frozen frozen = freezer.freeze(report, before.texts(), before.files());
        String hash = frozen.full().hash();
        requireChange(before, hash);
        if (!hash.equals(prepared.hash())) {
            throw Problem.conflict("report.submit.changed", prepared.by());
        }
        return ReportKey.unique(() -> database.call(tx -> {
            // The figures took a while, and the day may have ended meanwhile.
            if (!ground(tx, deadlines, report).basis().equals(before.basis())) {
                throw Problem.conflict("report.submit.meanwhile");
            }
            Submission made = made(report, deadlines, before.next(), user, prepared, frozen);
            long id = database.nextId();
            SubmissionStore.insert(tx, id, made, frozen.full(), frozen.open());
            AttachmentStore.name(tx, id, before.files());
            RowStore.keep(tx, frozen.rows());
            reminders.settle(tx, deadlines, List.of(report.region()));
            audit.record(tx, user, report.entry(Audit.Action.APPROVE, "revision " + made.revision() + " " + hash));
            return made;
        }));
    }

    private Preparation prepared(ReportKey report, Ground ground) {
        return database.read(tx -> PreparationStore.of(tx, report.year(), report.region()))
                .filter(p -> p.basis().equals(ground.basis()))
                .orElseThrow(() -> Problem.conflict("report.submit.not-prepared"));
    }

    private Submission made(
            ReportKey report,
            Deadlines deadlines,
            int revision,
            User user,
            Preparation prepared,
            Freezer.Frozen frozen) {
        Instant now = clock.now();
        return new Submission(
                report.year(),
                report.region(),
                revision,
                frozen.full().hash(),
                user.login(),
                now,
                deadlines.region().onTime(now),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.of(new Submission.Seal(
                        new Submission.Act(prepared.by(), prepared.at()),
                        key.id(),
                        key.open(),
                        key.sign(frozen.full().bytes()),
                        key.sign(frozen.open().bytes()))),
                Optional.empty());
    }

    /**
     * The frozen bytes, whose SHA-256 anybody can compute.
     *
     * @throws Problem FORBIDDEN without the right to the children of the region: cells of fewer than five stand in it
     */
    byte[] content(User user, String year, String region, int revision) {
        ReportKey report = ReportKey.of(reports, user, year, region);
        user.require(Right.CHILDREN_READ, report.region());
        return database.call(tx -> {
            String found = SubmissionStore.content(tx, report.year(), report.region(), revision, false)
                    .orElseThrow(Problem::notFound);
            audit.record(tx, user, report.entry(Audit.Action.EXPORT, "revision " + revision));
            return new Snapshot(found).bytes();
        });
    }
}
