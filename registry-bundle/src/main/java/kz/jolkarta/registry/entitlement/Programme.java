package kz.jolkarta.registry.entitlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.criteria.Objections;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.Audience;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.registry.ChildFacts;
import kz.jolkarta.core.registry.RegionSets;
import kz.jolkarta.core.registry.Territories;
import kz.jolkarta.registry.figures.Roll;

/**
 * What the installed measures offer to children on a day: a child is entitled to a measure when it meets the criterion of one of the measure's kinds of
 * activity or award for children, and lives in a region that carries the measure out.
 *
 * @param offers in the order of the act
 * @param without measures that have no kind for children
 */
record Programme(List<Offer> offers, List<Installed> without) {
    /** @param kind activity or award */
    record Kind(String kind, String code, Criterion who) {
        Message name(String measure) {
            return Message.of(measure + "." + kind + "." + code);
        }
    }

    /** A child that left by the day is asked only where the criterion itself speaks of who finished school. */
    static boolean entitles(Criterion who, ChildFacts child, LocalDate day) {
        boolean gone = child.left().filter(on -> !on.isAfter(day)).isPresent();
        return (!gone || Roll.speaksOfLeaving(who)) && Objections.none(who, child, day);
    }

    /** @param absences why regions do not carry it out, by the first two digits of their codes */
    record Offer(Installed measure, List<Kind> kinds, Map<String, Message> absences) {
        String code() {
            return measure.code();
        }

        /** The criteria of the kinds, each once. */
        List<Criterion> criteria() {
            return kinds.stream().map(Kind::who).distinct().toList();
        }

        Criterion who() {
            List<Criterion> all = criteria();
            return all.size() == 1 ? all.get(0) : new Criterion.Or(all);
        }

        boolean carriedOutIn(String territory) {
            return absence(territory).isEmpty();
        }

        /** Why the region of the place does not carry it out. */
        Optional<Message> absence(String territory) {
            return Optional.ofNullable(absences.get(territory.substring(0, 2)));
        }
    }

    /** @param scope whose regions are asked */
    static Programme of(
            List<Installed> installed, RegionSets sets, Territories territories, Scope scope, LocalDate day) {
        Map<String, Map<String, Message>> absences = new LinkedHashMap<>();
        List<String> regions = territories.regions(day).stream()
                .map(Territories.Territory::code)
                .filter(region -> !scope.within(Scope.of(region)).isEmpty())
                .toList();
        Set<String> centres = new TreeSet<>(sets.withCentre(day));
        for (String region : regions) {
            String digits = region.substring(0, 2);
            sets.absences(region, day)
                    .forEach((measure, absence) -> absences.computeIfAbsent(measure, m -> new LinkedHashMap<>())
                            .put(digits, Message.of("entitlement.absent", absence.from(), absence.reason())));
            if (!centres.contains(region)) {
                installed.stream()
                        .filter(m -> m.reach() == Reach.WITH_CENTRE)
                        .forEach(m -> absences.computeIfAbsent(m.code(), x -> new LinkedHashMap<>())
                                .putIfAbsent(digits, Message.of("entitlement.no-centre")));
            }
        }
        List<Offer> offers = new ArrayList<>();
        List<Installed> without = new ArrayList<>();
        for (Installed measure : installed) {
            List<Kind> kinds = kinds(measure);
            if (kinds.isEmpty()) {
                without.add(measure);
            } else {
                offers.add(new Offer(measure, kinds, absences.getOrDefault(measure.code(), Map.of())));
            }
        }
        return new Programme(List.copyOf(offers), List.copyOf(without));
    }

    /** The measures that have a kind for children, in the order of the act. */
    static List<Installed> offered(List<Installed> installed) {
        return installed.stream().filter(m -> !kinds(m).isEmpty()).toList();
    }

    private static List<Kind> kinds(Installed measure) {
        Stream<Kind> activities = measure.activities().stream()
                .filter(t -> t.audience() == Audience.CHILDREN)
                .map((ActivityType t) -> new Kind("activity", t.code(), t.who()));
        Stream<Kind> awards = measure.awards().stream()
                .filter(t -> t.audience() == Audience.CHILDREN)
                .map((AwardType t) -> new Kind("award", t.code(), t.who()));
        return Stream.concat(activities, awards).toList();
    }
}
