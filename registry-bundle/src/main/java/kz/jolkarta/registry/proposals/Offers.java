package kz.jolkarta.registry.proposals;

import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.measure.Reach;
import kz.jolkarta.core.measure.Rule;
import kz.jolkarta.registry.roadmaps.SchoolYear;

/** What the measures have to offer on a day, read once for any number of children. */
final class Offers {
    private final LocalDate day;
    private final SchoolYear year;
    private final List<Kind> kinds;
    private final Set<String> centres;
    private Set<String> absences = Set.of();
    private Map<String, Integer> quotas = Map.of();
    private Map<String, String> coordinators = Map.of();
    /** The best event by kind and the digits of its territory, see {@link Distance#common}. */
    private final Map<String, Event> events = new HashMap<>();
    /** How often by kind, region and month. */
    private final Map<String, int[]> months = new HashMap<>();

    private Offers(LocalDate day, SchoolYear year, List<Kind> kinds, Set<String> centres) {
        this.day = day;
        this.year = year;
        this.kinds = kinds;
        this.centres = centres;
    }

    /** @param centres regions with a centre on the day */
    static Offers read(Tx tx, List<Kind> kinds, Set<String> centres, LocalDate day, SchoolYear year) {
        Offers offers = new Offers(day, year, kinds, centres);
        offers.absences = OfferStore.absences(tx, day);
        offers.quotas = OfferStore.quotas(tx, day.getYear());
        offers.coordinators = OfferStore.coordinators(tx, day);
        OfferStore.ahead(tx, day, year.last(), offers::add);
        OfferStore.held(tx, day.minusYears(1), day, offers::add);
        return offers;
    }

    LocalDate day() {
        return day;
    }

    SchoolYear year() {
        return year;
    }

    List<Kind> kinds() {
        return kinds;
    }

    /** The earliest with a free seat is kept, or else the earliest; they come in the order of their first days. */
    private void add(String kind, Event event) {
        for (Distance distance : Distance.values()) {
            events.merge(
                    kind + "@" + distance.common(event.territory()),
                    event,
                    (known, next) -> known.free() || !next.free() ? known : next);
        }
    }

    private void add(OfferStore.Past past) {
        String region = Distance.REGION.common(past.territory());
        for (String where : List.of(region, "")) {
            months.computeIfAbsent(past.kind() + "@" + where, key -> new int[13])[past.month()]++;
        }
    }

    /** Why children of the territory cannot have it, whoever they are. */
    Optional<Message> absent(Kind kind, String territory) {
        String region = territory.substring(0, 2) + "0000000";
        if (absences.contains(kind.measure().code() + "@" + region)) {
            return Optional.of(Message.of("proposal.not-run"));
        }
        return kind.measure().reach() == Reach.WITH_CENTRE && !centres.contains(region)
                ? Optional.of(Message.of("proposal.no-centre"))
                : Optional.empty();
    }

    /** The nearest activity with a free seat, or else the nearest one. */
    Optional<Event> event(Kind kind, String territory) {
        List<Event> near = java.util.Arrays.stream(Distance.values())
                .map(distance -> events.get(kind.code() + "@" + distance.common(territory)))
                .filter(java.util.Objects::nonNull)
                .toList();
        return near.stream()
                .filter(Event::free)
                .findFirst()
                .or(() -> near.stream().findFirst());
    }

    /** The month in which activities of the kind were held most often within a year, of the region if it held any; else the last one it is bound to. */
    Optional<Month> month(Kind kind, String territory) {
        int[] often = months.getOrDefault(
                kind.code() + "@" + Distance.REGION.common(territory), months.get(kind.code() + "@"));
        return often == null
                ? kind.season()
                : java.util.Arrays.stream(Month.values()).max(Comparator.comparingInt(m -> often[m.getValue()]));
    }

    Places places(Kind kind, Optional<Event> event, String territory) {
        if (kind.award().isEmpty()) {
            return event.map(e -> e.seats() == null ? Places.UNLIMITED : Places.of(e.seats()))
                    .orElse(Places.UNKNOWN);
        }
        AwardType type = kind.award().get();
        Optional<Integer> most = type.rule(Rule.Most.class).map(Rule.Most::places);
        return switch (type.quota()) {
            case NONE -> Places.UNLIMITED;
            case REGION_YEAR -> of(quotas.get(kind.code() + "@" + territory.substring(0, 2) + "0000000"));
            case COUNTRY_YEAR -> of(quotas.getOrDefault(kind.code() + "@", most.orElse(null)));
        };
    }

    private static Places of(Integer left) {
        return left == null ? Places.UNKNOWN : Places.of(left);
    }

    /** The coordinator of the district's cabinet, else of the region's; null when there is neither. */
    String coordinator(String territory) {
        return Optional.ofNullable(coordinators.get(territory.substring(0, 4) + "00000"))
                .orElse(coordinators.get(territory.substring(0, 2) + "0000000"));
    }
}
