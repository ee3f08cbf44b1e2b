package kz.jolkarta.registry.roadmaps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.registry.shell.Terminal;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code jolkarta:road-map-form-export NUMBER FILE}: writes a version of the form as one file, never over another. */
@Service
@Command(
        scope = "jolkarta",
        name = "road-map-form-export",
        description = "Writes a version of the form of the road map as a file")
public final class FormExportCommand implements Action {
    @Option(name = "-l", aliases = "--language", description = "kk, ru or en")
    String language = "";

    @Argument(name = "number", description = "number of the version", required = true)
    int number;

    @Argument(index = 1, name = "file", description = "file to be made on the node", required = true)
    String file;

    @Reference
    Forms forms;

    @Reference
    Texts texts;

    @Reference
    Session session;

    @Override
    public Object execute() {
        Terminal terminal = new Terminal(texts, session, language);
        return terminal.tell(() -> {
            RoadMapForm form = forms.list(terminal.user()).stream()
                    .filter(f -> f.number() == number)
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("roadmap.form-unknown"));
            try {
                Files.write(
                        Path.of(file),
                        Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(FormFile.of(form)),
                        StandardOpenOption.CREATE_NEW);
            } catch (IOException | InvalidPathException unwritable) {
                throw Problem.invalid("roadmap.form-file-unwritable", file);
            }
            terminal.say("roadmap.form-exported", number, file);
        });
    }
}
