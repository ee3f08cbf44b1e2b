package kz.jolkarta.registry.lineage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.Position;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.records.Query;

/** What members of staff learned, were honoured for and wrote, read for many of them at once. */
final class LineageStore {
    private static final String COACH =
            "select s.id, s.surname, s.given_name, s.patronymic, s.position, s.organisation_id, o.name, o.territory"
                    + " from staff s join organisation o on o.id = s.organisation_id where ";

    private static final String SEMINAR =
            "select p.id, p.staff_id, p.activity_id, p.certificate, a.measure, a.type, a.title, a.starts, a.ends, a.hours"
                    + " from participation p join activity a on a.id = p.activity_id where p.state = 'ATTENDED' and ";

    private static final String HONOUR =
            "select a.id, a.staff_id, a.measure, a.type, a.award_year, a.state, a.document_number, a.protocol_number,"
                    + " a.protocol_date from award a where a.state in ('APPROVED', 'ISSUED', 'ENDED') and ";

    private static final String MATERIAL =
            "select d.id, d.measure, d.type, d.title, d.language, d.link, d.adopted_on from deliverable d"
                    + " where d.state = 'ADOPTED' and ";

    /** More than coaches of one child have between them. */
    private static final String ALL = " fetch first 1000 rows only";

    private LineageStore() {}

    static Optional<Coach> coach(Tx tx, long id, Scope scope) {
        return coaches(tx, List.of(id), scope).stream().findFirst();
    }

    static List<Coach> coaches(Tx tx, Collection<Long> ids, Scope scope) {
        return ids.isEmpty()
                ? List.of()
                : tx.list(
                        COACH + "s.id in (:ids) and " + scope.condition("o.territory") + " order by s.id",
                        Map.of("ids", ids),
                        LineageStore::coach);
    }

    static List<Seminar> seminars(Tx tx, long staff, Paging page) {
        Query query = new Query().and("p.staff_id = :staff", "staff", staff);
        if (!page.first()) {
            query.and("(a.starts < :k or (a.starts = :k and p.id < :kid))")
                    .with("k", page.day())
                    .with("kid", page.id());
        }
        return tx.list(
                SEMINAR + query.where() + " order by a.starts desc, p.id desc" + page.fetch(),
                query.params(),
                LineageStore::seminar);
    }

    static List<Seminar> seminars(Tx tx, Collection<Long> staff) {
        return staff.isEmpty()
                ? List.of()
                : tx.list(
                        SEMINAR + "p.staff_id in (:staff) order by a.starts desc, p.id desc" + ALL,
                        Map.of("staff", staff),
                        LineageStore::seminar);
    }

    static List<Honour> honours(Tx tx, long staff, Paging page) {
        Query query = new Query().and("a.staff_id = :staff", "staff", staff);
        if (!page.first()) {
            query.and("a.id < :kid", "kid", page.id());
        }
        return tx.list(
                HONOUR + query.where() + " order by a.id desc" + page.fetch(), query.params(), LineageStore::honour);
    }

    static List<Honour> honours(Tx tx, Collection<Long> staff) {
        return staff.isEmpty()
                ? List.of()
                : tx.list(
                        HONOUR + "a.staff_id in (:staff) order by a.id desc" + ALL,
                        Map.of("staff", staff),
                        LineageStore::honour);
    }

    static List<Material> materials(Tx tx, long staff, Paging page) {
        Query query = new Query().and("d.author_id = :staff", "staff", staff);
        if (!page.first()) {
            query.and("d.id < :kid", "kid", page.id());
        }
        return tx.list(
                MATERIAL + query.where() + " order by d.id desc" + page.fetch(),
                query.params(),
                LineageStore::material);
    }

    private static Coach coach(Row row) {
        return new Coach(
                row.number("id"),
                Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic")),
                row.value("position", Position.class),
                row.number("organisation_id"),
                row.text("name"),
                row.text("territory"));
    }

    private static Seminar seminar(Row row) {
        return new Seminar(
                row.number("id"),
                row.number("staff_id"),
                row.number("activity_id"),
                row.text("measure"),
                row.text("type"),
                row.text("title"),
                row.date("starts"),
                row.date("ends"),
                row.optionalInteger("hours").orElse(null),
                row.optionalText("certificate").orElse(null));
    }

    private static Honour honour(Row row) {
        return new Honour(
                row.number("id"),
                row.number("staff_id"),
                row.text("measure"),
                row.text("type"),
                row.integer("award_year"),
                row.text("state"),
                row.optionalText("document_number").orElse(null),
                row.optionalText("protocol_number").orElse(null),
                row.optionalDate("protocol_date").orElse(null));
    }

    private static Material material(Row row) {
        return new Material(
                row.number("id"),
                row.text("measure"),
                row.text("type"),
                row.text("title"),
                row.optionalText("language").orElse(null),
                row.optionalText("link").orElse(null),
                row.optionalDate("adopted_on").orElse(null));
    }
}
