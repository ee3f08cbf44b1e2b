package kz.jolkarta.registry.duplicates;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.registry.children.NameKey;
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
        Order order) {
    /** The orders of the list. */
    enum Order {
        LIKENESS("likeness", "p.likeness desc, p.id desc"),
        NEWEST("newest", "p.id desc");

        private final String code;
        final String sql;

        Order(String code, String sql) {
            this.code = code;
            this.sql = sql;
        }

        static Order of(Optional<String> code) {
            return code.map(text -> Stream.of(values())
                            .filter(o -> o.code.equals(text))
                            .findFirst()
                            .orElseThrow(() -> Problem.field("sort", "record.choice", "likeness, newest")))
                    .orElse(LIKENESS);
        }
    }

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
        if (!page.first()) {
            if (order == Order.NEWEST) {
                query.and("p.id < :kid", "kid", page.id());
            } else {
                query.and("(p.likeness < :k or p.likeness = :k and p.id < :kid)", "kid", page.id())
                        .with("k", page.number());
            }
        }
        return query;
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

    String key(Pair last) {
        return Paging.key(order == Order.NEWEST ? "" : last.likeness(), last.id());
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
