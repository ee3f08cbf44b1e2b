package kz.jolkarta.core.internal.measure;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.criteria.Words;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.Audience;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Field;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Rule;

/** What is wrong with the rules of the kinds of record: one that the registry would not look at there, or could not keep. */
final class RuleFaults {
    private static final Set<Class<? extends Rule>> OF_ACTIVITIES = Set.of(
            Rule.Within.class,
            Rule.Seated.class,
            Rule.OneAtATime.class,
            Rule.LedBy.class,
            Rule.At.class,
            Rule.KeptFor.class,
            Rule.Certified.class);
    private static final Set<Class<? extends Rule>> OF_AWARDS = Set.of(
            Rule.Most.class,
            Rule.Queued.class,
            Rule.Proved.class,
            Rule.Monthly.class,
            Rule.Protocolled.class,
            Rule.Coached.class);
    private static final Set<Class<? extends Rule>> OF_DELIVERABLES = Set.of(Rule.Coached.class);
    private static final Set<Class<? extends Rule>> FOR_STAFF = Set.of(Rule.Certified.class, Rule.Coached.class);
    private static final Set<Class<? extends Rule>> FOR_CHILDREN = Set.of(Rule.Proved.class);
    private static final Set<Class<? extends Rule>> WITH_QUOTA = Set.of(Rule.Most.class, Rule.Queued.class);

    private final Measures.Installed measure;
    private final Consumer<Message> found;

    private RuleFaults(Measures.Installed measure, Consumer<Message> found) {
        this.measure = measure;
        this.found = found;
    }

    static void find(Measures.Installed measure, Consumer<Message> found) {
        RuleFaults faults = new RuleFaults(measure, found);
        measure.activities().forEach(a -> {
            faults.condition(a.code(), a.audience(), a.who());
            faults.rules(a.code(), a.rules(), OF_ACTIVITIES, Optional.of(a.audience()));
        });
        measure.awards().forEach(faults::award);
        measure.deliverables().forEach(d -> faults.rules(d.code(), d.rules(), OF_DELIVERABLES, Optional.empty()));
    }

    private void award(AwardType award) {
        condition(award.code(), award.audience(), award.who());
        rules(award.code(), award.rules(), OF_AWARDS, Optional.of(award.audience()));
        if (award.quota() == AwardType.Quota.NONE) {
            award.rules().stream()
                    .filter(rule -> WITH_QUOTA.contains(rule.getClass()))
                    .forEach(rule -> fault("rule-quota", award.code(), rule));
        }
        award.rule(Rule.Proved.class)
                .filter(proved -> award.fields().stream().noneMatch(field -> isProvedBy(field, proved)))
                .ifPresent(proved ->
                        found.accept(Message.of("measure.rejected.rule-grounds", award.code(), proved.field())));
    }

    /** A condition is read for a child, and nobody would ask it of an adult. */
    private void condition(String type, Audience audience, Criterion who) {
        if (audience == Audience.STAFF && !who.equals(Criterion.everyone())) {
            found.accept(Message.of("measure.rejected.staff-condition", type));
        }
    }

    /** Mandatory and with exactly the choices that have a ground: else an award would be proved by nothing. */
    private static boolean isProvedBy(Field field, Rule.Proved proved) {
        return field.code().equals(proved.field())
                && field.required()
                && field.choices().size() == proved.grounds().size()
                && proved.grounds().keySet().containsAll(field.choices());
    }

    private void rules(
            String type, List<Rule> rules, Set<Class<? extends Rule>> possible, Optional<Audience> audience) {
        Set<Class<? extends Rule>> seen = new HashSet<>();
        for (Rule rule : rules) {
            Class<? extends Rule> kind = rule.getClass();
            if (!possible.contains(kind)
                    || audience.equals(Optional.of(Audience.CHILDREN)) && FOR_STAFF.contains(kind)
                    || audience.equals(Optional.of(Audience.STAFF)) && FOR_CHILDREN.contains(kind)) {
                fault("rule", type, rule);
            }
            if (!seen.add(kind)) {
                fault("rule-twice", type, rule);
            }
        }
    }

    private void fault(String what, String type, Rule rule) {
        found.accept(Message.of("measure.rejected." + what, type, Words.of(rule, measure)));
    }
}
