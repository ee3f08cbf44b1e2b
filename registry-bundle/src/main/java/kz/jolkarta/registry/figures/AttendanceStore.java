package kz.jolkarta.registry.figures;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.Figures.Wanted;

/**
 * Counts children who attended. The rows are read plain and told apart by their activity, of which there are few: grouping them in the engine, with a column
 * for all that is asked, takes ten times as long.
 */
final class AttendanceStore {
    /** Parts of the year, of which sessions of one school year are made: until August of the year before, to August, from September. */
    private static final int PARTS = 3;

    /** @param once numbers of the figures that any attendance counts for @param regular of those that a number of sessions is needed for */
    private record Asked(int[] once, int[] regular, String split) {}

    private final Attendants<Selection> reading;
    private final List<Wanted> wanted;
    private final Census census;
    private final Map<Long, Asked> activities = new HashMap<>();
    private final Map<String, List<BitSet>> found = new LinkedHashMap<>();
    private final Map<String, List<Map<Integer, int[]>>> sessions = new HashMap<>();

    private AttendanceStore(Attendants<Selection> reading, List<Wanted> wanted, Census census) {
        this.reading = reading;
        this.wanted = wanted;
        this.census = census;
        wanted.forEach(w -> reading.asked(w.measure()));
    }

    /** @param split what makes several rows of one child's, as far as it is the activity's */
    static void each(
            Tx tx,
            Attendants<Selection> reading,
            List<Wanted> wanted,
            Optional<Dimension> split,
            Census census,
            CensusStore.Rows visitor) {
        AttendanceStore store = new AttendanceStore(reading, wanted, census);
        store.read(tx, split);
        store.found.forEach((key, children) -> {
            BitSet any = new BitSet();
            children.forEach(any::or);
            Roll.each(any, child -> visitor.row(child, key, i -> children.get(i).get(child) ? 1 : 0));
        });
    }

    private void read(Tx tx, Optional<Dimension> split) {
        Frame frame = reading.frame;
        String which = reading.activities();
        String regular = wanted.stream().anyMatch(w -> reading.sessions(w.selection()) > 1)
                ? frame.bind(reading.schoolYear())
                : frame.bind(frame.period().from());
        String held = " between " + regular + " and " + frame.day();
        String part = ", case when s.held_on < " + frame.bind(frame.period().from()) + " then 0 when s.held_on <= "
                + frame.bind(reading.summer()) + " then 1 else 2 end as part";
        ByChild marks = new ByChild(
                "select p.child_id, p.activity_id, 0 as in_session, 1 as part from participation p",
                "participation_child_fk",
                " join activity a on a.id = p.activity_id",
                "p.child_id",
                " and p.state = 'ATTENDED'" + which + " and " + frame.within("a.starts"));
        ByChild presence = new ByChild(
                "select p.child_id, p.activity_id, 1 as in_session" + part + " from participation p",
                "participation_child_fk",
                " join activity a on a.id = p.activity_id join presence r on r.participation_id = p.id"
                        + " join activity_session s on s.id = r.session_id",
                "p.child_id",
                " and r.present and a.state <> 'CANCELLED'" + which + " and s.held_on" + held);
        String columns = split.map(by -> Split.column(frame, by)).orElse(", '' as split");
        String attended = frame.within("a.starts")
                + " or exists (select 1 from activity_session s where s.activity_id = a.id and s.held_on" + held + ")";
        Map<String, Object> params = frame.binds().params();
        tx.each(
                "select a.id, a.measure, a.type, coalesce(v.kind, '') as venue" + columns
                        + " from activity a left join organisation v on v.id = a.organisation_id where (" + attended
                        + ")" + which,
                params,
                row -> activities.put(
                        row.number("id"),
                        asked(new Attendants.Activity(
                                row.text("measure"),
                                row.text("type"),
                                row.text("venue"),
                                row.text("split").strip()))));
        for (ByChild rows : List.of(marks, presence)) {
            census.rows().each(rows, params, (child, row) -> {
                Asked activity = activities.get(row.number("activity_id"));
                // One that began after the activities were read belongs to the next count.
                if (activity != null) {
                    add(child, activity, row.integer("in_session") == 1, row.integer("part"));
                }
            });
        }
        sessions.forEach(this::regulars);
    }

    private Asked asked(Attendants.Activity activity) {
        int[] all = IntStream.range(0, wanted.size())
                .filter(i -> reading.at(
                        activity, wanted.get(i).measure(), wanted.get(i).selection()))
                .toArray();
        return new Asked(
                IntStream.of(all).filter(i -> needed(i) == 1).toArray(),
                IntStream.of(all).filter(i -> needed(i) > 1).toArray(),
                activity.split());
    }

    private int needed(int figure) {
        return reading.sessions(wanted.get(figure).selection());
    }

    private void add(int child, Asked activity, boolean inSession, int part) {
        if (part > 0 && activity.once().length > 0) {
            List<BitSet> children = found(activity.split());
            for (int figure : activity.once()) {
                children.get(figure).set(child);
            }
        }
        if (inSession && activity.regular().length > 0) {
            List<Map<Integer, int[]>> counts = sessions.computeIfAbsent(activity.split(), s -> {
                List<Map<Integer, int[]>> empty = new ArrayList<>();
                wanted.forEach(w -> empty.add(new HashMap<>()));
                return empty;
            });
            for (int figure : activity.regular()) {
                counts.get(figure).computeIfAbsent(child, c -> new int[PARTS])[part]++;
            }
        }
    }

    private List<BitSet> found(String split) {
        return found.computeIfAbsent(
                split, s -> wanted.stream().map(w -> new BitSet()).toList());
    }

    private void regulars(String split, List<Map<Integer, int[]>> counts) {
        for (int figure = 0; figure < counts.size(); figure++) {
            int min = needed(figure);
            BitSet children = found(split).get(figure);
            counts.get(figure).forEach((child, times) -> {
                if (times[0] + times[1] >= min && times[1] > 0 || times[2] >= min) {
                    children.set(child);
                }
            });
        }
    }
}
