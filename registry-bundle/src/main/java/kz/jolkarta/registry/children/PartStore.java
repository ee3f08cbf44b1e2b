package kz.jolkarta.registry.children;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Person;

/** The tables of the things a child has several of. */
final class PartStore {
    private PartStore() {}

    /** The parts of many children at once, by the child; one without any is not in it. */
    static <T extends Part> Map<Long, List<T>> of(Tx tx, PartTable<T> kind, Collection<Long> children) {
        Map<Long, List<T>> found = new HashMap<>();
        tx.each(
                "select id, child_id, " + String.join(", ", kind.columns()) + " from " + kind.table()
                        + " where child_id in (:children) order by child_id, " + kind.order() + ", id",
                Map.of("children", children),
                row -> found.computeIfAbsent(row.number("child_id"), c -> new ArrayList<>())
                        .add(kind.reader().apply(row)));
        return found;
    }

    static <T extends Part> List<T> of(Tx tx, PartTable<T> kind, long child) {
        return of(tx, kind, List.of(child)).getOrDefault(child, List.of());
    }

    static <T extends Part> Optional<T> one(Tx tx, PartTable<T> kind, long child, long id) {
        return of(tx, kind, child).stream().filter(p -> p.id() == id).findFirst();
    }

    /** @return the ids given to them, in their order */
    static <T extends Part> List<Long> insert(Tx tx, PartTable<T> kind, LongSupplier ids, long child, List<T> parts) {
        List<Long> given = new ArrayList<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (T part : parts) {
            long id = ids.getAsLong();
            given.add(id);
            rows.add(kind.params(id, child, part));
        }
        tx.batch(
                "insert into " + kind.table() + " (id, child_id, " + String.join(", ", kind.columns())
                        + ") values (:id, :child_id, :" + String.join(", :", kind.columns()) + ")",
                rows);
        return given;
    }

    /** @return whether there was such a part of the child */
    static <T extends Part> boolean update(Tx tx, PartTable<T> kind, long child, long id, T part) {
        String sets = kind.columns().stream().map(c -> c + " = :" + c).collect(Collectors.joining(", "));
        return tx.update(
                        "update " + kind.table() + " set " + sets + " where id = :id and child_id = :child_id",
                        kind.params(id, child, part))
                == 1;
    }

    /** Consents stay when the representative who gave them is removed. */
    static void forget(Tx tx, long child, long representative) {
        tx.update(
                "update consent set representative_id = null where representative_id = :id and child_id = :child",
                Map.of("id", representative, "child", child));
    }

    static void delete(Tx tx, PartTable<?> kind, long child, long id) {
        tx.update(
                "delete from " + kind.table() + " where id = :id and child_id = :child",
                Map.of("id", id, "child", child));
    }

    /** A category is part of the child's history, so that it ends instead of vanishing. */
    static void endCategory(Tx tx, long child, long id, LocalDate lastDay) {
        tx.update(
                "update child_category set valid_to = :day where id = :id and child_id = :child"
                        + " and valid_from <= :day and (valid_to is null or valid_to > :day)",
                Map.of("id", id, "child", child, "day", lastDay));
    }

    static void withdraw(Tx tx, long child, long id, LocalDate day) {
        tx.update(
                "update consent set withdrawn_on = :day where id = :id and child_id = :child and withdrawn_on is null",
                Map.of("id", id, "child", child, "day", day));
    }

    static boolean coachKnown(Tx tx, long staff) {
        return tx.number("select count(*) from staff where id = :id", Map.of("id", staff)) > 0;
    }

    static boolean materialKnown(Tx tx, long deliverable) {
        return tx.number("select count(*) from deliverable where id = :id", Map.of("id", deliverable)) > 0;
    }

    /** Names of those members of staff who work within the scope. */
    static Map<Long, String> coaches(Tx tx, Collection<Long> ids, Scope scope) {
        Map<Long, String> names = new HashMap<>();
        tx.each(
                "select s.id, s.surname, s.given_name, s.patronymic from staff s"
                        + " join organisation o on o.id = s.organisation_id where s.id in (:ids) and "
                        + scope.condition("o.territory"),
                Map.of("ids", ids),
                row -> names.put(
                        row.number("id"),
                        Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic"))));
        return names;
    }
}
