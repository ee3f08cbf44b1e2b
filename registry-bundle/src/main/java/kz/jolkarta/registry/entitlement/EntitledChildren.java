package kz.jolkarta.registry.entitlement;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.criteria.Words;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.registry.ChildFacts;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.registry.children.School;
import kz.jolkarta.registry.entitlement.NameStore.Named;
import kz.jolkarta.registry.entitlement.NameStore.Wanted;
import kz.jolkarta.registry.entitlement.Programme.Offer;
import kz.jolkarta.registry.entitlement.Sweeps.Freshness;
import kz.jolkarta.registry.figures.Roll;
import kz.jolkarta.registry.places.Place;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Rows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The children behind the figures of entitlement, with the reason in words. */
@Component(service = EntitledChildren.class)
public final class EntitledChildren {
    private static final String KIND = "entitlement";

    private final Sweeps sweeps;

    @Activate
    public EntitledChildren(@Reference Sweeps sweeps) {
        this.sweeps = sweeps;
    }

    /**
     * A child entitled to a measure; what may be null is left out.
     *
     * @param reasons what the child meets of the criteria, in words
     */
    public record Row(
            long id,
            String name,
            Place territory,
            School school,
            Integer grade,
            String gradeLetter,
            EntitlementState state,
            List<String> reasons) {}

    /** What one list is made from, and stays the same for all its rows. */
    private record Listing(
            Wanted wanted,
            Period period,
            Offer offer,
            Roll roll,
            BitSet set,
            Sweep.Standing standing,
            Language language) {}

    /** By name. */
    Page<Row> list(Caller caller, EntitledFilter filter, Paging page) {
        Scope scope = caller.user().require(Right.CHILDREN_READ);
        Listing listing = listing(scope, filter, caller.language(), Freshness.KNOWN);
        return sweeps.ledger().database().read(tx -> {
            Page<Named> found =
                    page.page(NameStore.next(tx, listing.wanted(), listing.roll(), listing.set(), page), Named::key);
            return new Page<>(rows(tx, listing, found.items()), found.next());
        });
    }

    /** Notes the export and gives every child of the filter by name. */
    Rows<Row> export(Caller caller, EntitledFilter filter) {
        User user = caller.user();
        Scope scope = user.require(Right.CHILDREN_EXPORT);
        Listing listing = listing(scope, filter, caller.language(), Freshness.OF_THE_MOMENT);
        sweeps.ledger().database().run(tx -> {
            long rows = NameStore.count(tx, listing.wanted(), listing.roll(), listing.set());
            sweeps.ledger()
                    .record(
                            tx,
                            user,
                            Action.EXPORT,
                            KIND,
                            0,
                            filter.territory().orElse(""),
                            "rows=" + rows + " filters=" + filter.names());
        });
        return NameStore.all(
                sweeps.ledger().database(),
                listing.wanted(),
                listing.roll(),
                listing.set(),
                (tx, names) -> rows(tx, listing, names));
    }

    private Listing listing(Scope scope, EntitledFilter filter, Language language, Freshness freshness) {
        Scope wanted =
                filter.territory().map(code -> scope.within(Scope.of(code))).orElse(scope);
        Period period = sweeps.period(filter.year());
        List<Offer> offers = sweeps.programme(wanted, period).offers();
        Offer offer = sweeps.offer(filter.measure(), offers);
        Sweep sweep = sweeps.sweep(wanted, period, offers, freshness);
        Sweep.Standing standing = sweep.standings().get(offer.code());
        BitSet set = filter.state().map(standing::in).orElse(standing.entitled());
        return new Listing(
                new Wanted(wanted, filter.school(), filter.q(), filter.down()),
                period,
                offer,
                sweep.roll(),
                set,
                standing,
                language);
    }

    private List<Row> rows(Tx tx, Listing listing, List<Named> names) {
        List<Long> ids = names.stream().map(Named::id).toList();
        Map<Long, NameStore.Shown> shown = NameStore.shown(tx, ids);
        LocalDate day = listing.period().day();
        Map<Long, ChildFacts> facts = new HashMap<>();
        sweeps.ledger().facts().of(tx, ids, day).forEach(child -> facts.put(child.id(), child));
        return ids.stream()
                .filter(id -> shown.containsKey(id) && facts.containsKey(id))
                .map(id -> row(listing, shown.get(id), facts.get(id), day))
                .toList();
    }

    private Row row(Listing listing, NameStore.Shown child, ChildFacts facts, LocalDate day) {
        int number = listing.roll().of(child.id());
        return new Row(
                child.id(),
                child.name(),
                sweeps.place(child.territory(), listing.language()),
                child.school(),
                child.grade(),
                child.gradeLetter(),
                listing.standing().of(number),
                reasons(sweeps, listing.offer(), facts, day, listing.language()));
    }

    /** What the child meets of the measure's criteria, each once. */
    static List<String> reasons(Sweeps sweeps, Offer offer, ChildFacts facts, LocalDate day, Language language) {
        return offer.criteria().stream()
                .filter(who -> Programme.entitles(who, facts, day))
                .map(who -> Words.why(who, facts, day))
                .map(words -> sweeps.text(language, words))
                .distinct()
                .toList();
    }
}
