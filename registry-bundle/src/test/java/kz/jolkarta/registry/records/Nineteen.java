package kz.jolkarta.registry.records;

import static kz.jolkarta.core.criteria.Criterion.everyone;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.AwardType.Limit;
import kz.jolkarta.core.measure.AwardType.Quota;
import kz.jolkarta.core.measure.DeliverableType;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.roadmap.Resolution997;

/** The nineteen clauses of № 997, each with the same kinds of records: help once, help month by month, a paper. */
public final class Nineteen implements Measures {
    private final List<Installed> all = IntStream.rangeClosed(1, 19)
            .mapToObj(number -> new Installed(
                    Resolution997.clause(number),
                    "test",
                    "1",
                    Reach.EVERY_REGION,
                    List.of(ActivityType.forChildren("event", everyone())),
                    List.of(
                            AwardType.of("help", everyone(), Quota.NONE, Limit.ANY),
                            AwardType.of("monthly", everyone(), Quota.NONE, Limit.ANY)
                                    .when(Rule.monthly())),
                    List.of(DeliverableType.of("paper")),
                    List.of()))
            .toList();

    @Override
    public List<Installed> installed() {
        return all;
    }

    @Override
    public List<Rejected> rejected() {
        return List.of();
    }

    @Override
    public Optional<Installed> find(String code) {
        return all.stream().filter(m -> m.code().equals(code)).findFirst();
    }

    @Override
    public Installed require(String code) {
        return find(code).orElseThrow(Problem::notFound);
    }
}
