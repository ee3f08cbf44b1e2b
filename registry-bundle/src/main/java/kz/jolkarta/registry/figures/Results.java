package kz.jolkarta.registry.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Selection;

/** Places and prizes {@code e} won by the day under a coach {@code w} with an award, by where the child lives. */
final class Results extends ChildRows<Selection.Results> {
    private final Groups groups = new Groups("w");

    Results(Frame frame) {
        super("result", "e", frame);
    }

    @Override
    Members members() {
        return Members.KEPT;
    }

    @Override
    Criterion who(Selection.Results selection) {
        return Criterion.targetGroup();
    }

    @Override
    String row(String measure, Selection.Results selection) {
        String award = "s.measure = " + frame.bind(measure) + frame.in("s.type", selection.types())
                + frame.in("s.state", selection.states());
        return groups.any(award) + " = 1";
    }

    @Override
    String source(Optional<Dimension> split) {
        String coaches = groups.table(
                "staff_id",
                "select a.staff_id, a.measure, a.type, a.state from award a where a.staff_id is not null and "
                        + own("a.measure") + " and a.award_year = " + frame.year());
        return coaches + " join achievement e on e.coach_id = w.staff_id";
    }

    @Override
    String standing() {
        return " and (e.prize or e.place in (1, 2, 3)) and e.won_on <= " + frame.day();
    }

    @Override
    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>(child());
        cells.addAll(List.of(
                Cell.text("event", "e.event"),
                Cell.text("level", "e.level"),
                Cell.number("prizePlace", "e.place"),
                Cell.date("wonOn", "e.won_on"),
                Cell.text("coach", "e.coach_name").ofPerson()));
        return cells;
    }
}
