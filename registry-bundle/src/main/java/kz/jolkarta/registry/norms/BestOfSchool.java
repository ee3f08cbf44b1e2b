package kz.jolkarta.registry.norms;

import java.math.BigDecimal;
import java.util.List;

/**
 * The best of one school.
 *
 * @param compared how many children of the school have a value
 */
public record BestOfSchool(long schoolId, String school, int compared, List<Best> children) {
    public BestOfSchool {
        children = List.copyOf(children);
    }

    /**
     * A child among the best of the own school.
     *
     * @param value weight of the results of the last 24 months, or the latest score
     * @param standings among those who have a value, without groups of fewer than five
     */
    public record Best(long childId, String name, String territory, BigDecimal value, List<Standing> standings) {}
}
