package kz.jolkarta.registry.allocation;

import java.util.Collection;
import java.util.Set;
import kz.jolkarta.core.db.Tx;

/** Whether those whose turn it is can take a place. */
@FunctionalInterface
public interface Turn {
    /** Nothing keeps anybody from taking a place. */
    Turn ALL = (tx, members) -> Set.of();

    /** Those of the waiting who cannot take a place now; they are passed over and keep their turn. */
    Set<Long> unable(Tx tx, Collection<Long> members);
}
