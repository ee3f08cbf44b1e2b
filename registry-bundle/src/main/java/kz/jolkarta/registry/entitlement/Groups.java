package kz.jolkarta.registry.entitlement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import kz.jolkarta.registry.figures.Roll;

/** The children of a roll by something that each has one of: the district, the school. */
final class Groups<K> {
    private final int[] of;
    private final List<K> keys;

    private Groups(int[] of, List<K> keys) {
        this.of = of;
        this.keys = keys;
    }

    static <K> Groups<K> by(Roll roll, IntFunction<K> key) {
        int[] of = new int[roll.size()];
        Map<K, Integer> numbers = new LinkedHashMap<>();
        for (int child = 0; child < roll.size(); child++) {
            of[child] = numbers.computeIfAbsent(key.apply(child), k -> numbers.size());
        }
        return new Groups<>(of, new ArrayList<>(numbers.keySet()));
    }

    /** Districts are found once for each residence, not for each child. */
    static Groups<String> byDistrict(Roll roll, Sweeps sweeps) {
        List<String> districts =
                roll.territories().stream().map(sweeps::district).toList();
        return by(roll, child -> districts.get(roll.place(child)));
    }

    /** Each school once, 0 for the children without one. */
    static Groups<Long> bySchool(Roll roll) {
        return by(roll, roll::school);
    }

    List<K> keys() {
        return keys;
    }

    /** The number of the child's group in the order of the keys. */
    int of(int child) {
        return of[child];
    }

    /** How many of the children are in each group, in the order of the keys. */
    long[] count(BitSet children) {
        long[] counts = new long[keys.size()];
        Roll.each(children, child -> counts[of[child]]++);
        return counts;
    }

    /** The counts of a measure in each group, in the order of the keys. */
    List<Counts> counts(Sweep.Standing standing) {
        BitSet others = (BitSet) standing.reached().clone();
        others.andNot(standing.entitled());
        long[] entitled = count(standing.entitled());
        long[] reached = count(standing.in(EntitlementState.REACHED));
        long[] onTheWay = count(standing.in(EntitlementState.ON_THE_WAY));
        long[] beside = count(others);
        List<Counts> counts = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            counts.add(Counts.of(entitled[i], reached[i], onTheWay[i], beside[i]));
        }
        return counts;
    }
}
