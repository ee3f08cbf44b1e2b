package kz.jolkarta.registry.consents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.records.Query;
import kz.jolkarta.registry.tasks.TaskKind;
import kz.jolkarta.registry.tasks.TaskStore;

/** Consents by their end, and children without any. */
final class EndingStore {
    private static final String CHILD =
            "select c.id child_id, c.surname, c.given_name, c.patronymic, c.territory, c.sort_key, o.name school_name";
    private static final String ENDING = ", k.id consent_id, k.valid_to from consent k" + Along.index("consent_ends")
            + " join child c on c.id = k.child_id left join organisation o on o.id = c.school_id where ";
    private static final String NONE = " from child c left join organisation o on o.id = c.school_id where ";

    private EndingStore() {}

    /** A row and where the list goes on behind it. */
    record Keyed(EndingConsent row, String key) {}

    static List<Keyed> list(Tx tx, EndingFilter filter, Scope scope, LocalDate today, Paging page) {
        Query query = query(filter, scope, today);
        if (!page.first()) {
            query.and(
                            filter.missing()
                                    ? "(c.sort_key > :k or c.sort_key = :k and c.id > :kid)"
                                    : "(k.valid_to > :k or k.valid_to = :k and k.id > :kid)")
                    .with("k", filter.missing() ? page.value() : page.day())
                    .with("kid", page.id());
        }
        return tx.list(sql(filter, query) + page.fetch(), query.params(), row -> keyed(filter, row));
    }

    static void each(Tx tx, EndingFilter filter, Scope scope, LocalDate today, Consumer<EndingConsent> visitor) {
        Query query = query(filter, scope, today);
        tx.each(
                sql(filter, query),
                query.params(),
                row -> visitor.accept(keyed(filter, row).row()));
    }

    static long count(Tx tx, EndingFilter filter, Scope scope, LocalDate today) {
        Query query = query(filter, scope, today);
        String from = filter.missing() ? "child c" : "consent k join child c on c.id = k.child_id";
        return tx.number("select count(*) from " + from + " where " + query.where(), query.params());
    }

    private static Query query(EndingFilter filter, Scope scope, LocalDate today) {
        return filter.missing() ? filter.none(scope, today) : filter.ending(scope, today);
    }

    private static String sql(EndingFilter filter, Query query) {
        return CHILD
                + (filter.missing() ? NONE : ENDING)
                + query.where()
                + (filter.missing() ? " order by c.sort_key, c.id" : " order by k.valid_to, k.id");
    }

    private static Keyed keyed(EndingFilter filter, Row row) {
        Long consent = filter.missing() ? null : row.number("consent_id");
        LocalDate validTo = filter.missing() ? null : row.date("valid_to");
        EndingConsent found = new EndingConsent(
                row.number("child_id"),
                Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic")),
                row.text("territory"),
                row.optionalText("school_name").orElse(null),
                filter.purpose(),
                consent,
                validTo);
        String key = filter.missing()
                ? Paging.key(row.text("sort_key"), found.childId())
                : Paging.key(validTo, found.consentId());
        return new Keyed(found, key);
    }

    /** Consents that end within the filter's days and have no task yet, a thousand of them. */
    static List<TaskStore.New> untold(Tx tx, EndingFilter filter, LocalDate today) {
        Query query = filter.ending(Scope.COUNTRY, today)
                .and("not exists (select 1 from task t where t.kind = 'CONSENT_EXPIRES' and t.record_id = k.id)");
        return tx.list(
                "select k.id, k.child_id, c.territory, k.valid_to from consent k" + Along.index("consent_ends")
                        + " join child c on c.id = k.child_id where " + query.where()
                        + " order by k.valid_to, k.id fetch first 1000 rows only",
                query.params(),
                row -> new TaskStore.New(
                        TaskKind.CONSENT_EXPIRES,
                        row.number("child_id"),
                        row.number("id"),
                        row.text("territory"),
                        row.date("valid_to")));
    }

    /**
     * Closes the tasks of consents that another one outlasts now: nobody has to do anything any more.
     *
     * @return how many
     */
    static int closeRenewed(Tx tx, ConsentPurpose purpose, LocalDate today, Instant now) {
        return tx.update(
                "update task set state = 'DONE', done_by = 0, done_at = :now, version = version + 1"
                        + " where kind = 'CONSENT_EXPIRES' and state = 'OPEN' and record_id in (select k.id from consent k"
                        + " join consent l on l.child_id = k.child_id where k.purpose = :purpose and l.purpose = :purpose"
                        + " and l.id <> k.id and l.deliverable_id is null and l.given_on <= :today"
                        + " and (l.withdrawn_on is null or l.withdrawn_on > :today)"
                        + " and (l.valid_to is null or l.valid_to > k.valid_to))",
                Map.of("purpose", purpose, "today", today, "now", now));
    }
}
