package kz.jolkarta.registry.duplicates;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.registry.children.NameKey;
import kz.jolkarta.registry.records.Orders;
import kz.jolkarta.registry.records.Orders.Order;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Query;

/**
 * Which pairs a list holds.
 *
 * @param territory KATO code of a unit where one of the two lives, all below it too
 * @param state open ones when it is not given
 * @param likeness at least
 * @param q beginning of a name of one of the two, in any spelling
 */
record PairFilter(
        Optional<String> territory,
        Optional<PairState> state,
        Optional<Long> likeness,
        Optional<String> q,
        Order<Pair> order) {
    static final Orders<Pair> ORDERS = Orders.of("p.id", Pair::id, "-likeness")
            .id("found")
            .number("likeness", "p.likeness", pair -> (long) pair.likeness());

    Query query(Scope scope, Paging page) {
        Scope wanted = territory.map(code -> scope.within(Scope.of(code))).orElse(scope);
        Query query = new Query()
                .and("(" + wanted.persons("a") + " or " + wanted.persons("b") + ")")
                .and("p.state = :state", "state", state.orElse(PairState.OPEN))
                .and("p.likeness >= :likeness", "likeness", likeness.map(Long::intValue));
        if (state.orElse(PairState.OPEN) == PairState.OPEN) {
            query.and("a.state in ('ACTIVE', 'LEFT')").and("b.state in ('ACTIVE', 'LEFT')");
        }
        q.ifPresent(names -> named(query, NameKey.of(names), scope));
        return order.after(query, page);
    }

    /** A name outside the scope finds nothing: that would tell it. */
    private static void named(Query query, String key, Scope scope) {
        if (key.isEmpty()) {
            query.and("1 = 0");
            return;
        }
        String either = List.of("a", "b").stream()
                .map(t -> scope.persons(t) + " and (" + t + ".key_surname like :names escape '!' or " + t
                        + ".key_given like :names escape '!')")
                .reduce((one, other) -> one + " or " + other)
                .orElseThrow();
        query.and("(" + either + ")").with("names", Query.beginning(key).replace(" ", "% "));
    }

    /** Names of the filters in use, never their values: those may be personal data. */
    String names() {
        return String.join(
                ",",
                Stream.of(
                                territory.map(x -> "territory"),
                                state.map(x -> "state"),
                                likeness.map(x -> "likeness"),
                                q.map(x -> "q"))
                        .flatMap(Optional::stream)
                        .toList());
    }
}
