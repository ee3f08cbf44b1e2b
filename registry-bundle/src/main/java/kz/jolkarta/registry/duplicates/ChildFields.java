package kz.jolkarta.registry.duplicates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.Problem;
import kz.jolkarta.registry.children.ChildData;
import kz.jolkarta.registry.duplicates.Journal.Field;

/** The fields of a child's own row by the names of the API, and what becomes of them in a merge. */
final class ChildFields {
    /** Columns by field; all of them may be chosen from either record. */
    static final Map<String, String> COLUMNS = columns();

    private static final String NAMES = "surname,given_name,patronymic";
    private static final Set<String> NUMBERS = Set.of("school_id", "coordinator_id");
    private static final Set<String> DATES = Set.of("birth_date", "left_on", "registered_on");

    private ChildFields() {}

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("iin", "iin");
        columns.put("documentKind", "document_kind");
        columns.put("documentNumber", "document_number");
        columns.put("noIinReason", "no_iin_reason");
        columns.put("surname", "surname");
        columns.put("givenName", "given_name");
        columns.put("patronymic", "patronymic");
        columns.put("birthDate", "birth_date");
        columns.put("sex", "sex");
        columns.put("territory", "territory");
        columns.put("address", "address");
        columns.put("schoolId", "school_id");
        columns.put("grade", "grade");
        columns.put("gradeLetter", "grade_letter");
        columns.put("language", "language");
        columns.put("state", "state");
        columns.put("leftOn", "left_on");
        columns.put("coordinatorId", "coordinator_id");
        return columns;
    }

    /** The field of a column. */
    static String name(String column) {
        return COLUMNS.entrySet().stream()
                .filter(e -> e.getValue().equals(column))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("registeredOn");
    }

    /** A column's value for the database. */
    static Object typed(String column, String value) {
        if (value == null) {
            return null;
        }
        if (NUMBERS.contains(column)) {
            return Long.valueOf(value);
        }
        if (column.equals("grade")) {
            return Integer.valueOf(value);
        }
        return DATES.contains(column) ? LocalDate.parse(value) : value;
    }

    /**
     * What changes in the kept record: the chosen fields, else those it has no value of; the earlier day of registration; and no
     * reason for having no number once it has one.
     *
     * @param chosen ids by field
     * @throws Problem INVALID for an unknown field, or a choice that is neither record or has no number
     */
    static List<Field> kept(
            long keptId, Map<String, String> kept, long goneId, Map<String, String> gone, Map<String, Long> chosen) {
        chosen.forEach((field, id) -> {
            if (!COLUMNS.containsKey(field)) {
                throw Problem.field("fields." + field, "record.choice", String.join(", ", COLUMNS.keySet()));
            }
            if (id == null || id != keptId && id != goneId) {
                throw Problem.field("fields." + field, "record.choice", keptId + ", " + goneId);
            }
            if (field.equals("iin") && id == goneId && gone.get("iin") == null) {
                throw Problem.field("fields.iin", "record.required");
            }
        });
        List<Field> fields = new ArrayList<>();
        boolean numbered = kept.get("iin") != null || gone.get("iin") != null;
        COLUMNS.forEach((field, column) -> {
            String mine = kept.get(column);
            // Who has a number needs no reason for having none.
            boolean needless = numbered && column.equals("no_iin_reason");
            String theirs = needless ? null : gone.get(column);
            boolean take = needless
                    || (chosen.containsKey(field)
                            ? chosen.get(field) == goneId
                            : mine == null && !column.equals("left_on"));
            if (take && !Objects.equals(mine, theirs)) {
                fields.add(new Field(column, mine, theirs));
            }
        });
        String earlier = gone.get("registered_on");
        if (earlier.compareTo(kept.get("registered_on")) < 0) {
            fields.add(new Field("registered_on", kept.get("registered_on"), earlier));
        }
        return fields;
    }

    /** What changes in the other record: it ends, and never has the number that the kept one has. */
    static List<Field> gone(Map<String, String> gone, List<Field> kept) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("state", gone.get("state"), "MERGED"));
        find(kept, "iin").ifPresent(iin -> fields.add(new Field("iin", gone.get("iin"), iin.before())));
        return fields;
    }

    static Optional<Field> find(List<Field> fields, String column) {
        return fields.stream().filter(f -> f.column().equals(column)).findFirst();
    }

    /** The values to write, with the keys by which a child is found when its name changes. */
    static Map<String, Object> values(Map<String, String> present, Map<String, String> changes) {
        Map<String, Object> values = new LinkedHashMap<>();
        changes.forEach((column, value) -> values.put(column, typed(column, value)));
        if (changes.keySet().stream().anyMatch(List.of(NAMES.split(","))::contains)) {
            Map<String, String> names = new LinkedHashMap<>(present);
            names.putAll(changes);
            ChildData.Keys keys = ChildData.Keys.of(
                    or(names.get("surname")), or(names.get("given_name")), or(names.get("patronymic")));
            values.put("key_surname", keys.surnameFirst());
            values.put("key_given", keys.givenFirst());
            values.put("sort_key", keys.sort());
        }
        return values;
    }

    private static String or(String name) {
        return name == null ? "" : name;
    }
}
