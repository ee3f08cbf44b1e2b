package kz.jolkarta.registry.norms;

import java.math.BigDecimal;

/**
 * A child with the value it is compared by.
 *
 * @param school 0 without one
 * @param territory KATO code of the residence
 * @param reached whether the child is within the caller's right
 */
record Scored(long child, long school, String territory, boolean rural, boolean reached, BigDecimal value) {
    Scored with(BigDecimal other) {
        return new Scored(child, school, territory, rural, reached, other);
    }

    String district() {
        return territory.substring(0, 4);
    }
}
