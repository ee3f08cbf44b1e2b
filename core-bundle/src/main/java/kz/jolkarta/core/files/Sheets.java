package kz.jolkarta.core.files;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Tables in and out: XLSX, CSV, TSV, as Excel and LibreOffice write them. Both ways stream; memory does not grow with rows. */
public interface Sheets {
    /** How a cell was stored. A FORMULA's text is its cached value, never evaluated here. */
    enum CellKind {
        BLANK,
        TEXT,
        NUMBER,
        DATE,
        BOOLEAN,
        FORMULA,
        ERROR
    }

    /** @param text the value in plain writing: numbers without exponent or trailing zeros, dates as ISO 8601, blank = "" */
    record Cell(String text, CellKind kind) {
        public static final Cell BLANK = new Cell("", CellKind.BLANK);
    }

    /** @param number the row's number as the user's program shows it, from 1 */
    record SheetRow(int number, List<Cell> cells) {
        /** The cell in this column from 0; blank beyond the row's end. */
        public Cell cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : Cell.BLANK;
        }
    }

    /** XLSX or delimited text. */
    enum Format {
        XLSX,
        CSV
    }

    /**
     * Reads the first sheet with content, row by row; empty rows are skipped. Encoding (UTF-8 with or without BOM, UTF-16, Windows-1251) and delimiter
     * ({@code ;} {@code ,} tab) of text are found out.
     *
     * @param fileName the user's name of the file, for messages only
     * @throws kz.jolkarta.core.Problem INVALID, TOO_LARGE or UNSUPPORTED, naming what is wrong with the file; never any other failure for a hostile file
     */
    void read(Path file, String fileName, Consumer<SheetRow> visitor);

    /** A table being written; text that a spreadsheet would take for a formula is made harmless and reads back as it was. */
    interface Writer extends AutoCloseable {
        /** @param values String, Number, Boolean, LocalDate, Instant or null */
        void row(List<?> values);

        /** As {@link #row(List)}, with some columns (from 0) marked by colour. */
        void row(List<?> values, java.util.Set<Integer> marked);

        /** Ends the file; does not close the stream. */
        @Override
        void close();
    }

    Writer write(OutputStream out, Format format, String sheetName, List<String> headings);

    /** A workbook being written, one sheet after another. */
    interface Book extends AutoCloseable {
        /**
         * Begins the next sheet; the one before is ended.
         *
         * @param name cut to 31 characters, without what a spreadsheet does not allow in it; unique among the sheets
         * @return to be closed with the book
         */
        Writer sheet(String name, List<String> headings);

        /** Ends the file; does not close the stream. */
        @Override
        void close();
    }

    /** XLSX of several sheets. */
    Book book(OutputStream out);

    /** What may be typed into an open cell of a form; WHOLE and DECIMAL are not below 0, a PERCENT is from 0 to 100. */
    enum Entry {
        WHOLE,
        SIGNED,
        DECIMAL,
        PERCENT,
        TEXT
    }

    /**
     * A row of a form.
     *
     * @param values as in {@link Writer#row(List)}; the last one stands in the cell that is open
     * @param entry empty when that cell is closed, too
     * @param remedy what the spreadsheet says when something else is typed, "" for nothing
     */
    record Asked(List<?> values, Optional<Entry> entry, String remedy) {
        public Asked {
            values = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(values));
        }
    }

    /**
     * A form to be filled in, XLSX of one sheet, that {@link #read} reads again: only the open cells can be typed into, and the spreadsheet refuses there
     * what does not fit. It is a help to whoever fills it in and no promise to whoever reads it.
     *
     * @param headings the columns of the rows; the first column is narrow and grey, for codes
     */
    void form(OutputStream out, String sheetName, List<String> headings, List<Asked> rows);
}
