package kz.jolkarta.registry.roadmaps;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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

/** {@code jolkarta:road-map-form-import FILE}: makes a file the draft of the form. */
@Service
@Command(
        scope = "jolkarta",
        name = "road-map-form-import",
        description = "Takes a form of the road map from a file, as a draft")
public final class FormImportCommand implements Action {
    @Option(name = "-l", aliases = "--language", description = "kk, ru or en")
    String language = "";

    @Argument(name = "file", description = "JSON file on the node", required = true)
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
            RoadMapForm made = forms.create(terminal.user(), read().content());
            terminal.say("roadmap.form-imported", made.number());
        });
    }

    private FormFile read() {
        try {
            return Json.mapper().readValue(Files.readAllBytes(Path.of(file)), FormFile.class);
        } catch (JsonProcessingException wrong) {
            throw Problem.invalid("roadmap.form-file", FormFile.FORMAT);
        } catch (IOException | InvalidPathException unreadable) {
            throw Problem.invalid("import.shell.file", file);
        }
    }
}
