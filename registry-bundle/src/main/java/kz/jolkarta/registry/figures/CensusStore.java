package kz.jolkarta.registry.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.registry.Figures.Wanted;

/** Reads a census, and the rows that are counted by it. */
final class CensusStore {
    private static final ByChild TALENTS = new ByChild(
            "select distinct child_id, field from child_talent", "", "", "child_id", " and identified_on <= :day");

    private CensusStore() {}

    /** Gets the rows of children. */
    @FunctionalInterface
    interface Rows {
        /** @param child its number in the census @param split of the breakdown that makes several rows of one, "" for none @param values of the row by the number of the wanted figure */
        void row(int child, String split, IntToLongFunction values);
    }

    /** The children by where they live, as far as any of the figures is about rows of children. */
    static Map<Frame.Lived, Census> read(Tx tx, List<Wanted> wanted, Period period, Scope scope) {
        Frame frame = PassStore.frame(tx, period, scope);
        List<Wanted> ofChildren = wanted.stream()
                .filter(w -> Readings.of(w.selection(), frame) instanceof ChildRows<?>)
                .toList();
        Map<Frame.Lived, Census> censuses = new EnumMap<>(Frame.Lived.class);
        if (!ofChildren.isEmpty()) {
            List<Criterion> criteria =
                    ofChildren.stream().map(w -> who(w.selection(), frame)).toList();
            List<Dimension> by = ofChildren.stream()
                    .flatMap(w -> w
                            .by()
                            .filter(d -> !Readings.of(w.selection(), frame).splits(d))
                            .stream())
                    .distinct()
                    .toList();
            boolean talents = ofChildren.stream().anyMatch(w -> w.by().equals(Optional.of(Dimension.TALENT)));
            frame.parts().forEach(part -> censuses.put(part.lived(), read(tx, part, criteria, by, talents)));
        }
        return censuses;
    }

    private static Criterion who(Selection selection, Frame frame) {
        return ((ChildRows<Selection>) Readings.of(selection, frame)).who(selection);
    }

    private static Census read(Tx tx, Frame frame, List<Criterion> criteria, List<Dimension> by, boolean talents) {
        Children children = new Children(frame);
        List<ChildRows.Members> members = List.of(ChildRows.Members.values());
        StringBuilder columns = new StringBuilder(", substr(c.territory, 1, 4) as d");
        for (int i = 0; i < by.size(); i++) {
            columns.append(", ")
                    .append(children.dimension(by.get(i)))
                    .append(" as by_")
                    .append(i);
        }
        for (ChildRows.Members m : members) {
            columns.append(", case when ")
                    .append(m.condition(frame))
                    .append(" then 1 else 0 end as of_")
                    .append(m.ordinal());
        }
        Census census = new Census(by);
        String where = children.reach() + " and " + ChildRows.Members.ANY.condition(frame);
        RollStore.Read read = RollStore.read(tx, frame, where, criteria, columns.toString(), (child, row) -> {
            census.add(child, values(row, by));
            members.stream().filter(m -> row.integer("of_" + m.ordinal()) == 1).forEach(m -> census.counts(child, m));
        });
        census.close(read);
        if (talents) {
            read.rows()
                    .each(
                            TALENTS,
                            Map.of("day", frame.period().day()),
                            (child, row) -> census.talent(child, row.text("field")));
        }
        return census;
    }

    private static List<String> values(Row row, List<Dimension> by) {
        List<String> values = new ArrayList<>(by.size() + 1);
        values.add(row.text("d"));
        for (int i = 0; i < by.size(); i++) {
            boolean number = by.get(i).kind() == Dimension.Kind.COORDINATOR;
            values.add(
                    number
                            ? String.valueOf(row.number("by_" + i))
                            : row.text("by_" + i).strip());
        }
        return values;
    }

    /** The rows of the census' children with the values of the wanted figures, of one kind of selection. */
    static void each(
            Tx tx,
            ChildRows<Selection> reading,
            List<Wanted> wanted,
            Optional<Dimension> split,
            Census census,
            Rows visitor) {
        Rows all = split.filter(Dimension.TALENT::equals).isPresent()
                ? (child, none, values) -> census.eachTalent(child, field -> visitor.row(child, field, values))
                : visitor;
        Optional<Dimension> own = split.filter(d -> !d.equals(Dimension.TALENT));
        if (reading instanceof Attendants<Selection> attendants) {
            AttendanceStore.each(tx, attendants, wanted, own, census, all);
            return;
        }
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < wanted.size(); i++) {
            Wanted w = wanted.get(i);
            columns.append(", case when ")
                    .append(reading.apart(w.measure(), w.selection()))
                    .append(" then ")
                    .append(w.amount().map(reading::amount).orElse("1"))
                    .append(" else 0 end as f")
                    .append(i);
        }
        String source = reading.source(own);
        if (source.isEmpty()) {
            for (int child = 0; child < census.size(); child++) {
                all.row(child, "", figure -> 1);
            }
            return;
        }
        own.ifPresent(d -> columns.append(", ").append(reading.dimension(d)).append(" as split"));
        // For many children in the order of the source, which Derby would turn round; for a few it may rather begin
        // with them.
        String rows = census.whole()
                ? Along.ORDER + source + " where 1 = 1" + reading.standing()
                : source + " join " + reading.frame.child() + " on c.id = e.child_id where " + reading.where();
        long[] values = new long[wanted.size()];
        tx.each(
                "select e.child_id" + columns + " from " + rows,
                reading.frame.binds().params(),
                row -> {
                    int child = census.of(row.number("child_id"));
                    if (child >= 0) {
                        Arrays.setAll(values, i -> row.number("f" + i));
                        all.row(child, own.isPresent() ? row.text("split").strip() : "", i -> values[i]);
                    }
                });
    }
}
