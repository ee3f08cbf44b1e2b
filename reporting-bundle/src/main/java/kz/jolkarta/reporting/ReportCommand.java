package kz.jolkarta.reporting;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code jolkarta:report}: a region's report in the shell, which only the node's administrator may enter. */
@Service
@Command(
        scope = "jolkarta",
        name = "report",
        description = "Аймақтың жылдық есебі / Годовой отчёт региона / Yearly report of a region")
public final class ReportCommand extends ReportShellCommand {
    @Argument(index = 0, name = "year", required = true, description = "жыл / год / year")
    private String year = "";

    @Argument(index = 1, name = "region", required = true, description = "ӘАОЖ / КАТО / KATO: 23, 230000000")
    private String region = "";

    @Option(name = "--json", description = "JSON")
    private boolean json;

    @Reference
    private Reports reports;

    /** For the shell, which fills the fields. */
    public ReportCommand() {}

    ReportCommand(
            Reports reports,
            Texts texts,
            Session session,
            String year,
            String region,
            boolean json,
            Language language) {
        super(texts, session, language);
        this.reports = reports;
        this.year = year;
        this.region = region;
        this.json = json;
    }

    @Override
    void print(PrintStream out) throws IOException {
        RegionReport report = reports.region(user(), language(), year, region);
        if (json) {
            out.println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
            return;
        }
        out.println(text(
                "report.title",
                report.region().name(),
                String.valueOf(report.year()),
                report.asOf().toString()));
        ReportTable rows = new ReportTable(texts(), language());
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
