package kz.jolkarta.reporting;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code jolkarta:report-verify}: whether what was handed in is whole, e.g. after a restore; all revisions of a report. Damage fails a script. */
@Service
@Command(
        scope = "jolkarta",
        name = "report-verify",
        description = "Жіберілген есептің бүтіндігі / Целостность отправленного отчёта / Whether a report is whole")
public final class ReportVerifyCommand extends ReportShellCommand {
    @Argument(index = 0, name = "year", required = true, description = "жыл / год / year")
    private String year = "";

    @Argument(index = 1, name = "region", required = true, description = "ӘАОЖ / КАТО / KATO: 23, 230000000")
    private String region = "";

    @Reference
    private Submissions submissions;

    @Reference
    private Verifier verifier;

    /** For the shell, which fills the fields. */
    public ReportVerifyCommand() {}

    ReportVerifyCommand(
            Submissions submissions,
            Verifier verifier,
            Texts texts,
            Session session,
            String year,
            String region,
            Language language) {
        super(texts, session, language);
        this.submissions = submissions;
        this.verifier = verifier;
        this.year = year;
        this.region = region;
    }

    @Override
    void print(PrintStream out) {
        List<Submission> revisions = submissions.list(user(), year, region);
        if (revisions.isEmpty()) {
            out.println(text("page.report.no-revisions"));
        }
        List<Integer> damaged = new ArrayList<>();
        for (Submission one : revisions) {
            Verification found = verifier.verify(user(), year, region, one.revision());
            out.println(one.revision() + "  " + text("page.revision.check." + Json.name(found.state())));
            if (!found.key().isEmpty() && !found.ownKey()) {
                out.println("   " + text("page.revision.check.other-key", found.key()));
            }
            found.flaws()
                    .forEach(f -> out.println("   " + text("page.revision.flaw." + Json.name(f.kind())) + "  "
                            + (f.measure() + " " + f.indicator()).strip()));
            if (found.state() == Verification.State.DAMAGED) {
                damaged.add(one.revision());
            }
        }
        if (!damaged.isEmpty()) {
            throw Problem.conflict(
                    "report.shell.damaged",
                    damaged.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
    }
}
