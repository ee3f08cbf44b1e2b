package kz.jolkarta.registry.duplicates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.Sex;
import kz.jolkarta.registry.children.NameKey;
import kz.jolkarta.registry.duplicates.Comparison.Two;

/** Children as the search reads them, and the pairs it finds. */
final class FindingStore {
    /** The orders in which children are read; those that share the value stand beside each other. */
    enum Order {
        NAME("key_surname", "child_key_surname"),
        DOCUMENT("document_number", "child_document");

        private final String column;
        private final String index;

        Order(String column, String index) {
            this.column = column;
            this.index = index;
        }
    }

    /** @param at the value in the order it was read by */
    record Placed(String at, Candidate child) {}

    private static final int MANY = 1000;
    static final String COLUMNS =
            "select c.id, c.iin, c.surname, c.given_name, c.patronymic, c.birth_date, c.sex, c.document_kind, c.document_number,"
                    + " c.territory, c.school_id, c.key_surname from child c";
    private static final String LIVING = " and c.state in ('ACTIVE', 'LEFT') and c.destroyed_on is null";

    private FindingStore() {}

    static long count(Tx tx) {
        return tx.number(
                "select count(*) from child c where c.state in ('ACTIVE', 'LEFT') and c.destroyed_on is null",
                Map.of());
    }

    static Optional<LocalDate> born(Tx tx, boolean first) {
        return tx.one(
                        "select " + (first ? "min" : "max") + "(birth_date) bound from child",
                        Map.of(),
                        row -> row.optionalDate("bound"))
                .flatMap(bound -> bound);
    }

    /** Children born from one day up to before another. */
    static List<Candidate> born(Tx tx, LocalDate from, LocalDate before) {
        return tx.list(
                COLUMNS + Along.index("child_birth") + " where c.birth_date >= :from and c.birth_date < :before"
                        + LIVING,
                Map.of("from", from, "before", before),
                FindingStore::candidate);
    }

    /** @param from where to begin, "" for the first */
    static List<Placed> from(Tx tx, Order order, String from, int most) {
        return tx.list(
                COLUMNS + Along.index(order.index) + " where c." + order.column + " >= :from" + LIVING + " order by c."
                        + order.column + " fetch first " + most + " rows only",
                Map.of("from", from),
                row -> new Placed(row.text(order.column), candidate(row)));
    }

    /** Territories by child. */
    static Map<Long, String> territories(Tx tx, Collection<Long> ids) {
        Map<Long, String> territories = new HashMap<>();
        for (List<Long> part : parts(ids)) {
            tx.each(
                    "select id, territory from child" + Along.constraint("child_pk") + " where id in (:ids)",
                    Map.of("ids", part),
                    row -> territories.put(row.number("id"), row.text("territory")));
        }
        return territories;
    }

    static Map<Long, Candidate> candidates(Tx tx, Collection<Long> ids) {
        Map<Long, Candidate> found = new HashMap<>();
        tx.each(
                COLUMNS + Along.constraint("child_pk") + " where c.id in (:ids)" + LIVING,
                Map.of("ids", ids),
                row -> found.put(row.number("id"), candidate(row)));
        return found;
    }

    /** What the two children's representatives have in common, by pair. */
    static Map<Two, Set<Evidence>> representatives(Tx tx, Collection<Two> pairs) {
        Map<Long, Set<String>> phones = new HashMap<>();
        Map<Long, Set<String>> names = new HashMap<>();
        Set<Long> ids = new HashSet<>();
        pairs.forEach(pair -> ids.addAll(List.of(pair.a(), pair.b())));
        for (List<Long> part : parts(ids)) {
            tx.each(
                    "select child_id, name, phone from representative" + Along.constraint("representative_child_fk")
                            + " where child_id in (:ids)",
                    Map.of("ids", part),
                    row -> {
                        long child = row.number("child_id");
                        String digits = row.text("phone").replaceAll("\\D", "");
                        names.computeIfAbsent(child, c -> new HashSet<>()).add(NameKey.of(row.text("name")));
                        if (digits.length() >= 10) {
                            phones.computeIfAbsent(child, c -> new HashSet<>())
                                    .add(digits.substring(digits.length() - 10));
                        }
                    });
        }
        Map<Two, Set<Evidence>> common = new HashMap<>();
        for (Two pair : pairs) {
            Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
            if (meet(phones, pair)) {
                evidence.add(Evidence.SAME_PHONE);
            }
            if (meet(names, pair)) {
                evidence.add(Evidence.SAME_REPRESENTATIVE);
            }
            common.put(pair, evidence);
        }
        return common;
    }

