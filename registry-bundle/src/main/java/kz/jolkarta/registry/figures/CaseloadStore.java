package kz.jolkarta.registry.figures;

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

/**
 * How many children there are to a coordinator. A cabinet of a region answers for all children of the region; any other one for those of the district, city
 * administration or city district it stands in. So a child may be in the load of two cabinets, as it has two coordinators to turn to.
 */
final class CaseloadStore {
    private static final Selection.Caseload CASELOAD = new Selection.Caseload();

    private CaseloadStore() {}

    /** A cabinet with its coordinator. @param prefix the digits that its children's territories begin with */
    record Cabinet(long id, long coordinator, String territory, String prefix) {}

    static List<Cabinet> cabinets(Tx tx, Period period, Scope scope) {
        Frame frame = Frame.of(period, scope);
        Reading<Selection.Caseload> reading = Readings.of(CASELOAD, frame);
        String sql = "select o.id, e.staff_id, o.territory from " + reading.from(Optional.empty()) + " where "
                + reading.where() + " order by o.id";
        return tx.list(sql, frame.binds().params(), row -> {
            String territory = row.text("territory");
            return new Cabinet(row.number("id"), row.number("staff_id"), territory, prefix(territory));
        });
    }

    private static String prefix(String territory) {
        return territory.endsWith("0000000") ? territory.substring(0, 2) : territory.substring(0, 4);
    }

    /** Children of each cabinet, 0 for one without any. */
    static Map<Cabinet, Long> loads(Tx tx, Period period, Scope scope) {
        List<Cabinet> cabinets = cabinets(tx, period, scope);
        Map<Cabinet, Long> loads = new LinkedHashMap<>();
        if (cabinets.isEmpty()) {
            return loads;
        }
        Map<String, Long> children = children(tx, period, cabinets);
        cabinets.forEach(cabinet -> loads.put(
                cabinet,
                children.entrySet().stream()
                        .filter(c -> c.getKey().startsWith(cabinet.prefix()))
                        .mapToLong(Map.Entry::getValue)
                        .sum()));
        return loads;
    }

    /** By the first four digits of their territory. */
    private static Map<String, Long> children(Tx tx, Period period, List<Cabinet> cabinets) {
        Scope theirs = new Scope(cabinets.stream().map(Cabinet::prefix).toList());
        Map<String, Long> children = new HashMap<>();
        for (Frame part : PassStore.frame(tx, period, theirs).parts()) {
            String sql = "select x.d, count(*) as n from (select substr(c.territory, 1, 4) as d from " + part.child()
                    + " where " + theirs.persons("c") + part.stayed() + " and " + part.registered()
                    + ") x group by x.d";
            tx.each(sql, part.binds().params(), row -> children.merge(row.text("d"), row.number("n"), Long::sum));
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
