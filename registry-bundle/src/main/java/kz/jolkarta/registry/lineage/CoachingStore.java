package kz.jolkarta.registry.lineage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.registry.AchievementLevel;

/** Achievements by their coach. */
final class CoachingStore {
    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);

    private CoachingStore() {}

    static List<Coaching.Result> results(Tx tx, Collection<Long> staff, Rule.Coached rule, LocalDate day) {
        List<AchievementLevel> levels = Stream.of(AchievementLevel.values())
                .filter(level -> level.compareTo(rule.atLeast()) >= 0)
                .toList();
        LocalDate after = rule.withinMonths() == 0 ? EVER : day.minusMonths(rule.withinMonths());
        return tx.list(
                "select a.id, a.coach_id, a.child_id, a.level, a.place, a.won_on from achievement a"
                        + " join child c on c.id = a.child_id where a.coach_id in (:staff) and a.level in (:levels)"
                        + " and (a.prize = true or a.place in (1, 2, 3)) and a.won_on > :after and a.won_on <= :day"
                        + " and c.state not in ('ARCHIVED', 'MERGED') order by a.won_on desc, a.id desc",
                Map.of("staff", staff, "levels", levels, "after", after, "day", day),
                row -> new Coaching.Result(
                        row.number("coach_id"),
                        row.number("id"),
                        row.number("child_id"),
                        row.value("level", AchievementLevel.class),
                        row.integer("place"),
                        row.date("won_on")));
    }
}
