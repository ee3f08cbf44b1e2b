package kz.jolkarta.registry.figures;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.Figures.Wanted;

/**
 * Reads which children of a census attended what figures ask for. The rows are read plain, once for all figures, and told apart by their activity, of which
 * there are few: grouping them in the embedded engine, with a column for all that is asked, takes ten times as long.
 */
final class AttendanceStore {
    /** Parts of the period's school years: from September before the year, from January, and from September. */
    private static final int PARTS = 3;

    /** @param wanted without its breakdown @param split what makes several rows of one child's, as far as it is the activity's */
    private record Asked(Wanted wanted, Optional<Dimension> split) {}

    /** @param once numbers of what any attendance counts for @param regular of what a number of sessions is needed for @param splits by the same numbers */
    private record Activity(int[] once, int[] regular, List<String> splits) {}

    private final Frame frame;
    private final List<Asked> asked;
    private final List<Attendants<Selection>> readings = new ArrayList<>();
    private final List<Map<String, BitSet>> found = new ArrayList<>();
    private final List<Map<String, Map<Integer, int[]>>> sessions = new ArrayList<>();
    private final Map<Long, Activity> activities = new HashMap<>();

    private AttendanceStore(Frame frame, List<Asked> asked) {
        this.frame = frame;
        this.asked = asked;
        for (Asked one : asked) {
            readings.add(attendants(one.wanted(), frame).orElseThrow());
            found.add(new TreeMap<>());
            sessions.add(new HashMap<>());
        }
    }

    private static Optional<Attendants<Selection>> attendants(Wanted wanted, Frame frame) {
        return Readings.of(wanted.selection(), frame) instanceof Attendants<Selection> reading
                ? Optional.of(reading)
                : Optional.empty();
    }

    /** @param wanted of which those are read that are about attendance */
    static AttendanceStore read(Tx tx, Frame frame, List<Wanted> wanted, RollStore.Rows rows) {
        List<Asked> asked = wanted.stream()
                .flatMap(w ->
                        attendants(w, frame)
                                .map(r -> new Asked(PassStore.plain(w), w.by().filter(r::splitsByActivity)))
                                .stream())
                .distinct()
                .toList();
        AttendanceStore store = new AttendanceStore(frame, asked);
        if (!asked.isEmpty()) {
            store.read(tx, rows);
        }
        return store;
    }

    /** Each child who attended with the figures it counts for, once for each value of the breakdown. */
    void each(List<Wanted> wanted, Optional<Dimension> split, CensusStore.Rows visitor) {
        List<Map<String, BitSet>> children = wanted.stream()
                .map(w -> found.get(asked.indexOf(new Asked(w, split))))
                .toList();
        Set<String> keys =
                children.stream().flatMap(c -> c.keySet().stream()).collect(Collectors.toCollection(TreeSet::new));
        for (String key : keys) {
            List<BitSet> some = children.stream()
                    .map(c -> c.getOrDefault(key, new BitSet()))
                    .toList();
            BitSet any = new BitSet();
            some.forEach(any::or);
            Roll.each(any, child -> visitor.row(child, key, i -> some.get(i).get(child) ? 1 : 0));
        }
    }

    private void read(Tx tx, RollStore.Rows rows) {
        String which = readings.stream().anyMatch(Attendants::anywhere)
                ? ""
                : " and a.measure in ("
                        + frame.list(
                                asked.stream().map(a -> a.wanted().measure()).toList()) + ")";
        boolean regular = IntStream.range(0, asked.size()).anyMatch(i -> needed(i) > 1);
        String held = "s.held_on between "
                + frame.bind(
                        regular ? Attendants.schoolYear(frame) : frame.period().from()) + " and " + frame.day();
        String part = ", case when s.held_on < " + frame.bind(frame.period().from()) + " then 0 when s.held_on <= "
                + frame.bind(Attendants.summer(frame)) + " then 1 else 2 end as part";
        ByChild marks = new ByChild(
                "select p.child_id, p.activity_id from participation p",
                "participation_child_fk",
                " join activity a on a.id = p.activity_id",
                "p.child_id",
                " and p.state = 'ATTENDED'" + which + " and " + frame.within("a.starts"));
        ByChild presence = new ByChild(
                "select p.child_id, p.activity_id" + part + " from participation p",
                "participation_child_fk",
                " join activity a on a.id = p.activity_id join presence r on r.participation_id = p.id"
                        + " join activity_session s on s.id = r.session_id",
                "p.child_id",
                " and r.present and a.state <> 'CANCELLED'" + which + " and " + held);
        List<Dimension> splits =
                asked.stream().flatMap(a -> a.split().stream()).distinct().toList();
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < splits.size(); i++) {
            columns.append(", ")
                    .append(Split.expression(frame, splits.get(i)))
                    .append(" as split_")
                    .append(i);
        }
        String attended = "(" + frame.within("a.starts")
                + " or exists (select 1 from activity_session s where s.activity_id = a.id and " + held + "))";
        Map<String, Object> params = frame.binds().params();
        tx.each(
                "select a.id, a.measure, a.type, coalesce(v.kind, '') as venue" + columns
                        + " from activity a left join organisation v on v.id = a.organisation_id where " + attended
                        + which,
                params,
                row -> activities.put(row.number("id"), activity(row, splits)));
        rows.each(tx, marks, params, (child, row) -> attended(row).ifPresent(a -> add(child, a)));
        rows.each(
                tx,
                presence,
                params,
                (child, row) -> attended(row).ifPresent(a -> {
                    int when = row.integer("part");
                    if (when > 0) {
                        add(child, a);
                    }
                    for (int i : a.regular()) {
                        sessions.get(i)
                                .computeIfAbsent(a.splits().get(i), s -> new HashMap<>())
                                .computeIfAbsent(child, c -> new int[PARTS])[when]++;
                    }
                }));
        for (int i = 0; i < asked.size(); i++) {
            int figure = i;
            sessions.get(i).forEach((split, counts) -> regulars(figure, split, counts));
        }
    }

    private Activity activity(Row row, List<Dimension> dimensions) {
        Attendants.Activity activity =
                new Attendants.Activity(row.text("measure"), row.text("type"), row.text("venue"));
        int[] all = IntStream.range(0, asked.size())
                .filter(i -> readings.get(i)
                        .at(
                                activity,
                                asked.get(i).wanted().measure(),
                                asked.get(i).wanted().selection()))
                .toArray();
        List<String> splits = asked.stream()
                .map(a -> a.split()
                        .map(d -> row.text("split_" + dimensions.indexOf(d)).strip())
                        .orElse(""))
                .toList();
        return new Activity(
                IntStream.of(all).filter(i -> needed(i) == 1).toArray(),
                IntStream.of(all).filter(i -> needed(i) > 1).toArray(),
                splits);
    }

    private int needed(int figure) {
        return readings.get(figure).sessions(asked.get(figure).wanted().selection());
    }

    /** An activity that is newer than the list of them belongs to the next count. */
    private Optional<Activity> attended(Row row) {
        return Optional.ofNullable(activities.get(row.number("activity_id")));
    }

    private void add(int child, Activity activity) {
        for (int i : activity.once()) {
            children(i, activity.splits().get(i)).set(child);
        }
    }

    private BitSet children(int figure, String split) {
        return found.get(figure).computeIfAbsent(split, s -> new BitSet());
    }

    private void regulars(int figure, String split, Map<Integer, int[]> counts) {
        int min = needed(figure);
        counts.forEach((child, times) -> {
            if (times[0] + times[1] >= min && times[1] > 0 || times[2] >= min) {
                children(figure, split).set(child);
            }
        });
    }
}
