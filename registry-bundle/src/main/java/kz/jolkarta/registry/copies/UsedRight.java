package kz.jolkarta.registry.copies;

import java.util.List;
import java.util.Set;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;

/**
 * Under which right something was done to a child's record. The audit trail keeps what was done and not the right, but each action on a
 * kind of record is behind one right only, so it follows from this table; the first line that fits holds.
 */
final class UsedRight {
    private static final Set<Action> READING = Set.of(Action.READ);
    private static final Set<Action> TAKING = Set.of(Action.EXPORT);
    private static final Set<Action> LISTS = Set.of(Action.IMPORT, Action.UNDO);
    private static final Set<Action> ANY = Set.of();

    /**
     * @param kinds of records; empty for all
     * @param actions empty for all
     * @param detail what the entry's detail begins with
     */
    private record Line(Set<String> kinds, Set<Action> actions, String detail, Right right) {
        boolean fits(Action action, String kind, String told) {
            return (kinds.isEmpty() || kinds.contains(kind))
                    && (actions.isEmpty() || actions.contains(action))
                    && told.startsWith(detail);
        }
    }

    private static final Set<String> CHILD = Set.of("child");
    private static final Set<String> RECORDS = Set.of("participation", "award");
    private static final Set<String> MONEY = Set.of("payment");
    private static final Set<String> FILES = Set.of("attachment");

    private static final List<Line> TABLE = List.of(
            new Line(CHILD, READING, "diagnostics", Right.DIAGNOSTICS_READ),
            new Line(CHILD, READING, "iin export", Right.CHILDREN_EXPORT),
            new Line(CHILD, READING, "iin", Right.CHILDREN_WRITE),
            new Line(CHILD, READING, "norms scores", Right.DIAGNOSTICS_READ),
            new Line(CHILD, READING, "", Right.CHILDREN_READ),
            new Line(CHILD, TAKING, "print consent-form", Right.CHILDREN_WRITE),
            new Line(CHILD, LISTS, "", Right.CHILDREN_IMPORT),
            new Line(CHILD, ANY, "import ", Right.CHILDREN_IMPORT),
            new Line(CHILD, ANY, "diagnostics", Right.DIAGNOSTICS_WRITE),
            new Line(RECORDS, READING, "", Right.RECORDS_READ),
            new Line(RECORDS, Set.of(Action.APPROVE), "", Right.AWARDS_APPROVE),
            new Line(RECORDS, ANY, "", Right.RECORDS_WRITE),
            new Line(MONEY, ANY, "", Right.AWARDS_APPROVE),
            new Line(FILES, READING, "award:", Right.RECORDS_READ),
            new Line(FILES, ANY, "award:", Right.RECORDS_WRITE),
            new Line(Set.of(), Set.of(Action.APPROVE), "", Right.AWARDS_APPROVE),
            new Line(Set.of(), READING, "", Right.CHILDREN_READ),
            new Line(Set.of(), TAKING, "", Right.CHILDREN_EXPORT),
            new Line(Set.of(), ANY, "", Right.CHILDREN_WRITE));

    private UsedRight() {}

    /** @param detail of the entry; of a refusal it begins with the right that was wanting */
    static Right of(Action action, String kind, String detail) {
        if (action == Action.REFUSED) {
            for (Right right : Right.values()) {
                if (detail.equals(right.name())) {
                    return right;
                }
            }
        }
        return TABLE.stream()
                .filter(line -> line.fits(action, kind, detail))
                .findFirst()
                .orElseThrow()
                .right();
    }
}
