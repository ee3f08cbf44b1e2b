package kz.jolkarta.registry.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.Figures.Chosen;
import kz.jolkarta.core.registry.Figures.Period;

/** The ids of the rows behind figures, read as the figures are counted: one choice after the other, so that only one is held at a time. */
final class IdentityStore {
    /** Ids of one choice by district, growing. */
    private final class Ids {
        private final Map<String, long[]> byDistrict = new TreeMap<>();
        private final Map<String, Integer> sizes = new TreeMap<>();

        void add(long id, String digits) {
            String district = districts.code(digits);
            int size = sizes.merge(district, 1, Integer::sum);
            long[] ids = byDistrict.computeIfAbsent(district, d -> new long[16]);
            if (size > ids.length) {
                ids = Arrays.copyOf(ids, 2 * ids.length);
                byDistrict.put(district, ids);
            }
            ids[size - 1] = id;
        }

        Map<String, long[]> sorted() {
            byDistrict.replaceAll((district, ids) -> {
                long[] exact = Arrays.copyOf(ids, sizes.get(district));
                Arrays.sort(exact);
                return exact;
            });
            return byDistrict;
        }
    }

    private final Tx tx;
    private final Period period;
    private final Scope scope;
    private final PassStore.Districts districts;

    IdentityStore(Tx tx, Period period, Scope scope, PassStore.Districts districts) {
        this.tx = tx;
        this.period = period;
        this.scope = scope;
        this.districts = districts;
    }

    void read(List<Chosen> chosen, BiConsumer<Chosen, Map<String, long[]>> visitor) {
        List<Chosen> children = chosen.stream()
                .filter(c -> c.selection() instanceof Selection.Children)
                .distinct()
                .toList();
        if (!children.isEmpty()) {
            children(children, visitor);
        }
        chosen.stream().distinct().filter(c -> !children.contains(c)).forEach(c -> visitor.accept(c, rows(c)));
    }

    private void children(List<Chosen> chosen, BiConsumer<Chosen, Map<String, long[]>> visitor) {
        List<Criterion> criteria = chosen.stream().map(IdentityStore::who).toList();
        List<Roll> rolls = new ArrayList<>();
        for (Frame frame : PassStore.frames(tx, chosen.get(0).selection(), period, scope)) {
            Reading<Selection> reading = Readings.of(chosen.get(0).selection(), frame);
            rolls.add(RollStore.read(tx, frame, reading.where(), criteria));
        }
        for (Chosen one : chosen) {
            Ids ids = new Ids();
            rolls.forEach(roll ->
                    Roll.each(roll.meeting(who(one)), child -> ids.add(roll.id(child), digits(roll.territory(child)))));
            visitor.accept(one, ids.sorted());
        }
    }

    private static Criterion who(Chosen chosen) {
        return ((Selection.Children) chosen.selection()).who();
    }

    private static String digits(String territory) {
        return territory.substring(0, Math.min(4, territory.length()));
    }

    private Map<String, long[]> rows(Chosen chosen) {
        Ids ids = new Ids();
        for (Frame frame : PassStore.frames(tx, chosen.selection(), period, scope)) {
            Reading<Selection> reading = Readings.of(chosen.selection(), frame);
            String condition = reading.condition(chosen.measure(), chosen.selection());
            tx.each(
                    "select " + reading.id() + " as id, " + reading.territory() + " as territory from "
                            + reading.from(Optional.empty()) + " where " + reading.where() + " and (" + condition + ")",
                    frame.binds().params(),
                    row -> ids.add(row.number("id"), digits(row.text("territory"))));
        }
        return ids.sorted();
    }
}
