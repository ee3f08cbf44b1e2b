package kz.jolkarta.registry.figures;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import kz.jolkarta.core.criteria.Criterion;

/**
 * Many children with the answers to many criteria: a number of each child, its place and its school, and for each single condition the set of those who
 * meet it. A child costs some forty bytes and a few bits, so that a whole country fits. A criterion is then a matter of sets.
 */
public final class Roll {
    private static final int NONE = -1;

    private long[] ids = new long[1024];
    private long[] schools = new long[1024];
    private int[] places = new int[1024];
    private int size;

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private List<String> codes = List.of();

    /** Open addressing: the number of a child by the hash of its id. */
    private int[] index = new int[0];

    private final Map<Criterion, BitSet> met = new LinkedHashMap<>();
    private final BitSet left = new BitSet();

    /** @param school 0 without one @param gone whether the child left within the year, by the day */
    int add(long id, String territory, long school, boolean gone) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
            schools = Arrays.copyOf(schools, 2 * size);
            places = Arrays.copyOf(places, 2 * size);
        }
        ids[size] = id;
        schools[size] = school;
        places[size] = numbers.computeIfAbsent(territory, t -> numbers.size());
        left.set(size, gone);
        return size++;
    }

    /** To be called once all children are there. */
    void close() {
        codes = List.copyOf(numbers.keySet());
        index = new int[Integer.highestOneBit(Math.max(16, 3 * size)) << 1];
        Arrays.fill(index, NONE);
        for (int child = 0; child < size; child++) {
            int slot = slot(ids[child]);
            while (index[slot] != NONE) {
                slot = (slot + 1) & (index.length - 1);
            }
            index[slot] = child;
        }
    }

    private int slot(long id) {
        long mixed = id * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & (index.length - 1);
    }

    BitSet answers(Criterion condition) {
        return met.computeIfAbsent(condition, c -> new BitSet());
    }

    public int size() {
        return size;
    }

    /** The number of the child in this roll; -1 for one that is not in it. */
    public int of(long id) {
        int slot = slot(id);
        while (index[slot] != NONE) {
            if (ids[index[slot]] == id) {
                return index[slot];
            }
            slot = (slot + 1) & (index.length - 1);
        }
        return NONE;
    }

    public long id(int child) {
        return ids[child];
    }

    /** KATO code of the residence. */
    public String territory(int child) {
        return codes.get(places[child]);
    }

    /** 0 without one. */
    public long school(int child) {
        return schools[child];
    }

    /** Numbers of the residences, for counting by them. */
    public int place(int child) {
        return places[child];
    }

    /** The residences by their numbers. */
    public List<String> territories() {
        return codes;
    }

    /**
     * The children who meet the criterion. One that left by the day is asked only where the criterion itself speaks of who finished school.
     *
     * @throws IllegalStateException for a criterion that was not asked for when the roll was read
     */
    public BitSet meeting(Criterion criterion) {
        BitSet meeting = all(criterion);
        if (!speaksOfLeaving(criterion)) {
            meeting.andNot(left);
        }
        return meeting;
    }

    /** The same, also of those who left. */
    BitSet all(Criterion criterion) {
        BitSet found = new BitSet(size);
        if (criterion instanceof Criterion.And and) {
            found.set(0, size);
            and.all().forEach(part -> found.and(all(part)));
        } else if (criterion instanceof Criterion.Or or) {
            or.any().forEach(part -> found.or(all(part)));
        } else if (criterion instanceof Criterion.Not not) {
            found.or(all(not.of()));
            found.flip(0, size);
        } else {
            BitSet answers = met.get(criterion);
            if (answers == null) {
                throw new IllegalStateException("not asked: " + criterion);
            }
            found.or(answers);
        }
        return found;
    }

    /** Whether the criterion is about children who may have left school. */
    public static boolean speaksOfLeaving(Criterion criterion) {
        return conditions(criterion).stream().anyMatch(Criterion.FinishedSchool.class::isInstance);
    }

    /** The single conditions a criterion is made of. */
    static List<Criterion> conditions(Criterion criterion) {
        if (criterion instanceof Criterion.And and) {
            return and.all().stream().flatMap(c -> conditions(c).stream()).toList();
        }
        if (criterion instanceof Criterion.Or or) {
            return or.any().stream().flatMap(c -> conditions(c).stream()).toList();
        }
        return criterion instanceof Criterion.Not not ? conditions(not.of()) : List.of(criterion);
    }

    /** Ids of the children in this set, in no order. */
    public long[] ids(BitSet children) {
        return children.stream().mapToLong(child -> ids[child]).toArray();
    }

    public static void each(BitSet children, IntConsumer visitor) {
        children.stream().forEach(visitor);
    }
}
