package kz.jolkarta.registry.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.registry.shell.Terminal;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code jolkarta:import FILE}: brings a list of children in, in the background. */
@Service
@Command(scope = "jolkarta", name = "import", description = "Brings in a list of children")
public final class ImportCommand implements Action {
    @Option(name = "-l", aliases = "--language", description = "kk, ru or en")
    String language = "";

    @Option(name = "-d", aliases = "--dry-run", description = "only says what would happen")
    boolean dryRun;

    @Option(name = "-t", aliases = "--territory", description = "KATO code of the unit the list is of")
    String territory = "";

    @Argument(name = "file", description = "XLSX or CSV file on the node", required = true)
    String file;

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
            long id = start(terminal);
            terminal.say("import.shell.started", String.valueOf(id));
        });
    }

    private long start(Terminal terminal) {
        try {
            Path path = Path.of(file);
            try (InputStream content = Files.newInputStream(path)) {
                return imports.start(
                        terminal.user(), content, path.getFileName().toString(), dryRun, Map.of(), territory);
            }
        } catch (IOException | InvalidPathException unreadable) {
            throw Problem.invalid("import.shell.file", file);
        }
    }
}
