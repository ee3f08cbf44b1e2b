package kz.jolkarta.registry.awards;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.registry.lineage.Coaching;
import kz.jolkarta.registry.lineage.Win;
import kz.jolkarta.registry.lineage.WinStore;
import kz.jolkarta.registry.records.Ledger;

/** The advisory score of who is nominated for coaching: the points of what pupils of the target group won in the last two years. */
final class Scores {
    private static final int MONTHS = 24;
    private static final Rule.Coached COUNTED = new Rule.Coached(Points.LOWEST, MONTHS);

    private final Ledger ledger;

    Scores(Ledger ledger) {
        this.ledger = ledger;
    }

    /** One coached result with what it gives. */
    public record Scored(Win result, int points) {}

    /**
     * Where a score comes from.
     *
     * @param score as it was kept, by the results known then
     * @param scoredOn the day it was summed up for
     * @param months how old a result may be
     * @param sum of the results known now, for the same day
     */
    public record Explained(
            int score, LocalDate scoredOn, int months, int sum, List<Points> points, List<Scored> results) {}

    /** Sums up and keeps the score of an award of a kind that honours coaching; any other has none. */
    void keep(Tx tx, AwardType type, long award, Long staff) {
        if (type.rule(Rule.Coached.class).isPresent() && staff != null) {
            LocalDate today = ledger.clock().today();
            AwardStore.score(tx, award, sum(results(tx, staff, today)), today);
        }
    }

    /** @throws Problem NOT_FOUND for an award without a score */
    Explained explain(Tx tx, User user, Award award) {
        if (award.score() == null || award.staffId() == null) {
            throw Problem.of(Problem.Kind.NOT_FOUND, "award.no-score");
        }
        List<Coaching.Result> results = results(tx, award.staffId(), award.scoredOn());
        Map<Long, Win> wins = WinStore.of(
                        tx, results.stream().map(Coaching.Result::achievement).toList())
                .stream()
                .collect(Collectors.toMap(Win::id, w -> w.shown(user)));
        List<Scored> scored = results.stream()
                .map(r -> new Scored(wins.get(r.achievement()), Points.of(r.level(), r.place())))
                .toList();
        return new Explained(award.score(), award.scoredOn(), MONTHS, sum(results), Points.TABLE, scored);
    }

    private List<Coaching.Result> results(Tx tx, long staff, LocalDate day) {
        return Coaching.results(tx, ledger.facts(), List.of(staff), COUNTED, day);
    }

    private static int sum(List<Coaching.Result> results) {
        return results.stream().mapToInt(r -> Points.of(r.level(), r.place())).sum();
    }
}
