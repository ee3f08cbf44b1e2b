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

    @Argument(
            index = 1,
            name = "region",
            description =
                    "ӘАОЖ, болмаса республика / КАТО, без него республика / KATO, without it the country: 23, 230000000")
    private String region = "";

    @Reference
    private Submissions submissions;

    @Reference
    private NationSubmissions nation;

    /** For the shell, which fills the fields. */
    public ReportSubmitCommand() {}

    ReportSubmitCommand(
            Submissions submissions,
            NationSubmissions nation,
            Texts texts,
            Session session,
            String year,
            String region,
            Language language) {
        super(texts, session, language);
        this.submissions = submissions;
        this.nation = nation;
        this.year = year;
        this.region = region;
    }

    @Override
    void print(PrintStream out) {
        if (region.isEmpty()) {
            NationReport made = nation.submit(user(), year);
            out.println(text("report.shell.submitted", String.valueOf(made.revision()), made.hash()));
        } else {
            Submission made = submissions.submit(user(), year, region);
            out.println(text("report.shell.submitted", String.valueOf(made.revision()), made.hash()));
        }
    }
}
