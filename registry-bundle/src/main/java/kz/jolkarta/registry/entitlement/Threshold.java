package kz.jolkarta.registry.entitlement;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.registry.AchievementLevel;

/**
 * A number within a criterion that could be ordered otherwise.
 *
 * @param code in addresses, e.g. {@code ages.from}
 * @param of the condition it stands in, as the measure declares it
 * @param present as declared; of a level its place from school, 0, to international, 4
 * @param least the smallest that may be typed; @param most the largest
 */
record Threshold(String code, Criterion of, Part part, int present, int least, int most) {
    private static final int MOST_MONTHS = 600;
    private static final int MOST_YEARS = 25;
    private static final int MOST_GRADE = 12;

    /** MONTHS back from the day, LEVEL at least, FROM and TO of ages in full years or of grades. */
    enum Part {
        MONTHS,
        LEVEL,
        FROM,
        TO
    }

    /** What can be set in one condition; nothing in one without numbers. */
    static List<Threshold> of(String name, Criterion condition) {
        if (condition instanceof Criterion.Achieved a) {
            int highest = a.atMost().ordinal();
            return List.of(
                    new Threshold(name + ".months", a, Part.MONTHS, a.withinMonths(), 1, MOST_MONTHS),
                    new Threshold(name + ".level", a, Part.LEVEL, a.atLeast().ordinal(), 0, highest));
        }
        if (condition instanceof Criterion.Ages ages) {
            return range(name, ages, ages.from(), ages.to(), MOST_YEARS);
        }
        return condition instanceof Criterion.Grades grades
                ? range(name, grades, grades.from(), grades.to(), MOST_GRADE)
                : List.of();
    }

    private static List<Threshold> range(String name, Criterion of, int from, int to, int most) {
        return List.of(
                new Threshold(name + ".from", of, Part.FROM, from, 0, most),
                new Threshold(name + ".to", of, Part.TO, to, 0, most));
    }

    /** The condition with other numbers; empty when they are no range. @param numbers of its thresholds, the others stay */
    static Optional<Criterion> with(Criterion condition, Map<Part, Integer> numbers) {
        if (condition instanceof Criterion.Achieved a) {
            AchievementLevel least = AchievementLevel.values()[
                    numbers.getOrDefault(Part.LEVEL, a.atLeast().ordinal())];
            int months = numbers.getOrDefault(Part.MONTHS, a.withinMonths());
            return Optional.of(new Criterion.Achieved(least, a.atMost(), months, a.fields()));
        }
        if (condition instanceof Criterion.Ages ages) {
            int from = numbers.getOrDefault(Part.FROM, ages.from());
            int to = numbers.getOrDefault(Part.TO, ages.to());
            return from > to ? Optional.empty() : Optional.of(new Criterion.Ages(from, to));
        }
        if (condition instanceof Criterion.Grades grades) {
            int from = numbers.getOrDefault(Part.FROM, grades.from());
            int to = numbers.getOrDefault(Part.TO, grades.to());
            return from > to ? Optional.empty() : Optional.of(new Criterion.Grades(from, to));
        }
        return Optional.of(condition);
    }

    /** A level's code, else the number in plain digits. */
    String shown(int number) {
        return part == Part.LEVEL ? code(AchievementLevel.values()[number]) : String.valueOf(number);
    }

    /** The codes of the levels that may be chosen, from the lowest; empty for a number. */
    List<String> choices() {
        return part == Part.LEVEL
                ? IntStream.rangeClosed(least, most)
                        .mapToObj(i -> code(AchievementLevel.values()[i]))
                        .toList()
                : List.of();
    }

    private static String code(AchievementLevel level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
