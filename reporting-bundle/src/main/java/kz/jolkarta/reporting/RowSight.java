package kz.jolkarta.reporting;

import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.measure.Selection;

/** What a reader sees of the rows behind a figure. @param scope the part of the area whose rows these are @param persons whether their names may be given */
record RowSight(Subject subject, Scope scope, boolean persons) {
    /** @throws Problem FORBIDDEN when the rows are persons, or records, that the reader has no right to there */
    static RowSight of(User user, Selection selection, Area area) {
        Subject subject = Subject.of(selection);
        Scope scope = reach(user, subject.needed, area.scope());
        // Staff is named to whoever may see organisations, children and holders of awards to whoever may see children.
        Right naming = subject == Subject.ORGANISATION ? subject.needed : Right.CHILDREN_READ;
        Scope known = scope.within(user.scope(naming));
        return new RowSight(subject, scope, !scope.isEmpty() && known.equals(scope));
    }

    /** @throws Problem FORBIDDEN unless the reader may see the rows of the whole area */
    static RowSight whole(User user, Selection selection, Area area) {
        RowSight sight = of(user, selection, area);
        if (!sight.scope().equals(area.scope())) {
            throw forbidden();
        }
        return sight;
    }

    private static Scope reach(User user, Right needed, Scope area) {
        Scope reach = area.within(user.require(needed));
        if (reach.isEmpty()) {
            throw forbidden();
        }
        // A region of a past year may hold what now is another region's: the figure was the region's own, so are rows
        // that are no persons.
        return needed == Right.REPORTS_READ ? area : reach;
    }

    /** Whether the reader may take the rows along: children by name as other lists of them. */
    boolean takes(User user) {
        return !(persons && subject.children)
                || scope.within(user.scope(Right.CHILDREN_EXPORT)).equals(scope);
    }

    static Problem forbidden() {
        return Problem.of(Problem.Kind.FORBIDDEN, "problem.forbidden");
    }
}
