package kz.jolkarta.reporting;

import java.util.Set;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.measure.Selection.Organisations.Having;

/** What the rows of a selection are about: who may see them, and whether few of them could be recognised. */
enum Subject {
    /** Children, or what is kept of a child itself. */
    CHILD(Right.CHILDREN_READ, true),
    /** Records of a measure that name a person. */
    RECORD(Right.RECORDS_READ, true),
    /** Rows of a list, without what tells who a child is. */
    DOUBT(Right.CHILDREN_READ, false),
    ORGANISATION(Right.ORGANISATIONS_READ, false),
    OTHER(Right.REPORTS_READ, false);

    private static final Set<Class<? extends Selection>> CHILDREN = Set.of(
            Selection.Children.class,
            Selection.Participants.class,
            Selection.Guests.class,
            Selection.Results.class,
            Selection.RoadMaps.class,
            Selection.RoadMapSteps.class);
    private static final Set<Class<? extends Selection>> RECORDS =
            Set.of(Selection.Awards.class, Selection.Applications.class);
    private static final Set<Class<? extends Selection>> ORGANISATIONS = Set.of(
            Selection.Staff.class, Selection.Authors.class, Selection.Organisations.class, Selection.Caseload.class);
    private static final Set<Class<? extends Selection>> OF_REGISTRY = Set.of(
            Selection.Caseload.class,
            Selection.RoadMaps.class,
            Selection.RoadMapSteps.class,
            Selection.RoadMapForms.class,
            Selection.Doubts.class);
    private static final Set<Having> KEPT =
            Set.of(Having.ANYTHING, Having.COORDINATOR, Having.NO_COORDINATOR, Having.TARGET_PUPILS);

    /** What a reader of the rows needs. */
    final Right needed;

    /** Whether the rows are children's. */
    final boolean children;

    Subject(Right needed, boolean children) {
        this.needed = needed;
        this.children = children;
    }

    static Subject of(Selection selection) {
        Class<? extends Selection> kind = selection.getClass();
        if (CHILDREN.contains(kind)) {
            return CHILD;
        }
        if (RECORDS.contains(kind)) {
            return RECORD;
        }
        if (selection instanceof Selection.Doubts) {
            return DOUBT;
        }
        return ORGANISATIONS.contains(kind) ? ORGANISATION : OTHER;
    }

    /** Whether the count of the selection is a number of children whom few could be recognised by; the load of a coordinator is one too. */
    static boolean countsChildren(Selection selection) {
        return of(selection).children || selection instanceof Selection.Caseload;
    }

    /** Whether the rows are kept by the registry itself, whatever was recorded of the measure. */
    static boolean keptByRegistry(Selection selection) {
        return OF_REGISTRY.contains(selection.getClass())
                || selection instanceof Selection.Organisations o && KEPT.contains(o.having());
    }
}
