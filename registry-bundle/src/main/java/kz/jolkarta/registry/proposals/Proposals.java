package kz.jolkarta.registry.proposals;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.criteria.Objections;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.registry.ChildFacts;
import kz.jolkarta.core.registry.RegionSets;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.proposals.ForChild.Withheld;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.roadmaps.SchoolYear;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What each installed measure can offer a child on a day: what the child meets the criterion of, and has not had in that calendar year. */
@Component(service = Proposals.class)
public final class Proposals {
    private static final int CHUNK = 500;
    /** Today's of this school year and of the next, and yesterday's while a day begins. */
    private static final int KNOWN = 4;

    private static final Comparator<Proposal> BEST = Comparator.comparing((Proposal p) -> !p.served())
            .thenComparing(Proposal::nearness)
            .thenComparing(p -> p.places().state())
            .thenComparing(p -> !p.matched())
            .thenComparing(Proposal::dueOn)
            .thenComparing(p -> p.kind().code());

    private final Ledger ledger;
    private final Gazetteer gazetteer;
    private final AtomicReference<RegionSets> regions = new AtomicReference<>();
    private final Remembered<Asked, Offers> known;

    private record Asked(LocalDate day, SchoolYear year, List<Installed> measures, Set<String> centres) {}

    @Activate
    public Proposals(@Reference Ledger ledger, @Reference Gazetteer gazetteer) {
        this.ledger = ledger;
        this.gazetteer = gazetteer;
        this.known = new Remembered<>(ledger.database(), KNOWN);
    }

    /** Without it no region has a centre. */
    @Reference(
            name = "regions",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bind(RegionSets sets) {
        regions.set(sets);
    }

    public void unbind(RegionSets sets) {
        regions.compareAndSet(sets, null);
    }

    /**
     * Opens the proposals for a child, which is noted in the same transaction.
     *
     * @param year the school year begins in; the running one when empty
     * @throws Problem NOT_FOUND; INVALID for a year that is over or too far ahead
     */
    ForChild open(User user, long id, Optional<Integer> year) {
        return open(user, id, year, true);
    }

    /** The same of the running year on a page of the child, whose opening is noted by then. */
    ForChild beside(User user, long id) {
        return open(user, id, Optional.empty(), false);
    }

    private ForChild open(User user, long id, Optional<Integer> year, boolean noted) {
        SchoolYear asked = year("year", year);
        Offers offers = offers(asked);
        return ledger.database().call(tx -> {
            Person child = ledger.requireChild(tx, user, id);
            if (noted) {
                ledger.record(tx, user, Action.READ, "child", id, child.territory(), "proposals");
            }
            return of(tx, List.of(id), offers).get(id);
        });
    }

    /** @throws Problem INVALID at the field for a year that is over or too far ahead */
    SchoolYear year(String field, Optional<Integer> begins) {
        SchoolYear running = SchoolYear.of(ledger.clock().today());
        int asked = begins.orElse(running.begins());
        if (asked < running.begins() || asked > running.begins() + 1) {
            throw Problem.field(
                    field, "proposal.year", String.valueOf(running.begins()), String.valueOf(running.begins() + 1));
        }
        return new SchoolYear(asked);
    }

    /** As the data are, on today or on the first day of a year that is ahead; to be asked for before a transaction that writes is begun. */
    Offers offers(SchoolYear year) {
        LocalDate today = ledger.clock().today();
        LocalDate day = today.isBefore(year.first()) ? year.first() : today;
        Set<String> centres = Optional.ofNullable(regions.get())
                .map(sets -> Set.copyOf(sets.withCentre(day)))
                .orElseGet(Set::of);
        List<Installed> measures = ledger.measures().installed();
        return known.of(
                new Asked(day, year, measures, centres),
                () -> ledger.database().read(tx -> Offers.read(tx, Kind.of(measures), centres, day, year)));
    }

    /** For many children at once, in the order of the ids; an unknown one is not in it. The caller has checked the right and the territory. */
    Map<Long, ForChild> of(Tx tx, Collection<Long> children, Offers offers) {
        return of(tx, children, offers, Integer.MAX_VALUE);
    }

    /** The same with at most so many of the best proposals for each child. */
    Map<Long, ForChild> of(Tx tx, Collection<Long> children, Offers offers, int most) {
        Map<Long, ForChild> found = new LinkedHashMap<>();
        List<Long> ids = children.stream().distinct().toList();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<Long> some = ids.subList(from, Math.min(from + CHUNK, ids.size()));
            Map<Long, Map<String, Had>> had =
                    OfferStore.had(tx, some, offers.day().getYear());
            Map<Long, String> coordinators = OfferStore.coordinatorsOf(tx, some);
            for (ChildFacts facts : ledger.facts().of(tx, some, offers.day())) {
                String responsible = Optional.ofNullable(coordinators.get(facts.id()))
                        .orElseGet(() -> offers.coordinator(facts.territory()));
                found.put(facts.id(), one(facts, had.getOrDefault(facts.id(), Map.of()), responsible, offers, most));
            }
        }
        return found;
    }

