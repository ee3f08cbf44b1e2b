package kz.jolkarta.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code jolkarta:report-export}: a region's report as a file of the machine. */
@Service
@Command(
        scope = "jolkarta",
        name = "report-export",
        description = "Есепті файлға жазу / Записать отчёт в файл / Write a report to a file")
public final class ReportExportCommand implements Action {
    @Argument(index = 0, name = "year", required = true, description = "жыл / год / year")
    private String year = "";

    @Argument(index = 1, name = "region", required = true, description = "ӘАОЖ / КАТО / KATO: 23, 230000000")
    private String region = "";

    @Option(name = "--format", description = "docx, pdf, xlsx")
    private String format = "pdf";

    @Option(name = "--language", description = "kk, ru, en")
    private String language = Language.KK.tag();

    @Option(
            name = "--revision",
            description = "редакция, болмаса жоба / редакция, без неё проект / revision, else the draft")
    private String revision = "";

    @Option(name = "--out", description = "файл не қалта / файл или папка / file or folder")
    private String out = ".";

    @Reference
    private ReportPapers papers;

    @Reference
    private Texts texts;

    /** For the shell, which fills the fields. */
    public ReportExportCommand() {}

    ReportExportCommand(ReportPapers papers, Texts texts, String year, String region, String format, Path out) {
        this.papers = papers;
        this.texts = texts;
        this.year = year;
        this.region = region;
        this.format = format;
        this.out = out.toString();
    }

    @Override
    public Object execute() throws IOException {
        write(System.out, System.err);
        return null;
    }

    void write(PrintStream said, PrintStream err) throws IOException {
        Language chosen = Language.of(language).orElse(Language.KK);
        try {
            OptionalInt frozen = PaperFormat.revision(revision);
            ReportFile file = papers.region(
                    User.system(), year, region, frozen, PaperFormat.of(format), PaperFormat.language(language));
            Path asked = Path.of(out);
            Path path = Files.isDirectory(asked) ? asked.resolve(file.fileName()) : asked;
            try (OutputStream stream = Files.newOutputStream(path)) {
                file.content().accept(stream);
            }
            said.println(path.toAbsolutePath().normalize());
        } catch (Problem problem) {
            err.println(texts.text(chosen, problem.message()));
            problem.fields().forEach(f -> err.println(f.field() + ": " + texts.text(chosen, f.message())));
        }
    }
}
