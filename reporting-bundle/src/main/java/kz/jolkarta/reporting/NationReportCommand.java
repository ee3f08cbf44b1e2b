package kz.jolkarta.reporting;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.time.OfficeClock;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;

/** {@code jolkarta:nation-report}: the country's report in the shell, which only the node's administrator may enter. */
@Service
@Command(
        scope = "jolkarta",
        name = "nation-report",
        description = "Республиканың жылдық есебі / Годовой отчёт республики / Yearly report of the country")
public final class NationReportCommand extends ReportShellCommand {
    @Argument(index = 0, name = "year", required = true, description = "жыл / год / year")
    private String year = "";

    @Option(name = "--json", description = "JSON")
    private boolean json;

    @Reference
    private NationReports nation;

    @Reference
    private OfficeClock clock;

    /** For the shell, which fills the fields. */
    public NationReportCommand() {}

    NationReportCommand(
            NationReports nation,
            OfficeClock clock,
            Texts texts,
            Session session,
            String year,
            boolean json,
            Language language) {
        super(texts, session, language);
        this.nation = nation;
        this.clock = clock;
        this.year = year;
        this.json = json;
    }

    @Override
    void print(PrintStream out) throws IOException {
        NationBook book = nation.book(user(), language(), year);
        RollUp rollUp = book.rollUp();
        if (json) {
            out.println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(rollUp));
            return;
        }
        out.println(text("page.rollup.title", String.valueOf(rollUp.year())));
        out.println(text("page.report.state") + ": " + text("page.report.way." + Json.name(book.state())));
        book.prepared().ifPresent(p -> out.println(text("page.revision.prepared") + ": " + p.by()));
        if (!rollUp.open()) {
            out.println(text(
                    "page.rollup.opens", rollUp.opens().atZone(clock.zone()).toLocalDate()));
        }
        ShellTable regions = new ShellTable();
        List.of("page.report.region", "page.report.state", "page.report.revision")
                .forEach(key -> regions.column(text(key)));
        rollUp.regions()
                .forEach(r -> regions.addRow()
                        .addContent(
                                r.name(),
                                text("page.rollup.state." + Json.name(r.state())),
                                r.revision().map(String::valueOf).orElse("")));
        regions.print(out);
        ShellTable figures = new ShellTable();
        List.of("number", "indicator", "value", "unit", "state")
                .forEach(name -> figures.column(text("report.column." + name)));
        rollUp.measures()
                .forEach(m -> m.indicators()
                        .forEach(i -> figures.addRow()
                                .addContent(
                                        m.number(),
                                        i.name(),
                                        i.value().map(Object::toString).orElse(""),
                                        text(i.unit().label()),
                                        text("report.state." + Json.name(i.state())))));
        figures.print(out);
    }
}
