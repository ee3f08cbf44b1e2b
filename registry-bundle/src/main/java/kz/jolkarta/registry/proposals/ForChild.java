package kz.jolkarta.registry.proposals;

import java.util.List;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.registry.ChildFacts;

/**
 * What the installed measures can offer one child, and what they cannot.
 *
 * @param responsible who sees to it: the child's coordinator, else that of the district's or the region's cabinet; null when nobody is known
 * @param offered the best first
 * @param withheld in the order of the measures
 */
record ForChild(ChildFacts child, String responsible, List<Proposal> offered, List<Withheld> withheld) {
    ForChild {
        offered = List.copyOf(offered);
        withheld = List.copyOf(withheld);
    }

    /** @param reasons why the child cannot have it now */
    record Withheld(Kind kind, List<Message> reasons) {
        Withheld {
            reasons = List.copyOf(reasons);
        }
    }
}
