package kz.jolkarta.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.OptionalInt;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.jobs.Job;
import kz.jolkarta.core.jobs.JobFiles;
import kz.jolkarta.core.jobs.JobKind;
import kz.jolkarta.core.jobs.JobRun;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts the figures of the country and writes the draft of its report, two steps. */
@Component(service = JobKind.class)
public final class NationPaperJob implements JobKind {
    static final String KIND = "nation-paper";

    private static final int STEPS = 2;

    private final ReportPapers papers;
    private final JobFiles files;
    private final Database database;

    @Activate
    public NationPaperJob(@Reference ReportPapers papers, @Reference JobFiles files, @Reference Database database) {
        this.papers = papers;
        this.files = files;
        this.database = database;
    }

    /** What is asked for. */
    static Map<String, String> params(int year, PaperFormat format, Language language) {
        return Map.of("year", String.valueOf(year), "format", format.code(), "language", language.tag());
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public String page(Job job) {
        return job.state() == Job.State.DONE ? NationPaperDesk.href(job) : "";
    }

    @Override
    public void run(JobRun run) {
        boolean whole = false;
        try {
            whole = write(run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!whole) {
                files.delete(run.job().id());
            }
        }
    }

    /** @return false when it was cancelled */
    private boolean write(JobRun run) throws IOException {
        Job job = run.job();
        PaperFormat format = PaperFormat.of(job.params().get("format"));
        database.run(tx -> run.progress(tx, 0, STEPS, ""));
        ReportFile paper = papers.nation(
                run.user(),
                job.params().get("year"),
                OptionalInt.empty(),
                format,
                PaperFormat.language(job.params().get("language")));
        if (run.cancelled()) {
            return false;
        }
        database.run(tx -> run.progress(tx, 1, STEPS, ""));
        try (OutputStream out = files.create(job.id(), paper.fileName(), format.mediaType())) {
            paper.content().accept(out);
        }
        if (run.cancelled()) {
            return false;
        }
        database.run(tx -> {
            run.progress(tx, STEPS, STEPS, "");
            run.result(tx, "{\"file\": \"" + NationPaperDesk.href(job) + "\"}");
        });
        return true;
    }
}
