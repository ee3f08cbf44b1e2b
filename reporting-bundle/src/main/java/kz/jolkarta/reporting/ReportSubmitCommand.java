package kz.jolkarta.reporting;

import java.io.PrintStream;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code jolkarta:report-submit}: hands in what a person prepared; the shell, as the node's administrator, is the other one of the two. */
@Service
@Command(
        scope = "jolkarta",
        name = "report-submit",
        description = "Дайындалған есепті жіберу / Отправить подготовленный отчёт / Hand in a prepared report")
public final class ReportSubmitCommand extends ReportShellCommand {
    @Argument(index = 0, name = "year", required = true, description = "жыл / год / year")
    private String year = "";

    @Argument(index = 1, name = "region", required = true, description = "ӘАОЖ / КАТО / KATO: 23, 230000000")
    private String region = "";

    @Reference
    private Submissions submissions;

    /** For the shell, which fills the fields. */
    public ReportSubmitCommand() {}

    ReportSubmitCommand(
            Submissions submissions, Texts texts, Session session, String year, String region, Language language) {
        super(texts, session, language);
        this.submissions = submissions;
        this.year = year;
        this.region = region;
    }

    @Override
    void print(PrintStream out) {
        Submission made = submissions.submit(user(), year, region);
        out.println(text("report.shell.submitted", String.valueOf(made.revision()), made.hash()));
    }
}
