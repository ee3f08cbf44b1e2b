package kz.jolkarta.registry.figures;

import java.time.LocalDate;
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

    /** An activity as far as figures ask of it. @param venue kind of the organisation where it is held, "" without one @param split of the breakdown, "" for none */
    record Activity(String measure, String type, String venue, String split) {}

    /** Whether attending the activity is what the selection asks for. */
    abstract boolean at(Activity activity, String measure, S selection);

    /** In how many sessions of one school year, 1 for any attendance. */
    int sessions(S selection) {
        return 1;
    }

    /** Which activities {@code a} can be asked for, beginning with "and"; "" for all. */
    abstract String activities();

    @Override
    final Members members() {
        return Members.ANY;
    }

    /** The first day of the school year that ends in the period's year. */
    final LocalDate schoolYear() {
        return LocalDate.of(frame.period().year() - 1, 9, 1);
    }

    /** The last day of that school year. */
    final LocalDate summer() {
        return LocalDate.of(frame.period().year(), 8, 31);
    }
}
