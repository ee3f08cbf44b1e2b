package kz.jolkarta.core.measure;

import java.time.Month;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.core.registry.Position;

/**
 * What a kind of record demands beyond who may take part. A measure names its rules, the registry enforces each in one place, and
 * {@link kz.jolkarta.core.criteria.Words} tells them in three languages.
 */
public sealed interface Rule {
    /** Of an activity: it begins and ends within these months of one year, both included. */
    record Within(Month first, Month last) implements Rule {
        public Within {
            if (first.compareTo(last) > 0) {
                throw new IllegalArgumentException("first month after the last");
            }
        }
    }

    /** Of an activity: the number of its seats is stated, and nobody beyond it is admitted. */
    record Seated() implements Rule {}

    /** Of an activity: nobody is admitted to two of the measure whose days overlap. */
    record OneAtATime() implements Rule {}

    /** Of an activity: a member of staff in this position leads it. */
    record LedBy(Position position) implements Rule {}

    /** Of an activity: it takes place at an organisation of one of these kinds. */
    record At(Set<OrganisationKind> kinds) implements Rule {
        public At {
            kinds = Set.copyOf(kinds);
            notEmpty(kinds);
        }
    }

    /** Of an activity: it is kept for a unit of this level. */
    record KeptFor(Level level) implements Rule {
        /** REGION: a region or a city of republican status; DISTRICT: a district, city administration or city district. */
        public enum Level {
            REGION,
            DISTRICT
        }
    }

    /** Of an activity for staff: hours are stated, and each who attended gets a certificate with a number of its own. */
    record Certified() implements Rule {}

    /** Of an award: no cap may be set above this number of places. */
    record Most(int places) implements Rule {
        public Most {
            if (places < 1) {
                throw new IllegalArgumentException("at least one place");
            }
        }
    }

    /** Of an award: who finds no place waits in the order of application, and a place that comes free goes to the first. */
    record Queued() implements Rule {}

    /**
     * Of an award: the ground named in the choice field must be true of the child on the first day.
     *
     * @param field code of a mandatory choice field of the award
     * @param grounds what each choice demands
     */
    record Proved(String field, Map<String, Criterion> grounds) implements Rule {
        public Proved {
            grounds = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(grounds));
            notEmpty(grounds.keySet());
        }
    }

    /** Of an award: it is paid month by month, by a run that two people decide. */
    record Monthly() implements Rule {}

    /** Of an award: approved only with the number and date of the commission's protocol. */
    record Protocolled() implements Rule {}

    /**
     * Of an award to staff, or of a deliverable's author: coached a prize-winner of the target group.
     *
     * @param atLeast level of the prize
     * @param withinMonths how long ago at the most; 0 for ever
     */
    record Coached(AchievementLevel atLeast, int withinMonths) implements Rule {}

    static Rule within(Month first, Month last) {
        return new Within(first, last);
    }

    static Rule seated() {
        return new Seated();
    }

    static Rule oneAtATime() {
        return new OneAtATime();
    }

    static Rule ledBy(Position position) {
        return new LedBy(position);
    }

    static Rule at(OrganisationKind... kinds) {
        return new At(Set.of(kinds));
    }

    static Rule keptFor(KeptFor.Level level) {
        return new KeptFor(level);
    }

    static Rule certified() {
        return new Certified();
    }

    static Rule most(int places) {
        return new Most(places);
    }

    static Rule queued() {
        return new Queued();
    }

    static Rule proved(String field, Map<String, Criterion> grounds) {
        return new Proved(field, grounds);
    }

    static Rule monthly() {
        return new Monthly();
    }

    static Rule protocolled() {
        return new Protocolled();
    }

    static Rule coached(AchievementLevel atLeast, int withinMonths) {
        return new Coached(atLeast, withinMonths);
    }

    /** The rule of this kind among them, if there is one. */
    static <R extends Rule> java.util.Optional<R> find(List<Rule> rules, Class<R> kind) {
        return rules.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    private static void notEmpty(Collection<?> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("at least one part");
        }
    }
}
