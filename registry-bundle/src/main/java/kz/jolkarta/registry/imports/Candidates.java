package kz.jolkarta.registry.imports;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.organisations.Organisation;

/** What the registry has that some rows of a list may mean. */
final class Candidates {
    final Map<String, Known> byIin = new HashMap<>();
    final Map<String, Known> byDocument = new HashMap<>();
    final Map<String, Known> byNameAndBirth = new HashMap<>();
    final Map<Long, Integer> touched = new TreeMap<>();
    /** Whether any child, of the registry or of these rows, is known by its name: mostly none is, and keys of names cost. */
    boolean names;

    Map<String, Long> schools = new HashMap<>();

    private Candidates() {}

    /**
     * What is asked of the registry besides the rows.
     *
     * @param scope where the user may bring in lists
     * @param numberless children without an IIN, by name and birth date
     */
    record Asked(long batch, boolean dryRun, Scope scope, LocalDate today, Map<String, Long> numberless) {
        /**
         * Of several whom a row may mean: one whom the user reaches, else without an IIN, else the one registered first, in whatever order they are
         * read.
         */
        BinaryOperator<Known> meant() {
            return BinaryOperator.minBy(Comparator.comparing((Known k) -> !scope.covers(k.territory()))
                    .thenComparing(k -> !k.text("iin").isEmpty())
                    .thenComparing(k -> k.id));
        }
    }

    static Candidates of(Tx tx, List<Line> lines, Asked asked) {
        Candidates candidates = new Candidates();
        Set<String> iins = new HashSet<>();
        Set<String> documents = new HashSet<>();
        Set<LocalDate> births = new HashSet<>();
        Set<Long> withoutIin = new HashSet<>();
        for (Line line : lines) {
            if (line.rejected()) {
                continue;
            }
            if (line.iin().isEmpty()) {
                documents.add(line.documentNumber());
                line.birthDate().ifPresent(births::add);
            } else {
                iins.add(line.iin());
                Long id =
                        asked.numberless().isEmpty() ? null : asked.numberless().get(nameAndBirth(line));
                if (id != null && id > 0) {
                    withoutIin.add(id);
                }
            }
        }
        candidates.names = asked.dryRun() || !asked.numberless().isEmpty() || !births.isEmpty();
        Map<Long, Known> all = new TreeMap<>();
        ListedChildStore.byIin(tx, iins).values().forEach(k -> candidates.byIin.put(k.text("iin"), one(all, k)));
        Map<String, Long> merged = ListedChildStore.byMergedIin(tx, iins);
        Map<Long, Known> kept = ListedChildStore.byId(tx, merged.values());
        merged.forEach((iin, id) -> candidates.byIin.put(iin, one(all, kept.get(id))));
        ListedChildStore.byDocument(tx, documents)
                .values()
                .forEach(k -> candidates.byDocument.merge(document(k), one(all, k), asked.meant()));
        ListedChildStore.byBirth(tx, births)
                .values()
                .forEach(k -> candidates.byNameAndBirth.merge(k.nameAndBirth(), one(all, k), asked.meant()));
        ListedChildStore.byId(tx, withoutIin)
                .values()
                .forEach(k -> candidates.byNameAndBirth.merge(k.nameAndBirth(), one(all, k), asked.meant()));
        ListedChildStore.fill(tx, all, asked.today());
        if (!asked.dryRun() && !documents.isEmpty()) {
            candidates.touched.putAll(ChangeStore.touched(tx, asked.batch(), all.keySet()));
        }
        candidates.schools(tx, lines, all);
        return candidates;
    }

    private void schools(Tx tx, List<Line> lines, Map<Long, Known> all) {
        Set<String> territories = new HashSet<>();
        Set<String> called = new HashSet<>();
        for (Line line : lines) {
            if (!line.rejected() && !line.school().isEmpty()) {
                called.add(Organisation.key(line.school()));
                territories.add(line.territory());
            }
        }
        if (lines.stream().anyMatch(l -> l.territory().isEmpty())) {
            all.values().forEach(k -> territories.add(k.territory()));
        }
        schools = ListedChildStore.schools(tx, territories, called);
    }

    /** The same child is the same object, however it was found. */
    private static Known one(Map<Long, Known> all, Known known) {
        Known there = all.putIfAbsent(known.id, known);
        return there == null ? known : there;
    }

    private static String document(Known known) {
        return WordList.folded(known.text("document_kind")) + "|" + known.text("document_number");
    }

    static String document(Line line) {
        return WordList.folded(line.documentKind()) + "|" + line.documentNumber();
    }

    static String nameAndBirth(Line line) {
        return Known.nameAndBirth(
                line.surname(),
                line.givenName(),
                line.birthDate().map(Object::toString).orElse(""));
    }
}
