package kz.jolkarta.registry.figures;

import static kz.jolkarta.core.measure.Dimension.Kind.FIELD;
import static kz.jolkarta.core.measure.Dimension.Kind.TYPE;

import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Selection;

/** Members of staff {@code f}, each once, by where their organisation {@code o} stands. */
abstract class StaffRows<S extends Selection> extends Reading<S> {
    final Groups groups = new Groups();

    StaffRows(Frame frame) {
        super("staff", "f", frame);
    }

    /** Rows with a {@code staff_id}. @param columns further ones, each beginning with a comma */
    abstract String source(String columns);

    @Override
    String territory() {
        return "o.territory";
    }

    @Override
    boolean splits(Dimension by) {
        return true;
    }

    @Override
    String column(Dimension by) {
        return by.kind() == TYPE || by.kind() == FIELD ? "e.split" : "";
    }

    @Override
    String from(Optional<Dimension> split) {
        String source = source(split.map(by -> Split.column(frame, by)).orElse(""));
        return groups.table(split.isPresent() ? "staff_id, split" : "staff_id", source)
                + " join staff f on f.id = e.staff_id join organisation o on o.id = f.organisation_id";
    }

    @Override
    String where() {
        return reach();
    }

    @Override
    List<Cell> cells() {
        return List.of(
                Cell.text("surname", "f.surname").ofPerson(),
                Cell.text("givenName", "f.given_name").ofPerson(),
                Cell.text("patronymic", "f.patronymic").ofPerson(),
                Cell.text("position", "f.position"),
                Cell.text("organisation", "o.name"));
    }
}
