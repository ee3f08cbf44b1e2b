package kz.jolkarta.registry.entitlement;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.registry.entitlement.Programme.Offer;
import kz.jolkarta.registry.figures.ByChild;
import kz.jolkarta.registry.figures.Roll;
import kz.jolkarta.registry.figures.RollStore;

/** One pass over the children of a scope, for all measures at once. */
record Sweep(Roll roll, Map<String, Standing> standings) {
    /**
     * The children of a measure as sets of their numbers in the roll.
     *
     * @param entitled who meet the criterion where the measure is carried out
     * @param reached among all children, entitled or not any more
     * @param onTheWay not reached yet, among all children
     */
    record Standing(BitSet entitled, BitSet reached, BitSet onTheWay) {
        /** How far the child has come. */
        EntitlementState of(int child) {
            if (reached.get(child)) {
                return EntitlementState.REACHED;
            }
            return onTheWay.get(child) ? EntitlementState.ON_THE_WAY : EntitlementState.NOT_REACHED;
        }

        /** The entitled in this state. */
        BitSet in(EntitlementState state) {
            BitSet found = (BitSet) entitled.clone();
            switch (state) {
                case REACHED -> found.and(reached);
                case ON_THE_WAY -> found.and(onTheWay);
                case NOT_REACHED -> {
                    found.andNot(reached);
                    found.andNot(onTheWay);
                }
            }
            return found;
        }
    }

    static Sweep over(Tx tx, Scope scope, Period period, List<Offer> offers) {
        List<Criterion> criteria =
                offers.stream().flatMap(o -> o.criteria().stream()).distinct().toList();
        RollStore.Read read = RollStore.read(tx, scope, period, criteria);
        Roll roll = read.roll();
        Map<String, Standing> standings = new LinkedHashMap<>();
        offers.forEach(offer -> standings.put(
                offer.code(), new Standing(entitled(roll, offer), new BitSet(roll.size()), new BitSet(roll.size()))));
        Map<String, ?> params = TraceStore.params(standings.keySet(), period);
        for (ByChild sql : TraceStore.ALL) {
            read.rows().each(tx, sql, params, (child, row) -> {
                Standing standing = standings.get(row.text("measure"));
                (TraceStore.reached(row) ? standing.reached() : standing.onTheWay()).set(child);
            });
        }
        standings.values().forEach(s -> s.onTheWay().andNot(s.reached()));
        return new Sweep(roll, standings);
    }

    static BitSet entitled(Roll roll, Offer offer) {
        BitSet entitled = new BitSet(roll.size());
        offer.criteria().forEach(who -> entitled.or(roll.meeting(who)));
        if (!offer.absences().isEmpty()) {
            Roll.each((BitSet) entitled.clone(), child -> {
                if (!offer.carriedOutIn(roll.territory(child))) {
                    entitled.clear(child);
                }
            });
        }
        return entitled;
    }
}
