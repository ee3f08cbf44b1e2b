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

/** {@code jolkarta:nation-report}: the country's report in the shell, which only the node's administrator may enter. */
@Service
@Command(
        scope = "jolkarta",
        name = "nation-report",
        description = "Республиканың жылдық есебі / Годовой отчёт республики / Yearly report of the country")
public final class NationReportCommand implements Action {
    @Argument(index = 0, name = "year", required = true, description = "жыл / год / year")
    private String year = "";

    @Option(name = "--json", description = "JSON")
    private boolean json;

    @Option(name = "--language", description = "kk, ru, en")
    private String language = Language.KK.tag();

    @Reference
    private RollUps rollUps;

    @Reference
    private Texts texts;

    /** For the shell, which fills the fields. */
    public NationReportCommand() {}

    NationReportCommand(RollUps rollUps, Texts texts, String year, boolean json, Language language) {
        this.rollUps = rollUps;
        this.texts = texts;
        this.year = year;
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
        RollUp rollUp;
        try {
            rollUp = rollUps.of(User.system(), chosen, year);
        } catch (Problem problem) {
            err.println(texts.text(chosen, problem.message()));
            problem.fields().forEach(f -> err.println(f.field() + ": " + texts.text(chosen, f.message())));
            return;
        }
        if (json) {
            out.println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(rollUp));
            return;
        }
        out.println(texts.text(chosen, "page.rollup.title", String.valueOf(rollUp.year())));
        if (!rollUp.open()) {
            out.println(texts.text(chosen, "page.rollup.opens", rollUp.opens().toString()));
        }
        ShellTable regions = new ShellTable();
        List.of("page.report.region", "page.report.state", "page.report.revision")
                .forEach(key -> regions.column(texts.text(chosen, key)));
        rollUp.regions()
                .forEach(r -> regions.addRow()
                        .addContent(
                                r.name(),
                                texts.text(chosen, "page.rollup.state." + Json.name(r.state())),
                                r.revision().map(String::valueOf).orElse("")));
        regions.print(out);
        ShellTable figures = new ShellTable();
        List.of("number", "indicator", "value", "unit", "state")
                .forEach(name -> figures.column(texts.text(chosen, "report.column." + name)));
        rollUp.measures()
                .forEach(m -> m.indicators()
                        .forEach(i -> figures.addRow()
                                .addContent(
                                        m.number(),
                                        i.name(),
                                        i.value().map(Object::toString).orElse(""),
                                        texts.text(chosen, i.unit().label()),
                                        texts.text(chosen, "report.state." + Json.name(i.state())))));
        figures.print(out);
    }
}
