package kz.jolkarta.registry.tasks;

import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Along;

/**
 * Which tasks somebody sees.
 *
 * @param children those about the children of these places
 * @param reports those about the reports of these regions
 */
record TaskSight(Scope children, Scope reports) {
    /** Whoever keeps or approves records of a whole region prepares its report. @throws kz.jolkarta.core.Problem FORBIDDEN without the right to children */
    static TaskSight of(User user, Right right) {
        Scope children = user.require(right);
        return new TaskSight(children, regions(user.scope(Right.RECORDS_WRITE).plus(user.scope(Right.AWARDS_APPROVE))));
    }

    TaskSight within(String territory) {
        Scope wanted = Scope.of(territory);
        return new TaskSight(children.within(wanted), regions(reports.within(wanted)));
    }

    private static Scope regions(Scope scope) {
        return new Scope(scope.prefixes().stream().filter(p -> p.length() <= 2).toList());
    }

    /** Most of the country's tasks or few of them. */
    boolean wide() {
        return children.prefixes().stream().anyMatch(prefix -> prefix.length() <= 2);
    }

    /** An SQL condition on a task t and its child c. */
    String condition() {
        String ofChildren = children.persons("c") + " and c.state in ('ACTIVE', 'LEFT')";
        return reports.isEmpty()
                ? ofChildren
                : "(" + ofChildren + " or t.child_id is null and " + reports.condition("t.territory") + ")";
    }

    /** How a task finds its child; who sees no report's task needs no others. */
    String join() {
        String child = reports.isEmpty() ? " join child c" : " left join child c" + Along.LOOP;
        return child + " on c.id = t.child_id";
    }
}
