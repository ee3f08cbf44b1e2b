package kz.jolkarta.registry.roadmaps;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.jobs.JobFile;
import kz.jolkarta.registry.shell.Terminal;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code jolkarta:road-map-print-file JOB FILE}: writes what a job has printed, never over another file. */
@Service
@Command(
        scope = "jolkarta",
        name = "road-map-print-file",
        description = "Writes the ZIP of printed road maps as a file")
public final class RoadMapPrintFileCommand implements Action {
    @Option(name = "-l", aliases = "--language", description = "kk, ru or en")
    String language = "";

    @Argument(name = "job", description = "number of the job", required = true)
    long job;

    @Argument(index = 1, name = "file", description = "file to be made on the node", required = true)
    String file;

    @Reference
    RoadMapPrints prints;

    @Reference
    Texts texts;

    @Reference
    Session session;

    @Override
    public Object execute() {
        Terminal terminal = new Terminal(texts, session, language);
        return terminal.tell(() -> {
            JobFile printed = prints.file(terminal.user(), job);
            try (OutputStream out = Files.newOutputStream(Path.of(file), StandardOpenOption.CREATE_NEW)) {
                prints.write(printed, out);
            } catch (IOException | InvalidPathException unwritable) {
                throw Problem.invalid("roadmap.form-file-unwritable", file);
            }
            terminal.say("roadmap.print-written", file);
        });
    }
}
