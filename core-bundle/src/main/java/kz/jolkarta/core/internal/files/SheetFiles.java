package kz.jolkarta.core.internal.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tables in and out; what a file is, is found by its content, never by its name. */
@Component
public final class SheetFiles implements Sheets {
    private final ZoneId zone;
    private final SheetLimits limits;

    @Activate
    public SheetFiles(@Reference OfficeClock clock) {
        this(clock.zone(), SheetLimits.USUAL);
    }

    SheetFiles(ZoneId zone, SheetLimits limits) {
        this.zone = zone;
        this.limits = limits;
    }

    @Override
    public void read(Path file, String fileName, Consumer<SheetRow> visitor) {
        SheetProblems problems = new SheetProblems(fileName, limits);
        Rows rows = new Rows(problems, visitor);
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw problems.empty();
            }
            if (size > limits.bytes()) {
                throw problems.tooLarge();
            }
            switch (kind(file)) {
                case ZIP -> new XlsxReader(file, problems).read(rows);
                case OLE2 -> throw OldOffice.encrypted(file) ? problems.encrypted() : problems.oldExcel();
                case OTHER -> throw problems.notATable();
                case TEXT -> new DelimitedReader(file, problems).read(rows);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (rows.count() == 0) {
            throw problems.empty();
        }
    }

    @Override
    public Writer write(OutputStream out, Format format, String sheetName, List<String> headings) {
        return switch (format) {
            case XLSX -> new XlsxBook(out, zone).only(sheetName, headings);
            case CSV -> new CsvTable(out, headings, zone);
        };
    }

    @Override
    public Book book(OutputStream out) {
        return new XlsxBook(out, zone);
    }

    @Override
    public void form(OutputStream out, String sheetName, List<String> headings, List<Asked> rows) {
        new XlsxForm(sheetName, headings, rows).write(out, zone);
    }

    private enum Kind {
        ZIP,
        OLE2,
        OTHER,
        TEXT
    }

    private static Kind kind(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(512);
        }
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\003\004") || start.startsWith("PK\005\006")) {
            return Kind.ZIP;
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return Kind.OLE2;
        }
        String text = start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start;
        String lower = text.stripLeading().toLowerCase(Locale.ROOT);
        boolean other = List.of(
                        "%pdf-",
                        "{\\rtf",
                        "<html",
                        "<!doctype",
                        "<?xml",
                        "<table",
                        "rar!",
                        "7z\u00bc\u00af",
                        "\u001f\u008b",
                        "\u0089png",
                        "gif8",
                        "\u00ff\u00d8\u00ff")
                .stream()
                .anyMatch(lower::startsWith);
        return other ? Kind.OTHER : Kind.TEXT;
    }
}
