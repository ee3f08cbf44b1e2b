package kz.jolkarta.registry.entitlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.criteria.Words;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.registry.awards.Quota;
import kz.jolkarta.registry.entitlement.Outlook.Choice;
import kz.jolkarta.registry.entitlement.Outlook.Parameter;
import kz.jolkarta.registry.records.Money;

/** What can be ordered otherwise of a kind of award, named and with its present value, in one language. */
final class WhatIfParameters {
    private final Sweeps sweeps;
    private final Language language;

    WhatIfParameters(Sweeps sweeps, Language language) {
        this.sweeps = sweeps;
        this.language = language;
    }

    /** @param usual what most awards cost; empty when none has an amount */
    List<Parameter> of(WhatIfs.Read read, Optional<Price> usual, Map<String, List<String>> typed) {
        WhatIfOrder order = read.order();
        Levers levers = order.levers();
        List<Parameter> all = new ArrayList<>();
        levers.thresholds().forEach(t -> all.add(threshold(t, typed)));
        addChoices(all, "lift", conditions(levers, levers.demands()), typed);
        addChoices(all, "without", conditions(levers, levers.groups()), typed);
        addChoices(all, "noGround", grounds(order), typed);
        if (WhatIfOrder.paid(order.measure())) {
            String present = usual.filter(p -> !p.indexed())
                    .map(p -> Money.tenge(p.tiyn()).toPlainString())
                    .orElse("");
            all.add(number("amount", order.monthly() ? "what-if.amount-month" : "what-if.amount", present, typed));
            if (order.monthly()) {
                String index = usual.filter(Price::indexed)
                        .map(p ->
                                Money.tenge(p.hundredths()).stripTrailingZeros().toPlainString())
                        .orElse("");
                all.add(number("index", "what-if.index", index, typed));
            }
        }
        read.quota().ifPresent(quota -> all.add(cap(order.now(), quota, typed)));
        return all;
    }

    private String text(String key, Object... args) {
        return sweeps.text(language, Message.of(key, args));
    }

    private String words(Criterion criterion) {
        return sweeps.text(language, Words.of(criterion));
    }

    private Parameter threshold(Threshold threshold, Map<String, List<String>> typed) {
        String part = threshold.part().name().toLowerCase(Locale.ROOT);
        List<Choice> options = threshold.choices().stream()
                .map(code -> new Choice(code, text("level." + code)))
                .toList();
        String present = threshold.shown(threshold.present());
        return new Parameter(
                threshold.code(),
                text("what-if.threshold." + part, words(threshold.of())),
                options.isEmpty() ? present : text("level." + present),
                typed(typed, threshold.code()),
                options,
                false,
                options.isEmpty() ? threshold.least() : null,
                options.isEmpty() ? threshold.most() : null);
    }

    private List<Choice> conditions(Levers levers, List<Criterion> all) {
        return all.stream()
                .map(c -> new Choice(levers.names().get(c), words(c)))
                .toList();
    }

    private List<Choice> grounds(WhatIfOrder order) {
        String field =
                order.now().rule(Rule.Proved.class).map(Rule.Proved::field).orElse("");
        return order.levers().grounds().stream()
                .map(code -> new Choice(code, text(order.measure().code() + ".choice." + field + "." + code)))
                .toList();
    }

    private void addChoices(List<Parameter> all, String code, List<Choice> options, Map<String, List<String>> typed) {
        if (!options.isEmpty()) {
            String name = text("what-if.choices." + (code.equals("noGround") ? "no-ground" : code));
            all.add(new Parameter(code, name, "", typed(typed, code), options, true, null, null));
        }
    }

    private Parameter number(String code, String key, String present, Map<String, List<String>> typed) {
        return new Parameter(code, text(key), present, typed(typed, code), List.of(), false, null, null);
    }

    private Parameter cap(AwardType type, Quota quota, Map<String, List<String>> typed) {
        return new Parameter(
                "cap",
                text("what-if.cap", String.valueOf(quota.year())),
                String.valueOf(quota.cap()),
                typed(typed, "cap"),
                List.of(),
                false,
                quota.used(),
                WhatIfOrder.most(type));
    }

    private static List<String> typed(Map<String, List<String>> typed, String code) {
        return typed.getOrDefault(code, List.of()).stream()
                .filter(v -> !v.isBlank())
                .toList();
    }
}
