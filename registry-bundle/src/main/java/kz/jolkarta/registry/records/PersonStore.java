package kz.jolkarta.registry.records;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;

/** The persons that records name, each only within a scope. */
final class PersonStore {
    private PersonStore() {}

    /** Children of the scope who are neither archived nor merged into another record. */
    static Map<Long, Person> children(Tx tx, Collection<Long> ids, Scope scope) {
        return people(
                tx,
                "select c.id, c.territory, c.surname, c.given_name, c.patronymic from child c where c.id in (:ids)"
                        + " and c.state not in ('ARCHIVED', 'MERGED') and c.destroyed_on is null and "
                        + scope.persons("c"),
                ids);
    }

    /** Staff of organisations of the scope. */
    static Map<Long, Person> staff(Tx tx, Collection<Long> ids, Scope scope) {
        return people(
                tx,
                "select s.id, o.territory, s.surname, s.given_name, s.patronymic from staff s"
                        + " join organisation o on o.id = s.organisation_id where s.id in (:ids) and "
                        + scope.condition("o.territory"),
                ids);
    }

    private static Map<Long, Person> people(Tx tx, String sql, Collection<Long> ids) {
        Map<Long, Person> people = new HashMap<>();
        tx.each(sql, Map.of("ids", ids), row -> people.put(row.number("id"), person(row)));
        return people;
    }

    private static Person person(Row row) {
        return new Person(
                row.number("id"),
                row.text("territory"),
                Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic")));
    }
}
