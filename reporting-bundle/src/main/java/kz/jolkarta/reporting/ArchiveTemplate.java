package kz.jolkarta.reporting;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.pages.Words;

/** The form of a year's return of a region as a sheet: a row for each figure and text, its code in front, what was entered so far at the end. */
record ArchiveTemplate(Words words, Archive.Return of) {
    /** Name of the file in the reader's language. */
    String name() {
        return words.text("archive.file.name", String.valueOf(of.key().year()), words.text(of.name()));
    }

    void write(Sheets sheets, OutputStream out) {
        List<String> headings = Stream.of("code", "number", "measure", "indicator", "unit", "value")
                .map(c -> words.text("report.column." + c))
                .toList();
        List<Sheets.Asked> rows = new ArrayList<>();
        // A code of its own tells whose form it is.
        rows.add(new Sheets.Asked(
                Arrays.asList(
                        ArchiveSheet.own(of.key()),
                        null,
                        words.text("page.report.title", String.valueOf(of.key().year())),
                        words.text("archive.file.help"),
                        null,
                        words.text(of.name())),
                Optional.empty(),
                ""));
        of.form().parts().forEach(part -> rows(rows, part));
        sheets.form(out, ArchiveSheet.name(of.key()), headings, rows);
    }

    private void rows(List<Sheets.Asked> rows, ArchiveForm.Part part) {
        ArchiveEntry entry = of.of(part.code());
        for (ArchiveForm.Line line : part.lines()) {
            Object value = Optional.ofNullable(entry.figures().get(line.code()))
                    .flatMap(ArchiveEntry.Figure::value)
                    .orElse(null);
            rows.add(row(
                    part,
                    line.code(),
                    Shown.indicator(words, part.code(), line.code()),
                    words.text(line.unit().label()),
                    value,
                    line.entry(),
                    words.text(line.remedy())));
        }
        String unit = words.text("archive.file.text");
        rows.add(text(part, ArchiveSheet.KK, "page.report.text.kk", unit, entry.kk()));
        rows.add(text(part, ArchiveSheet.RU, "page.report.text.ru", unit, entry.ru()));
    }

    private Sheets.Asked text(ArchiveForm.Part part, String code, String label, String unit, String text) {
        return row(part, code, words.text(label), unit, text.isEmpty() ? null : text, Sheets.Entry.TEXT, "");
    }

    private Sheets.Asked row(
            ArchiveForm.Part part,
            String code,
            String what,
            String unit,
            Object value,
            Sheets.Entry entry,
            String remedy) {
        return new Sheets.Asked(
                Arrays.asList(
                        part.code() + "/" + code,
                        part.clause().number(),
                        part.clause().name().in(words.language()),
                        what,
                        unit,
                        value),
                Optional.of(entry),
                remedy);
    }
}
