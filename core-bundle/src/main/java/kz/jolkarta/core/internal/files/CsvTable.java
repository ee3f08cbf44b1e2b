package kz.jolkarta.core.internal.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.jolkarta.core.files.Sheets;

/** Delimited text as Excel opens it at once: UTF-8 with its mark, semicolons, every formula made harmless. */
final class CsvTable implements Sheets.Writer {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");

    private final Writer out;
    private final CsvWriter csv;
    private final ZoneId zone;

    CsvTable(OutputStream stream, List<String> headings, ZoneId zone) {
        this.zone = zone;
        out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        try {
            out.write('\uFEFF');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(out);
        row(headings);
    }

    @Override
    public void row(List<?> values) {
        List<String> fields = new ArrayList<>(values.size());
        for (Object value : values) {
            fields.add(text(value));
        }
        csv.writeRecord(fields);
    }

    /** Text has no colours: the marks are left out. */
    @Override
    public void row(List<?> values, Set<Integer> marked) {
        row(values);
    }

    private String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof LocalDate day) {
            return DAY.format(day);
        }
        if (value instanceof Instant moment) {
            return MOMENT.format(moment.atZone(zone));
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        return FormulaGuard.guarded(value.toString());
    }

    @Override
    public void close() {
        try {
            csv.flush();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
