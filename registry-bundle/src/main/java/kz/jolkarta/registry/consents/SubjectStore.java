package kz.jolkarta.registry.consents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Person;

/** The child and the representatives as a form names them. */
final class SubjectStore {
    private SubjectStore() {}

    record Subject(String name, LocalDate birthDate, String territory) {}

    record Signer(long id, String name) {}

    static Optional<Subject> child(Tx tx, long id, Scope scope) {
        return tx.one(
                "select c.surname, c.given_name, c.patronymic, c.birth_date, c.territory from child c where c.id = :id and c.destroyed_on is null and "
                        + scope.persons("c"),
                Map.of("id", id),
                row -> new Subject(
                        Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic")),
                        row.date("birth_date"),
                        row.text("territory")));
    }

    static List<Signer> signers(Tx tx, long child) {
        return tx.list(
                "select id, name from representative where child_id = :child order by id",
                Map.of("child", child),
                row -> new Signer(row.number("id"), row.text("name")));
    }
}
