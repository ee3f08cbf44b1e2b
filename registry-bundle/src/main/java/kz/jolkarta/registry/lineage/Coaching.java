package kz.jolkarta.registry.lineage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.criteria.Objections;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.ChildFacts;
import kz.jolkarta.registry.figures.Facts;
import kz.jolkarta.registry.records.Moves;

/** Who coached which prize-winner of the target group: shown from the achievements of children, wherever they live. */
public final class Coaching {
    private static final Criterion TARGET_GROUP = Criterion.targetGroup();

    private Coaching() {}

    /**
     * A place or prize won under a coach.
     *
     * @param place 1, 2 or 3; 0 for a prize without a place
     */
    public record Result(
            long coach, long achievement, long child, AchievementLevel level, int place, LocalDate wonOn) {}

    /**
     * What the children of the target group won under these members of staff, newest first.
     *
     * @param rule the lowest level, and how long ago at the most
     * @param day the day the rule is judged on; later results are left out
     */
    public static List<Result> results(Tx tx, Facts facts, Collection<Long> staff, Rule.Coached rule, LocalDate day) {
        if (staff.isEmpty()) {
            return List.of();
        }
        List<Result> results = CoachingStore.results(tx, staff, rule, day);
        List<Long> winners = results.stream().map(Result::child).distinct().toList();
        Map<Long, ChildFacts> children =
                facts.of(tx, winners, day).stream().collect(Collectors.toMap(ChildFacts::id, Function.identity()));
        return results.stream()
                .filter(r -> children.containsKey(r.child()))
                .filter(r -> ofTargetGroup(children.get(r.child()), r.wonOn(), day))
                .toList();
    }

    /** Those of the staff who meet the rule on the day. */
    public static Set<Long> among(Tx tx, Facts facts, Collection<Long> staff, Rule.Coached rule, LocalDate day) {
        return results(tx, facts, staff, rule, day).stream().map(Result::coach).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Why the member of staff does not meet the rule on the day: what the best coached result lacks. Empty when the rule is met.
     */
    public static List<Message> objections(Tx tx, Facts facts, long staff, Rule.Coached rule, LocalDate day) {
        Rule.Coached any = new Rule.Coached(AchievementLevel.SCHOOL, 0);
        List<Result> target = results(tx, facts, List.of(staff), any, day);
        List<Result> high = target.stream()
                .filter(r -> r.level().compareTo(rule.atLeast()) >= 0)
                .toList();
        if (high.stream().anyMatch(r -> within(rule, r, day))) {
            return List.of();
        }
        Message needed = level(rule.atLeast());
        if (!high.isEmpty()) {
            return List.of(Message.of(
                    "lineage.coached-old",
                    needed,
                    rule.withinMonths(),
                    high.get(0).wonOn()));
        }
        if (CoachingStore.results(tx, List.of(staff), rule, day).stream()
                .findAny()
                .isPresent()) {
            return List.of(Message.of("lineage.coached-others", needed));
        }
        return List.of(target.stream()
                .map(Result::level)
                .max(Comparator.naturalOrder())
                .map(best -> Message.of("lineage.coached-low", needed, level(best)))
                .orElseGet(() -> Message.of("lineage.coached-none", needed)));
    }

    private static boolean within(Rule.Coached rule, Result result, LocalDate day) {
        return rule.withinMonths() == 0 || result.wonOn().isAfter(day.minusMonths(rule.withinMonths()));
    }

    private static Message level(AchievementLevel level) {
        return Message.of("level." + Moves.code(level));
    }

    /** On the day it was won or today: a prize outlives the category, and many a category is on record only since the child is. */
    private static boolean ofTargetGroup(ChildFacts child, LocalDate won, LocalDate day) {
        return Objections.of(TARGET_GROUP, child, won).isEmpty()
                || Objections.of(TARGET_GROUP, child, day).isEmpty();
    }
}
