package kz.jolkarta.registry.figures;

import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Selection;

/** Second-level units for which nothing was held; a row's id is the unit's code as a number. */
final class DistrictsWithout extends Reading<Selection.DistrictsWithout> {
    private final Groups groups = new Groups();

    DistrictsWithout(Frame frame) {
        super("district", "d", frame);
    }

    @Override
    String id() {
        return "cast(d.code as bigint)";
    }

    @Override
    String territory() {
        return "d.code";
    }

    @Override
    String chosen(String measure, Selection.DistrictsWithout selection) {
        return groups.any("s.measure = " + frame.bind(measure) + frame.in("s.type", selection.types())) + " = 0";
    }

    /** Units and activities meet by the four digits that they share. */
    @Override
    String from(Optional<Dimension> split) {
        String units = "select substr(d.code, 1, 4) as district, d.code, cast('' as varchar(40)) as measure,"
                + " cast('' as varchar(40)) as type from territory d where d.kind in ('DISTRICT', 'CITY_ADMINISTRATION', 'CITY_DISTRICT')"
                + " and " + reach();
        String held = "select substr(a.territory, 1, 4) as district, cast('' as varchar(9)) as code, a.measure, a.type"
                + " from activity a where " + own("a.measure") + " and a.state = 'HELD' and "
                + frame.within("a.starts");
        String code = groups.largest("s.code");
        return groups.table("district", units + " union all " + held) + " join territory d on d.code = " + code;
    }

    @Override
    String where() {
        return reach() + " and d.kind in ('DISTRICT', 'CITY_ADMINISTRATION', 'CITY_DISTRICT') and "
                + frame.holding("d.valid_from", "d.valid_to");
    }

    @Override
    List<Cell> cells() {
        return List.of(Cell.text("kind", "d.kind"));
    }
}
