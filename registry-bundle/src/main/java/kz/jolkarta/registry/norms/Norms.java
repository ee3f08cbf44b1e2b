package kz.jolkarta.registry.norms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.registry.norms.NormStore.Result;
import kz.jolkarta.registry.norms.NormStore.Score;
import kz.jolkarta.registry.norms.Standing.Group;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Reach;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How a child stands beside those of its own school, district and kind of place, and not only beside the country. Advice: a person decides. */
@Component(service = Norms.class)
public final class Norms {
    /** Results of so many months are compared. */
    static final int MONTHS = 24;

    private static final int KNOWN = 100;

    private final Ledger ledger;
    private final Remembered<LocalDate, Ladders> results;
    private final Remembered<String, Ladder> scores;

    /** All who are at school. @param everyone with no value; @param sums by the weight of all results; @param best by that of the best one */
    private record Ladders(Ladder everyone, Ladder sums, Ladder best) {
        static Ladders of(Tx tx, LocalDate since, LocalDate today) {
            Ladders ladders = new Ladders(new Ladder(), new Ladder(), new Ladder());
            NormStore.everyone(tx, ladders.everyone::add);
            NormStore.results(tx, since, today, Optional.empty(), Scope.NONE, ladders.sums::add);
            NormStore.best(tx, since, today, ladders.best::add);
            return ladders;
        }
    }

    @Activate
    public Norms(@Reference Ledger ledger) {
        this.ledger = ledger;
        this.results = new Remembered<>(ledger.database(), 2);
        this.scores = new Remembered<>(ledger.database(), KNOWN);
    }

    /**
     * A child beside others.
     *
     * @param weight of all results of the last 24 months
     * @param standings by that weight, among all who are at school
     * @param scores by method; null without the right to diagnostics
     */
    public record Beside(
            long childId,
            LocalDate since,
            int weight,
            List<Standing> standings,
            List<Compared> achievements,
            List<Tested> scores) {}

    /** @param weight of this result alone; @param standings among all at school, by each child's best single result */
    public record Compared(
            long id,
            String event,
            AchievementLevel level,
            Integer place,
            LocalDate wonOn,
            int weight,
            List<Standing> standings) {}

    /** The latest score by a method. @param standings among those who were tested by it */
    public record Tested(String method, BigDecimal score, LocalDate heldOn, List<Standing> standings) {}

    /** Opens the comparison, which is noted in the same transaction. @throws kz.jolkarta.core.Problem NOT_FOUND */
    public Beside of(User user, long id) {
        Scope scope = Reach.require(user, Right.CHILDREN_READ, id);
        LocalDate today = ledger.clock().today();
        LocalDate since = today.minusMonths(MONTHS);
        Ladders all = results.dated(
                        today, ledger.clock().now(), () -> ledger.database().read(tx -> Ladders.of(tx, since, today)))
                .answer();
        List<Score> scored = ledger.database().read(tx -> NormStore.scores(tx, id));
        Map<String, Ladder> ladders =
                scored.stream().map(Score::method).collect(Collectors.toMap(method -> method, this::ladder));
        return ledger.database().call(tx -> {
            Scored child =
                    NormStore.child(tx, id, scope).orElseThrow(() -> Reach.child(tx, user, Right.CHILDREN_READ, id));
            boolean tests =
                    NormStore.child(tx, id, user.scope(Right.DIAGNOSTICS_READ)).isPresent();
            ledger.record(tx, user, Action.READ, "child", id, child.territory(), tests ? "norms scores" : "norms");
            ToIntFunction<Group> sizes = group -> all.everyone().size(group, child);
            List<Result> own = NormStore.results(tx, id, since, today);
            int weight = own.stream().mapToInt(Norms::weight).sum();
            return new Beside(
                    id,
                    since.plusDays(1),
                    weight,
                    standings(all.sums(), child, weight, sizes),
                    own.stream()
                            .map(r -> compared(r, standings(all.best(), child, weight(r), sizes)))
                            .toList(),
                    tests ? tested(child, scored, ladders) : null);
        });
    }

    /** Of all scores by a method. */
    private Ladder ladder(String method) {
        return scores.dated(
                        method,
                        ledger.clock().now(),
                        () -> ledger.database().read(tx -> {
                            Ladder ladder = new Ladder();
                            NormStore.scores(tx, method, Scope.NONE, ladder::add);
                            return ladder;
                        }))
                .answer();
    }

    private static List<Standing> standings(Ladder ladder, Scored child, int weight, ToIntFunction<Group> sizes) {
        return ladder.standings(child.with(BigDecimal.valueOf(weight)), sizes);
    }

    private static int weight(Result result) {
        return Weights.of(result.level(), result.place(), result.prize());
    }

    private static Compared compared(Result r, List<Standing> standings) {
        return new Compared(r.id(), r.event(), r.level(), r.place(), r.wonOn(), weight(r), standings);
    }

    private static List<Tested> tested(Scored child, List<Score> scores, Map<String, Ladder> ladders) {
        List<Tested> tested = new ArrayList<>();
        for (Score score : scores) {
            Ladder ladder = ladders.getOrDefault(score.method(), new Ladder());
            Scored own = child.with(score.value());
            tested.add(new Tested(
                    score.method(),
                    score.value(),
                    score.heldOn(),
                    ladder.standings(own, group -> ladder.size(group, own))));
        }
        return tested;
    }
}
