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
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The ministry's report to the government: the roll-up with the ministry's texts, frozen and signed. The national level hands it in. */
@Component(service = NationReports.class)
public final class NationReports {
    private final RollUps rollUps;
    private final Reports reports;
    private final ReportCalendar calendar;
    private final NodeKey key;
    private final Texts texts;
    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;

    @Activate
    public NationReports(
            @Reference RollUps rollUps,
            @Reference Reports reports,
            @Reference ReportCalendar calendar,
            @Reference NodeKey key,
            @Reference Texts texts,
            @Reference Database database,
            @Reference Audit audit,
            @Reference OfficeClock clock,
            @Reference ReportingSchema schema) {
        this.rollUps = rollUps;
        this.reports = reports;
        this.calendar = calendar;
        this.key = key;
        this.texts = texts;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest first. @throws Problem as {@link ReportKey#nation} */
    List<NationReport> list(User user, String year) {
        Deadlines deadlines = calendar.of(ReportKey.nation(reports, user, year).year());
        return database.read(tx -> NationStore.of(tx, deadlines));
    }

    /** Numbers of the measures of which no region tells anything and nothing is written. */
    static List<Integer> missing(RollUp rollUp, Map<String, ReportText> written) {
        return rollUp.measures().stream()
                .filter(m -> m.state() == Cell.State.NOT_REPORTED)
                .filter(m ->
                        !written.containsKey(m.code()) || written.get(m.code()).empty())
                .map(MeasureReport::number)
                .toList();
    }

    /**
     * Freezes and signs the report as it stands now. Regions that are missing do not keep it back; they are named in it.
     *
     * @throws Problem FORBIDDEN to all but the national level; CONFLICT before the roll-up opens, while a row is missing, when nothing has changed since the
     *     last one, or after the lock day
     */
    NationReport submit(User user, String year) {
        ReportKey of = ReportKey.nation(reports, user, year);
        ReportKey.requireNational(user);
        Deadlines deadlines = calendar.of(of.year());
        if (deadlines.region().onTime(clock.now())) {
            throw Problem.conflict("report.nation.early", deadlines.region().day());
        }
        requireUnlocked(deadlines);
        List<ReportText> written = database.read(tx -> SubmissionStore.texts(tx, of.year(), ""));
        RollUp whole = rollUp(of, Map.of(Right.REPORTS_READ, Scope.COUNTRY, Right.CHILDREN_READ, Scope.COUNTRY));
        List<Integer> missing = missing(whole, written.stream().collect(Collectors.toMap(ReportText::measure, t -> t)));
        if (!missing.isEmpty()) {
            throw Problem.conflict(
                    "report.submit.missing",
                    missing.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        Snapshot full = frozen(whole, written);
        Snapshot open = frozen(rollUp(of, Map.of(Right.REPORTS_READ, Scope.COUNTRY)), written);
        String hash = full.hash();
        return ReportKey.unique(() -> database.call(tx -> {
            requireUnlocked(deadlines);
            List<NationReport> earlier = NationStore.of(tx, deadlines);
            if (!earlier.isEmpty() && earlier.get(0).hash().equals(hash)) {
                throw Problem.conflict("report.submit.unchanged");
            }
            Instant now = clock.now();
            NationReport made = new NationReport(
                    of.year(),
                    earlier.isEmpty() ? 1 : earlier.get(0).revision() + 1,
                    hash,
                    open.hash(),
                    key.id(),
                    key.open(),
                    key.sign(full.bytes()),
                    key.sign(open.bytes()),
                    user.login(),
                    now,
                    deadlines.nation().onTime(now));
            NationStore.insert(tx, database.nextId(), made, full, open);
            audit.record(tx, user, of.entry(Audit.Action.APPROVE, "revision " + made.revision() + " " + hash));
            return made;
        }));
    }

    private void requireUnlocked(Deadlines deadlines) {
        if (deadlines.nation().locked(clock.now())) {
            throw Problem.conflict(
                    "report.nation.locked", deadlines.nation().lock().orElseThrow());
        }
    }

    /** In Kazakh, the language of the act. */
    private RollUp rollUp(ReportKey of, Map<Right, Scope> sight) {
        return rollUps.of(new User(0, "report", sight, Language.KK), Language.KK, String.valueOf(of.year()));
    }

    private Snapshot frozen(RollUp rollUp, List<ReportText> written) {
        String country = texts.text(Language.KK, "report.country");
        return Snapshot.of(report(rollUp, country), written)
                .with(Map.of("regions", rollUp.regions(), "ministry", rollUp.ministry()));
    }

    private static RegionReport report(RollUp rollUp, String country) {
        return new RegionReport(
                rollUp.year(),
                new RegionReport.Region("", country),
                Resolution997.programme().code(),
                rollUp.asOf(),
                rollUp.measures());
    }

    /**
     * The frozen bytes, whose SHA-256 anybody can compute: in full for whoever may see the children of the country, else without what tells of few of them.
     *
     * @throws Problem NOT_FOUND for no such revision
     */
    byte[] content(User user, String year, int revision) {
        ReportKey of = ReportKey.nation(reports, user, year);
        return database.call(tx -> {
            String found = NationStore.content(tx, of.year(), revision, !seesChildren(user))
                    .orElseThrow(Problem::notFound);
            audit.record(tx, user, of.entry(Audit.Action.EXPORT, "revision " + revision));
            return new Snapshot(found).bytes();
        });
    }

    /** As it would be handed in now, as far as the reader may see it. @return empty before the roll-up opens */
    Optional<Snapshot> draft(User user, String year) {
        ReportKey of = ReportKey.nation(reports, user, year);
        if (calendar.of(of.year()).region().onTime(clock.now())) {
            return Optional.empty();
        }
        List<ReportText> written = database.read(tx -> SubmissionStore.texts(tx, of.year(), ""));
        Map<Right, Scope> sight = seesChildren(user)
                ? Map.of(Right.REPORTS_READ, Scope.COUNTRY, Right.CHILDREN_READ, Scope.COUNTRY)
                : Map.of(Right.REPORTS_READ, Scope.COUNTRY);
        return Optional.of(frozen(rollUp(of, sight), written));
    }

    /** @throws Problem NOT_FOUND for no such revision */
    Snapshot snapshot(User user, String year, int revision) {
        ReportKey of = ReportKey.nation(reports, user, year);
        return new Snapshot(database.read(tx -> NationStore.content(tx, of.year(), revision, !seesChildren(user))
                .orElseThrow(Problem::notFound)));
    }

    private static boolean seesChildren(User user) {
        return user.scope(Right.CHILDREN_READ).isCountry();
    }

    /** What differs from a revision by now: a region that handed in since, or was given its report back. */
    List<Snapshot.Changed> changes(User user, RollUp now, int revision) {
        return snapshot(user, String.valueOf(now.year()), revision).changes(Snapshot.of(report(now, ""), List.of()));
    }
}
