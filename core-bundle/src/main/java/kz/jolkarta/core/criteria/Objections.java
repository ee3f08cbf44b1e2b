package kz.jolkarta.core.criteria;

import java.time.LocalDate;
import java.util.List;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.registry.ChildFacts;

/** The reading of a criterion for one child. */
public final class Objections {
    private Objections() {}

    /** Why the child does not meet the criterion on the day; empty when it does. */
    public static List<Message> of(Criterion criterion, ChildFacts child, LocalDate day) {
        return kz.jolkarta.core.internal.criteria.OneChild.objections(criterion, child, day);
    }

    /** Whether the child meets the criterion on the day; the same answer as {@link #of} without its words, for many children. */
    public static boolean none(Criterion criterion, ChildFacts child, LocalDate day) {
        return kz.jolkarta.core.internal.criteria.OneChild.meets(criterion, child, day);
    }
}
