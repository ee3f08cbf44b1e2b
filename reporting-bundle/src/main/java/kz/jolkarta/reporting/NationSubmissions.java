package kz.jolkarta.reporting;

import java.time.Instant;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The way of the ministry's report, as {@link Submissions} is a region's: one person of the national level prepares it, another one hands it in. */
@Component(service = NationSubmissions.class)
public final class NationSubmissions {
    private final NationReports nation;
    private final Reports reports;
    private final ReportCalendar calendar;
    private final NodeKey key;
    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;

    @Activate
    public NationSubmissions(
            @Reference NationReports nation,
            @Reference Reports reports,
            @Reference ReportCalendar calendar,
            @Reference NodeKey key,
            @Reference Database database,
            @Reference Audit audit,
            @Reference OfficeClock clock) {
        this.nation = nation;
        this.reports = reports;
        this.calendar = calendar;
        this.key = key;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes the report ready for another person to hand in: it is added up whole, so that what is approved is what was prepared.
     *
     * @throws Problem FORBIDDEN to all but the national level; CONFLICT before the roll-up opens, while a row is missing, when nothing has changed since the
     *     last revision, or after the lock day
     */
    Preparation prepare(User user, String year) {
        ReportKey report = report(user, year);
        Deadlines deadlines = calendar.of(report.year());
        NationReports.Ground before = database.read(tx -> ground(tx, deadlines));
        String hash = nation.freeze(report, before.texts()).full().hash();
        requireChange(before, hash);
        return ReportKey.unique(() -> database.call(tx -> {
            requireSame(tx, deadlines, before);
            Preparation made = new Preparation(before.basis(), hash, user.login(), clock.now());
            PreparationStore.put(tx, report, made);
            audit.record(
                    tx, user, report.entry(Audit.Action.UPDATE, "prepared revision " + before.next() + " " + hash));
            return made;
        }));
    }

    /**
     * Freezes and signs the report as it was prepared. Regions that are missing do not keep it back; they are named in it.
     *
     * @throws Problem as {@link #prepare}; CONFLICT unless another person prepared it and nothing has changed since
     */
    NationReport submit(User user, String year) {
        ReportKey report = report(user, year);
        Deadlines deadlines = calendar.of(report.year());
        NationReports.Ground before = database.read(tx -> ground(tx, deadlines));
        Preparation prepared = before.prepared().orElseThrow(() -> Problem.conflict("report.nation.not-prepared"));
        if (prepared.by().equals(user.login())) {
            throw Problem.conflict("report.submit.same-person", prepared.by());
        }
        NationReports.Frozen frozen = nation.freeze(report, before.texts());
        String hash = frozen.full().hash();
        requireChange(before, hash);
        if (!hash.equals(prepared.hash())) {
            throw Problem.conflict("report.submit.changed", prepared.by());
        }
        return ReportKey.unique(() -> database.call(tx -> {
            requireSame(tx, deadlines, before);
            Instant now = clock.now();
            NationReport made = new NationReport(
                    report.year(),
                    before.next(),
                    Optional.of(new Submission.Act(prepared.by(), prepared.at())),
                    hash,
                    frozen.open().hash(),
                    key.id(),
                    key.open(),
                    key.sign(frozen.full().bytes()),
                    key.sign(frozen.open().bytes()),
                    user.login(),
                    now,
                    deadlines.nation().onTime(now));
            NationStore.insert(tx, database.nextId(), made, frozen.full(), frozen.open());
            audit.record(tx, user, report.entry(Audit.Action.APPROVE, "revision " + made.revision() + " " + hash));
            return made;
        }));
    }

    private ReportKey report(User user, String year) {
        ReportKey report = ReportKey.nation(reports, user, year);
        ReportKey.requireNational(user);
        return report;
    }

    private NationReports.Ground ground(Tx tx, Deadlines deadlines) {
        if (deadlines.region().onTime(clock.now())) {
            throw Problem.conflict("report.nation.early", deadlines.region().day());
        }
        if (deadlines.nation().locked(clock.now())) {
            throw Problem.conflict(
                    "report.nation.locked", deadlines.nation().lock().orElseThrow());
        }
        return nation.ground(tx, deadlines);
    }

    /** The figures took a while, and the day may have ended meanwhile. */
    private void requireSame(Tx tx, Deadlines deadlines, NationReports.Ground before) {
        if (!ground(tx, deadlines).basis().equals(before.basis())) {
            throw Problem.conflict("report.submit.meanwhile");
        }
    }

    private static void requireChange(NationReports.Ground ground, String hash) {
        if (ground.revisions().stream().limit(1).anyMatch(last -> last.hash().equals(hash))) {
            throw Problem.conflict("report.submit.unchanged");
        }
    }
}
