package kz.jolkarta.registry.budgets;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Scope;

/** Sums of money by territory that can be asked for any unit above as well; in tiyn. */
public final class Spending {
    private final Map<String, Long> byPrefix = new HashMap<>();

    /** @param territory KATO code of 9 digits */
    public void add(String territory, long tiyn) {
        Stream.of("", territory.substring(0, 2), territory.substring(0, 4), territory)
                .distinct()
                .forEach(unit -> byPrefix.merge(unit, tiyn, Long::sum));
    }

    /** @param territory KATO code of a unit, "" for the country */
    public long in(String territory) {
        return byPrefix.getOrDefault(Scope.prefix(territory), 0L);
    }
}
