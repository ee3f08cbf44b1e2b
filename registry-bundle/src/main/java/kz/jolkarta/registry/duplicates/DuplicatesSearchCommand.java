package kz.jolkarta.registry.duplicates;

import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.registry.shell.Terminal;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code jolkarta:duplicates-search --region 23}: looks for children who are registered twice, in the background. */
@Service
@Command(scope = "jolkarta", name = "duplicates-search", description = "Looks for children who are registered twice")
public final class DuplicatesSearchCommand implements Action {
    private static final String REST = "0000000";

    @Option(name = "-l", aliases = "--language", description = "kk, ru or en")
    String language = "";

    @Option(
            name = "-r",
            aliases = "--region",
            description = "the first two digits of a region's KATO code; the country without it")
    String region = "";

    @Reference
    Pairs pairs;

    @Reference
    Texts texts;

    @Reference
    Session session;

    @Override
    public Object execute() {
        Terminal terminal = new Terminal(texts, session, language);
        return terminal.tell(() -> {
            long job = pairs.search(terminal.user(), region.isEmpty() ? "" : region + REST);
            terminal.say("duplicate.shell.started", String.valueOf(job));
        });
    }
}
