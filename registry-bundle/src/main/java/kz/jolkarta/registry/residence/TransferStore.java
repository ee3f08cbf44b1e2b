package kz.jolkarta.registry.residence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.records.Query;

/** Moves, done or asked for, in the database. */
final class TransferStore {
    private static final String COLUMNS =
            "select t.id, t.child_id, t.from_territory, t.to_territory, t.school_id, t.grade, t.grade_letter, t.address,"
                    + " t.on_day, t.reason, t.asking, t.state, t.answer, t.journal, t.asked_at, t.decided_at, t.version,"
                    + " c.surname, c.given_name, c.patronymic from child_transfer t join child c on c.id = t.child_id";

    private TransferStore() {}

    /** A move with all that is known of it. @param journal "" before it is done */
    record Kept(
            long id,
            long childId,
            String name,
            String from,
            Stay to,
            LocalDate onDay,
            String reason,
            Transfer.Side asking,
            Transfer.State state,
            Optional<String> answer,
            String journal,
            Instant askedAt,
            Optional<Instant> decidedAt,
            int version) {
        String decider() {
            return asking == Transfer.Side.SENDER ? to.territory() : from;
        }
    }

    static void insert(
            Tx tx,
            long id,
            Resident child,
            MoveInput input,
            Transfer.Side asking,
            Optional<Journal> done,
            long by,
            Instant at) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("child", child.id());
        params.put("from", child.stay().territory());
        params.put("to", input.to());
        params.put("school", input.schoolId());
        params.put("grade", input.grade());
        params.put("letter", input.gradeLetter());
        params.put("address", input.address());
        params.put("onDay", input.onDay());
        params.put("reason", input.reason());
        params.put("asking", asking);
        params.put("state", done.isPresent() ? Transfer.State.DONE : Transfer.State.REQUESTED);
        params.put("journal", done.map(Journal::json));
        params.put("by", by);
        params.put("at", at);
        params.put("decided", done.isPresent() ? by : null);
        params.put("decidedAt", done.isPresent() ? at : null);
        tx.update(
                "insert into child_transfer (id, child_id, from_territory, to_territory, school_id, grade, grade_letter, address,"
                        + " on_day, reason, asking, state, journal, asked_by, asked_at, decided_by, decided_at) values (:id, :child,"
                        + " :from, :to, :school, :grade, :letter, :address, :onDay, :reason, :asking, :state, :journal, :by, :at,"
                        + " :decided, :decidedAt)",
                params);
    }

    /** Moves that begin or end in the scope. */
    static Optional<Kept> find(Tx tx, long id, Scope scope) {
        return tx.one(
                COLUMNS + " where t.id = :id and " + TransferFilter.touching(scope),
                Map.of("id", id),
                TransferStore::kept);
    }

    /** The last move of the child that was done and not undone. */
    static Optional<Long> last(Tx tx, long child) {
        return tx.one(
                "select max(id) id from child_transfer where child_id = :child and state = 'DONE'",
                Map.of("child", child),
                row -> row.optionalNumber("id").orElse(0L));
    }

    static boolean asked(Tx tx, long child) {
        return tx.number(
                        "select count(*) from child_transfer where child_id = :child and state = 'REQUESTED'",
                        Map.of("child", child))
                > 0;
    }

    static List<Kept> list(Tx tx, TransferFilter filter, Scope scope, Scope deciding, Paging page) {
        Query query = filter.query(scope, deciding, page);
        return tx.list(
                COLUMNS + " where " + query.where() + " order by "
                        + filter.order().sql() + page.fetch(),
                query.params(),
                TransferStore::kept);
    }

    static void each(Tx tx, TransferFilter filter, Scope scope, Scope deciding, Consumer<Kept> visitor) {
        Query query = filter.query(scope, deciding);
        tx.each(
                COLUMNS + " where " + query.where() + " order by "
                        + filter.order().sql(),
                query.params(),
                row -> visitor.accept(kept(row)));
    }

    static long count(Tx tx, TransferFilter filter, Scope scope, Scope deciding) {
        Query query = filter.query(scope, deciding);
        return tx.number(
                "select count(*) from child_transfer t join child c on c.id = t.child_id where " + query.where(),
                query.params());
    }

    static List<Kept> ofChild(Tx tx, long child) {
        return tx.list(
                COLUMNS + " where t.child_id = :child order by t.id desc", Map.of("child", child), TransferStore::kept);
    }

    /** @return false when somebody else decided meanwhile */
    static boolean decide(
            Tx tx, Kept transfer, Transfer.State to, String answer, Optional<Journal> journal, long by, Instant at) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", transfer.id());
        params.put("version", transfer.version());
        params.put("from", transfer.state());
        params.put("to", to);
        params.put("answer", answer);
        params.put("journal", journal.map(Journal::json));
        params.put("by", by);
        params.put("at", at);
        return tx.update(
                        "update child_transfer set state = :to, answer = :answer, journal = :journal, decided_by = :by,"
                                + " decided_at = :at, version = version + 1"
                                + " where id = :id and version = :version and state = :from",
                        params)
                == 1;
    }

    private static Kept kept(Row row) {
        return new Kept(
                row.number("id"),
                row.number("child_id"),
                Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic")),
                row.text("from_territory"),
                new Stay(
                        row.text("to_territory"),
                        row.optionalNumber("school_id").orElse(null),
                        row.optionalInteger("grade").orElse(null),
                        row.optionalText("grade_letter").orElse(null),
                        row.optionalText("address").orElse(null),
                        null),
                row.date("on_day"),
                row.text("reason"),
                row.value("asking", Transfer.Side.class),
                row.value("state", Transfer.State.class),
                row.optionalText("answer"),
                row.text("journal"),
                row.instant("asked_at"),
                row.optionalInstant("decided_at"),
                row.integer("version"));
    }
}
