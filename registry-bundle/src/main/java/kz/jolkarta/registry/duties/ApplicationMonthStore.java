package kz.jolkarta.registry.duties;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Tx;

/** Applications of children counted by when they came. */
final class ApplicationMonthStore {
    private static final String FROM = " from participation p join child c on c.id = p.child_id where p.applied_at >= ";

    private ApplicationMonthStore() {}

    static long since(Tx tx, Scope scope, Instant start) {
        return tx.number("select count(*)" + FROM + ":start and " + scope.persons("c"), Map.of("start", start));
    }

    /** How many came between each two of these moments. */
    static List<Long> between(Tx tx, Scope scope, List<Instant> starts) {
        Map<String, Object> params = new HashMap<>();
        IntStream.range(0, starts.size()).forEach(i -> params.put("m" + i, starts.get(i)));
        List<String> sums = new ArrayList<>();
        for (int i = 0; i < starts.size() - 1; i++) {
            sums.add("sum(case when p.applied_at >= :m" + i + " and p.applied_at < :m" + (i + 1)
                    + " then 1 else 0 end) n" + i);
        }
        return tx.one(
                        "select " + String.join(", ", sums) + FROM + ":m0 and " + scope.persons("c"),
                        params,
                        row -> IntStream.range(0, sums.size())
                                .mapToObj(i -> row.optionalNumber("n" + i).orElse(0L))
                                .toList())
                .orElseThrow();
    }
}
