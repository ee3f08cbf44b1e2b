package kz.jolkarta.core.pages;

import java.util.List;

/** A picture of figures; each has its values as text besides. */
public sealed interface Chart extends Block {
    /** Bars with their values. @param href "" for none; @param percent of the longest, 0 to 100 */
    record Bars(String title, List<Bar> bars) implements Chart {
        public Bars {
            bars = List.copyOf(bars);
        }
    }

    record Bar(String label, String value, String href, int percent) {}

    /**
     * A year, a lane for each measure.
     *
     * @param months their twelve short names
     * @param today month as a fraction from 1.0 to 13.0, 0 when today lies outside
     * @param keys what the tones mean
     */
    record Year(String title, List<String> months, double today, List<Lane> lanes, List<Badge> keys, String empty)
            implements Chart {
        public Year {
            months = List.copyOf(months);
            lanes = List.copyOf(lanes);
            keys = List.copyOf(keys);
        }
    }

    record Lane(String label, String href, List<Span> spans) {
        public Lane {
            spans = List.copyOf(spans);
        }
    }

    /** @param from month 1 to 12 in which it begins; @param to month after its last one, 2 to 13 */
    record Span(String label, Tone tone, int from, int to) {}

    /**
     * Regions by measures.
     *
     * @param columns headings, each with a link and a longer name
     */
    record Matrix(String caption, String corner, List<Head> columns, List<MatrixRow> rows, List<MatrixCell> keys)
            implements Chart {
        public Matrix {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            keys = List.copyOf(keys);
        }
    }

    record Head(String label, String name, String href) {}

    record MatrixRow(String label, String href, List<MatrixCell> cells) {
        public MatrixRow {
            cells = List.copyOf(cells);
        }
    }

    /**
     * @param state VALUE, ZERO, NOT_RUN or MISSING
     * @param level 1 to 5, how dark; 0 without
     * @param second another value of the cell, shown on demand; "" for none
     * @param title the cell in words
     */
    record MatrixCell(State state, String value, String second, int level, String href, String title) {}

    /** The four states of a cell. */
    enum State {
        VALUE,
        ZERO,
        NOT_RUN,
        MISSING
    }

    /** Twenty equal tiles near their geography. @param x column 1 to 6; @param y row 1 to 5 */
    record TileMap(String caption, List<View.Tab> shows, List<MapTile> tiles, List<Badge> keys) implements Chart {
        public TileMap {
            shows = List.copyOf(shows);
            tiles = List.copyOf(tiles);
            keys = List.copyOf(keys);
        }
    }

    record MapTile(String label, String value, int level, int x, int y, String href, String title) {}
}
