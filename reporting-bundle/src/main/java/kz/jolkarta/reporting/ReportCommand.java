package kz.jolkarta.reporting;

import java.io.PrintStream;
import java.util.List;
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
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code jolkarta:report}: a region's report in the shell, which only the node's administrator may enter. */
@Service
@Command(
        scope = "jolkarta",
        name = "report",
        description = "Аймақтың жылдық есебі / Годовой отчёт региона / Yearly report of a region")
public final class ReportCommand implements Action {
    @Argument(index = 0, name = "year", required = true, description = "жыл / год / year")
    private String year = "";

    @Argument(index = 1, name = "region", required = true, description = "ӘАОЖ / КАТО / KATO: 23, 230000000")
    private String region = "";

    @Option(name = "--json", description = "JSON")
    private boolean json;

    @Option(name = "--language", description = "kk, ru, en")
    private String language = Language.KK.tag();

    @Reference
    private Reports reports;

    @Reference
    private Texts texts;

    /** For the shell, which fills the fields. */
    public ReportCommand() {}

    ReportCommand(Reports reports, Texts texts, String year, String region, boolean json, Language language) {
        this.reports = reports;
        this.texts = texts;
        this.year = year;
        this.region = region;
        this.json = json;
        this.language = language.tag();
    }

    @Override
    public Object execute() throws Exception {
        print(System.out, System.err);
        return null;
    }

    void print(PrintStream out, PrintStream err) throws Exception {
        Language chosen = Language.of(language).orElse(Language.KK);
        RegionReport report;
        try {
            report = reports.region(User.system(), chosen, year, region);
        } catch (Problem problem) {
            err.println(texts.text(chosen, problem.message()));
            problem.fields().forEach(f -> err.println(f.field() + ": " + texts.text(chosen, f.message())));
            return;
        }
        if (json) {
            out.println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
            return;
        }
        out.println(texts.text(
                chosen,
                "report.title",
                report.region().name(),
                String.valueOf(report.year()),
                report.asOf().toString()));
        ReportTable rows = new ReportTable(texts, chosen);
        ShellTable table = new ShellTable();
        List<String> headings = rows.headings();
        headings.subList(0, headings.size() - 1).forEach(table::column);
        rows.rows(
                report,
                row -> table.addRow()
                        .addContent(row.subList(0, row.size() - 1).stream()
                                .<Object>map(cell -> cell == null ? "" : cell.toString())
                                .toList()));
        table.print(out);
    }
}
