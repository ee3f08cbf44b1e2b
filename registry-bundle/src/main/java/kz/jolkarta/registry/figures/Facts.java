package kz.jolkarta.registry.figures;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.ChildFacts;

/** What is known of children, for the reading of a criterion for one child. */
public interface Facts {
    /**
     * Facts of many children at once, in the order of the ids; an unknown id is left out. The caller has checked the right and the territory.
     *
     * @param day the day the criterion will be read on: talents identified later are left out
     */
    List<ChildFacts> of(Tx tx, Collection<Long> ids, LocalDate day);
}
