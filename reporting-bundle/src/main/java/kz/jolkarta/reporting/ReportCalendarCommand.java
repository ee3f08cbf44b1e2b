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

/** {@code jolkarta:report-calendar}: by when the reports of a year are due, in the shell, which only the node's administrator may enter. */
@Service
@Command(
        scope = "jolkarta",
        name = "report-calendar",
        description = "Есептердің мерзімдері / Сроки отчётов / When reports are due")
public final class ReportCalendarCommand extends ReportShellCommand {
    @Argument(index = 0, name = "year", description = "жыл / год / year")
    private String year = "";

    @Option(name = "--json", description = "JSON")
    private boolean json;

    @Reference
    private ReportCalendar calendar;

    /** For the shell, which fills the fields. */
    public ReportCalendarCommand() {}

    ReportCalendarCommand(
            ReportCalendar calendar, Texts texts, Session session, String year, boolean json, Language language) {
        super(texts, session, language);
        this.calendar = calendar;
        this.year = year;
        this.json = json;
    }

    @Override
    void print(PrintStream out) throws IOException {
        List<ReportCalendar.Entry> entries =
                calendar.entries(year.isEmpty() ? calendar.current().year() : ReportCalendarResource.year(year));
        if (json) {
            out.println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(entries));
            return;
        }
        ShellTable table = new ShellTable();
        List.of("programme", "period", "reporter", "due", "ends", "lock", "weekend", "ground")
                .forEach(name -> table.column(text("page.calendar." + name)));
        entries.forEach(e -> table.addRow()
                .addContent(
                        "№ " + e.term().programme(),
                        e.year() + " "
                                + text("report.period." + Json.name(e.term().period())),
                        text("report.reporter." + Json.name(e.term().reporter())),
                        e.due().day(),
                        e.due().ends(),
                        e.due().lock().map(Object::toString).orElse("-"),
                        text("report.weekend." + Json.name(e.term().weekend())),
                        e.term().order().orElse("№ " + e.term().programme())));
        table.print(out);
    }
}
