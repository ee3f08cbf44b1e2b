package kz.jolkarta.registry.figures;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.registry.Figures.Value;
import kz.jolkarta.core.registry.Figures.Wanted;
import kz.jolkarta.registry.coordinators.Seat;
import kz.jolkarta.registry.coordinators.Seats;

/**
 * One pass over one kind of selection: each row is classified once, and summed by district and breakdown. Rows of children and what is known by them are
 * counted beside the census, all others by one statement.
 */
final class PassStore {
    /** What one statement can answer: selections of a kind, read by plain rows or by rows that a breakdown multiplies. */
    record Kind(Class<? extends Selection> selections, Optional<Dimension> split) {
        static Kind of(Wanted wanted, Period period, Scope scope) {
            Reading<Selection> reading = Readings.of(wanted.selection(), Frame.of(period, scope));
            return new Kind(wanted.selection().getClass(), wanted.by().filter(reading::splits));
        }
    }

    /** What is known of the districts, by the four digits their territories begin with. */
    record Districts(Map<String, String> codes, Map<String, Long> coordinators, Seats seats) {
        String code(String digits) {
            return codes.getOrDefault(digits, digits.isEmpty() ? "" : digits + "00000");
        }

        /** The number of staff of who answers for children of a district; "" for nobody. @param named the one named for them, 0 for nobody */
        String coordinator(long named, String digits) {
            return seats.named(named, digits)
                    .map(Seat::staff)
                    .or(() -> Optional.ofNullable(coordinators.get(digits)))
                    .map(String::valueOf)
                    .orElse("");
        }
    }

    /** @param digits of the district @param by what the rows of the group have of each breakdown */
    private record Group(String digits, List<String> by) {
        static Group of(Row row, List<Dimension> by) {
            List<String> values = new ArrayList<>(by.size());
            for (int i = 0; i < by.size(); i++) {
                values.add(row.text("by_" + i).strip());
            }
            return new Group(row.text("d"), values);
        }
    }

