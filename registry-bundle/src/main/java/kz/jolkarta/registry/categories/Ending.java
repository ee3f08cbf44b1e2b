package kz.jolkarta.registry.categories;

import java.time.LocalDate;
import java.util.List;
import kz.jolkarta.core.registry.Category;

/**
 * A category that ends soon.
 *
 * @param name the child's
 * @param territory KATO code of the residence
 * @param lastDay the last day it holds
 * @param awards what the child holds and would not meet the demands of the day after
 */
public record Ending(
        long id,
        long childId,
        String name,
        String territory,
        Category category,
        LocalDate lastDay,
        List<Depending> awards) {
    /** An award whose holder would no longer be entitled. */
    public record Depending(long awardId, String measure, String type, String state) {}

    Ending with(List<Depending> found) {
        return new Ending(id, childId, name, territory, category, lastDay, found);
    }
}
