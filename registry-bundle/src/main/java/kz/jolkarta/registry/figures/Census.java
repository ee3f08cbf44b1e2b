package kz.jolkarta.registry.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.Dimension;

/**
 * The children of a frame as all figures count them: who meets which criterion, whose rows count, and what each is broken down by. It is read once, and
 * rows of other tables find their child in it.
 */
final class Census {
    /** @param children number of a group of children who live in one district and have the same of each breakdown @param split what makes several rows of one child's, "" for nothing */
    record Group(int children, String split) {}

    private final List<Dimension> by;
    private final Map<ChildRows.Members, BitSet> members = new EnumMap<>(ChildRows.Members.class);
    private final Map<List<String>, Integer> numbers = new HashMap<>();
    private final List<List<String>> groups = new ArrayList<>();
    private final Map<String, BitSet> talents = new TreeMap<>();
    private int[] group = new int[1024];
    private RollStore.Read read;
    private AttendanceStore attendance;

    /** @param by what children are broken down by, each under one key */
    Census(List<Dimension> by) {
        this.by = by;
        List.of(ChildRows.Members.values()).forEach(m -> members.put(m, new BitSet()));
    }

    /** @param values the first four digits of the territory, then what the child has of each breakdown */
    void add(int child, List<String> values, boolean registered, boolean kept) {
        members.get(ChildRows.Members.ANY).set(child);
        members.get(ChildRows.Members.KEPT).set(child, kept);
        members.get(ChildRows.Members.REGISTERED).set(child, registered);
        if (child >= group.length) {
            group = Arrays.copyOf(group, 2 * child);
        }
        group[child] = numbers.computeIfAbsent(values, v -> {
            groups.add(v);
            return groups.size() - 1;
        });
    }

    void talent(int child, String field) {
        talents.computeIfAbsent(field, f -> new BitSet()).set(child);
    }

    void close(RollStore.Read all) {
        read = all;
    }

    int size() {
        return read.roll().size();
    }

    /** The number of a child; -1 for one that is not among them. */
    int of(long id) {
        return read.roll().of(id);
    }

    /** Whether they are so many that whole tables are read for them. */
    boolean whole() {
        return read.whole();
    }

    /** Reads the children's rows of other tables. */
    RollStore.Rows rows() {
        return read.rows();
    }

    void attended(AttendanceStore what) {
        attendance = what;
    }

    AttendanceStore attendance() {
        return attendance;
    }

    /** The children whose rows are chosen, as far as the child decides. */
    BitSet chosen(ChildRows.Members rows, Criterion who) {
        BitSet chosen = read.roll().all(who);
        chosen.and(members.get(rows));
        return chosen;
    }

    /** Whether the child is in the registry on the day. */
    boolean registered(int child) {
        return members.get(ChildRows.Members.REGISTERED).get(child);
    }

    /** The schools of children who meet the criterion, each as often as it has one. */
    void schools(ChildRows.Members rows, Criterion who, LongConsumer visitor) {
        Roll.each(chosen(rows, who), child -> {
            if (read.roll().school(child) != 0) {
                visitor.accept(read.roll().school(child));
            }
        });
    }

    Group group(int child, String split) {
        return new Group(group[child], split);
    }

    void eachTalent(int child, Consumer<String> visitor) {
        talents.forEach((field, children) -> {
            if (children.get(child)) {
                visitor.accept(field);
            }
        });
    }

    String digits(Group of) {
        return groups.get(of.children()).get(0);
    }

    /** What the rows of the group have of a breakdown. */
    String value(Group of, Dimension dimension) {
        int column = by.indexOf(dimension);
        return column < 0 ? of.split() : groups.get(of.children()).get(column + 1);
    }
}
