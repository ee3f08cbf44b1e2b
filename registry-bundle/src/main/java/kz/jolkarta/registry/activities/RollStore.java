package kz.jolkarta.registry.activities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Audit.Entry;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Query;

/** Sessions and their rolls in the database. */
final class RollStore {
    /** Participants present at least once. */
    private static final String CAME =
            "exists (select 1 from presence r where r.participation_id = p.id and r.present = true)";

    private RollStore() {}

    /** Whether somebody was accepted and no roll was ever marked. */
    static boolean missing(Tx tx, long activity) {
        Map<String, Long> one = Map.of("activity", activity);
        return tx.number("select count(*) from participation where activity_id = :activity and state = 'ACCEPTED'", one)
                        > 0
                && tx.number("select count(*) from activity_session where activity_id = :activity", one) == 0;
    }

    /** Accepted ones become ATTENDED when present at least once, else ABSENT. */
    static List<Entry> settle(Tx tx, long activity) {
        List<Entry> entries = new ArrayList<>();
        tx.each(
                "select p.id, coalesce(c.territory, o.territory) territory, case when " + CAME
                        + " then 'ATTENDED' else 'ABSENT' end outcome from participation p"
                        + " left join child c on c.id = p.child_id left join staff s on s.id = p.staff_id"
                        + " left join organisation o on o.id = s.organisation_id"
                        + " where p.activity_id = :activity and p.state = 'ACCEPTED'",
                Map.of("activity", activity),
                row -> entries.add(new Entry(
                        Action.UPDATE,
                        "participation",
                        row.number("id"),
                        row.text("territory"),
                        "ACCEPTED > " + row.text("outcome"))));
        List<Map<String, Object>> moves = entries.stream()
                .map(e -> Map.<String, Object>of("id", e.id(), "to", e.detail().substring("ACCEPTED > ".length())))
                .toList();
        tx.batch(
                "update participation set state = :to, version = version + 1 where id = :id and state = 'ACCEPTED'",
                moves);
        return entries;
    }

    /** Ids and territories of the accepted. */
    static Map<Long, String> accepted(Tx tx, long activity) {
        Map<Long, String> people = new LinkedHashMap<>();
        tx.each(
                "select p.id, coalesce(c.territory, o.territory) territory from participation p"
                        + " left join child c on c.id = p.child_id left join staff s on s.id = p.staff_id"
                        + " left join organisation o on o.id = s.organisation_id"
                        + " where p.activity_id = :activity and p.state = 'ACCEPTED' order by p.id",
                Map.of("activity", activity),
                row -> people.put(row.number("id"), row.text("territory")));
        return people;
    }

    static void insert(Tx tx, long id, long activity, SessionInput input, long by) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("activity", activity);
        params.put("heldOn", input.heldOn());
        params.put("topic", input.topic());
        params.put("by", by);
        tx.update(
                "insert into activity_session (id, activity_id, held_on, topic, marked_by)"
                        + " values (:id, :activity, :heldOn, :topic, :by)",
                params);
    }

    static void mark(Tx tx, List<Map<String, Object>> marks) {
        tx.batch(
                "insert into presence (session_id, participation_id, present) values (:session, :participation, :present)",
                marks);
    }

    static List<Session> list(Tx tx, long activity, Scope scope, Paging page) {
        Query query = new Query().and("s.activity_id = :activity", "activity", activity);
        if (!page.first()) {
            query.and("s.id > :kid", "kid", page.id());
        }
        List<Session> bare = tx.list(
                "select s.id, s.held_on, s.topic from activity_session s where " + query.where() + " order by s.id"
                        + page.fetch(),
                query.params(),
                row -> new Session(
                        row.number("id"),
                        row.date("held_on"),
                        row.optionalText("topic").orElse(null),
                        List.of(),
                        List.of()));
        Map<Long, List<Long>> present = new HashMap<>();
        Map<Long, List<Long>> absent = new HashMap<>();
        tx.each(
                "select r.session_id, r.participation_id, r.present from presence r join participation p on p.id = r.participation_id"
                        + " left join child c on c.id = p.child_id left join staff t on t.id = p.staff_id"
                        + " left join organisation o on o.id = t.organisation_id where r.session_id in (:ids) and "
                        + ParticipantStore.within(scope) + " order by r.participation_id",
                Map.of("ids", bare.stream().map(Session::id).toList()),
                row -> (row.flag("present") ? present : absent)
                        .computeIfAbsent(row.number("session_id"), s -> new ArrayList<>())
                        .add(row.number("participation_id")));
        return bare.stream()
                .map(s -> new Session(
                        s.id(),
                        s.heldOn(),
                        s.topic(),
                        present.getOrDefault(s.id(), List.of()),
                        absent.getOrDefault(s.id(), List.of())))
                .toList();
    }
}