    private ForChild one(ChildFacts child, Map<String, Had> had, String responsible, Offers offers, int most) {
        List<Proposal> offered = new ArrayList<>();
        List<Withheld> withheld = new ArrayList<>();
        for (Kind kind : offers.kinds()) {
            Had own = had.getOrDefault(kind.key(), Had.NOTHING);
            List<Message> reasons = new ArrayList<>();
            offers.absent(kind, child.territory()).ifPresent(reasons::add);
            reasons.addAll(Objections.of(kind.who(), child, offers.day()));
            own.objection(kind).ifPresent(reasons::add);
            if (reasons.isEmpty()) {
                offered.add(proposal(kind, child, own, offers));
            } else {
                withheld.add(new Withheld(kind, reasons));
            }
        }
        List<Proposal> best = offered.stream()
                .sorted(BEST)
                .limit(most)
                .map(proposal -> proposal.because(why(proposal, child, offers)))
                .toList();
        return new ForChild(child, responsible, best, withheld);
    }

    private static Proposal proposal(Kind kind, ChildFacts child, Had own, Offers offers) {
        String home = child.territory();
        Optional<Event> event = kind.award().isPresent() ? Optional.empty() : offers.event(kind, home);
        Optional<Month> month = kind.award().isPresent() || event.isPresent()
                ? Optional.empty()
                : offers.month(kind, home).filter(m -> !lastOf(m, offers.year()).isBefore(offers.day()));
        return new Proposal(
                kind,
                event.orElse(null),
                event.map(e -> Distance.between(home, e.territory())).orElse(null),
                month.orElse(null),
                offers.places(kind, event, home),
                served(kind, child, offers.day()),
                kind.talents().stream().anyMatch(child.talents()::contains),
                due(event, month, offers),
                own.before(),
                List.of());
    }

    private static LocalDate due(Optional<Event> event, Optional<Month> month, Offers offers) {
        LocalDate last = offers.year().last();
        return event.map(e -> e.ends().isAfter(last) ? last : e.ends())
                .or(() -> month.map(m -> lastOf(m, offers.year())))
                .orElseGet(() -> Proposal.half(offers.year(), offers.day()));
    }

    private List<Message> why(Proposal proposal, ChildFacts child, Offers offers) {
        Reasons reasons = new Reasons(offers.day(), gazetteer::name);
        List<Message> why = reasons.meets(proposal.kind(), child);
        why.add(reasons.places(proposal.places()));
        if (proposal.event() != null) {
            why.add(reasons.season(proposal.event()));
            why.add(reasons.distance(proposal.distance(), proposal.event().territory()));
        } else if (proposal.month() != null) {
            why.add(reasons.season(proposal.month()));
        } else {
            why.add(reasons.season(proposal.dueOn()));
        }
        why.add(reasons.before(proposal.before()));
        return why;
    }

    private static LocalDate lastOf(Month month, SchoolYear year) {
        int calendar = month.getValue() >= Month.SEPTEMBER.getValue() ? year.begins() : year.begins() + 1;
        return LocalDate.of(calendar, month, 1).plusMonths(1).minusDays(1);
    }

    private static boolean served(Kind kind, ChildFacts child, LocalDate day) {
        return kind.conditions().stream()
                .filter(atom -> atom instanceof Criterion.InCategory
                        || atom instanceof Criterion.Rural
                        || atom instanceof Criterion.Grounded)
                .anyMatch(atom -> Objections.of(atom, child, day).isEmpty());
    }
}
