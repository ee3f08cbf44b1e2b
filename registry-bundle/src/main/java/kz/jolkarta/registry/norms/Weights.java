package kz.jolkarta.registry.norms;

import java.util.List;
import kz.jolkarta.core.registry.AchievementLevel;

/**
 * What a result weighs when results of children are compared: of a level, for the places 1 to 3 and for a prize without a place. Unlike the points of a
 * coach, a win at school or in the district weighs something, since that is where a talent is seen first.
 */
record Weights(AchievementLevel level, int first, int second, int third, int prize) {
    static final List<Weights> TABLE = List.of(
            new Weights(AchievementLevel.INTERNATIONAL, 40, 32, 24, 20),
            new Weights(AchievementLevel.REPUBLIC, 24, 20, 16, 12),
            new Weights(AchievementLevel.REGION, 12, 8, 6, 4),
            new Weights(AchievementLevel.DISTRICT, 6, 4, 3, 2),
            new Weights(AchievementLevel.SCHOOL, 3, 2, 1, 1));

    /** @param place 1, 2 or 3; null for a prize without a place */
    static int of(AchievementLevel level, Integer place, boolean prize) {
        return TABLE.stream()
                .filter(row -> row.level == level)
                .mapToInt(row -> row.at(place, prize))
                .findFirst()
                .orElse(0);
    }

    private int at(Integer place, boolean won) {
        int at = place == null ? 0 : place;
        return switch (at) {
            case 1 -> first;
            case 2 -> second;
            case 3 -> third;
            default -> won ? prize : 0;
        };
    }
}
