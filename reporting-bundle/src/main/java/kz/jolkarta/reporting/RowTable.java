package kz.jolkarta.reporting;

import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.files.ListFile;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Words;

/** The rows behind a figure as people read them, on a page and in a file. */
final class RowTable {
    private RowTable() {}

    /** The rows with links to those that have a page. */
    static Table of(Words words, User user, String measure, RowsBehind.Listing listing) {
        boolean links = user.has(Right.CHILDREN_READ) || user.has(Right.RECORDS_READ);
        List<Table.Column> columns = new ArrayList<>();
        listing.columns().forEach(c -> columns.add(Table.Column.of(c.name())));
        columns.add(Table.Column.of(words.text("page.why.territory")));
        List<Table.Line> lines = listing.items().stream()
                .map(row -> line(words, measure, listing, row, links))
                .toList();
        return Table.of(columns, lines).scrolls();
    }

    /** All rows under the same headings: days and money as such, codes by their texts. */
    static Response file(Sheets sheets, Sheets.Format format, Words words, String measure, RowsBehind.Whole whole) {
        List<String> headings = new ArrayList<>();
        whole.columns().forEach(c -> headings.add(c.name()));
        headings.add(words.text("page.why.territory"));
        return ListFile.of(
                sheets,
                format,
                "rows",
                headings,
                rows -> whole.each().accept(row -> rows.accept(cells(words, measure, whole.columns(), row))));
    }

    private static List<Object> cells(
            Words words, String measure, List<RowsBehind.Column> columns, RowsBehind.Row row) {
        List<Object> cells = new ArrayList<>();
        for (RowsBehind.Column column : columns) {
            Object value = row.cells().get(column.code());
            cells.add(value instanceof String text ? text(words, measure, row.kind(), column.code(), text) : value);
        }
        cells.add(row.territoryName());
        return cells;
    }

    private static Table.Line line(
            Words words, String measure, RowsBehind.Listing listing, RowsBehind.Row row, boolean links) {
        String href = links ? href(measure, row) : "";
        List<Cell> cells = new ArrayList<>();
        for (RowsBehind.Column column : listing.columns()) {
            String text =
                    text(words, measure, row.kind(), column.code(), row.cells().get(column.code()));
            boolean opens = cells.isEmpty() && !href.isEmpty() && !text.isEmpty();
            cells.add(opens ? Cell.link(text, href) : Cell.of(text));
        }
        cells.add(Cell.of(row.territoryName()));
        return Table.Line.of(cells);
    }

    private static String href(String measure, RowsBehind.Row row) {
        return switch (row.kind()) {
            case "child" -> "/children/" + row.id();
            case "activity" -> "/measures/" + measure + "/activities/" + row.id();
            case "award" -> "/measures/" + measure + "/awards/" + row.id();
            case "deliverable" -> "/measures/" + measure + "/deliverables/" + row.id();
            case "organisation" -> "/organisations/" + row.id();
            case "staff" -> "/staff/" + row.id();
            case "road-map" -> "/road-maps/" + row.id();
            default -> "";
        };
    }

    /** Dates and money as they are read; a code by its text where there is one. */
    private static String text(Words words, String measure, String kind, String column, Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof LocalDate day) {
            return words.date(day);
        }
        if (value instanceof BigDecimal money) {
            return words.money(money);
        }
        String plain = String.valueOf(value);
        if (plain.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return date(words, plain);
        }
        String code = plain.toLowerCase(Locale.ROOT).replace('_', '-');
        return Stream.of(
                        column + "." + code,
                        "record.source." + code,
                        "state." + kind + "." + code,
                        measure + "." + kind + "." + code,
                        measure + ".activity." + code,
                        "organisation.kind." + code,
                        "report.language." + code)
                .filter(key -> key.matches("[a-z0-9.-]+") && words.has(key))
                .findFirst()
                .map(words::text)
                .orElse(plain);
    }

    private static String date(Words words, String plain) {
        try {
            return words.date(LocalDate.parse(plain));
        } catch (DateTimeParseException none) {
            return plain;
        }
    }
}
