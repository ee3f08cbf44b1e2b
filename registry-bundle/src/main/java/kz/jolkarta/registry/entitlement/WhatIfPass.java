package kz.jolkarta.registry.entitlement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.registry.entitlement.Programme.Kind;
import kz.jolkarta.registry.entitlement.Programme.Offer;
import kz.jolkarta.registry.figures.Roll;
import kz.jolkarta.registry.figures.RollStore;

/**
 * The children of a scope with what holds for a kind of award now and what would hold, and the awards they have: one reading of each table.
 *
 * @param now who could be given the award; @param then the same as it would be ordered
 * @param onNow whose monthly award is paid on, by kind; @param onThen the same of the kind that is asked about
 * @param index tiyn by month
 */
record WhatIfPass(
        Roll roll,
        BitSet now,
        BitSet then,
        Map<String, BitSet> onNow,
        BitSet onThen,
        List<HeldAward> awards,
        List<WhatIfStore.Waiting> waiting,
        long[] index) {
    private static final int ALL_MONTHS = 0xFFF;

    /**
     * @param absences why regions do not carry the measure out, by the first two digits of their codes
     * @param quota whose waiting awards are read; empty for none
     */
    static WhatIfPass over(
            Tx tx,
            Scope scope,
            Period period,
            Installed measure,
            AwardType now,
            AwardType then,
            Map<String, Message> absences,
            Optional<Long> quota) {
        Set<Criterion> criteria = new HashSet<>(List.of(Levers.possible(now), Levers.possible(then), then.who()));
        measure.awards().forEach(type -> criteria.add(type.who()));
        RollStore.Read read = RollStore.read(tx, scope, period, criteria);
        Roll roll = read.roll();
        Map<String, BitSet> on = new HashMap<>();
        measure.awards().forEach(type -> on.put(type.code(), roll.meeting(type.who())));
        return new WhatIfPass(
                roll,
                possible(roll, measure, now, absences),
                possible(roll, measure, then, absences),
                on,
                roll.meeting(then.who()),
                WhatIfStore.awards(tx, read, measure.code(), monthly(measure), period),
                quota.map(id -> WhatIfStore.waiting(tx, roll, id)).orElse(List.of()),
                WhatIfStore.index(tx, period.year()));
    }

    private static BitSet possible(Roll roll, Installed measure, AwardType type, Map<String, Message> absences) {
        Kind kind = new Kind("award", type.code(), Levers.possible(type));
        return Sweep.entitled(roll, new Offer(measure, List.of(kind), absences));
    }

    static Set<String> monthly(Installed measure) {
        return measure.awards().stream()
                .filter(type -> type.rule(Rule.Monthly.class).isPresent())
                .map(AwardType::code)
                .collect(Collectors.toSet());
    }

    BitSet comers() {
        BitSet comers = (BitSet) then.clone();
        comers.andNot(now);
        return comers;
    }

    BitSet goers() {
        BitSet goers = (BitSet) now.clone();
        goers.andNot(then);
        return goers;
    }

    /** Who of those who wait would be called besides by more places: by number in the roll their turn, from 1. Whoever lives elsewhere is not among them. */
    Map<Integer, Integer> called(long freeNow, long freeThen) {
        Map<Integer, Integer> called = new HashMap<>();
        for (int turn = (int) Math.min(freeNow, waiting.size()) + 1;
                turn <= Math.min(freeThen, waiting.size());
                turn++) {
            int child = waiting.get(turn - 1).child();
            if (child >= 0) {
                called.put(child, turn);
            }
        }
        return called;
    }

    /** What most awards of the kind cost, of two that are as frequent the dearer in tenge; empty when none has an amount. */
    Optional<Price> usual(String type) {
        Map<Price, Long> counts = awards.stream()
                .filter(a -> a.type().equals(type))
                .flatMap(a -> a.price().stream())
                .collect(Collectors.groupingBy(p -> p, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<Price, Long>comparingByValue()
                        .thenComparing(e -> e.getKey().tiyn())
                        .thenComparing(e -> e.getKey().hundredths()))
                .map(Map.Entry::getKey);
    }

    /** What one child's award costs in a whole year. */
    long year(Price price, boolean monthly) {
        return price.within(monthly, ALL_MONTHS, index);
    }

    /** Tiyn of the year for the awards of the measure, by group, and to whom the kind that is asked about was awarded and is not stopped. */
    record Held(long[] need, BitSet holders) {}

    /** @param price of every award of the kind that is not settled; empty leaves each as it is @param free places for those who wait */
    Held held(
            String type,
            Set<String> monthly,
            boolean ordered,
            Optional<Price> price,
            long free,
            Groups<String> groups) {
        long[] need = new long[groups.keys().size()];
        BitSet holders = new BitSet(roll.size());
        for (HeldAward award : awards) {
            boolean own = award.type().equals(type);
            boolean byMonth = monthly.contains(award.type());
            BitSet on = own && ordered ? onThen : onNow.getOrDefault(award.type(), new BitSet());
            if (byMonth && !award.settled() && !on.get(award.child())) {
                continue;
            }
            if (own) {
                holders.set(award.child());
            }
            Optional<Price> paid = own && !award.settled() ? price.or(award::price) : award.price();
            need[groups.of(award.child())] +=
                    paid.map(p -> p.within(byMonth, award.months(), index)).orElse(0L);
        }
        for (WhatIfStore.Waiting called : waiting.subList(0, (int) Math.min(free, waiting.size()))) {
            if (called.child() >= 0) {
                holders.set(called.child());
                need[groups.of(called.child())] += price.or(called::price)
                        .map(p -> year(p, monthly.contains(type)))
                        .orElse(0L);
            }
        }
        return new Held(need, holders);
    }

    /** The districts of the children, or their regions. */
    Groups<String> groups(Sweeps sweeps, boolean byRegion) {
        List<String> codes = new ArrayList<>(roll.territories());
        codes.replaceAll(code -> byRegion ? code.substring(0, 2) + "0000000" : sweeps.district(code));
        return Groups.by(roll, child -> codes.get(roll.place(child)));
    }
}
