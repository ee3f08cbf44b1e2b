package kz.jolkarta.registry.entitlement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.ChildFacts;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.registry.children.NotReached;
import kz.jolkarta.registry.entitlement.Programme.Offer;
import kz.jolkarta.registry.figures.Meeting;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The not reached as a condition of a list that is read by an index page by page: the sets of {@link Sweep}, which read all children of a scope, are for
 * figures. A property test holds the one to the other.
 */
@Component(service = NotReached.class)
public final class Unreached implements NotReached {
    private final Sweeps sweeps;

    @Activate
    public Unreached(@Reference Sweeps sweeps) {
        this.sweeps = sweeps;
    }

    @Override
    public List<Measure> measures() {
        return Programme.offered(sweeps.ledger().measures().installed()).stream()
                .map(m -> new Measure(m.code(), m.clause().number(), m.clause().name()))
                .toList();
    }

    @Override
    public Condition condition(String measure, Scope scope) {
        Period period = sweeps.period(Optional.empty());
        List<Offer> offers = sweeps.programme(scope, period).offers();
        List<Offer> asked = measure.equals(ANY)
                ? offers
                : offers.stream().filter(o -> o.code().equals(measure)).toList();
        if (asked.isEmpty() && !measure.equals(ANY)) {
            String known = offers.stream().map(Offer::code).collect(Collectors.joining(", "));
            throw Problem.field("notReached", "record.choice", ANY + ", " + known);
        }
        Meeting meeting = new Meeting(period.day());
        String registered = "c.state in ('ACTIVE', 'LEFT') and c.registered_on <= " + meeting.bind(period.day())
                + " and (c.left_on is null or c.left_on >= " + meeting.bind(period.from()) + ")";
        String missed = asked.stream()
                .map(offer -> missed(offer, period, meeting))
                .collect(Collectors.joining(" or ", "(", ")"));
        return new Condition(registered + " and " + (asked.isEmpty() ? "1 = 0" : missed), meeting.params());
    }

    private static String missed(Offer offer, Period period, Meeting meeting) {
        String entitled = offer.criteria().stream().map(meeting::of).collect(Collectors.joining(" or ", "(", ")"));
        String elsewhere = offer.absences().isEmpty()
                ? ""
                : " and substr(c.territory, 1, 2) not in ("
                        + meeting.bind(
                                offer.absences().keySet().stream().sorted().toList()) + ")";
        return "(" + entitled + elsewhere + " and " + TraceStore.none(offer.code(), period, meeting) + ")";
    }

    @Override
    public Map<Long, List<Integer>> numbers(Map<Long, String> territories) {
        if (territories.isEmpty()) {
            return Map.of();
        }
        Period period = sweeps.period(Optional.empty());
        Scope regions = new Scope(territories.values().stream()
                .map(code -> code.substring(0, 2))
                .distinct()
                .toList());
        List<Offer> offers = sweeps.programme(regions, period).offers();
        return sweeps.ledger().database().read(tx -> numbers(tx, List.copyOf(territories.keySet()), offers, period));
    }

    private Map<Long, List<Integer>> numbers(Tx tx, List<Long> children, List<Offer> offers, Period period) {
        List<String> codes = offers.stream().map(Offer::code).toList();
        Map<Long, List<Trace>> traces = TraceStore.of(tx, children, codes, period);
        Map<Long, List<Integer>> found = new HashMap<>();
        for (ChildFacts child : sweeps.ledger().facts().of(tx, children, period.day())) {
            List<Trace> own = traces.getOrDefault(child.id(), List.of());
            found.put(
                    child.id(),
                    offers.stream()
                            .filter(offer ->
                                    own.stream().noneMatch(t -> t.measure().equals(offer.code())))
                            .filter(offer -> offer.carriedOutIn(child.territory()))
                            .filter(offer -> offer.criteria().stream()
                                    .anyMatch(who -> Programme.entitles(who, child, period.day())))
                            .map(offer -> offer.measure().clause().number())
                            .toList());
        }
        return found;
    }
}
