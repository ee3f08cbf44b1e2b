package kz.jolkarta.registry.entitlement;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.registry.Figures;
import kz.jolkarta.registry.places.Place;
import kz.jolkarta.registry.records.Money;

/** Children and money of a question "what if" in sum and by place, as it is now and as it would be. The rows add up to the sum. */
final class WhatIfSums {
    private final Sweeps sweeps;
    private final boolean byRegion;
    private final Groups<String> groups;
    private final List<long[]> counts;
    private final WhatIfPass.Held now;
    private final WhatIfPass.Held then;
    private final Optional<Long> priceNow;
    private final Optional<Long> priceThen;
    private final Map<String, Long> planned;

    /** @param usual what most awards cost now */
    WhatIfSums(
            Sweeps sweeps,
            Figures figures,
            WhatIfs.Read read,
            WhatIfPass pass,
            Optional<Price> usual,
            boolean byRegion) {
        this.sweeps = sweeps;
        this.byRegion = byRegion;
        WhatIfOrder order = read.order();
        String type = order.now().code();
        Set<String> monthly = WhatIfPass.monthly(order.measure());
        groups = pass.groups(sweeps, byRegion);
        now = pass.held(type, monthly, false, Optional.empty(), read.freeNow(), groups);
        then = pass.held(type, monthly, true, order.price(), read.freeThen(), groups);
        counts = Stream.of(pass.now(), pass.then(), pass.comers(), pass.goers(), now.holders(), then.holders())
                .map(groups::count)
                .toList();
        priceNow = usual.map(p -> pass.year(p, order.monthly()));
        priceThen = order.price().or(() -> usual).map(p -> pass.year(p, order.monthly()));
        planned = planned(figures, read);
    }

    /** Tiyn of the measure's plans by place; a region's is what it has not divided among its districts, so that they add up. */
    private Map<String, Long> planned(Figures figures, WhatIfs.Read read) {
        String measure = read.order().measure().code();
        Map<String, Long> sums = new LinkedHashMap<>();
        figures.money(read.period(), read.scope()).stream()
                .filter(m -> m.measure().equals(measure))
                .forEach(m -> m.planned().ifPresent(tiyn -> sums.merge(place(m.territory()), tiyn, Long::sum)));
        return sums;
    }

    private String place(String territory) {
        return byRegion && !territory.isEmpty() ? territory.substring(0, 2) + "0000000" : territory;
    }

    Outlook.Row total() {
        Optional<Long> all = planned.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        planned.values().stream().mapToLong(Long::longValue).sum());
        return row(
                null,
                counts.stream().mapToLong(c -> LongStream.of(c).sum()).toArray(),
                LongStream.of(now.need()).sum(),
                LongStream.of(then.need()).sum(),
                all);
    }

    /** Places with children in the registry, and those that have a plan and no children, like a region with what it has not divided. */
    List<Outlook.Row> rows(Language language) {
        Set<String> others = new LinkedHashSet<>(planned.keySet());
        groups.keys().forEach(others::remove);
        Stream<Outlook.Row> peopled = IntStream.range(0, groups.keys().size()).mapToObj(i -> {
            String code = groups.keys().get(i);
            return row(
                    shown(code, language),
                    counts.stream().mapToLong(c -> c[i]).toArray(),
                    now.need()[i],
                    then.need()[i],
                    Optional.ofNullable(planned.get(code)));
        });
        Stream<Outlook.Row> planning = others.stream()
                .map(code -> row(shown(code, language), new long[counts.size()], 0, 0, Optional.of(planned.get(code))));
        return Stream.concat(peopled, planning).toList();
    }

    private Place shown(String code, Language language) {
        return code.isEmpty()
                ? new Place("", sweeps.text(language, Message.of("budget.country")), null, null)
                : sweeps.place(code, language);
    }

    private Outlook.Row row(Place place, long[] children, long needNow, long needThen, Optional<Long> plan) {
        Optional<Long> coverNow = priceNow.map(p -> p * children[0]);
        Optional<Long> coverThen = priceThen.map(p -> p * children[1]);
        return new Outlook.Row(
                place,
                children[0],
                children[1],
                children[1] - children[0],
                children[2],
                children[3],
                tenge(coverNow),
                tenge(coverThen),
                tenge(coverNow.flatMap(before -> coverThen.map(after -> after - before))),
                children[4],
                children[5],
                Money.tenge(needNow),
                Money.tenge(needThen),
                Money.tenge(needThen - needNow),
                tenge(plan));
    }

    static BigDecimal tenge(Optional<Long> tiyn) {
        return tiyn.map(Money::tenge).orElse(null);
    }
}
