package kz.jolkarta.reporting;

import java.io.PrintStream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code jolkarta:report-submit}: hands in what a person prepared; the shell, as the node's administrator, is the other one of the two. */
@Service
@Command(
        scope = "jolkarta",
        name = "report-submit",
        description = "Дайындалған есепті жіберу / Отправить подготовленный отчёт / Hand in a prepared report")
public final class ReportSubmitCommand implements Action {
    @Argument(index = 0, name = "year", required = true, description = "жыл / год / year")
    private String year = "";

    @Argument(index = 1, name = "region", required = true, description = "ӘАОЖ / КАТО / KATO: 23, 230000000")
    private String region = "";

    @Option(name = "--language", description = "kk, ru, en")
    private String language = Language.KK.tag();

    @Reference
    private Submissions submissions;

    @Reference
    private Texts texts;

    /** For the shell, which fills the fields. */
    public ReportSubmitCommand() {}

    ReportSubmitCommand(Submissions submissions, Texts texts, String year, String region, Language language) {
        this.submissions = submissions;
        this.texts = texts;
        this.year = year;
        this.region = region;
        this.language = language.tag();
    }

    @Override
    public Object execute() {
        print(System.out, System.err);
        return null;
    }

    void print(PrintStream out, PrintStream err) {
        Language chosen = Language.of(language).orElse(Language.KK);
        try {
            Submission made = submissions.submit(User.system(), year, region);
            out.println(texts.text(chosen, "report.shell.submitted", String.valueOf(made.revision()), made.hash()));
        } catch (Problem problem) {
            err.println(texts.text(chosen, problem.message()));
        }
    }
}