    private record Place(String district, String key) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byDistrict = district.compareTo(other.district);
            return byDistrict != 0 ? byDistrict : key.compareTo(other.key);
        }
    }

    private final Kind kind;
    private final List<Wanted> wanted;
    private final List<Wanted> plain;
    private final List<Dimension> by;
    private final Districts districts;

    PassStore(Kind kind, List<Wanted> wanted, Districts districts) {
        this.kind = kind;
        this.wanted = wanted;
        this.districts = districts;
        this.plain = wanted.stream().map(PassStore::plain).distinct().toList();
        this.by = wanted.stream()
                .flatMap(w -> w.by().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The figure without its breakdown: one column gives the sum and, by the groups, all breakdowns of it. */
    static Wanted plain(Wanted wanted) {
        return new Wanted(wanted.measure(), wanted.selection(), wanted.amount(), Optional.empty());
    }

    /** A frame for all children, where they lived on the day. */
    static Frame frame(Tx tx, Period period, Scope scope) {
        Frame.Lived lived = ResidentStore.anyMoved(tx, period.day()) ? Frame.Lived.BOTH : Frame.Lived.NOW;
        return Frame.of(period, scope, lived);
    }

    /** The frames that such rows are read in: one of them by itself when the children may be added up. */
    static List<Frame> frames(Tx tx, Selection selection, Period period, Scope scope) {
        Frame frame = frame(tx, period, scope);
        return Readings.of(selection, frame).ofChildren() ? frame.parts() : List.of(frame);
    }

    /** @param censuses by where their children live, for kinds whose rows are of children */
    Map<Wanted, List<Value>> values(Tx tx, Period period, Scope scope, Map<Frame.Lived, Census> censuses) {
        if (kind.selections() == Selection.Caseload.class) {
            List<Value> loads = loads(tx, period, scope);
            return wanted.stream().collect(Collectors.toMap(w -> w, w -> loads));
        }
        Map<Wanted, Map<Place, Long>> found = new LinkedHashMap<>();
        wanted.forEach(w -> found.put(w, new TreeMap<>()));
        frames(tx, wanted.get(0).selection(), period, scope).forEach(frame -> add(tx, frame, censuses, found));
        return values(found);
    }

    private List<Value> loads(Tx tx, Period period, Scope scope) {
        return CaseloadStore.loads(tx, period, scope).entrySet().stream()
                .map(e -> new Value(
                        districts.code(e.getKey().territory().substring(0, 4)),
                        String.valueOf(e.getKey().id()),
                        e.getValue()))
                .toList();
    }

    private void add(Tx tx, Frame frame, Map<Frame.Lived, Census> censuses, Map<Wanted, Map<Place, Long>> found) {
        Reading<Selection> reading = Readings.of(wanted.get(0).selection(), frame);
        if (reading instanceof ChildRows<Selection> rows) {
            children(tx, rows, censuses.get(frame.lived()), found);
            return;
        }
        if ((Reading<?>) reading instanceof Organisations organisations) {
            OrganisationStore.each(
                    tx,
                    organisations,
                    plain,
                    censuses.values(),
                    (digits, values) -> sum(new Group(digits, List.of()), values, found));
            return;
        }
        if ((Reading<?>) reading instanceof RoadMapForms forms) {
            forms(tx, forms, censuses.values(), found);
            return;
        }
        List<String> inner = new ArrayList<>();
        List<String> outer = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            Wanted w = plain.get(i);
            String amount = w.amount().map(reading::amount).orElse("1");
            inner.add("case when " + reading.condition(w.measure(), w.selection()) + " then " + amount
                    + " else 0 end as f" + i);
            outer.add("sum(x.f" + i + ") as f" + i);
        }
        List<String> groups = new ArrayList<>(List.of("x.d"));
        for (int i = 0; i < by.size(); i++) {
            inner.add(reading.dimension(by.get(i)) + " as by_" + i);
            groups.add("x.by_" + i);
        }
        String grouped = String.join(", ", groups);
        String sql = "select " + Stream.concat(groups.stream(), outer.stream()).collect(joining(", "))
                + " from (select substr(" + reading.territory() + ", 1, 4) as d, " + String.join(", ", inner) + " from "
                + reading.counted(kind.split()) + " where " + reading.where() + ") x group by " + grouped;
        tx.each(sql, frame.binds().params(), row -> sum(Group.of(row, by), i -> row.number("f" + i), found));
    }

    /** Rows of children are not joined with these, which would look up a child, its place and its criteria for each row and value. */
    private void children(Tx tx, ChildRows<Selection> reading, Census census, Map<Wanted, Map<Place, Long>> found) {
        by.forEach(reading::dimension);
        List<BitSet> sets = plain.stream()
                .map(w -> census.chosen(reading.members(), reading.who(w.selection())))
                .toList();
        Map<Census.Group, long[]> counts = new LinkedHashMap<>();
        CensusStore.each(tx, reading, plain, kind.split(), census, (child, split, values) -> {
            long[] sums = counts.computeIfAbsent(census.group(child, split), g -> new long[sets.size()]);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += sets.get(i).get(child) ? values.applyAsLong(i) : 0;
            }
        });
        counts.forEach((group, sums) -> sum(
                new Group(
                        census.digits(group),
                        by.stream().map(d -> census.value(group, d)).toList()),
                i -> sums[i],
                found));
    }

    private void forms(Tx tx, RoadMapForms reading, Collection<Census> censuses, Map<Wanted, Map<Place, Long>> found) {
        Set<Long> used = new HashSet<>();
        ByChild kept = reading.kept();
        censuses.forEach(census -> census.rows()
                .each(tx, kept, reading.frame.binds().params(), (child, row) -> {
                    if (census.registered(child)) {
                        used.add(row.number("form_id"));
                    }
                }));
        String unit = RoadMapForms.unit(reading.frame.scope());
        sum(new Group(unit.substring(0, Math.min(4, unit.length())), List.of()), i -> used.size(), found);
    }

    private void sum(Group group, IntToLongFunction values, Map<Wanted, Map<Place, Long>> found) {
        for (Wanted w : wanted) {
            long value = values.applyAsLong(plain.indexOf(plain(w)));
            if (value != 0) {
                String key = w.by().map(d -> key(group, d)).orElse("");
                found.get(w).merge(new Place(districts.code(group.digits()), key), value, Long::sum);
            }
        }
    }

    private static Map<Wanted, List<Value>> values(Map<Wanted, Map<Place, Long>> found) {
        Map<Wanted, List<Value>> values = new LinkedHashMap<>();
        found.forEach((w, places) -> values.put(
                w,
                places.entrySet().stream()
                        .filter(e -> e.getValue() != 0)
                        .map(e -> new Value(e.getKey().district(), e.getKey().key(), e.getValue()))
                        .toList()));
        return values;
    }

    /** Codes of a breakdown: an enum's in lower case with hyphens; {@code none} for a row that says nothing. */
    private String key(Group group, Dimension dimension) {
        String value = group.by().get(by.indexOf(dimension));
        String code = dimension.kind() == Dimension.Kind.COORDINATOR
                ? districts.coordinator(Long.parseLong(value), group.digits())
                : value;
        if (code.isEmpty()) {
            return "none";
        }
        return switch (dimension.kind()) {
            case SEX, TALENT, SOURCE -> code.toLowerCase(Locale.ROOT).replace('_', '-');
            case GRADE_BAND, TYPE, LANGUAGE, STEP, COORDINATOR, FIELD -> code;
        };
    }
}
