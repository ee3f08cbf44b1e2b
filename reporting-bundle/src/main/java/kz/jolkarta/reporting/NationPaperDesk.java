package kz.jolkarta.reporting;

import java.util.OptionalLong;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.jobs.Job;
import kz.jolkarta.core.jobs.JobFile;
import kz.jolkarta.core.jobs.JobFiles;
import kz.jolkarta.core.jobs.Jobs;
import kz.jolkarta.core.pages.Wording;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes orders for the draft of the country's report: what has to be counted first is a job, whose file is fetched later. */
@Component(service = NationPaperDesk.class)
public final class NationPaperDesk {
    private final ReportPapers papers;
    private final Reports reports;
    private final Jobs jobs;
    private final JobFiles files;
    private final Wording wording;
    private final Database database;
    private final Audit audit;

    @Activate
    public NationPaperDesk(
            @Reference ReportPapers papers,
            @Reference Reports reports,
            @Reference Jobs jobs,
            @Reference JobFiles files,
            @Reference Wording wording,
            @Reference Database database,
            @Reference Audit audit) {
        this.papers = papers;
        this.reports = reports;
        this.jobs = jobs;
        this.files = files;
        this.wording = wording;
        this.database = database;
        this.audit = audit;
    }

    /** Where the file of a job is fetched. */
    static String href(Job job) {
        return href(job.params().get("year"), job.id());
    }

    static String href(String year, long job) {
        return "/api/nation/" + year + "/papers/" + job;
    }

    /** Where a draft is fetched that is ready at once. */
    static String href(String year, PaperFormat format, Language language) {
        return "/api/nation/" + year + "/papers?format=" + format.code() + "&language=" + language.tag();
    }

    /**
     * Orders a draft.
     *
     * @return the job's id; empty when the draft is ready at once
     * @throws Problem as {@link ReportPapers#nation}
     */
    OptionalLong order(User user, String year, PaperFormat format, Language language) {
        format.requireLetter();
        if (papers.ready(user, year, language)) {
            return OptionalLong.empty();
        }
        int asked = reports.period(year).year();
        return OptionalLong.of(database.call(
                tx -> jobs.submit(tx, user, NationPaperJob.KIND, "", NationPaperJob.params(asked, format, language))));
    }

    /**
     * The file of a job that has ended, and its taking noted.
     *
     * @throws Problem NOT_FOUND for another's job; CONFLICT while it is not done, or when the file was removed
     */
    ReportFile file(User user, String year, long id) {
        Job job = jobs.find(user, id)
                .filter(j -> j.kind().equals(NationPaperJob.KIND))
                .filter(j -> j.params().get("year").equals(year))
                .orElseThrow(Problem::notFound);
        ReportPapers.requireCountry(user);
        if (job.state() != Job.State.DONE) {
            throw Problem.conflict("report.paper.not-ready");
        }
        JobFile file = files.find(id).orElseThrow(() -> Problem.conflict("report.paper.gone", JobFiles.KEPT.toDays()));
        PaperFormat format = PaperFormat.of(job.params().get("format"));
        Language language = PaperFormat.language(job.params().get("language"));
        ReportKey report = new ReportKey(Integer.parseInt(year), "");
        database.run(
                tx -> audit.record(tx, user, report.entry(Audit.Action.EXPORT, "paper " + format.code() + " fetched")));
        return new ReportFile(
                "nation-" + year + "-draft",
                wording.in(language).text("report.paper.file-nation", year),
                format,
                out -> files.write(file, out));
    }
}
