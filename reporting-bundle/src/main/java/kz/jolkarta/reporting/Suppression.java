package kz.jolkarta.reporting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kz.jolkarta.core.registry.Figures.Value;

/**
 * Which places of one count keep back a few persons, over the whole country and the same for every reader: so no table of one place can be subtracted from
 * that of another. A place shows all of its row or none of it. What is hidden below a place that shows is always several places, and their sum is a row that
 * could be shown itself; below a hidden place everything is.
 */
final class Suppression {
    private static final String REST = "";

    /** A country, region or district. @param row by key of the breakdown */
    private record Node(String code, Map<String, Long> row, List<Node> children) {
        static Node of(String code) {
            return new Node(code, new TreeMap<>(), new ArrayList<>());
        }

        long total() {
            return row.values().stream().mapToLong(n -> n).sum();
        }

        void add(String key, long value) {
            row.merge(key, value, Long::sum);
        }

        /** Districts in it where anybody is. */
        long leaves() {
            return children.isEmpty()
                    ? 1
                    : children.stream().mapToLong(Node::leaves).sum();
        }

        /** No few persons stand in it, and it is not made of districts with one each, which their number would tell. */
        boolean open() {
            return row.values().stream().noneMatch(Cells::tooFew) && total() > leaves();
        }
    }

    private final Set<String> regions = new HashSet<>();
    private final Set<String> districts = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> keys;
    private final UnaryOperator<String> regionOf;
    private boolean country;

    private Suppression(List<Value> values, UnaryOperator<String> regionOf, Set<String> merged, Suppression plain) {
        this.keys = merged;
        this.regionOf = regionOf;
        Node root = Node.of("");
        Map<String, Node> byRegion = new TreeMap<>();
        Map<String, Node> byDistrict = new TreeMap<>();
        for (Value value : values) {
            if (value.value() == 0) {
                continue;
            }
            String key = merged.contains(value.key()) ? REST : value.key();
            Node region = byRegion.computeIfAbsent(regionOf.apply(value.district()), code -> child(root, code));
            Node district = byDistrict.computeIfAbsent(value.district(), code -> child(region, code));
            Stream.of(root, region, district).forEach(node -> node.add(key, value.value()));
            known.add(value.district());
        }
        country = !root.open() || plain != null && plain.country;
        divide(root, country, plain == null ? Set.of() : plain.regions, regions);
        root.children.forEach(region ->
                divide(region, regions.contains(region.code), plain == null ? Set.of() : plain.districts, districts));
    }

    private static Node child(Node parent, String code) {
        Node made = Node.of(code);
        parent.children.add(made);
        return made;
    }

    /** Of a count without a breakdown. @param regionOf the region that a district lay in; "" of what is the country's own */
    static Suppression of(List<Value> values, UnaryOperator<String> regionOf) {
        List<Value> plain =
                values.stream().map(v -> new Value(v.district(), "", v.value())).toList();
        return new Suppression(plain, regionOf, Set.of(), null);
    }

    /** Of a count whose groups are told one by one, so that none of them may be few. */
    static Suppression ofGroups(List<Value> values, UnaryOperator<String> regionOf) {
        return new Suppression(values, regionOf, Set.of(), of(values, regionOf));
    }

    /** Of a breakdown of the same count: it hides the same places and more; keys of which the whole country has few are hidden everywhere. */
    Suppression by(List<Value> values) {
        return new Suppression(values, regionOf, merged(values), this);
    }

    private static Set<String> merged(List<Value> values) {
        Map<String, Long> country = new HashMap<>();
        values.forEach(v -> country.merge(v.key(), v.value(), Long::sum));
        Set<String> few = new HashSet<>();
        country.forEach((key, n) -> {
            if (Cells.tooFew(n)) {
                few.add(key);
            }
        });
        if (few.isEmpty()) {
            return few;
        }
        List<String> others = country.entrySet().stream()
                .filter(e -> e.getValue() > 0 && !few.contains(e.getKey()))
                .sorted(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        for (String next : others) {
            if (enough(few.size(), few.stream().mapToLong(country::get).sum(), few.size())) {
                break;
            }
            few.add(next);
        }
        return few;
    }

    /** @param persons one at least in each of the hidden cells */
    private static boolean enough(int hidden, long sum, long persons) {
        return hidden > 1 && sum >= Cells.FEWEST && sum > persons;
    }

    /** Hides what is few among the children, and as many of the smallest of the others as it takes. @param forced hidden already */
    private static void divide(Node parent, boolean hidden, Set<String> forced, Set<String> into) {
        List<Node> group = new ArrayList<>();
        List<Node> others = new ArrayList<>();
        for (Node child : parent.children) {
            (hidden || forced.contains(child.code) || !child.open() ? group : others).add(child);
        }
        others.sort(Comparator.comparingLong(Node::total).thenComparing(Node::code));
        while (!group.isEmpty() && !others.isEmpty() && !together(group)) {
            group.add(others.remove(0));
        }
        group.forEach(child -> into.add(child.code));
    }

    private static boolean together(List<Node> group) {
        Node sum = Node.of("");
        group.forEach(node -> node.row.forEach(sum::add));
        return sum.row.values().stream().noneMatch(Cells::tooFew)
                && enough(
                        group.size(),
                        sum.total(),
                        group.stream().mapToLong(Node::leaves).sum());
    }

    boolean country() {
        return country;
    }

    boolean region(String code) {
        return country || regions.contains(code);
    }

    /** @param code of a second-level unit; one below it is always hidden, unless nothing is there */
    boolean district(String code) {
        return region(regionOf.apply(code)) || !known.contains(code) || districts.contains(code);
    }

    boolean key(String key) {
        return keys.contains(key);
    }
}
