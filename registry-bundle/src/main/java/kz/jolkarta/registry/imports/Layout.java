package kz.jolkarta.registry.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.files.Sheets.Cell;
import kz.jolkarta.core.files.Sheets.SheetRow;

/**
 * Where a list has its header and what each of its columns is.
 *
 * @param lastHeaderRow number of the header's last row; the children begin below
 * @param headings the columns' names as the list has them
 * @param columns what each column is taken for; empty where that is unknown
 */
record Layout(int lastHeaderRow, List<String> headings, List<Optional<Column>> columns) {
    /** A header is looked for in so many rows: above it may stand a title, an approval, the school's name. */
    static final int LOOKED_AT = 20;

    private static final WordList HEADINGS = WordList.load("headings.properties");
    /** What the user says of a heading that it is nothing to be read. */
    static final String NOTHING = "ignored";

    Layout {
        headings = List.copyOf(headings);
        columns = List.copyOf(columns);
    }

    /**
     * @param top the list's first rows
     * @param mapping what the user says of headings, by heading; before what is recognised
     * @return empty when no row is the header of a list of children
     */
    static Optional<Layout> of(List<SheetRow> top, Map<String, Column> mapping) {
        int best = -1;
        int bestCount = 1;
        for (int i = 0; i < top.size(); i++) {
            Set<Column> known = known(top.get(i), mapping);
            int count = known.size();
            if (count > bestCount) {
                best = i;
                bestCount = count;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        Layout layout = with(top, best, mapping);
        return layout.usable() ? Optional.of(layout) : Optional.empty();
    }

    /** The header of two rows: names of groups above, names of their columns below. */
    private static Layout with(List<SheetRow> top, int at, Map<String, Column> mapping) {
        SheetRow header = top.get(at);
        Optional<SheetRow> above = at > 0 ? Optional.of(top.get(at - 1)) : Optional.empty();
        Optional<SheetRow> below = at + 1 < top.size() && onlyHeadings(top.get(at + 1), mapping)
                ? Optional.of(top.get(at + 1))
                : Optional.empty();
        int width =
                Math.max(header.cells().size(), below.map(r -> r.cells().size()).orElse(0));
        List<String> headings = new ArrayList<>();
        List<Optional<Column>> columns = new ArrayList<>();
        Set<Column> taken = EnumSet.noneOf(Column.class);
        for (int c = 0; c < width; c++) {
            String heading = header.cell(c).text().strip();
            Optional<Column> column = column(heading, mapping);
            for (Optional<SheetRow> other : List.of(below, above)) {
                String second =
                        other.map(r -> r.cell(headings.size()).text().strip()).orElse("");
                if (column.isEmpty() && column(second, mapping).isPresent()) {
                    column = column(second, mapping);
                    heading = second;
                }
            }
            if (column.isPresent() && column.get() != Column.IGNORED && !taken.add(column.get())) {
                column = Optional.empty();
            }
            headings.add(heading);
            columns.add(column);
        }
        return new Layout(below.map(SheetRow::number).orElse(header.number()), headings, columns);
    }

    private static boolean onlyHeadings(SheetRow row, Map<String, Column> mapping) {
        List<Cell> filled =
                row.cells().stream().filter(c -> !c.text().isBlank()).toList();
        return !filled.isEmpty()
                && filled.stream().allMatch(c -> column(c.text(), mapping).isPresent());
    }

    private static Set<Column> known(SheetRow row, Map<String, Column> mapping) {
        Set<Column> known = new HashSet<>();
        row.cells()
                .forEach(c -> column(c.text(), mapping)
                        .filter(k -> k != Column.IGNORED)
                        .ifPresent(known::add));
        return known;
    }

    private static Optional<Column> column(String heading, Map<String, Column> mapping) {
        if (heading.isBlank()) {
            return Optional.empty();
        }
        Column said = mapping.get(WordList.folded(heading));
        return said != null ? Optional.of(said) : recognised(heading);
    }

    /** As it stands, without what stands in brackets, or one of the two languages it is written in. */
    private static Optional<Column> recognised(String heading) {
        String bare = heading.replaceFirst("^\\s*\\d{1,2}\\s*[.)]\\s*", "").replace('*', ' ');
        List<String> tries = new ArrayList<>(List.of(bare, bare.replaceAll("\\([^)]*\\)", " ")));
        Collections.addAll(tries, bare.split("[/\\n|]"));
        for (String text : tries) {
            Optional<Column> column =
                    text.isBlank() ? Optional.empty() : HEADINGS.meaning(text).flatMap(Column::of);
            if (column.isPresent()) {
                return column;
            }
        }
        return Optional.empty();
    }

    private boolean usable() {
        boolean identified = has(Column.IIN) || has(Column.DOCUMENT_NUMBER);
        boolean named = has(Column.FULL_NAME) || has(Column.GIVEN_NAME);
        return identified || named && has(Column.BIRTH_DATE);
    }

    boolean has(Column column) {
        return columns.contains(Optional.of(column));
    }

    /** The column's number from 0; -1 when the list has none. */
    int index(Column column) {
        return columns.indexOf(Optional.of(column));
    }

    String heading(int index) {
        return index >= 0 && index < headings.size() ? headings.get(index) : "";
    }

    /** What each heading is taken for, in the order of the list. */
    Map<String, String> mapping() {
        Map<String, String> mapping = new LinkedHashMap<>();
        for (int c = 0; c < headings.size(); c++) {
            if (columns.get(c).isPresent() && !headings.get(c).isEmpty()) {
                mapping.put(headings.get(c), columns.get(c).get().code());
            }
        }
        return mapping;
    }

    List<String> unrecognised() {
        List<String> unknown = new ArrayList<>();
        for (int c = 0; c < headings.size(); c++) {
            if (columns.get(c).isEmpty() && !headings.get(c).isEmpty()) {
                unknown.add(headings.get(c));
            }
        }
        return unknown;
    }
}
