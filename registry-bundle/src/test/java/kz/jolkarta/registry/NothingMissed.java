package kz.jolkarta.registry;

import java.util.List;
import java.util.Map;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.registry.children.NotReached;

/** No measure is installed: nobody is entitled to anything. */
public final class NothingMissed implements NotReached {
    @Override
    public List<Measure> measures() {
        return List.of();
    }

    @Override
    public Condition condition(String measure, Scope scope) {
        return new Condition("1 = 0", Map.of());
    }

    @Override
    public Map<Long, List<Integer>> numbers(Map<Long, String> territories) {
        return Map.of();
    }
}
