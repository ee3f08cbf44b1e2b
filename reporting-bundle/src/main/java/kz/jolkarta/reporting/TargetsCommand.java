package kz.jolkarta.reporting;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.pages.Wording;
import kz.jolkarta.core.pages.Words;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code jolkarta:report-targets}: the targets of a year in the shell, which only the node's administrator may enter. */
@Service
@Command(
        scope = "jolkarta",
        name = "report-targets",
        description = "Көрсеткіштердің нысаналы мәндері / Целевые значения показателей / Targets of figures")
public final class TargetsCommand extends ReportShellCommand {
    @Argument(index = 0, name = "year", required = true, description = "жыл / год / year")
    private String year = "";

    @Argument(index = 1, name = "region", description = "ӘАОЖ / КАТО / KATO: 23, 230000000; country")
    private String region = "";

    @Option(name = "--json", description = "JSON")
    private boolean json;

    @Reference
    private Targets targets;

    @Reference
    private Wording wording;

    /** For the shell, which fills the fields. */
    public TargetsCommand() {}

    TargetsCommand(
            Targets targets,
            Wording wording,
            Texts texts,
            Session session,
            String year,
            String region,
            boolean json,
            Language language) {
        super(texts, session, language);
        this.targets = targets;
        this.wording = wording;
        this.year = year;
        this.region = region;
        this.json = json;
    }

    @Override
    void print(PrintStream out) throws IOException {
        Words words = wording.in(language());
        List<TargetFilter.Listed> listed = new ArrayList<>();
        TargetFilter.of(targets, user(), year, region, "", "").each(words, targets, user(), listed::add);
        if (json) {
            out.println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(listed));
            return;
        }
        ShellTable table = new ShellTable().emptyTableText(text("page.target.empty"));
        List.of(
                        "page.report.region",
                        "report.column.number",
                        "report.column.indicator",
                        "report.column.target",
                        "report.column.unit",
                        "page.target.ground",
                        "page.target.set")
                .forEach(key -> table.column(text(key)));
        listed.forEach(l -> table.addRow()
                .addContent(
                        l.region(),
                        l.number(),
                        l.indicator(),
                        l.target().value().map(Object::toString).orElse(""),
                        text(l.target().unit().label()),
                        l.target().ground().map(g -> Shown.ground(words, g)).orElse(""),
                        l.target().set().by()));
        table.print(out);
    }
}
