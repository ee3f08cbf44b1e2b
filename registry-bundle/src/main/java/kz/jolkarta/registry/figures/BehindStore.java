package kz.jolkarta.registry.figures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.Figures.BehindRow;
import kz.jolkarta.core.registry.Figures.Period;

/** The rows behind a figure, page by page in the order of their ids. */
final class BehindStore {
    private BehindStore() {}

    static List<BehindRow> rows(
            Tx tx,
            String measure,
            Selection selection,
            Period period,
            Scope scope,
            boolean persons,
            long after,
            int limit) {
        Base base = Base.of(selection);
        Statement statement = new Statement(base, period, scope);
        String condition = statement.condition(measure, selection);
        List<Base.Cell> cells =
                base.cells().stream().filter(c -> persons || !c.person()).toList();
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            columns.append(", ").append(cells.get(i).sql()).append(" as v").append(i);
        }
        String sql = "select " + base.id() + " as id, " + base.territory() + " as territory" + columns + " from "
                + statement.from(false)
                + " where " + statement.where() + " and (" + condition + ") and " + base.id() + " > "
                + statement.bind(after) + " order by "
                + base.id() + " fetch first " + limit + " rows only";
        return tx.list(sql, statement.params(), row -> behind(base, cells, row));
    }

    private static BehindRow behind(Base base, List<Base.Cell> cells, Row row) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            Base.Cell cell = cells.get(i);
            cell(cell, row, "v" + i).ifPresent(value -> values.put(cell.code(), value));
        }
        name(values).ifPresent(name -> values.put("name", name));
        values.computeIfPresent("iin", (code, iin) -> masked((String) iin));
        return new BehindRow(base.kind, row.number("id"), row.text("territory"), values);
    }

    private static Optional<?> cell(Base.Cell cell, Row row, String label) {
        return switch (cell.kind()) {
            case TEXT -> row.optionalText(label);
            case NUMBER -> row.optionalNumber(label);
            case DATE -> row.optionalDate(label);
        };
    }

    private static Optional<String> name(Map<String, Object> values) {
        List<String> parts = new ArrayList<>();
        for (String part : List.of("surname", "givenName", "patronymic")) {
            Optional.ofNullable(values.remove(part)).ifPresent(text -> parts.add((String) text));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", parts));
    }

    private static String masked(String iin) {
        int hidden = Math.max(0, iin.length() - 4);
        return String.join("", Collections.nCopies(hidden, "•")) + iin.substring(hidden);
    }
}
