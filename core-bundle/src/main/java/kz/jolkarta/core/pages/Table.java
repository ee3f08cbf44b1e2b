package kz.jolkarta.core.pages;

import java.util.List;
import java.util.Optional;

/**
 * A list.
 *
 * @param caption for those who do not see it, "" when the card's title says it
 * @param count how many there are in words, "" for none
 * @param empty what is said when there are none, and what fills it
 * @param bulk what can be done with the chosen rows; without any no row can be chosen
 * @param previous links to the pages around it, "" for none
 * @param exports files of the whole list
 * @param wide whether it may scroll sideways (only tables of figures) instead of becoming cards on a phone
 */
public record Table(
        String caption,
        String count,
        List<Column> columns,
        List<Line> lines,
        Optional<Block.Notice> empty,
        List<Action> bulk,
        List<Field> bulkFields,
        String previous,
        String next,
        List<Action> exports,
        boolean wide)
        implements Block {

    /**
     * @param sort link that sorts by it, "" when it cannot be
     * @param sorted ASCENDING, DESCENDING or NOT
     */
    public record Column(String label, boolean number, String sort, Sorted sorted) {
        public static Column of(String label) {
            return new Column(label, false, "", Sorted.NOT);
        }

        public static Column number(String label) {
            return new Column(label, true, "", Sorted.NOT);
        }

        public Column sort(String href, Sorted state) {
            return new Column(label, number, href, state);
        }
    }

    public enum Sorted {
        NOT,
        ASCENDING,
        DESCENDING
    }

    /** @param id sent as {@code id} when the row is chosen, "" when it cannot be; @param tone marks the row */
    public record Line(String id, List<Cell> cells, Tone tone) {
        public Line {
            cells = List.copyOf(cells);
        }

        public static Line of(Cell... cells) {
            return new Line("", List.of(cells), Tone.PLAIN);
        }

        public static Line of(List<Cell> cells) {
            return new Line("", cells, Tone.PLAIN);
        }

        public static Line of(long id, List<Cell> cells) {
            return new Line(Long.toString(id), cells, Tone.PLAIN);
        }
    }

    public Table {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
        bulk = List.copyOf(bulk);
        bulkFields = List.copyOf(bulkFields);
        exports = List.copyOf(exports);
        for (Line line : lines) {
            if (line.cells().size() != columns.size()) {
                throw new IllegalArgumentException(
                        line.cells().size() + " cells below " + columns.size() + " headings");
            }
        }
    }

    public static Table of(List<Column> columns, List<Line> lines) {
        return new Table("", "", columns, lines, Optional.empty(), List.of(), List.of(), "", "", List.of(), false);
    }

    public Table caption(String words) {
        return new Table(words, count, columns, lines, empty, bulk, bulkFields, previous, next, exports, wide);
    }

    public Table count(String words) {
        return new Table(caption, words, columns, lines, empty, bulk, bulkFields, previous, next, exports, wide);
    }

    public Table empty(String sentence, Action... acts) {
        return new Table(
                caption,
                count,
                columns,
                lines,
                Optional.of(Block.Notice.of(Tone.NONE, sentence, acts)),
                bulk,
                bulkFields,
                previous,
                next,
                exports,
                wide);
    }

    /** @param fields what the acts need besides, e.g. an activity to choose; @param acts by POST, the ids are sent along */
    public Table bulk(List<Field> fields, Action... acts) {
        return new Table(caption, count, columns, lines, empty, List.of(acts), fields, previous, next, exports, wide);
    }

    public Table pages(String before, String after) {
        return new Table(caption, count, columns, lines, empty, bulk, bulkFields, before, after, exports, wide);
    }

    public Table exports(Action... files) {
        return new Table(caption, count, columns, lines, empty, bulk, bulkFields, previous, next, List.of(files), wide);
    }

    public Table scrolls() {
        return new Table(caption, count, columns, lines, empty, bulk, bulkFields, previous, next, exports, true);
    }
}
