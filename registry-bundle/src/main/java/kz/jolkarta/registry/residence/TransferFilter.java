package kz.jolkarta.registry.residence;

import java.util.Optional;

/**
 * Which moves a list holds; an empty member means all.
 *
 * @param waiting only those that the caller has to answer
 */
record TransferFilter(Optional<Transfer.State> state, Optional<Transfer.Side> asking, boolean waiting) {}
