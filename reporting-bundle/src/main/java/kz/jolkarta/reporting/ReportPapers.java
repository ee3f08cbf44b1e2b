package kz.jolkarta.reporting;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.files.Paper;
import kz.jolkarta.core.files.Papers;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.pages.Wording;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.Figures;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reports as files: a region's, from a frozen revision or as a draft from the open report. Who takes what is noted. */
@Component(service = ReportPapers.class)
public final class ReportPapers {
    /** In each language, for whoever may see children and for the others. */
    private static final int DRAFTS = 12;

    private final Reports reports;
    private final Submissions submissions;
    private final NationReports nation;
    private final LastYears lastYears;
    private final Targets targets;
    private final CountryYears years;
    private final ReportCalendar calendar;
    private final Papers papers;
    private final Sheets sheets;
    private final Wording wording;
    private final Texts texts;
    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;
    private final Remembered<Draft, NationPrinted> drafts;

    @Activate
    public ReportPapers(
            @Reference Reports reports,
            @Reference Submissions submissions,
            @Reference NationReports nation,
            @Reference LastYears lastYears,
            @Reference Targets targets,
            @Reference CountryYears years,
            @Reference ReportCalendar calendar,
            @Reference Papers papers,
            @Reference Sheets sheets,
            @Reference Wording wording,
            @Reference Texts texts,
            @Reference Database database,
            @Reference Audit audit,
            @Reference OfficeClock clock) {
        this.reports = reports;
        this.submissions = submissions;
        this.nation = nation;
        this.lastYears = lastYears;
        this.targets = targets;
        this.years = years;
        this.calendar = calendar;
        this.papers = papers;
        this.sheets = sheets;
        this.wording = wording;
        this.texts = texts;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.drafts = new Remembered<>(database, DRAFTS);
    }

    /**
     * A region's report. Who may not see the persons of the whole region gets what may be told openly.
     *
     * @param revision the frozen one; empty for a draft from the open report, counted for this moment
     * @throws Problem INVALID for a year that has no report, NOT_FOUND for a region or revision there is not, or that the reader may not see
     */
    ReportFile region(
            User user, String year, String region, OptionalInt revision, PaperFormat format, Language language) {
        ReportKey key = ReportKey.of(reports, user, year, region);
        Area area = reports.area(user, key.region(), reports.period(year));
        Printed printed = revision.isPresent() ? frozen(user, key, revision.getAsInt(), area) : draft(user, key);
        String detail = revision.isPresent() ? "revision " + revision.getAsInt() : "draft";
        note(user, key, format, detail);
        PaperNames names = new PaperNames(wording.in(language), texts, area);
        Consumer<OutputStream> content = format == PaperFormat.XLSX
                ? out -> new RegionBook(names, printed).write(sheets, out)
                : written(RegionPaper.of(names, printed), format);
        String plain = "report-" + key.year() + "-" + key.region()
                + (revision.isPresent() ? "-" + revision.getAsInt() : "-draft");
        String own = names.words().text("report.file", String.valueOf(key.year()), names.region(printed.report()));
        return new ReportFile(plain, own, format, content);
    }

    /**
     * The ministry's report to the government: a frozen revision, or a draft from what the regions handed in; before the roll-up opens a draft from the
     * figures of this moment.
     *
     * @throws Problem FORBIDDEN to who does not see the figures of the whole country; INVALID for a year that has no report, and for a workbook; NOT_FOUND
     *     for no such revision
     */
    ReportFile nation(User user, String year, OptionalInt revision, PaperFormat format, Language language) {
        format.requireLetter();
        requireCountry(user);
        Words words = wording.in(language);
        NationPrinted report = revision.isPresent()
                ? revision(words, user, year, revision.getAsInt())
                : drafts.of(
                        draft(user, year, language),
                        () -> nation.draft(user, year)
                                .map(s -> NationPrinted.of(names(words, user, year), s, clock.now(), Optional.empty()))
                                .orElseGet(() -> early(user, language, year)));
        String detail = revision.isPresent() ? "revision " + revision.getAsInt() : "draft";
        note(user, new ReportKey(report.year(), ""), format, detail);
        String own = words.text("report.paper.file-nation", String.valueOf(report.year()));
        String plain = "nation-" + report.year() + (revision.isPresent() ? "-" + revision.getAsInt() : "-draft");
        return new ReportFile(plain, own, format, written(NationPaper.of(words, report), format));
    }

