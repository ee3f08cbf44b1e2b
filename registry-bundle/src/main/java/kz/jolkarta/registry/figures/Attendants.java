package kz.jolkarta.registry.figures;

import java.time.LocalDate;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Selection;

/**
 * Children who attended, each once. Listed they are by a statement that gathers their attendance; counted by {@link AttendanceStore} from its plain rows,
 * since what is asked of attendance is a few things of the activity and the day.
 */
abstract class Attendants<S extends Selection> extends ChildRows<S> {
    final Groups groups = new Groups();

    Attendants(Frame frame) {
        super("child", "c", frame);
    }

    /** An activity as far as figures ask of it. @param venue kind of the organisation where it is held, "" without one */
    record Activity(String measure, String type, String venue) {}

    /** Whether attending the activity is what the selection asks for. */
    abstract boolean at(Activity activity, String measure, S selection);

    /** In how many sessions of one school year, 1 for any attendance. */
    int sessions(S selection) {
        return 1;
    }

    /** Whether activities of all measures can be asked for, and not only those of the selection's own. */
    abstract boolean anywhere();

    /** Whether the breakdown is one by something of the activity. */
    final boolean splitsByActivity(Dimension by) {
        return splits(by) && !by.equals(Dimension.TALENT);
    }

    @Override
    final Members members() {
        return Members.ANY;
    }

    /** The first day of the school year that ends in the period's year. */
    static LocalDate schoolYear(Frame frame) {
        return LocalDate.of(frame.period().year() - 1, 9, 1);
    }

    /** The last day of that school year. */
    static LocalDate summer(Frame frame) {
        return LocalDate.of(frame.period().year(), 8, 31);
    }
}
