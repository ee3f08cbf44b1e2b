package kz.jolkarta.core.files;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.function.Consumer;

/** A list to be taken along: a spreadsheet or delimited text, written while it is read. */
public final class ListFile {
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String CSV = "text/csv;charset=UTF-8";

    private ListFile() {}

    /**
     * @param name of the file, without its ending, in ASCII
     * @param rows hands over one row after another, as {@link Sheets.Writer#row} takes them
     */
    public static Response of(
            Sheets sheets, Sheets.Format format, String name, List<String> headings, Consumer<Consumer<List<?>>> rows) {
        StreamingOutput body = out -> {
            try (Sheets.Writer writer = sheets.write(out, format, name, headings)) {
                rows.accept(writer::row);
            }
        };
        boolean sheet = format == Sheets.Format.XLSX;
        return Response.ok(body, sheet ? XLSX : CSV)
                .header("Content-Disposition", "attachment; filename=\"" + name + (sheet ? ".xlsx" : ".csv") + "\"")
                .build();
    }
}
