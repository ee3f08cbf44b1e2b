package kz.jolkarta.registry.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.Figures;
import kz.jolkarta.core.registry.Figures.BehindRow;
import kz.jolkarta.core.registry.Figures.Period;

/** The rows behind a figure, page by page in the order of their ids. */
final class BehindStore {
    private static final List<String> NAME = List.of("surname", "givenName", "patronymic");

    private BehindStore() {}

    /** Chosen rows by their ids, where they were on the period's day. */
    static List<BehindRow> chosen(
            Tx tx, Figures.Chosen chosen, Period period, Scope scope, boolean persons, List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<BehindRow> rows = new ArrayList<>();
        for (Frame frame : PassStore.frames(tx, chosen.selection(), period, scope)) {
            Reading<Selection> reading = Readings.of(chosen.selection(), frame);
            String condition = reading.condition(chosen.measure(), chosen.selection());
            String where = reading.id() + " in (" + frame.bind(ids) + ") and " + reading.where() + " and (" + condition
                    + ") order by 1";
            rows.addAll(rows(tx, reading, persons, where));
        }
        rows.sort(Comparator.comparingLong(BehindRow::id));
        return chosen.selection() instanceof Selection.Caseload
                ? CaseloadStore.withLoads(tx, period, scope, rows)
                : rows;
    }

    /** Rows by their ids where they are today, chosen or not. */
    static List<BehindRow> rows(Tx tx, Figures.Chosen chosen, Frame frame, boolean persons, Collection<Long> ids) {
        Reading<Selection> reading = Readings.of(chosen.selection(), frame);
        // The measure whose rows they are belongs to where they come from.
        reading.condition(chosen.measure(), chosen.selection());
        String where = reading.id() + " in (" + frame.bind(ids.stream().sorted().toList()) + ") and (" + reading.reach()
                + ") order by 1";
        return rows(tx, reading, persons, where);
    }

    /** The codes of the cells, the parts of a name as one. */
    static List<String> columns(Figures.Chosen chosen, Frame frame, boolean persons) {
        return cells(Readings.of(chosen.selection(), frame), persons).stream()
                .map(c -> NAME.contains(c.code()) ? "name" : c.code())
                .distinct()
                .toList();
    }

    private static List<Cell> cells(Reading<Selection> reading, boolean persons) {
        return reading.cells().stream().filter(c -> persons || !c.person()).toList();
    }

    private static List<BehindRow> rows(Tx tx, Reading<Selection> reading, boolean persons, String where) {
        List<Cell> cells = cells(reading, persons);
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            columns.append(", ").append(cells.get(i).sql()).append(" as v").append(i);
        }
        String sql = "select " + reading.id() + " as id, " + reading.territory() + " as territory" + columns + " from "
                + reading.from(Optional.empty()) + " where " + where;
        return tx.list(sql, reading.frame.binds().params(), row -> behind(reading.kind, cells, row));
    }

    private static BehindRow behind(String kind, List<Cell> cells, Row row) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            cell(cell, row, "v" + i).ifPresent(value -> values.put(cell.code(), value));
        }
        Map<String, Object> named = new LinkedHashMap<>();
        name(values).ifPresent(name -> named.put("name", name));
        named.putAll(values);
        named.computeIfPresent("iin", (code, iin) -> masked((String) iin));
        return new BehindRow(kind, row.number("id"), row.text("territory"), named);
    }

    private static Optional<?> cell(Cell cell, Row row, String label) {
        return switch (cell.kind()) {
            case TEXT -> row.optionalText(label);
            case NUMBER -> row.optionalNumber(label);
            case DATE -> row.optionalDate(label);
        };
    }

    private static Optional<String> name(Map<String, Object> values) {
        List<String> parts = new ArrayList<>();
        for (String part : NAME) {
            Optional.ofNullable(values.remove(part)).ifPresent(text -> parts.add((String) text));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", parts));
    }

    private static String masked(String iin) {
        int hidden = Math.max(0, iin.length() - 4);
        return String.join("", Collections.nCopies(hidden, "•")) + iin.substring(hidden);
    }
}
