package kz.jolkarta.registry.activities;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Person;

/** The numbers of certificates, kept with the participations. */
final class CertificateStore {
    private CertificateStore() {}

    /** Gives each member of staff who attended a number: measure, year, activity, place in the order of applications. */
    static void number(Tx tx, int measure, Activity activity) {
        List<Long> attended = tx.list(
                "select id from participation where activity_id = :activity and state = 'ATTENDED' and staff_id is not null"
                        + " and certificate is null order by id",
                Map.of("activity", activity.id()),
                row -> row.number("id"));
        String beginning = measure + "-" + activity.starts().getYear() + "-" + activity.id() + "-";
        List<Map<String, Object>> numbers = new ArrayList<>();
        for (Long id : attended) {
            numbers.add(Map.of("id", id, "certificate", beginning + (numbers.size() + 1)));
        }
        tx.batch("update participation set certificate = :certificate where id = :id", numbers);
    }

    /**
     * @param scope where the activity or the person's organisation must lie
     * @param staff where names may be shown
     */
    static Optional<Certificate> find(Tx tx, String number, Scope scope, Scope staff) {
        return tx.one(
                "select p.certificate, p.id participation_id, p.staff_id, a.id activity_id, a.measure, a.type, a.title,"
                        + " a.territory, a.starts, a.ends, a.hours, s.surname, s.given_name, s.patronymic,"
                        + " o.territory staff_territory from participation p join activity a on a.id = p.activity_id"
                        + " join staff s on s.id = p.staff_id join organisation o on o.id = s.organisation_id"
                        + " where p.certificate = :number and (" + scope.condition("a.territory") + " or "
                        + scope.condition("o.territory") + ")",
                Map.of("number", number),
                row -> certificate(row, staff));
    }

    private static Certificate certificate(Row row, Scope staff) {
        boolean named = staff.covers(row.text("staff_territory"));
        return new Certificate(
                row.text("certificate"),
                row.text("measure"),
                row.text("type"),
                row.number("activity_id"),
                row.text("title"),
                row.text("territory"),
                row.date("starts"),
                row.date("ends"),
                row.optionalInteger("hours").orElse(null),
                row.number("participation_id"),
                row.number("staff_id"),
                named ? Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic")) : null);
    }
}
