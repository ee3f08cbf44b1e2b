package kz.jolkarta.registry.residence;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import kz.jolkarta.registry.allocation.Allocations;
import kz.jolkarta.registry.allocation.Pool;
import kz.jolkarta.registry.awards.Award;
import kz.jolkarta.registry.awards.AwardInput;
import kz.jolkarta.registry.awards.Awards;
import kz.jolkarta.registry.awards.QuotaInput;
import kz.jolkarta.registry.records.StateChange;

/** Vouchers of this year, of which a region gives as many as its quota has places. */
final class QueueOf {
    private static final String CAMPS = "health-camps";

    private final Movers movers;
    private final Awards awards;
    private final Allocations allocations;

    QueueOf(Movers movers) {
        this.movers = movers;
        this.awards = new Awards(movers.ledger, movers.quotas);
        this.allocations = new Allocations(movers.ledger);
    }

    long cap(String region, int places) {
        return movers.quotas
                .set(movers.ministry, CAMPS, OptionalInt.empty(), new QuotaInput("voucher", region, 2026, places))
                .id();
    }

    /** An approved voucher, which waits when there is no place. */
    long waits(long child) {
        movers.world.clock.advance(Duration.ofMinutes(1));
        AwardInput input = new AwardInput(
                "voucher", child, null, 2026, null, null, null, null, null, null, null, null, null, Map.of());
        long id = awards.create(movers.ministry, CAMPS, input).id();
        for (String state : new String[] {"commission", "approved"}) {
            awards.move(movers.ministry, CAMPS, id, OptionalInt.empty(), new StateChange(state, ""));
        }
        return id;
    }

    Award read(long id) {
        return awards.get(movers.ministry, CAMPS, id);
    }

    boolean same(long quota) {
        return allocations.replay(movers.ministry, CAMPS, Pool.quota(quota)).same();
    }
}
