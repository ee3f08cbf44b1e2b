package kz.jolkarta.reporting;

import java.io.PrintStream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code jolkarta:report-verify}: whether what was handed in is whole, e.g. after a restore; all revisions of a report. */
@Service
@Command(
        scope = "jolkarta",
        name = "report-verify",
        description = "Жіберілген есептің бүтіндігі / Целостность отправленного отчёта / Whether a report is whole")
public final class ReportVerifyCommand implements Action {
    @Argument(index = 0, name = "year", required = true, description = "жыл / год / year")
    private String year = "";

    @Argument(index = 1, name = "region", required = true, description = "ӘАОЖ / КАТО / KATO: 23, 230000000")
    private String region = "";

    @Option(name = "--language", description = "kk, ru, en")
    private String language = Language.KK.tag();

    @Reference
    private Submissions submissions;

    @Reference
    private Verifier verifier;

    @Reference
    private Texts texts;

    /** For the shell, which fills the fields. */
    public ReportVerifyCommand() {}

    ReportVerifyCommand(
            Submissions submissions, Verifier verifier, Texts texts, String year, String region, Language language) {
        this.submissions = submissions;
        this.verifier = verifier;
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
            for (Submission one : submissions.list(User.system(), year, region)) {
                Verification found = verifier.verify(User.system(), year, region, one.revision());
                out.println(
                        one.revision() + "  " + texts.text(chosen, "page.revision.check." + Json.name(found.state())));
                if (!found.key().isEmpty() && !found.ownKey()) {
                    out.println("   " + texts.text(chosen, "page.revision.check.other-key", found.key()));
                }
                found.flaws()
                        .forEach(f -> out.println("   "
                                + texts.text(chosen, "page.revision.flaw." + Json.name(f.kind())) + "  "
                                + (f.measure() + " " + f.indicator()).strip()));
            }
        } catch (Problem problem) {
            err.println(texts.text(chosen, problem.message()));
        }
    }
}
