package kz.jolkarta.registry.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Selection;

/** Rows that are children, or belong to one: the child {@code c}. Counted they are by a {@link Census}, listed by a statement of their own. */
abstract class ChildRows<S extends Selection> extends Reading<S> {
    static final List<Cell> PERSON = List.of(
            Cell.text("surname", "c.surname").ofPerson(),
            Cell.text("givenName", "c.given_name").ofPerson(),
            Cell.text("patronymic", "c.patronymic").ofPerson());

    /** Whose rows they are. */
    enum Members {
        /** Of children who are in the registry on the day. */
        REGISTERED,
        /** Of children whose record counts. */
        KEPT,
        /** Of all whose record was not merged into another. */
        ANY;

        /** The condition on a child {@code c}. */
        String condition(Frame frame) {
            return switch (this) {
                case REGISTERED -> frame.registered();
                case KEPT -> Frame.KEPT;
                case ANY -> "c.state <> 'MERGED'";
            };
        }
    }

    ChildRows(String kind, String alias, Frame frame) {
        super(kind, alias, frame);
    }

    abstract Members members();

    /** Whom a child has to be one of for a row of it to be chosen. */
    Criterion who(S selection) {
        return new Criterion.Everyone();
    }

    /** The condition that a row is chosen, as far as it says nothing of the child. */
    abstract String row(String measure, S selection);

    @Override
    final String chosen(String measure, S selection) {
        return "(" + row(measure, selection) + " and " + frame.criteria().condition(who(selection)) + ")";
    }

    /** {@link #row} of one of those that are counted together; as with {@link #condition}, all are to be asked for first. */
    final String apart(String measure, S selection) {
        asked(measure);
        return row(measure, selection);
    }

    /** What the rows come from without the children, {@code e.child_id} among its columns; "" for the children themselves. */
    abstract String source(Optional<Dimension> split);

    /** Which rows of the source can be chosen at all, beginning with "and"; "" for all. */
    String standing() {
        return "";
    }

    @Override
    final String where() {
        return reach() + " and " + members().condition(frame) + standing();
    }

    @Override
    String from(Optional<Dimension> split) {
        String source = source(split);
        return source.isEmpty() ? CriterionSql.from(frame) : CriterionSql.from(frame, source);
    }

    @Override
    String territory() {
        return "c.territory";
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
    String column(Dimension by) {
        return by.kind() == Dimension.Kind.COORDINATOR ? CaseloadStore.named(frame) : ofChild(by);
    }

    @Override
    List<Cell> cells() {
        return child();
    }

    static String ofChild(Dimension by) {
        return switch (by.kind()) {
            case SEX -> "coalesce(c.sex, '')";
            case GRADE_BAND ->
                "case when c.grade is null then 'none' when c.grade <= 4 then 'primary' when c.grade <= 9 then 'basic' else 'senior' end";
            case TALENT -> "k.field";
            case LANGUAGE -> "coalesce(c.language, '')";
            case TYPE, SOURCE, STEP, COORDINATOR, FIELD -> "";
        };
    }

    static List<Cell> child() {
        List<Cell> cells = new ArrayList<>(PERSON);
        cells.addAll(List.of(
                Cell.text("iin", "c.iin").ofPerson(),
                Cell.date("birthDate", "c.birth_date").ofPerson(),
                Cell.text("sex", "c.sex"),
                Cell.number("grade", "c.grade"),
                Cell.text("school", "o.name")));
        return cells;
    }
}
