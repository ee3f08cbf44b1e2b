package kz.jolkarta.reporting;

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
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The ministry's report to the government: the roll-up with the ministry's texts, as it stands and as it was frozen. */
@Component(service = NationReports.class)
public final class NationReports {
    private static final Map<Right, Scope> OPEN = Map.of(Right.REPORTS_READ, Scope.COUNTRY);
    private static final Map<Right, Scope> WHOLE =
            Map.of(Right.REPORTS_READ, Scope.COUNTRY, Right.CHILDREN_READ, Scope.COUNTRY);

    private final RollUps rollUps;
    private final NationLastYears lastYears;
    private final Targets targets;
    private final Reports reports;
    private final ReportCalendar calendar;
    private final Texts texts;
    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;

    @Activate
    public NationReports(
            @Reference RollUps rollUps,
            @Reference NationLastYears lastYears,
            @Reference Targets targets,
            @Reference Reports reports,
            @Reference ReportCalendar calendar,
            @Reference Texts texts,
            @Reference Database database,
            @Reference Audit audit,
            @Reference OfficeClock clock,
            @Reference ReportingSchema schema) {
        this.rollUps = rollUps;
        this.lastYears = lastYears;
        this.targets = targets;
        this.reports = reports;
        this.calendar = calendar;
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

    /** Everything about the report, as far as the reader may see it. @throws Problem as {@link ReportKey#nation} */
    NationBook book(User user, Language language, String year) {
        RollUp rollUp = rollUps.of(user, language, year);
        Deadlines deadlines = calendar.of(rollUp.year());
        return database.read(tx -> {
            Ground ground = ground(tx, deadlines);
            return new NationBook(
                    rollUp, deadlines, byMeasure(ground.texts()), ground.revisions(), ground.prepared(), clock.now());
        });
    }

    /** What the report is made on. @param prepared the preparation that holds */
    record Ground(List<NationReport> revisions, List<ReportText> texts, Optional<Preparation> prepared) {
        String basis() {
            return Preparation.ofNation(revisions, texts);
        }

        int next() {
            return revisions.size() + 1;
        }
    }

    Ground ground(Tx tx, Deadlines deadlines) {
        List<NationReport> revisions = NationStore.of(tx, deadlines);
        List<ReportText> texts = SubmissionStore.texts(tx, deadlines.year(), "");
        String basis = Preparation.ofNation(revisions, texts);
        return new Ground(
                revisions,
                texts,
                PreparationStore.of(tx, deadlines.year(), "")
                        .filter(p -> p.basis().equals(basis)));
    }

    private static Map<String, ReportText> byMeasure(List<ReportText> texts) {
        return texts.stream().collect(Collectors.toMap(ReportText::measure, t -> t));
    }

    /**
     * @param full with all figures
     * @param open as those see it who may not see children
     */
    record Frozen(Snapshot full, Snapshot open) {}

    /** The report as it stands now. @throws Problem CONFLICT while a row is missing */
    Frozen freeze(ReportKey of, List<ReportText> written) {
        RollUp whole = rollUp(of, WHOLE);
        List<Integer> missing = missing(whole, byMeasure(written));
        if (!missing.isEmpty()) {
            throw Problem.conflict(
                    "report.submit.missing",
                    missing.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return new Frozen(frozen(whole, written, WHOLE), frozen(rollUp(of, OPEN), written, OPEN));
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

    /** In Kazakh, the language of the act. */
    private RollUp rollUp(ReportKey of, Map<Right, Scope> sight) {
        return rollUps.of(reader(sight), Language.KK, String.valueOf(of.year()));
    }

    private static User reader(Map<Right, Scope> sight) {
        return new User(0, "report", sight, Language.KK);
    }

    private Snapshot frozen(RollUp rollUp, List<ReportText> written, Map<Right, Scope> sight) {
        String country = texts.text(Language.KK, "report.country");
        return Snapshot.of(report(rollUp, country), written)
                .with(Map.of("regions", rollUp.regions(), "ministry", rollUp.ministry()))
                .with(lastYears.of(reader(sight), rollUp))
                .with(targets.of(rollUp.year(), ""));
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
        Map<Right, Scope> sight = seesChildren(user) ? WHOLE : OPEN;
        return Optional.of(frozen(rollUp(of, sight), written, sight));
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
