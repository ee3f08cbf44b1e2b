package kz.jolkarta.registry.entitlement;

import java.util.Optional;

/**
 * An award of the year that a child of a roll holds or held.
 *
 * @param child its number in the roll
 * @param price empty for one without an amount
 * @param months of the year that it is held for, January lowest; of no meaning for what is not monthly
 * @param settled whether no order changes it any more: it has ended, or its holder has left
 */
record HeldAward(int child, String type, Optional<Price> price, int months, boolean settled) {}
