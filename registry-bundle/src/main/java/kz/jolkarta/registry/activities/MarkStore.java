package kz.jolkarta.registry.activities;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.records.Query;

/** Second marks of presence in the database. */
final class MarkStore {
    private static final String PEOPLE = " join participation p on p.id = r.participation_id"
            + " left join child c on c.id = p.child_id left join staff s on s.id = p.staff_id"
            + " left join organisation o on o.id = s.organisation_id";

    /** @param markedBy who marked the roll; empty for rolls older than that was kept */
    record Kept(long id, LocalDate heldOn, Optional<Long> markedBy) {}

    /** @param until empty while no code was made */
    record KeptCode(Optional<String> hash, Optional<Instant> until, Optional<Long> by) {}

    private MarkStore() {}

    static Optional<Kept> session(Tx tx, long activity, long session) {
        return tx.one(
                "select id, held_on, marked_by from activity_session where id = :id and activity_id = :activity",
                Map.of("id", session, "activity", activity),
                row -> new Kept(row.number("id"), row.date("held_on"), row.optionalNumber("marked_by")));
    }

    /** Of these participations those within the scope that the roll marked present, with the persons' territories. */
    static Map<Long, String> present(Tx tx, long session, Collection<Long> participations, Scope scope) {
        Map<Long, String> present = new LinkedHashMap<>();
        tx.each(
                "select p.id, coalesce(c.territory, o.territory) territory from presence r" + PEOPLE
                        + " where r.session_id = :session and r.participation_id in (:ids) and r.present = true and "
                        + ParticipantStore.within(scope) + " order by p.id",
                Map.of("session", session, "ids", participations),
                row -> present.put(row.number("id"), row.text("territory")));
        return present;
    }

    static Set<Long> marked(Tx tx, long session, MarkKind kind, Collection<Long> participations) {
        return new HashSet<>(tx.list(
                "select participation_id from presence_mark where session_id = :session and kind = :kind"
                        + " and participation_id in (:ids)",
                Map.of("session", session, "kind", kind, "ids", participations),
                row -> row.number("participation_id")));
    }

    static void insert(Tx tx, long session, MarkKind kind, Collection<Long> participations, long by, Instant at) {
        tx.batch(
                "insert into presence_mark (session_id, participation_id, kind, marked_by, marked_at)"
                        + " values (:session, :participation, :kind, :by, :at)",
                participations.stream()
                        .map(p -> Map.<String, Object>of(
                                "session", session, "participation", p, "kind", kind, "by", by, "at", at))
                        .toList());
    }

    static void code(Tx tx, long session, SessionCode code, long by) {
        tx.update(
                "update activity_session set code_hash = :hash, code_until = :until, code_by = :by where id = :id",
                Map.of("hash", SessionCode.hash(session, code.code()), "until", code.until(), "by", by, "id", session));
    }

    static KeptCode code(Tx tx, long session) {
        return tx.one(
                        "select code_hash, code_until, code_by from activity_session where id = :id",
                        Map.of("id", session),
                        row -> new KeptCode(
                                row.optionalText("code_hash"),
                                row.optionalInstant("code_until"),
                                row.optionalNumber("code_by")))
                .orElseThrow();
    }

    /**
     * Counts a try as a wrong one before it is looked at, so that tries at the same moment are as many as tries one after the other.
     *
     * @return false when there were too many already
     */
    static boolean countTry(Tx tx, long session, int most) {
        return tx.update(
                        "update activity_session set code_failures = code_failures + 1 where id = :id and code_failures < :most",
                        Map.of("id", session, "most", most))
                == 1;
    }

    static void uncountTry(Tx tx, long session) {
        tx.update(
                "update activity_session set code_failures = code_failures - 1 where id = :id", Map.of("id", session));
    }

    static List<Mark> list(Tx tx, long session, Scope scope, Paging page) {
        Query query =
                new Query().and("r.session_id = :session", "session", session).and(ParticipantStore.within(scope));
        if (!page.first()) {
            query.and("(r.participation_id > :kid or (r.participation_id = :kid and r.kind > :k))")
                    .with("kid", page.id())
                    .with("k", page.value());
        }
        return tx.list(
                "select r.participation_id, r.kind, r.marked_by, r.marked_at from presence_mark r" + PEOPLE + " where "
                        + query.where() + " order by r.participation_id, r.kind" + page.fetch(),
                query.params(),
                row -> new Mark(
                        row.number("participation_id"),
                        row.value("kind", MarkKind.class),
                        row.number("marked_by"),
                        row.instant("marked_at")));
    }

    /** Presence of an activity's sessions that only the roll tells of, in the order of the sessions. */
    static List<Unconfirmed> unconfirmed(Tx tx, long activity, Scope scope, Paging page) {
        Query query = new Query()
                .and("z.activity_id = :activity", "activity", activity)
                .and("r.present = true")
                .and("not exists (select 1 from presence_mark m where m.session_id = r.session_id"
                        + " and m.participation_id = r.participation_id)")
                .and(ParticipantStore.within(scope));
        if (!page.first()) {
            query.and("(z.id > :k or (z.id = :k and p.id > :kid))")
                    .with("k", Paging.number(page.value()))
                    .with("kid", page.id());
        }
        return tx.list(
                "select z.id session_id, z.held_on, z.topic, p.id, p.child_id, p.staff_id,"
                        + " coalesce(c.territory, o.territory) territory, coalesce(c.surname, s.surname) surname,"
                        + " coalesce(c.given_name, s.given_name) given_name, coalesce(c.patronymic, s.patronymic) patronymic"
                        + " from activity_session z join presence r on r.session_id = z.id" + PEOPLE + " where "
                        + query.where() + " order by z.id, p.id" + page.fetch(),
                query.params(),
                row -> new Unconfirmed(
                        row.number("session_id"),
                        row.date("held_on"),
                        row.optionalText("topic").orElse(null),
                        row.number("id"),
                        row.optionalNumber("child_id").orElse(null),
                        row.optionalNumber("staff_id").orElse(null),
                        Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic")),
                        row.text("territory")));
    }
}
