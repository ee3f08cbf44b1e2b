package kz.jolkarta.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code jolkarta:report-export}: a region's report as a file of the machine. */
@Service
@Command(
        scope = "jolkarta",
        name = "report-export",
        description = "Есепті файлға жазу / Записать отчёт в файл / Write a report to a file")
public final class ReportExportCommand extends ReportShellCommand {
    @Argument(index = 0, name = "year", required = true, description = "жыл / год / year")
    private String year = "";

    @Argument(index = 1, name = "region", required = true, description = "ӘАОЖ / КАТО / KATO: 23, 230000000")
    private String region = "";

    @Option(name = "--format", description = "docx, pdf, xlsx")
    private String format = "pdf";

    @Option(
            name = "--revision",
            description = "редакция, болмаса жоба / редакция, без неё проект / revision, else the draft")
    private String revision = "";

    @Option(name = "--out", description = "файл не қалта / файл или папка / file or folder")
    private String out = ".";

    @Reference
    private ReportPapers papers;

    /** For the shell, which fills the fields. */
    public ReportExportCommand() {}

    ReportExportCommand(
            ReportPapers papers, Texts texts, Session session, String year, String region, String format, Path out) {
        super(texts, session, Language.KK);
        this.papers = papers;
        this.year = year;
        this.region = region;
        this.format = format;
        this.out = out.toString();
    }

    @Override
    void print(PrintStream said) {
        ReportFile file =
                papers.region(user(), year, region, PaperFormat.revision(revision), PaperFormat.of(format), language());
        try {
            Path asked = Path.of(out);
            Path path = Files.isDirectory(asked) ? asked.resolve(file.fileName()) : asked;
            // What was half written is not what was asked for.
            Path part = path.resolveSibling(path.getFileName() + ".part");
            try {
                try (OutputStream stream = Files.newOutputStream(part)) {
                    file.content().accept(stream);
                }
                Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
            said.println(path.toAbsolutePath().normalize());
        } catch (IOException | UncheckedIOException | InvalidPathException unwritable) {
            throw Problem.invalid("report.paper.unwritable", out);
        }
    }
}
