package kz.jolkarta.reporting;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Remembered.Dated;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens a region's yearly report with all that is known about it. */
@Component(service = ReportBooks.class)
public final class ReportBooks {
    private final Reports reports;
    private final KnownReports known;
    private final ReportCalendar calendar;
    private final LateOpenings openings;
    private final LastYears lastYears;
    private final Targets targets;
    private final Database database;
    private final OfficeClock clock;

    @Activate
    public ReportBooks(
            @Reference Reports reports,
            @Reference KnownReports known,
            @Reference ReportCalendar calendar,
            @Reference LateOpenings openings,
            @Reference LastYears lastYears,
            @Reference Targets targets,
            @Reference Database database,
            @Reference OfficeClock clock,
            @Reference ReportingSchema schema) {
        this.reports = reports;
        this.known = known;
        this.calendar = calendar;
        this.openings = openings;
        this.lastYears = lastYears;
        this.targets = targets;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Whether the report has been counted, so that opening it keeps nobody waiting; if not, that is begun, and waited for no longer than this.
     *
     * @throws Problem as {@link Reports#region}
     */
    boolean counted(User user, Language language, String year, String region, Duration patience) {
        return known.region(user, language, year, region, patience)
                .filter(report -> lastYears.counted(user, language, report.answer(), patience))
                .isPresent();
    }

    /** @throws Problem as {@link Reports#region} */
    ReportBook open(User user, Language language, String year, String region) {
        Dated<RegionReport> counted = known.region(user, language, year, region);
        RegionReport report = counted.answer();
        String code = report.region().code();
        Map<String, ReportText> texts = new HashMap<>();
        List<ReportText> written = database.read(tx -> SubmissionStore.texts(tx, report.year(), code));
        written.forEach(t -> texts.put(t.measure(), t));
        List<ReportAttachment> files = database.read(tx -> AttachmentStore.of(tx, report.year(), code));
        Deadlines deadlines = calendar.of(report.year());
        List<Submission> revisions = database.read(tx -> SubmissionStore.of(tx, deadlines, code));
        Optional<Preparation> prepared = database.read(tx -> PreparationStore.of(tx, report.year(), code))
                .filter(p -> p.basis().equals(Preparation.basis(revisions, written, files)));
        List<LateOpening> opened = database.read(tx -> OpeningStore.of(tx, report.year(), code));
        LastYears.Compared compared = lastYears.known(user, language, report);
        Map<String, BigDecimal> before = compared.last().values();
        return new ReportBook(
                report,
                counted.at(),
                deadlines,
                clock.today(),
                clock.now(),
                texts,
                ReportChecks.of(report, before, texts, compared.differences(), reports.gaps(user, report)),
                before,
                compared.entered(),
                targets.of(report.year(), code),
                revisions,
                prepared,
                opened,
                openings.closed(deadlines, opened),
                revisions.isEmpty() ? List.of() : changes(user, report, revisions.get(0)),
                files);
    }

    private List<Snapshot.Changed> changes(User user, RegionReport report, Submission last) {
        boolean open = !seesChildren(user, report);
        return new Snapshot(database.read(
                        tx -> SubmissionStore.content(tx, last.year(), last.region(), last.revision(), open)
                                .orElseThrow(Problem::notFound)))
                .changes(Snapshot.of(report, List.of()));
    }

    /** The same question as for the cells of the report: all of its children, or they are protected. */
    private boolean seesChildren(User user, RegionReport report) {
        Scope area = reports.area(user, report.region().code(), reports.period(String.valueOf(report.year())))
                .scope();
        return area.within(user.scope(Right.CHILDREN_READ)).equals(area);
    }
}
