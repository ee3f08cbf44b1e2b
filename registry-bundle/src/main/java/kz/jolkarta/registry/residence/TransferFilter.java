package kz.jolkarta.registry.residence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.registry.children.NameKey;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Query;

/**
 * Which moves a list holds; an empty member means all.
 *
 * @param waiting only those that the caller has to answer
 * @param territory KATO code of a unit in which the moves begin or end
 * @param from the earliest first day at the new place
 * @param until the latest first day at the new place
 * @param name the beginning of the child's name, in any spelling
 */
record TransferFilter(
        Optional<Transfer.State> state,
        Optional<Transfer.Side> asking,
        boolean waiting,
        Optional<Direction> direction,
        Optional<String> territory,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Optional<String> name,
        Order order) {
    /** Where the reader's territories are in a move: at its end or at its beginning. */
    enum Direction {
        INCOMING,
        OUTGOING
    }

    /** The orders of the list. */
    enum Order {
        ASKED_DOWN("-asked", "t.id desc", "t.id < :kid"),
        ASKED("asked", "t.id", "t.id > :kid"),
        DAY("day", "t.on_day, t.id", "(t.on_day > :kday or t.on_day = :kday and t.id > :kid)"),
        DAY_DOWN("-day", "t.on_day desc, t.id", "(t.on_day < :kday or t.on_day = :kday and t.id > :kid)");

        private final String code;
        private final String sql;
        private final String after;

        Order(String code, String sql, String after) {
            this.code = code;
            this.sql = sql;
            this.after = after;
        }

        /** The newest first when nothing is asked for. */
        static Order of(Optional<String> text) {
            return text.map(wanted -> List.of(values()).stream()
                            .filter(o -> o.code.equals(wanted))
                            .findFirst()
                            .orElseThrow(() -> Problem.field("sort", "record.choice", "asked, -asked, day, -day")))
                    .orElse(ASKED_DOWN);
        }

        String sql() {
            return sql;
        }
    }

    /** All that the caller has to answer. */
    static final TransferFilter TO_ANSWER = new TransferFilter(
            Optional.empty(),
            Optional.empty(),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Order.ASKED_DOWN);

    /** @param scope in which the moves begin or end; @param deciding where the caller answers */
    Query query(Scope scope, Scope deciding) {
        Scope wanted = territory.map(code -> scope.within(Scope.of(code))).orElse(scope);
        Query query = new Query()
                .and(touching(wanted))
                .and("t.state = :state", "state", state)
                .and("t.asking = :asking", "asking", asking)
                .and("t.on_day >= :from", "from", from)
                .and("t.on_day <= :until", "until", until);
        direction.ifPresent(
                d -> query.and(wanted.condition(d == Direction.INCOMING ? "t.to_territory" : "t.from_territory")));
        if (waiting) {
            query.and("t.state = 'REQUESTED' and (t.asking = 'SENDER' and " + deciding.condition("t.to_territory")
                    + " or t.asking = 'RECEIVER' and " + deciding.condition("t.from_territory") + ")");
        }
        name.ifPresent(text -> query.and("(c.key_surname like :name or c.key_given like :name)")
                .with("name", NameKey.of(text) + "%"));
        return query;
    }

    /** The same, of the rows that follow the last one seen. */
    Query query(Scope scope, Scope deciding, Paging page) {
        Query query = query(scope, deciding);
        if (!page.first()) {
            query.and(order.after).with("kid", page.id());
            if (order.after.contains(":kday")) {
                query.with("kday", page.day());
            }
        }
        return query;
    }

    static String touching(Scope scope) {
        return "(" + scope.condition("t.from_territory") + " or " + scope.condition("t.to_territory") + ")";
    }

    /** Whether a name was looked for, not which: for the audit trail. */
    String told() {
        return name.isPresent() ? "moves q" : "moves";
    }
}
