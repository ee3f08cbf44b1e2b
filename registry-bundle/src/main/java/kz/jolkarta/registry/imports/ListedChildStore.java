package kz.jolkarta.registry.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.TalentField;
import kz.jolkarta.registry.children.NameKey;

/** Children as an import reads and writes them: many at once, by sets. */
final class ListedChildStore {
    /** Lists of one of these lengths make one statement text each, which the engine prepares once. */
    private static final int[] LENGTHS = {1, 20, 200, 1000};

    /** What was merged into another record is found there. */
    private static final String KEPT = " state <> 'MERGED' and destroyed_on is null";

    private static final String CHILD =
            "select id, version, iin, document_kind, document_number, no_iin_reason, surname, given_name, patronymic, birth_date, sex, territory,"
                    + " address, school_id, grade, grade_letter, language from child";

    private ListedChildStore() {}

    /** Values in parts that are filled up to a usual length by repeating the last. */
    static <T> List<List<T>> parts(Collection<T> values) {
        List<T> all = new ArrayList<>(new LinkedHashSet<>(values));
        List<List<T>> parts = new ArrayList<>();
        int most = LENGTHS[LENGTHS.length - 1];
        for (int from = 0; from < all.size(); from += most) {
            List<T> part = new ArrayList<>(all.subList(from, Math.min(all.size(), from + most)));
            int length = most;
            for (int i = LENGTHS.length - 1; i >= 0; i--) {
                length = LENGTHS[i] >= part.size() ? LENGTHS[i] : length;
            }
            while (part.size() < length) {
                part.add(part.get(part.size() - 1));
            }
            parts.add(part);
        }
        return parts;
    }

    static Map<Long, Known> byIin(Tx tx, Collection<String> iins) {
        return children(tx, Along.constraint("child_iin") + " where iin in (:values) and" + KEPT, iins);
    }

    /** Children of whom another record with one of these numbers was found, by the number. */
    static Map<String, Long> byMergedIin(Tx tx, Collection<String> iins) {
        Map<String, Long> kept = new HashMap<>();
        for (List<String> part : parts(iins)) {
            tx.each(
                    "select iin, merged_into from child" + Along.constraint("child_iin")
                            + " where iin in (:values) and merged_into is not null",
                    Map.of("values", part),
                    row -> kept.put(row.text("iin"), row.number("merged_into")));
        }
        return kept;
    }

    static Map<Long, Known> byDocument(Tx tx, Collection<String> numbers) {
        return children(tx, Along.index("child_document") + " where document_number in (:values) and" + KEPT, numbers);
    }

    /** Children born on one of the days. */
    static Map<Long, Known> byBirth(Tx tx, Collection<LocalDate> days) {
        return children(tx, Along.index("child_birth") + " where birth_date in (:values) and" + KEPT, days);
    }

    static Map<Long, Known> byId(Tx tx, Collection<Long> ids) {
        return children(tx, Along.constraint("child_pk") + " where id in (:values)", ids);
    }

    /**
     * Children without an IIN by name and birth date: few, and a list that comes later may bring their numbers. Of several who are called alike the
     * one in the scope, else the one registered first.
     */
    static Map<String, Long> numberless(Tx tx, Scope scope) {
        Map<String, Long> within = new HashMap<>();
        Map<String, Long> numberless = new HashMap<>();
        tx.each(
                "select id, surname, given_name, birth_date, territory from child where iin is null and" + KEPT,
                Map.of(),
                row -> (scope.covers(row.text("territory")) ? within : numberless)
                        .merge(
                                Known.nameAndBirth(row.text("surname"), row.text("given_name"), row.date("birth_date")),
                                row.number("id"),
                                Math::min));
        numberless.putAll(within);
        return numberless;
    }

    private static Map<Long, Known> children(Tx tx, String condition, Collection<?> values) {
        Map<Long, Known> known = new TreeMap<>();
        for (List<?> part : parts(values)) {
            tx.each(CHILD + condition, Map.of("values", part), row -> known.put(row.number("id"), child(row)));
        }
        return known;
    }

    private static Known child(Row row) {
        Known child = new Known(row.number("id"), row.integer("version"));
        for (String column : Decisions.COLUMNS) {
            child.values.put(
                    column,
                    switch (column) {
                        case "birth_date" -> row.date(column);
                        case "school_id" -> row.optionalNumber(column).orElse(null);
                        case "grade" -> row.optionalInteger(column).orElse(null);
                        default -> row.optionalText(column).orElse(null);
                    });
        }
        return child;
    }

