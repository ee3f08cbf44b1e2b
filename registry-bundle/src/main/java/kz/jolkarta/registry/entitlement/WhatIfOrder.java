package kz.jolkarta.registry.entitlement;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.registry.records.Checks;
import kz.jolkarta.registry.records.Money;

/**
 * What was typed of a kind of award, checked against what can be ordered of it.
 *
 * @param then the kind as it would be declared
 * @param price of every award that is not settled; empty leaves each as it is
 * @param cap of the quota; empty leaves it as it is
 */
record WhatIfOrder(Installed measure, Levers levers, AwardType then, Optional<Price> price, Optional<Integer> cap) {
    private static final int MOST_PLACES = 1_000_000;
    /** A thousand times the index, as for an award. */
    private static final BigDecimal MOST_INDEX = BigDecimal.valueOf(1000);

    AwardType now() {
        return levers.type();
    }

    boolean monthly() {
        return now().rule(Rule.Monthly.class).isPresent();
    }

    /** Whether the clause allows money for it at all. */
    static boolean paid(Installed measure) {
        return !measure.clause().sources().isEmpty();
    }

    /**
     * @param typed by the name of the parameter
     * @throws Problem INVALID at every parameter that does not fit, or that the kind does not know
     */
    static WhatIfOrder of(Installed measure, AwardType type, Map<String, List<String>> typed) {
        Levers levers = Levers.of(type);
        Checks checks = new Checks();
        Set<String> names = names(measure, type);
        typed.keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .forEach(name -> checks.add(name, "what-if.unknown", String.join(", ", names)));
        Map<String, Integer> numbers = new HashMap<>();
        levers.thresholds()
                .forEach(t -> number(checks, t, first(typed, t.code())).ifPresent(n -> numbers.put(t.code(), n)));
        Set<String> demands = named(levers, levers.demands());
        Set<String> groups = named(levers, levers.groups());
        Set<String> lifted = chosen(checks, "lift", typed, demands);
        Set<String> without = chosen(checks, "without", typed, groups);
        Set<String> noGround = chosen(checks, "noGround", typed, new TreeSet<>(levers.grounds()));
        boolean monthly = type.rule(Rule.Monthly.class).isPresent();
        Optional<Price> price = paid(measure) ? price(checks, monthly, typed) : Optional.empty();
        Optional<Integer> cap = type.quota() == AwardType.Quota.NONE
                ? Optional.empty()
                : whole(checks, "cap", first(typed, "cap"), 0, most(type));
        checks.done();
        AwardType then = levers.changed(new Levers.Changes(numbers, lifted, without, noGround));
        return new WhatIfOrder(measure, levers, then, price, cap);
    }

    /** What can be ordered otherwise of a kind, by the names of the parameters. */
    static Set<String> names(Installed measure, AwardType type) {
        Set<String> names = new TreeSet<>(Set.of("lift", "without", "noGround"));
        Levers.of(type).thresholds().forEach(t -> names.add(t.code()));
        if (paid(measure)) {
            names.add("amount");
            type.rule(Rule.Monthly.class).ifPresent(monthly -> names.add("index"));
        }
        if (type.quota() != AwardType.Quota.NONE) {
            names.add("cap");
        }
        return names;
    }

    static int most(AwardType type) {
        return type.rule(Rule.Most.class).map(Rule.Most::places).orElse(MOST_PLACES);
    }

    private static Set<String> named(Levers levers, List<Criterion> all) {
        Set<String> names = new TreeSet<>();
        all.forEach(c -> names.add(levers.names().get(c)));
        return names;
    }

    private static String first(Map<String, List<String>> typed, String name) {
        List<String> values = typed.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0).strip();
    }

    private static Set<String> chosen(Checks checks, String name, Map<String, List<String>> typed, Set<String> known) {
        Set<String> chosen = new TreeSet<>();
        typed.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .forEach(chosen::add);
        checks.that(known.containsAll(chosen), name, "record.choice", String.join(", ", known));
        return chosen;
    }

    private static Optional<Integer> number(Checks checks, Threshold threshold, String typed) {
        if (threshold.choices().isEmpty() || typed.isEmpty()) {
            return whole(checks, threshold.code(), typed, threshold.least(), threshold.most());
        }
        int place = threshold.choices().indexOf(typed.toLowerCase(Locale.ROOT));
        if (place < 0) {
            checks.add(threshold.code(), "record.choice", String.join(", ", threshold.choices()));
            return Optional.empty();
        }
        return Optional.of(threshold.least() + place);
    }

    private static Optional<Integer> whole(Checks checks, String name, String typed, int least, int most) {
        Optional<BigDecimal> number = decimal(checks, name, typed);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        if (number.get().stripTrailingZeros().scale() > 0) {
            checks.add(name, "record.whole-number");
            return Optional.empty();
        }
        boolean fits = number.get().compareTo(BigDecimal.valueOf(least)) >= 0
                && number.get().compareTo(BigDecimal.valueOf(most)) <= 0;
        checks.that(fits, name, "record.range", least, most);
        return fits ? Optional.of(number.get().intValueExact()) : Optional.empty();
    }

    private static Optional<BigDecimal> decimal(Checks checks, String name, String typed) {
        String plain = FormInput.digits(typed);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        if (!plain.matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
            checks.add(name, "what-if.number");
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(plain));
    }

    private static Optional<Price> price(Checks checks, boolean monthly, Map<String, List<String>> typed) {
        Optional<BigDecimal> tenge = decimal(checks, "amount", first(typed, "amount"));
        Optional<BigDecimal> index = monthly ? decimal(checks, "index", first(typed, "index")) : Optional.empty();
        if (tenge.isPresent() && index.isPresent()) {
            checks.add("index", "what-if.one-amount");
            return Optional.empty();
        }
        if (index.isPresent()) {
            boolean fine = index.get().stripTrailingZeros().scale() > 2;
            boolean fits = !fine && index.get().signum() > 0 && index.get().compareTo(MOST_INDEX) <= 0;
            checks.that(fits, "index", "what-if.index-range", MOST_INDEX.intValue());
            return fits ? Optional.of(new Price(0, index.get().movePointRight(2).intValueExact())) : Optional.empty();
        }
        if (tenge.isEmpty()) {
            return Optional.empty();
        }
        try {
            long tiyn = Money.tiyn("amount", tenge.get());
            checks.that(tiyn > 0, "amount", "payment.above-zero");
            return Optional.of(new Price(tiyn, 0));
        } catch (Problem refused) {
            refused.fields().forEach(f -> checks.add(f.field(), Optional.of(f.message())));
            return Optional.empty();
        }
    }
}