    private static boolean meet(Map<Long, Set<String>> values, Two pair) {
        Set<String> others = values.getOrDefault(pair.b(), Set.of());
        return values.getOrDefault(pair.a(), Set.of()).stream().anyMatch(others::contains);
    }

    /** Pairs decided to be different children; of a record that was merged since, the one it was merged into. */
    static Set<Two> different(Tx tx) {
        return new HashSet<>(tx.list(
                "select coalesce(a.merged_into, a.id) one, coalesce(b.merged_into, b.id) other from duplicate_pair p"
                        + " join child a on a.id = p.child_a join child b on b.id = p.child_b where p.state = 'DIFFERENT'",
                Map.of(),
                row -> Two.of(row.number("one"), row.number("other"))));
    }

    /** Writes what was found: new pairs, and open ones whose evidence changed. @return how many are new */
    static int write(Tx tx, Map<Two, Likeness> pairs, LongSupplier ids, Instant now) {
        Map<Two, Long> open = new HashMap<>();
        Set<Two> known = new HashSet<>();
        List<Long> firsts = pairs.keySet().stream().map(Two::a).toList();
        for (List<Long> part : parts(firsts)) {
            tx.each(
                    "select id, child_a, child_b, state from duplicate_pair" + Along.constraint("duplicate_pair_two")
                            + " where child_a in (:ids)",
                    Map.of("ids", part),
                    row -> {
                        Two two = new Two(row.number("child_a"), row.number("child_b"));
                        known.add(two);
                        if (row.text("state").equals("OPEN")) {
                            open.put(two, row.number("id"));
                        }
                    });
        }
        List<Map<String, Object>> fresh = new ArrayList<>();
        List<Map<String, Object>> again = new ArrayList<>();
        pairs.forEach((two, likeness) -> {
            Map<String, Object> row = new HashMap<>();
            row.put("likeness", likeness.degree());
            row.put("evidence", codes(likeness.evidence()));
            if (open.containsKey(two)) {
                row.put("id", open.get(two));
                again.add(row);
            } else if (!known.contains(two)) {
                row.putAll(Map.of("id", ids.getAsLong(), "a", two.a(), "b", two.b(), "now", now));
                fresh.add(row);
            }
        });
        if (!fresh.isEmpty()) {
            tx.batch(
                    "insert into duplicate_pair (id, child_a, child_b, likeness, evidence, found_at)"
                            + " values (:id, :a, :b, :likeness, :evidence, :now)",
                    fresh);
        }
        if (!again.isEmpty()) {
            tx.batch(
                    "update duplicate_pair set likeness = :likeness, evidence = :evidence, version = version + 1"
                            + " where id = :id and state = 'OPEN' and evidence <> :evidence",
                    again);
        }
        return fresh.size();
    }

    static String codes(Set<Evidence> evidence) {
        return evidence.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    static List<Evidence> evidence(String codes) {
        return Arrays.stream(codes.split(","))
                .filter(code -> !code.isEmpty())
                .map(Evidence::valueOf)
                .toList();
    }

    private static <T> List<List<T>> parts(Collection<T> values) {
        List<T> all = values.stream().distinct().toList();
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MANY) {
            parts.add(all.subList(from, Math.min(all.size(), from + MANY)));
        }
        return parts;
    }

    static Candidate candidate(Row row) {
        return new Candidate(
                row.number("id"),
                row.text("iin"),
                Candidate.folded(row.text("surname")),
                Candidate.folded(row.text("given_name")),
                Candidate.folded(row.text("patronymic")),
                row.date("birth_date"),
                row.value("sex", Sex.class),
                row.text("document_kind"),
                row.text("document_number"),
                row.text("territory"),
                row.optionalNumber("school_id").orElse(null));
    }
}