    /** Fills in what stands beside the children's own rows. */
    static void fill(Tx tx, Map<Long, Known> children, LocalDate today) {
        beside(
                tx,
                "select id, child_id, category, valid_to from child_category"
                        + Along.constraint("child_category_child_fk") + " where child_id in (:values)",
                children,
                row -> {
                    boolean open = row.optionalDate("valid_to")
                            .map(to -> to.isAfter(today))
                            .orElse(true);
                    if (open) {
                        children.get(row.number("child_id"))
                                .categories
                                .add(new Known.OpenCategory(
                                        row.number("id"),
                                        row.value("category", Category.class),
                                        row.optionalDate("valid_to")));
                    }
                });
        beside(
                tx,
                "select child_id, field, subject from child_talent" + Along.constraint("child_talent_child_fk")
                        + " where child_id in (:values)",
                children,
                row -> children.get(row.number("child_id"))
                        .talents
                        .add(Known.talent(row.value("field", TalentField.class), row.text("subject"))));
        beside(
                tx,
                "select id, child_id, name, relation, phone from representative"
                        + Along.constraint("representative_child_fk") + " where child_id in (:values)",
                children,
                row -> children.get(row.number("child_id"))
                        .representatives
                        .add(new Known.Person(
                                row.number("id"),
                                NameKey.of(row.text("name")),
                                row.text("relation"),
                                row.text("phone"))));
        beside(
                tx,
                "select child_id, given_on from consent" + Along.constraint("consent_child_fk")
                        + " where child_id in (:values) and purpose = 'PROCESSING'",
                children,
                row -> children.get(row.number("child_id")).consents.add(row.date("given_on")));
    }

    private static void beside(Tx tx, String sql, Map<Long, Known> children, Consumer<Row> visitor) {
        for (List<Long> part : parts(children.keySet())) {
            tx.each(sql, Map.of("values", part), visitor);
        }
    }

    static Map<String, Long> schools(Tx tx, Collection<String> territories, Set<String> keys) {
        Map<String, Long> schools = new HashMap<>();
        for (List<String> places : parts(territories)) {
            for (List<String> names : parts(keys)) {
                tx.each(
                        "select id, territory, name_key from organisation" + Along.index("organisation_place")
                                + " where kind = 'SCHOOL' and territory in (:places) and name_key in (:names)"
                                + " order by id desc",
                        Map.of("places", places, "names", names),
                        row -> schools.put(row.text("territory") + "|" + row.text("name_key"), row.number("id")));
            }
        }
        return schools;
    }

    /** @return false when a child changed meanwhile: the rows have to be decided anew */
    static boolean write(Tx tx, Work work) {
        batch(
                tx,
                "insert into organisation (id, kind, name, name_key, territory, import_id, created_at)"
                        + " values (:id, 'SCHOOL', :name, :key, :territory, :batch, :now)",
                work.schools);
        batch(
                tx,
                "insert into child (id, iin, document_kind, document_number, no_iin_reason, surname, given_name, patronymic, key_surname, key_given,"
                        + " sort_key, birth_date, sex, territory, address, school_id, grade, grade_letter, language, registered_on, import_id, updated_at)"
                        + " values (:id, :iin, :document_kind, :document_number, :no_iin_reason, :surname, :given_name, :patronymic, :key_surname,"
                        + " :key_given, :sort_key, :birth_date, :sex, :territory, :address, :school_id, :grade, :grade_letter, :language, :today, :batch,"
                        + " :now)",
                work.children);
        if (!update(tx, List.copyOf(work.updates.values()))) {
            return false;
        }
        batch(
                tx,
                "insert into child_category (id, child_id, category, valid_from, import_id) values (:id, :child, :category, :today, :batch)",
                work.categories);
        batch(tx, "update child_category set valid_to = :today where id = :id", work.endedCategories);
        batch(
                tx,
                "insert into child_talent (id, child_id, field, subject, identified_on, import_id)"
                        + " values (:id, :child, :field, :subject, :today, :batch)",
                work.talents);
        batch(
                tx,
                "insert into representative (id, child_id, name, relation, phone, import_id) values (:id, :child, :name, :relation, :phone, :batch)",
                work.representatives);
        batch(
                tx,
                "update representative set phone = :phone, relation = :relation where id = :id",
                work.changedRepresentatives);
        batch(
                tx,
                "insert into consent (id, child_id, representative_id, purpose, given_on, template, import_id)"
                        + " values (:id, :child, :representative, 'PROCESSING', :given, 'list', :batch)",
                work.consents);
        return true;
    }

    /** @return whether all were still of the version they were read in */
    static boolean update(Tx tx, List<Map<String, Object>> children) {
        return children.isEmpty()
                || tx.batch(
                                "update child set iin = :iin, document_kind = :document_kind, document_number = :document_number, no_iin_reason = :no_iin_reason,"
                                        + " surname = :surname, given_name = :given_name, patronymic = :patronymic, key_surname = :key_surname, key_given = :key_given,"
                                        + " sort_key = :sort_key, birth_date = :birth_date, sex = :sex, territory = :territory, address = :address,"
                                        + " school_id = :school_id, grade = :grade, grade_letter = :grade_letter, language = :language, version = :version,"
                                        + " updated_at = :now where id = :id and version = :seen",
                                children)
                        == children.size();
    }

    private static void batch(Tx tx, String sql, List<Map<String, Object>> rows) {
        if (!rows.isEmpty()) {
            tx.batch(sql, rows);
        }
    }
}
