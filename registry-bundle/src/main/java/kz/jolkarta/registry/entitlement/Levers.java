package kz.jolkarta.registry.entitlement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Rule;

/**
 * What of a kind of award could be ordered otherwise, read off from what its measure declares: the numbers of its criteria, the conditions it demands,
 * the groups of which one is enough, and the grounds.
 *
 * @param names of all conditions, in the order of the declaration
 * @param demands conditions of which each has to hold
 * @param groups conditions of which one is enough, within a demand
 * @param grounds codes of the choices that name a ground
 */
record Levers(
        AwardType type,
        Map<Criterion, String> names,
        List<Threshold> thresholds,
        List<Criterion> demands,
        List<Criterion> groups,
        List<String> grounds) {
    /**
     * What is to be otherwise; empty members leave things as they are.
     *
     * @param numbers by the code of the threshold
     * @param lifted names of demands that are given up
     * @param without names of groups that count no longer
     * @param noGround codes of grounds that count no longer
     */
    record Changes(Map<String, Integer> numbers, Set<String> lifted, Set<String> without, Set<String> noGround) {}

    static Levers of(AwardType type) {
        Map<Criterion, String> names = new LinkedHashMap<>();
        name(type.who(), names);
        Map<String, Criterion> grounds = grounds(type);
        grounds.values().forEach(ground -> name(ground, names));
        List<Threshold> thresholds = names.entrySet().stream()
                .flatMap(e -> Threshold.of(e.getValue(), e.getKey()).stream())
                .toList();
        List<Criterion> demands = demands(type.who());
        List<Criterion> groups = demands.stream()
                .filter(Criterion.Or.class::isInstance)
                .flatMap(or -> ((Criterion.Or) or).any().stream())
                .distinct()
                .toList();
        return new Levers(
                type,
                names,
                thresholds,
                demands,
                groups,
                grounds.size() > 1 ? List.copyOf(grounds.keySet()) : List.of());
    }

    private static Map<String, Criterion> grounds(AwardType type) {
        return new TreeMap<>(
                type.rule(Rule.Proved.class).map(Rule.Proved::grounds).orElse(Map.of()));
    }

    private static List<Criterion> demands(Criterion who) {
        if (who instanceof Criterion.And and) {
            return and.all().stream()
                    .flatMap(part -> demands(part).stream())
                    .distinct()
                    .toList();
        }
        return who instanceof Criterion.Everyone ? List.of() : List.of(who);
    }

    private static void name(Criterion criterion, Map<Criterion, String> names) {
        if (names.containsKey(criterion)) {
            return;
        }
        String kind = kind(criterion);
        long alike = names.values().stream()
                .filter(n -> n.equals(kind) || n.matches(kind + "-\\d+"))
                .count();
        names.put(criterion, alike == 0 ? kind : kind + "-" + (alike + 1));
        parts(criterion).forEach(part -> name(part, names));
    }

    private static Stream<Criterion> parts(Criterion criterion) {
        if (criterion instanceof Criterion.And and) {
            return and.all().stream();
        }
        if (criterion instanceof Criterion.Or or) {
            return or.any().stream();
        }
        return criterion instanceof Criterion.Not not ? Stream.of(not.of()) : Stream.empty();
    }

    /** E.g. {@code finished-school}. */
    private static String kind(Criterion criterion) {
        return criterion
                .getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    /** Who could be given an award of the kind: who meets the criterion, and one of the grounds where there are any. */
    static Criterion possible(AwardType type) {
        Map<String, Criterion> grounds = grounds(type);
        return grounds.isEmpty()
                ? type.who()
                : Criterion.and(type.who(), new Criterion.Or(List.copyOf(grounds.values())));
    }

    /** @throws Problem INVALID at a number that makes no range, or where nothing would be left */
    AwardType changed(Changes changes) {
        Criterion who = without(type.who(), changes.lifted())
                .map(c -> rebuilt(c, changes))
                .orElseGet(Criterion::everyone);
        List<Rule> rules = type.rules().stream()
                .map(rule -> rule instanceof Rule.Proved proved ? proved(proved, changes) : rule)
                .toList();
        return new AwardType(type.code(), type.audience(), who, type.quota(), type.limit(), type.fields(), rules);
    }

    private Rule proved(Rule.Proved proved, Changes changes) {
        Map<String, Criterion> left = new TreeMap<>();
        proved.grounds().forEach((code, ground) -> {
            if (!changes.noGround().contains(code)) {
                left.put(code, rebuilt(ground, changes));
            }
        });
        if (left.isEmpty()) {
            throw Problem.field("noGround", "what-if.nothing-left");
        }
        return new Rule.Proved(proved.field(), left);
    }

    /** Without the demands that are given up; empty when none is left. */
    private Optional<Criterion> without(Criterion criterion, Set<String> lifted) {
        if (criterion instanceof Criterion.And and) {
            List<Criterion> left = and.all().stream()
                    .flatMap(part -> without(part, lifted).stream())
                    .toList();
            return left.isEmpty()
                    ? Optional.empty()
                    : Optional.of(left.size() == 1 ? left.get(0) : new Criterion.And(left));
        }
        return lifted.contains(names.get(criterion)) ? Optional.empty() : Optional.of(criterion);
    }

    private Criterion rebuilt(Criterion criterion, Changes changes) {
        if (criterion instanceof Criterion.And and) {
            return new Criterion.And(
                    and.all().stream().map(part -> rebuilt(part, changes)).toList());
        }
        if (criterion instanceof Criterion.Or or) {
            Predicate<Criterion> counts = part -> !changes.without().contains(names.get(part));
            List<Criterion> left = or.any().stream()
                    .filter(counts)
                    .map(part -> rebuilt(part, changes))
                    .toList();
            if (left.isEmpty()) {
                throw Problem.field("without", "what-if.nothing-left");
            }
            return new Criterion.Or(left);
        }
        if (criterion instanceof Criterion.Not not) {
            return new Criterion.Not(rebuilt(not.of(), changes));
        }
        Map<Threshold.Part, Integer> numbers = new EnumMap<>(Threshold.Part.class);
        List<Threshold> own =
                thresholds.stream().filter(t -> t.of().equals(criterion)).toList();
        own.stream()
                .filter(t -> changes.numbers().containsKey(t.code()))
                .forEach(t -> numbers.put(t.part(), changes.numbers().get(t.code())));
        return Threshold.with(criterion, numbers).orElseThrow(() -> {
            List<String> typed = own.stream()
                    .map(Threshold::code)
                    .filter(changes.numbers()::containsKey)
                    .collect(Collectors.toCollection(ArrayList::new));
            return Problem.field(typed.get(typed.size() - 1), "what-if.no-range");
        });
    }
}
