package kz.jolkarta.registry.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;
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
    private static final ByChild TALENTS =
            new ByChild("select child_id, field from child_talent", "", "", "child_id", " and identified_on <= :day");

    /** Whoever is registered is kept, too. */
    private static final int KEPT = 1;

    private static final int REGISTERED = 2;

    private CensusStore() {}

    /** Gets the rows of children. */
    @FunctionalInterface
    interface Rows {
        /** @param child its number in the census @param split of the breakdown that makes several rows of one, "" for none @param values of the row by the number of the wanted figure */
        void row(int child, String split, IntToLongFunction values);
    }

    /** Whether any of the figures is about rows of children, or what is known of them. */
    static boolean needed(List<Wanted> wanted, Period period, Scope scope) {
        Frame frame = Frame.of(period, scope);
        return wanted.stream()
                .anyMatch(w -> ofChildren(w, frame) || ofPupils(w) || w.selection() instanceof Selection.RoadMapForms);
    }

    private static boolean ofChildren(Wanted wanted, Frame frame) {
        return Readings.of(wanted.selection(), frame) instanceof ChildRows<?>;
    }

    private static boolean ofPupils(Wanted wanted) {
        return wanted.selection() instanceof Selection.Organisations organisations
                && Organisations.facts(organisations.having()).containsKey(Organisations.Fact.PUPIL);
    }

    /** The children by where they live; none where they are not {@link #needed}. */
    static Map<Frame.Lived, Census> read(Tx tx, List<Wanted> wanted, Period period, Scope scope) {
        Frame frame = PassStore.frame(tx, period, scope);
        Map<Frame.Lived, Census> censuses = new EnumMap<>(Frame.Lived.class);
        if (needed(wanted, period, scope)) {
            List<Wanted> ofChildren =
                    wanted.stream().filter(w -> ofChildren(w, frame)).toList();
            boolean pupils = wanted.stream().anyMatch(CensusStore::ofPupils);
            List<Criterion> criteria = Stream.concat(
                            ofChildren.stream().map(w -> who(w.selection(), frame)),
                            pupils ? Stream.of(Criterion.targetGroup()) : Stream.empty())
                    .toList();
            List<Dimension> by = ofChildren.stream()
                    .flatMap(w -> w
                            .by()
                            .filter(d -> !Readings.of(w.selection(), frame).splits(d))
                            .stream())
                    .distinct()
                    .toList();
            boolean talents = ofChildren.stream().anyMatch(w -> w.by().equals(Optional.of(Dimension.TALENT)));
            frame.parts()
                    .forEach(part -> censuses.put(part.lived(), read(tx, part, ofChildren, criteria, by, talents)));
        }
        return censuses;
    }

    private static Criterion who(Selection selection, Frame frame) {
        return ((ChildRows<Selection>) Readings.of(selection, frame)).who(selection);
    }

    private static Census read(
            Tx tx, Frame frame, List<Wanted> wanted, List<Criterion> criteria, List<Dimension> by, boolean talents) {
        Children children = new Children(frame);
        StringBuilder columns = new StringBuilder(", case when " + ChildRows.Members.REGISTERED.condition(frame)
                + " then " + REGISTERED + " when " + ChildRows.Members.KEPT.condition(frame) + " then " + KEPT
                + " else 0 end as standing");
        for (int i = 0; i < by.size(); i++) {
            if (!by.get(i).equals(Dimension.SEX)) {
                columns.append(", ")
                        .append(children.dimension(by.get(i)))
                        .append(" as by_")
                        .append(i);
            }
        }
        Census census = new Census(by);
        String where = children.reach() + " and " + ChildRows.Members.ANY.condition(frame);
        RollStore.Read read = RollStore.read(tx, frame, where, criteria, columns.toString(), (child, row) -> {
            int standing = row.integer("standing");
            census.add(child, values(row, by), standing >= REGISTERED, standing >= KEPT);
        });
        census.close(read);
        census.attended(AttendanceStore.read(tx, frame, wanted, read.rows()));
        if (talents) {
            read.rows()
                    .each(
                            tx,
                            TALENTS,
                            Map.of("day", frame.period().day()),
                            (child, row) -> census.talent(child, row.text("field")));
        }
        return census;
    }

    private static List<String> values(Row row, List<Dimension> by) {
        List<String> values = new ArrayList<>(by.size() + 1);
        String territory = row.text("territory");
        values.add(territory.substring(0, Math.min(4, territory.length())));
        for (int i = 0; i < by.size(); i++) {
            values.add(
                    switch (by.get(i).kind()) {
                        case SEX -> row.text("sex");
                        case COORDINATOR -> String.valueOf(row.number("by_" + i));
                        default -> row.text("by_" + i).strip();
                    });
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
        if (reading instanceof Attendants<Selection>) {
            census.attendance().each(wanted, own, all);
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
