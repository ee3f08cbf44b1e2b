package kz.jolkarta.registry.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.Figures.BehindRow;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.registry.coordinators.Seat;
import kz.jolkarta.registry.coordinators.SeatStore;
import kz.jolkarta.registry.coordinators.Seats;

/**
 * How many children there are to a coordinator. A child for whom a coordinator is named on the day is in the load of this one's cabinet; any other one in that of
 * its region's and of its district's, city administration's or city district's cabinet, as it has two coordinators to turn to.
 */
final class CaseloadStore {
    private static final Selection.Caseload CASELOAD = new Selection.Caseload();

    private CaseloadStore() {}

    /** A cabinet with its coordinator. */
    record Cabinet(long id, long coordinator, String territory) {
        String prefix() {
            return Seat.prefix(territory);
        }
    }

    static List<Cabinet> cabinets(Tx tx, Period period, Scope scope) {
        Frame frame = Frame.of(period, scope);
        Reading<Selection.Caseload> reading = Readings.of(CASELOAD, frame);
        String sql = "select o.id, e.staff_id, o.territory from " + reading.from(Optional.empty()) + " where "
                + reading.where() + " order by o.id";
        return tx.list(
                sql,
                frame.binds().params(),
                row -> new Cabinet(row.number("id"), row.number("staff_id"), row.text("territory")));
    }

    /** Who is appointed on the day, for {@link #named}. */
    static Seats seats(Tx tx, Period period) {
        return SeatStore.on(tx, period.day());
    }

    /** The number of staff who is named for a child {@code c} on the day, 0 for nobody; for one that has moved since it is not known any more. */
    static String named(Frame frame) {
        return frame.lived() == Frame.Lived.MOVED
                ? "0"
                : "case when c.coordinator_since <= " + frame.day() + " then coalesce(c.coordinator_id, 0) else 0 end";
    }

    /** Children of each cabinet, 0 for one without any. */
    static Map<Cabinet, Long> loads(Tx tx, Period period, Scope scope) {
        List<Cabinet> cabinets = cabinets(tx, period, scope);
        Map<Cabinet, Long> loads = new LinkedHashMap<>();
        if (cabinets.isEmpty()) {
            return loads;
        }
        Seats seats = seats(tx, period);
        Map<Long, String> territories = new LinkedHashMap<>();
        cabinets.forEach(cabinet -> territories.put(cabinet.id(), cabinet.territory()));
        Map<Long, Long> numbers = new HashMap<>();
        for (Some some : children(tx, period, cabinets)) {
            seats.of(some.named(), some.district(), territories)
                    .forEach(cabinet -> numbers.merge(cabinet, some.number(), Long::sum));
        }
        cabinets.forEach(cabinet -> loads.put(cabinet, numbers.getOrDefault(cabinet.id(), 0L)));
        return loads;
    }

    /** Children of a district for whom the same coordinator is named. @param district the first four digits of their territory */
    private record Some(String district, long named, long number) {}

    private static List<Some> children(Tx tx, Period period, List<Cabinet> cabinets) {
        Scope theirs = new Scope(cabinets.stream().map(Cabinet::prefix).toList());
        List<Some> children = new ArrayList<>();
        for (Frame part : PassStore.frame(tx, period, theirs).parts()) {
            String sql = "select x.d, x.s, count(*) as n from (select substr(c.territory, 1, 4) as d, " + named(part)
                    + " as s from " + part.child() + " where " + theirs.persons("c") + part.stayed() + " and "
                    + part.registered() + ") x group by x.d, x.s";
            tx.each(
                    sql,
                    part.binds().params(),
                    row -> children.add(new Some(row.text("d"), row.number("s"), row.number("n"))));
        }
        return children;
    }

    /** Coordinators of the cabinets that are no region's, by the four digits of their district. */
    static Map<String, Long> coordinators(Tx tx, Period period, Scope scope) {
        // The scope may be a settlement, whose children have the coordinator of their district.
        Scope districts = new Scope(scope.prefixes().stream()
                .map(p -> p.substring(0, Math.min(4, p.length())))
                .toList());
        Map<String, Long> coordinators = new HashMap<>();
        cabinets(tx, period, districts).stream()
                .filter(c -> c.prefix().length() == 4)
                .forEach(c -> coordinators.putIfAbsent(c.prefix(), c.coordinator()));
        return coordinators;
    }

    /** The rows with the number of children of each. */
    static List<BehindRow> withLoads(Tx tx, Period period, Scope scope, List<BehindRow> rows) {
        Map<Long, Long> loads = new HashMap<>();
        loads(tx, period, scope).forEach((cabinet, load) -> loads.put(cabinet.id(), load));
        return rows.stream()
                .map(row -> {
                    Map<String, Object> cells = new LinkedHashMap<>(row.cells());
                    cells.put("children", loads.getOrDefault(row.id(), 0L));
                    return new BehindRow(row.kind(), row.id(), row.territory(), cells);
                })
                .toList();
    }
}
