package kz.jolkarta.registry.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Selection;

/** Records that are of a child {@code c} or a member of staff {@code f}. */
abstract class PersonRecords<S extends Selection> extends RecordRows<S> {
    private static final String CHILD = " left join child c on c.id = %1$s.child_id";
    private static final String STAFF = " left join staff f on f.id = %s.staff_id";

    private final String record;

    /** @param record alias of the row that names the person */
    PersonRecords(String kind, String table, String record, Frame frame) {
        super(kind, table + String.format(child(frame), record), frame);
        this.record = record;
    }

    private static String child(Frame frame) {
        return frame.lived() == Frame.Lived.MOVED ? " join " + frame.child() + " on c.id = %1$s.child_id" : CHILD;
    }

    @Override
    boolean ofChildren() {
        return true;
    }

    @Override
    String reach() {
        return super.reach() + frame.stayed();
    }

    @Override
    String from(Optional<Dimension> split) {
        return counted(split) + String.format(STAFF, record);
    }

    @Override
    String counted(Optional<Dimension> split) {
        return super.from(split) + (split.isPresent() ? talents(frame) : "");
    }

    /** What stayed with a record that was merged into another is that one's, too, and counted there. */
    @Override
    String where() {
        return super.where() + " and (c.state is null or c.state <> 'MERGED')";
    }

    @Override
    String column(Dimension by) {
        return switch (by.kind()) {
            case FIELD -> frame.choice("a.fields", by);
            case TYPE -> "a.type";
            case SEX, GRADE_BAND, TALENT, LANGUAGE -> ChildRows.ofChild(by);
            case SOURCE, STEP, COORDINATOR -> "";
        };
    }

    /** Each field of a child once, however often it was identified. */
    private static String talents(Frame frame) {
        return " join child_talent k on k.child_id = c.id and k.identified_on <= " + frame.day()
                + " and not exists (select 1 from child_talent x where x.child_id = k.child_id and x.field = k.field"
                + " and x.id < k.id and x.identified_on <= " + frame.day() + ")";
    }

    final List<Cell> cells(List<Cell> others) {
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.number("child", record + ".child_id").ofPerson(),
                Cell.text("surname", "coalesce(c.surname, f.surname)").ofPerson(),
                Cell.text("givenName", "coalesce(c.given_name, f.given_name)").ofPerson(),
                Cell.text("patronymic", "coalesce(c.patronymic, f.patronymic)").ofPerson()));
        cells.addAll(others);
        return cells;
    }
}