    /** Whether the draft of the ministry's report need not be counted first. @throws Problem as {@link #nation} */
    boolean ready(User user, String year, Language language) {
        requireCountry(user);
        return drafts.ready(draft(user, year, language)).isPresent();
    }

    /** Of readers who see the same, before and after the roll-up opens. */
    private record Draft(
            int year, Language language, Scope children, LocalDate day, boolean open, Set<String> measures) {}

    private Draft draft(User user, String year, Language language) {
        Figures.Period period = reports.period(year);
        return new Draft(
                period.year(),
                language,
                user.scope(Right.CHILDREN_READ),
                clock.today(),
                !calendar.of(period.year()).region().onTime(clock.now()),
                Set.copyOf(reports.present(period).keySet()));
    }

    static void requireCountry(User user) {
        if (!user.require(Right.REPORTS_READ).isCountry()) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "problem.forbidden");
        }
    }

    private PaperNames names(Words words, User user, String year) {
        return new PaperNames(words, texts, reports.area(user, "", reports.period(year)));
    }

    private NationPrinted revision(Words words, User user, String year, int revision) {
        NationReport found = nation.list(user, year).stream()
                .filter(r -> r.revision() == revision)
                .findFirst()
                .orElseThrow(Problem::notFound);
        Snapshot snapshot = nation.snapshot(user, year, revision);
        return NationPrinted.of(names(words, user, year), snapshot, found.submittedAt(), Optional.of(snapshot.hash()));
    }

    private NationPrinted early(User user, Language language, String year) {
        CountryReport country = reports.country(user, language, year);
        Set<String> reported = submissions.last(user, calendar.of(country.year())).values().stream()
                .filter(s -> !s.returned())
                .map(Submission::region)
                .collect(Collectors.toSet());
        return NationPrinted.draft(
                country,
                reported,
                reports.money(user, language, year),
                before(user, country),
                targets.of(country.year(), ""),
                clock.now());
    }

    /** Of the measures whose figure can be summed over the country. */
    private CountryYears.Year before(User user, CountryReport country) {
        int last = country.year() - 1;
        Set<String> summed = country.measures().stream()
                .filter(m -> m.unit() != Unit.PERCENT && !m.indicator().isEmpty())
                .map(CountryReport.Measure::code)
                .collect(Collectors.toSet());
        return last < Resolution997.programme().firstYear()
                ? new CountryYears.Year(last, Map.of())
                : years.of(user, last, summed);
    }

    private void note(User user, ReportKey key, PaperFormat format, String detail) {
        database.run(tx ->
                audit.record(tx, user, key.entry(Audit.Action.EXPORT, "paper " + Json.name(format) + " " + detail)));
    }

    private Consumer<OutputStream> written(Paper paper, PaperFormat format) {
        return format == PaperFormat.PDF ? out -> papers.pdf(paper, out) : out -> papers.docx(paper, out);
    }

    private Printed frozen(User user, ReportKey key, int revision, Area area) {
        Submission found = submissions.list(user, String.valueOf(key.year()), key.region()).stream()
                .filter(s -> s.revision() == revision)
                .findFirst()
                .orElseThrow(Problem::notFound);
        boolean open = !area.scope().within(user.scope(Right.CHILDREN_READ)).equals(area.scope());
        String content = database.read(tx -> SubmissionStore.content(tx, key.year(), key.region(), revision, open))
                .orElseThrow(Problem::notFound);
        return Printed.of(new Snapshot(content), Optional.of(found), found.submittedAt());
    }

    private Printed draft(User user, ReportKey key) {
        List<ReportText> texts = database.read(tx -> SubmissionStore.texts(tx, key.year(), key.region()));
        RegionReport report = reports.region(user, Language.KK, String.valueOf(key.year()), key.region());
        List<ReportAttachment> files = database.read(tx -> AttachmentStore.of(tx, key.year(), key.region()));
        Snapshot snapshot = Snapshot.of(report, texts)
                .with(lastYears.now(user, Language.KK, report))
                .with(targets.of(key.year(), key.region()))
                .withAttachments(files);
        return Printed.of(snapshot, Optional.empty(), clock.now());
    }
}
