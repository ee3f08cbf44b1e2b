package kz.jolkarta.registry.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Selection;

/** Methodical cabinets with a coordinator on the day, the lowest of their ids where there should be more than one. */
final class Cabinets extends Reading<Selection.Caseload> {
    Cabinets(Frame frame) {
        super("organisation", "o", frame);
    }

    @Override
    String chosen(String measure, Selection.Caseload selection) {
        return "1 = 1";
    }

    @Override
    String from(Optional<Dimension> split) {
        return "(select k.organisation_id, min(k.staff_id) as staff_id from appointment k where "
                + frame.holding("k.valid_from", "k.valid_to") + " group by k.organisation_id) e"
                + " join organisation o on o.id = e.organisation_id join staff f on f.id = e.staff_id";
    }

    @Override
    String where() {
        return reach() + " and o.kind = 'CABINET'";
    }

    @Override
    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.text("surname", "f.surname").ofPerson(),
                Cell.text("givenName", "f.given_name").ofPerson(),
                Cell.text("patronymic", "f.patronymic").ofPerson()));
        cells.addAll(Organisations.cabinet());
        return cells;
    }
}
