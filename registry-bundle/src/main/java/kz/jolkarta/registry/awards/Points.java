package kz.jolkarta.registry.awards;

import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.registry.AchievementLevel;

/**
 * Points for a coached result: the one table that every score is summed up by. What is won at a school or in a district gives none.
 *
 * @param prize for a prize without a place
 */
public record Points(AchievementLevel level, int first, int second, int third, int prize) {
    static final List<Points> TABLE = List.of(
            new Points(AchievementLevel.INTERNATIONAL, 10, 8, 6, 5),
            new Points(AchievementLevel.REPUBLIC, 6, 5, 4, 3),
            new Points(AchievementLevel.REGION, 3, 2, 1, 1));

    /** The lowest level that gives points. */
    static final AchievementLevel LOWEST = AchievementLevel.REGION;

    /** @param place 1, 2 or 3; 0 for a prize without a place */
    static int of(AchievementLevel level, int place) {
        return TABLE.stream()
                .filter(row -> row.level == level)
                .flatMap(row -> Stream.of(row.at(place)))
                .findFirst()
                .orElse(0);
    }

    private int at(int place) {
        return switch (place) {
            case 1 -> first;
            case 2 -> second;
            case 3 -> third;
            default -> prize;
        };
    }
}
