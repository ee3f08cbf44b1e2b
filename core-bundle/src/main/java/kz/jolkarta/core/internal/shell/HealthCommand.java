package kz.jolkarta.core.internal.shell;

import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.internal.http.HealthReport;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code jolkarta:health}: what GET /health tells. */
@Service
@Command(scope = "jolkarta", name = "health", description = "State of the node")
public final class HealthCommand implements Action {
    @Option(name = "-l", aliases = "--language", description = "kk, ru or en")
    String language = "";

    @Reference
    Texts texts;

    @Reference
    Session session;

    @Reference
    HealthReport health;

    @Override
    public Object execute() {
        Talk talk = new Talk(texts, session, language);
        return talk.tell(() -> {
            HealthReport.Report report = health.report();
            talk.say(report.up() ? "shell.up" : "shell.down");
            report.checks()
                    .forEach((name, found) ->
                            talk.out().printf("  %-12s %-8s %s%n", name, Json.name(found.state()), found.detail()));
        });
    }
}
