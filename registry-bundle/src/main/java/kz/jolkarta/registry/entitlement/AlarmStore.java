package kz.jolkarta.registry.entitlement;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.registry.figures.ByChild;
import kz.jolkarta.registry.figures.Roll;
import kz.jolkarta.registry.figures.RollStore;

/** The pass over the children of a scope for the alarms, and the schools and cabinets they concern. */
final class AlarmStore {
    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);

    private static final ByChild WITHOUT_STEPS = new ByChild(
            "select m.child_id from road_map m",
            "road_map_child_fk",
            "",
            "m.child_id",
            " and m.approved_on <= :today and (m.closed_on is null or m.closed_on >= :today) and not exists"
                    + " (select 1 from road_map_step s where s.road_map_id = m.id and s.state <> 'DROPPED')");

    private AlarmStore() {}

    /**
     * The children of a scope as sets of their numbers in the roll; those who left are in none.
     *
     * @param present all who are in the registry
     */
    record Pass(Roll roll, BitSet present, BitSet gifted, BitSet silent, BitSet withoutSteps) {
        BitSet of(AlarmKind kind) {
            return kind == AlarmKind.SILENT ? silent : withoutSteps;
        }
    }

    /** @param days of silence; what lies so many days back breaks it no more */
    static Pass over(Tx tx, Scope scope, LocalDate today, int days, ZoneId zone) {
        Criterion gifted = Criterion.gifted();
        Criterion mapped = Criterion.roadMapApproved();
        Criterion everyone = Criterion.everyone();
        RollStore.Read read =
                RollStore.read(tx, scope, Period.of(today.getYear(), today), List.of(gifted, mapped, everyone));
        Roll roll = read.roll();
        BitSet silent = roll.meeting(gifted);
        silent.or(roll.meeting(mapped));
        Map<String, Object> params = LifeSigns.params(today.minusDays(days).plusDays(1), zone);
        LifeSigns.ALL.forEach(sign -> read.rows().each(tx, sign.sql(), params, (child, row) -> silent.clear(child)));
        BitSet withoutSteps = new BitSet(roll.size());
        read.rows().each(tx, WITHOUT_STEPS, Map.of("today", today), (child, row) -> withoutSteps.set(child));
        BitSet present = roll.meeting(everyone);
        withoutSteps.and(present);
        return new Pass(roll, present, roll.meeting(gifted), silent, withoutSteps);
    }

    /** The last day something was recorded of each child, its registration at the least. */
    static Map<Long, LocalDate> lastSigns(Tx tx, Collection<Long> children, ZoneId zone) {
        Map<Long, LocalDate> last = new HashMap<>();
        if (children.isEmpty()) {
            return last;
        }
        Map<String, Object> params = new HashMap<>(LifeSigns.params(EVER, zone));
        params.put("ids", children);
        LifeSigns.ALL.forEach(sign -> tx.each(
                sign.sql().listed(),
                params,
                row -> last.merge(row.number("child_id"), sign.day(row, zone), (a, b) -> a.isAfter(b) ? a : b)));
        return last;
    }

    /** A school or a cabinet that is open on the day. */
    record Unit(long id, String name, String territory) {}

    static List<Unit> units(Tx tx, String kind, Scope scope, LocalDate day) {
        return tx.list(
                "select o.id, o.name, o.territory from organisation o where o.kind = :kind and o.active = true"
                        + " and (o.opened_on is null or o.opened_on <= :day) and (o.closed_on is null or o.closed_on >= :day)"
                        + " and " + scope.condition("o.territory") + " order by o.id",
                Map.of("kind", kind, "day", day),
                row -> new Unit(row.number("id"), row.text("name"), row.text("territory")));
    }
}
