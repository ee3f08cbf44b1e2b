package kz.jolkarta.registry.imports;

import java.util.Locale;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.registry.shell.Terminal;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code jolkarta:imports}: the latest imports and what became of them. */
@Service
@Command(scope = "jolkarta", name = "imports", description = "The latest imports of lists")
public final class ImportsCommand implements Action {
    @Option(name = "-l", aliases = "--language", description = "kk, ru or en")
    String language = "";

    @Option(name = "-n", aliases = "--number", description = "how many")
    int number = 20;

    @Reference
    Imports imports;

    @Reference
    Texts texts;

    @Reference
    Session session;

    @Override
    public Object execute() {
        Terminal terminal = new Terminal(texts, session, language);
        return terminal.tell(() -> {
            int most = Math.max(1, Math.min(200, number));
            for (Imports.Listed listed :
                    imports.list(terminal.user(), ImportFilter.ALL, "", most).items()) {
                Batch batch = listed.batch();
                Batch.Counts counts = batch.counts();
                terminal.say(
                        "import.shell.done",
                        String.valueOf(batch.id()),
                        Message.of("import.state." + batch.state().name().toLowerCase(Locale.ROOT)),
                        counts.read(),
                        counts.created(),
                        counts.updated(),
                        counts.unchanged(),
                        counts.doubtful(),
                        counts.rejected());
            }
        });
    }
}
