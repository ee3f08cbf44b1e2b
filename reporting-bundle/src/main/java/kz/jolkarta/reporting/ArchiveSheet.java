package kz.jolkarta.reporting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.i18n.Message;

/** The rows of a filled form, as {@link ArchiveTemplate} wrote it: a code in the first column, what was typed in the sixth. */
final class ArchiveSheet {
    static final String KK = "text/kk";
    static final String RU = "text/ru";

    private static final int VALUE = 5;
    private static final String VALUE_COLUMN = "F";
    private static final String CODE_COLUMN = "A";
    private static final String OWN = "return/";
    /** More would not be read by anybody. */
    private static final int MOST_WRONG = 100;

    private final ReportKey key;
    private final ArchiveForm form;
    private final Map<String, Filled> filled = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Problem.FieldError> wrong = new ArrayList<>();
    private boolean own;
    private boolean foreign;

    /** What a file says of a measure. @param kk empty when it says nothing, as with figures that are not there */
    record Filled(Map<String, ArchiveEntry.Figure> figures, Optional<String> kk, Optional<String> ru) {
        Filled with(String code, ArchiveEntry.Figure figure) {
            Map<String, ArchiveEntry.Figure> more = new TreeMap<>(figures);
            more.put(code, figure);
            return new Filled(more, kk, ru);
        }

        Filled with(String code, String text) {
            return code.equals(KK)
                    ? new Filled(figures, Optional.of(text), ru)
                    : new Filled(figures, kk, Optional.of(text));
        }
    }

    ArchiveSheet(ReportKey key, ArchiveForm form) {
        this.key = key;
        this.form = form;
    }

    /** The code that tells whose form it is. */
    static String own(ReportKey key) {
        return OWN + key.year() + "/" + key.region();
    }

    /** Name of the sheet. */
    static String name(ReportKey key) {
        return String.valueOf(key.year());
    }

    void row(Sheets.SheetRow row) {
        String code = row.cell(0).text().strip();
        String typed = row.cell(VALUE).text().strip();
        // The headings stand in the first row.
        if (row.number() == 1 && code.indexOf('/') < 0) {
            return;
        }
        if (code.startsWith(OWN)) {
            own(row.number(), code);
        } else if (code.isEmpty() || !known(code)) {
            wrong(CODE_COLUMN, row.number(), Message.of("archive.file.code", code));
        } else if (!seen.add(code)) {
            wrong(CODE_COLUMN, row.number(), Message.of("archive.file.twice", code));
        } else if (row.cell(VALUE).kind() == Sheets.CellKind.ERROR) {
            wrong(VALUE_COLUMN, row.number(), Message.of("archive.file.error", typed));
        } else if (!typed.isEmpty()) {
            value(row.number(), code, typed);
        }
    }

    private void own(int number, String code) {
        if (code.equals(own(key))) {
            own = true;
        } else {
            foreign = true;
            wrong(CODE_COLUMN, number, Message.of("archive.file.other", String.valueOf(key.year())));
        }
    }

    private static String measure(String code) {
        return code.substring(0, Math.max(0, code.indexOf('/')));
    }

    private static String figure(String code) {
        return code.substring(code.indexOf('/') + 1);
    }

    private static boolean text(String figure) {
        return figure.equals(KK) || figure.equals(RU);
    }

    private boolean known(String code) {
        return form.part(measure(code))
                .filter(p -> text(figure(code)) || p.line(figure(code)).isPresent())
                .isPresent();
    }

    private void value(int number, String code, String typed) {
        String measure = measure(code);
        String figure = figure(code);
        Filled before = filled.getOrDefault(measure, new Filled(Map.of(), Optional.empty(), Optional.empty()));
        if (text(figure)) {
            if (typed.length() > ReportText.LONGEST) {
                wrong(VALUE_COLUMN, number, Message.of("report.text.long", ReportText.LONGEST));
            }
            filled.put(measure, before.with(figure, typed));
            return;
        }
        ArchiveForm.Line line = form.part(measure).flatMap(p -> p.line(figure)).orElseThrow();
        ArchiveForm.Line.Reading reading = line.read(typed);
        reading.wrong().ifPresent(m -> wrong(VALUE_COLUMN, number, m));
        reading.value()
                .ifPresent(v -> filled.put(measure, before.with(figure, ArchiveEntry.Figure.of(line.unit(), v))));
    }

    private void wrong(String column, int number, Message message) {
        if (wrong.size() < MOST_WRONG) {
            wrong.add(new Problem.FieldError(name(key) + "!" + column + number, message));
        }
    }

    /** By the measure's code. @throws Problem INVALID with every cell that cannot be, or when it is no form of the year and region */
    Map<String, Filled> filled() {
        if (!own && !foreign) {
            throw Problem.field("file", "archive.file.none", String.valueOf(key.year()));
        }
        if (!wrong.isEmpty()) {
            throw Problem.fields(wrong);
        }
        return filled;
    }
}
