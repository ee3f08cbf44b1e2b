package kz.jolkarta.registry.norms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
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

    private final Ledger ledger;

    @Activate
    public Norms(@Reference Ledger ledger) {
        this.ledger = ledger;
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
        return ledger.database().call(tx -> {
            Scored child =
                    NormStore.child(tx, id, scope).orElseThrow(() -> Reach.child(tx, user, Right.CHILDREN_READ, id));
            boolean tests =
                    NormStore.child(tx, id, user.scope(Right.DIAGNOSTICS_READ)).isPresent();
            ledger.record(tx, user, Action.READ, "child", id, child.territory(), tests ? "norms scores" : "norms");
            Map<Group, Integer> sizes = NormStore.sizes(tx, child);
            List<Result> results = NormStore.results(tx, id, since, today);
            Ladder sums = new Ladder();
            NormStore.results(tx, since, today, Optional.empty(), scope, sums::add);
            Ladder best = new Ladder();
            NormStore.best(tx, since, today, best::add);
            int weight = results.stream().mapToInt(Norms::weight).sum();
            return new Beside(
                    id,
                    since.plusDays(1),
                    weight,
                    standings(sums, child, weight, sizes),
                    results.stream()
                            .map(r -> compared(r, standings(best, child, weight(r), sizes)))
                            .toList(),
                    tests ? tested(tx, child, scope) : null);
        });
    }

    private static List<Standing> standings(Ladder ladder, Scored child, int weight, Map<Group, Integer> sizes) {
        return ladder.standings(child.with(BigDecimal.valueOf(weight)), sizes::get);
    }

    private static int weight(Result result) {
        return Weights.of(result.level(), result.place(), result.prize());
    }

    private static Compared compared(Result r, List<Standing> standings) {
        return new Compared(r.id(), r.event(), r.level(), r.place(), r.wonOn(), weight(r), standings);
    }

    private static List<Tested> tested(Tx tx, Scored child, Scope scope) {
        List<Tested> tested = new ArrayList<>();
        for (Score score : NormStore.scores(tx, child.child())) {
            Ladder ladder = new Ladder();
            NormStore.scores(tx, score.method(), scope, ladder::add);
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
