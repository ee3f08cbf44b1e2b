package kz.jolkarta.registry.copies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.registry.records.Money;
import kz.jolkarta.registry.records.Person;

/** Reads everything that is held about a child. */
final class CopyStore {
    private CopyStore() {}

    /** @param representatives by their ids */
    record Subject(String name, String territory, Map<Long, String> representatives) {}

    static java.util.Optional<Subject> subject(Tx tx, long child, Scope scope) {
        Map<Long, String> representatives = new LinkedHashMap<>();
        tx.each(
                "select id, name from representative where child_id = :child order by id",
                Map.of("child", child),
                row -> representatives.put(row.number("id"), row.text("name")));
        return tx.one(
                "select c.surname, c.given_name, c.patronymic, c.territory from child c where c.id = :id and c.destroyed_on is null and "
                        + scope.persons("c"),
                Map.of("id", child),
                row -> new Subject(
                        Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic")),
                        row.text("territory"),
                        representatives));
    }

    /** Values by their columns in order; a value that is not there is left out. @param diagnostics whether protected fields of a form are given */
    static List<Map<Column, Object>> rows(Tx tx, Holding holding, long child, boolean diagnostics) {
        return tx.list(holding.sql(), Map.of("child", child), row -> {
            Map<Column, Object> values = new LinkedHashMap<>();
            for (Column column : holding.columns()) {
                Object value = value(row, column, diagnostics);
                if (value != null) {
                    values.put(column, value);
                }
            }
            return values;
        });
    }

    private static Object value(Row row, Column column, boolean diagnostics) {
        String name = column.name();
        return switch (column.kind()) {
            case TEXT -> row.optionalText(name).orElse(null);
            case NUMBER -> row.optionalNumber(name).orElse(null);
            case DATE -> row.optionalDate(name).orElse(null);
            case INSTANT -> row.optionalInstant(name).orElse(null);
            case FLAG -> row.flag(name);
            case MONEY -> row.optionalNumber(name).map(Money::tenge).orElse(null);
            case CODE ->
                row.optionalText(name)
                        .map(code -> code.toLowerCase(Locale.ROOT).replace('_', '-'))
                        .orElse(null);
            case JSON -> row.optionalText(name).map(CopyStore::json).orElse(null);
            case CONTENT -> FormValues.of(json(row.text("form")), (ObjectNode) json(row.text(name)), diagnostics);
        };
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("kept JSON is damaged", damaged);
        }
    }
}
