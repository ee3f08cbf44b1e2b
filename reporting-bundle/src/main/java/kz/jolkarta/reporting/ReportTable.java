package kz.jolkarta.reporting;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;

/** A region's report as one table: a row for each figure, then for each district, then for each part of a breakdown. */
final class ReportTable {
    private static final List<String> COLUMNS =
            List.of("number", "measure", "indicator", "breakdown", "district", "value", "unit", "state", "rule");

    private final Texts texts;
    private final Language language;

    ReportTable(Texts texts, Language language) {
        this.texts = texts;
        this.language = language;
    }

    List<String> headings() {
        return COLUMNS.stream()
                .map(c -> texts.text(language, "report.column." + c))
                .toList();
    }

    void write(RegionReport report, Sheets sheets, OutputStream out) {
        String name = texts.text(language, "report.sheet", String.valueOf(report.year()));
        try (Sheets.Writer writer = sheets.write(out, Sheets.Format.XLSX, name, headings())) {
            rows(report, writer::row);
        }
    }

    /** Gives every row to the visitor; a cell without a value is null. */
    void rows(RegionReport report, Consumer<List<?>> visitor) {
        for (MeasureReport measure : report.measures()) {
            if (measure.indicators().isEmpty()) {
                visitor.accept(Arrays.asList(
                        measure.number(),
                        measure.name(),
                        "",
                        "",
                        "",
                        null,
                        "",
                        state(measure.state()),
                        measure.reason()));
            }
            measure.indicators().forEach(i -> indicator(measure, i, visitor));
        }
    }

    private void indicator(MeasureReport measure, IndicatorFigures figures, Consumer<List<?>> visitor) {
        visitor.accept(row(measure, figures, "", "", new Cell(figures.state(), figures.value())));
        figures.districts()
                .forEach(d -> visitor.accept(row(measure, figures, "", d.name(), new Cell(d.state(), d.value()))));
        figures.by().stream()
                .flatMap(by -> by.items().stream()
                        .map(item -> row(
                                measure,
                                figures,
                                by.name() + ": " + item.name(),
                                "",
                                new Cell(item.state(), item.value()))))
                .forEach(visitor);
    }

    private List<?> row(MeasureReport measure, IndicatorFigures figures, String breakdown, String district, Cell cell) {
        return Arrays.asList(
                measure.number(),
                measure.name(),
                figures.name(),
                breakdown,
                district,
                cell.value().orElse(null),
                texts.text(language, figures.unit().label()),
                state(cell.state()),
                figures.rule());
    }

    String state(Cell.State state) {
        return texts.text(language, "report.state." + Json.name(state));
    }

    /** A name for the file in the reader's language, without the ending. */
    String fileName(RegionReport report) {
        return texts.text(
                language,
                "report.file",
                String.valueOf(report.year()),
                report.region().name());
    }
}
