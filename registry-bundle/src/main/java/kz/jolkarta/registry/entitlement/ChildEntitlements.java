package kz.jolkarta.registry.entitlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.criteria.Objections;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.registry.ChildFacts;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.registry.entitlement.Programme.Offer;
import kz.jolkarta.registry.records.Reach;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What one child is entitled to in a year, why, and what of it has reached the child. */
@Component(service = ChildEntitlements.class)
public final class ChildEntitlements {
    private final Sweeps sweeps;

    @Activate
    public ChildEntitlements(@Reference Sweeps sweeps) {
        this.sweeps = sweeps;
    }

    /** @param day the criteria are read on it */
    public record Answer(long child, int year, LocalDate day, List<Line> measures) {}

    /**
     * A measure; what may be null is left out.
     *
     * @param number in the act
     * @param reasons what of the criteria the child meets, in words; empty when it is not entitled
     * @param objections what stands against it, in words; empty when it is entitled
     * @param state null for a child that is not entitled and has no record
     * @param notCarriedOut why the child's region does not carry out the measure
     */
    public record Line(
            String measure,
            int number,
            String name,
            boolean entitled,
            List<String> reasons,
            List<String> objections,
            EntitlementState state,
            List<Mark> records,
            String notCarriedOut) {}

    /** @param record activity, award or deliverable @param kind its name @param on what may be null is left out */
    public record Mark(String record, long id, String type, String kind, String title, LocalDate on, String state) {}

    /**
     * Opens the child's entitlements, which is noted in the same transaction.
     *
     * @throws kz.jolkarta.core.Problem NOT_FOUND for a child outside the caller's territories
     */
    Answer of(Caller caller, long child, Optional<Integer> year) {
        return of(caller, child, year, true);
    }

    /** The same on a page of the child, whose opening is noted by then. */
    public Answer beside(Caller caller, long child, Optional<Integer> year) {
        return of(caller, child, year, false);
    }

    private Answer of(Caller caller, long child, Optional<Integer> year, boolean noted) {
        User user = caller.user();
        Scope scope = Reach.require(user, Right.CHILDREN_READ, child);
        Period period = sweeps.period(year);
        // Asked for before the transaction that writes, since it reads in one of its own.
        Programme programme = sweeps.programme(scope, period);
        return sweeps.ledger().database().call(tx -> {
            String territory = NameStore.territory(tx, child, scope)
                    .orElseThrow(() -> Reach.child(tx, user, Right.CHILDREN_READ, child));
            if (noted) {
                sweeps.ledger().record(tx, user, Action.READ, "child", child, territory, "entitlements");
            }
            boolean registered = NameStore.registered(tx, child, period.from(), period.day());
            ChildFacts facts =
                    sweeps.ledger().facts().of(tx, List.of(child), period.day()).get(0);
            List<String> codes = programme.offers().stream().map(Offer::code).toList();
            List<Trace> traces =
                    TraceStore.of(tx, List.of(child), codes, period).getOrDefault(child, List.of());
            List<Line> lines = programme.offers().stream()
                    .map(o -> line(o, facts, traces, registered, period.day(), caller.language()))
                    .toList();
            return new Answer(child, period.year(), period.day(), lines);
        });
    }

    private Line line(
            Offer offer, ChildFacts facts, List<Trace> traces, boolean registered, LocalDate day, Language language) {
        Message absence = offer.absence(facts.territory()).orElse(null);
        List<String> reasons = registered && absence == null
                ? EntitledChildren.reasons(sweeps, offer, facts, day, language)
                : List.of();
        List<Trace> own =
                traces.stream().filter(t -> t.measure().equals(offer.code())).toList();
        boolean entitled = !reasons.isEmpty();
        return new Line(
                offer.code(),
                offer.measure().clause().number(),
                offer.measure().clause().name().in(language),
                entitled,
                reasons,
                entitled || absence != null ? List.of() : objections(offer, facts, registered, day, language),
                state(own, entitled),
                own.stream().map(t -> mark(t, language)).toList(),
                absence == null ? null : sweeps.text(language, absence));
    }

    private List<String> objections(
            Offer offer, ChildFacts facts, boolean registered, LocalDate day, Language language) {
        if (!registered) {
            return List.of(sweeps.text(language, Message.of("entitlement.not-registered")));
        }
        List<String> objections = offer.criteria().stream()
                .flatMap(who -> Objections.of(who, facts, day).stream())
                .map(message -> sweeps.text(language, message))
                .distinct()
                .toList();
        return objections.isEmpty()
                ? List.of(sweeps.text(language, Message.of("entitlement.left-school")))
                : objections;
    }

    private static EntitlementState state(List<Trace> traces, boolean entitled) {
        if (traces.stream().anyMatch(Trace::reached)) {
            return EntitlementState.REACHED;
        }
        if (!traces.isEmpty()) {
            return EntitlementState.ON_THE_WAY;
        }
        return entitled ? EntitlementState.NOT_REACHED : null;
    }

    private Mark mark(Trace trace, Language language) {
        return new Mark(
                trace.record(),
                trace.id(),
                trace.type(),
                sweeps.text(language, Message.of(trace.measure() + "." + trace.record() + "." + trace.type())),
                trace.title(),
                trace.on(),
                trace.state());
    }
}
