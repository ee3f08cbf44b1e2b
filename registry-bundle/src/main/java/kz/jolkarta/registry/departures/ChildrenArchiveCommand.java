package kz.jolkarta.registry.departures;

import java.util.Optional;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.shell.Terminal;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code jolkarta:children-archive}: archives the children of a unit who left so many years ago or earlier, in the background. */
@Service
@Command(scope = "jolkarta", name = "children-archive", description = "Archives children who left years ago")
public final class ChildrenArchiveCommand implements Action {
    @Option(name = "-l", aliases = "--language", description = "kk, ru or en")
    String language = "";

    @Option(name = "-t", aliases = "--territory", description = "KATO code of the unit")
    String territory = "";

    @Option(name = "-y", aliases = "--years", description = "how long ago they left at the least", required = true)
    int years;

    @Reference
    ArchiveJob job;

    @Reference
    Texts texts;

    @Reference
    Session session;

    @Override
    public Object execute() {
        Terminal terminal = new Terminal(texts, session, language);
        return terminal.tell(() -> {
            Optional<String> unit = Params.territory(territory.isEmpty() ? null : territory);
            long id = job.start(terminal.user(), years, unit);
            terminal.say("archive.shell.started", String.valueOf(id));
        });
    }
}
