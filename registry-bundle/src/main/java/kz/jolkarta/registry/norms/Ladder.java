package kz.jolkarta.registry.norms;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import kz.jolkarta.registry.norms.Standing.Group;

/** The values of all children by group, from which the standing of any of them follows. */
final class Ladder {
    private final Map<Group, Map<Object, NavigableMap<BigDecimal, Integer>>> counts = new EnumMap<>(Group.class);

    Ladder() {
        Stream.of(Group.values()).forEach(group -> counts.put(group, new HashMap<>()));
    }

    void add(Scored child) {
        counts.forEach((group, byKey) -> {
            Object key = key(group, child);
            if (key != null) {
                byKey.computeIfAbsent(key, k -> new TreeMap<>()).merge(child.value(), 1, Integer::sum);
            }
        });
    }

    private static Object key(Group group, Scored child) {
        return switch (group) {
            case SCHOOL -> child.school() == 0 ? null : child.school();
            case DISTRICT -> child.district();
            case KIND -> child.rural();
            case COUNTRY -> "";
        };
    }

    /**
     * @param all how many children a group has, those without a value too; they stand below everybody
     * @return in the order of the groups, without the school of a child that has none
     */
    List<Standing> standings(Scored child, ToIntFunction<Group> all) {
        return Stream.of(Group.values())
                .filter(group -> key(group, child) != null)
                .map(group -> {
                    NavigableMap<BigDecimal, Integer> values =
                            counts.get(group).getOrDefault(key(group, child), new TreeMap<>());
                    int ahead = sum(values.tailMap(child.value(), false));
                    return Standing.of(group, all.applyAsInt(group), ahead, values.getOrDefault(child.value(), 0));
                })
                .toList();
    }

    /** How many children of the child's group have a value at all. */
    int size(Group group, Scored child) {
        Object key = key(group, child);
        return key == null ? 0 : sum(counts.get(group).getOrDefault(key, new TreeMap<>()));
    }

    private static int sum(Map<BigDecimal, Integer> values) {
        return values.values().stream().mapToInt(Integer::intValue).sum();
    }
}
