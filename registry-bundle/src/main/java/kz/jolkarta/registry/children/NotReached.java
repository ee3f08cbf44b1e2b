package kz.jolkarta.registry.children;

import java.util.List;
import java.util.Map;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.i18n.Text;

/** What children are entitled to and not reached by in the year that runs, as a list of children asks for it; an OSGi service. */
public interface NotReached {
    /** In place of a measure's code: at least one of them. */
    String ANY = "any";

    /** A condition on the statement's child {@code c}, with its parameters. */
    record Condition(String sql, Map<String, Object> params) {}

    /** A measure that children may be entitled to. @param number of its clause */
    record Measure(String code, int number, Text name) {}

    /** In the order of the act. */
    List<Measure> measures();

    /**
     * The children who are entitled to the measure and have no record of it in the year.
     *
     * @param measure its code, or {@link #ANY}
     * @throws kz.jolkarta.core.Problem INVALID at {@code notReached} for one that is not installed or has nothing for children
     */
    Condition condition(String measure, Scope scope);

    /** The measures' numbers by child, ascending; reads by itself. @param territories KATO codes by child */
    Map<Long, List<Integer>> numbers(Map<Long, String> territories);
}
