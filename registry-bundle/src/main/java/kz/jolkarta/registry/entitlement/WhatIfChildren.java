package kz.jolkarta.registry.entitlement;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.criteria.Objections;
import kz.jolkarta.core.criteria.Words;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.registry.ChildFacts;
import kz.jolkarta.registry.children.School;
import kz.jolkarta.registry.entitlement.NameStore.Named;
import kz.jolkarta.registry.entitlement.NameStore.Wanted;
import kz.jolkarta.registry.places.Place;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Rows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The children whom an order would bring in, whom it would leave out, and who would get a place, each with the reason in words. */
@Component(service = WhatIfChildren.class)
public final class WhatIfChildren {
    private final WhatIfs whatIfs;
    private final Sweeps sweeps;

    @Activate
    public WhatIfChildren(@Reference WhatIfs whatIfs) {
        this.whatIfs = whatIfs;
        this.sweeps = whatIfs.sweeps();
    }

    /** IN: could be given the award only as it would be ordered; OUT: only as it is now; PLACE: waits, and would be called by more places. */
    public enum Side {
        IN,
        OUT,
        PLACE
    }

    /** @param reasons what the child would meet, or would not meet any more; what may be null is left out */
    public record Row(
            long id,
            String name,
            Place territory,
            School school,
            Integer grade,
            String gradeLetter,
            List<String> reasons) {}

    /** @param turns of those who would get a place, by number in the roll */
    private record Listing(
            WhatIfs.Read read,
            WhatIfPass pass,
            Side side,
            Map<Integer, Integer> turns,
            Wanted wanted,
            Language language) {
        private BitSet set() {
            return switch (side) {
                case IN -> pass.comers();
                case OUT -> pass.goers();
                case PLACE -> {
                    BitSet called = new BitSet();
                    turns.keySet().forEach(called::set);
                    yield called;
                }
            };
        }
    }

    private Listing listing(Caller caller, WhatIfs.Question question, Side side, Optional<String> q, Right right) {
        WhatIfs.Read read = whatIfs.read(caller.user(), question, right);
        Wanted wanted = new Wanted(read.scope(), Optional.empty(), q, false);
        WhatIfPass pass = whatIfs.pass(read);
        Map<Integer, Integer> turns = side == Side.PLACE ? pass.called(read.freeNow(), read.freeThen()) : Map.of();
        return new Listing(read, pass, side, turns, wanted, caller.language());
    }

    /** By name. @param q names in either order, in any spelling, each perhaps only begun */
    Page<Row> list(Caller caller, WhatIfs.Question question, Side side, Optional<String> q, Paging page) {
        Listing listing = listing(caller, question, side, q, Right.CHILDREN_READ);
        BitSet set = listing.set();
        return sweeps.ledger().database().read(tx -> {
            Page<Named> found = page.page(
                    NameStore.next(tx, listing.wanted(), listing.pass().roll(), set, page), Named::key);
            return new Page<>(rows(tx, listing, found.items()), found.next());
        });
    }

    /** Notes the export and gives every child by name. */
    Rows<Row> export(Caller caller, WhatIfs.Question question, Side side, Optional<String> q) {
        User user = caller.user();
        Listing listing = listing(caller, question, side, q, Right.CHILDREN_EXPORT);
        BitSet set = listing.set();
        sweeps.ledger().database().run(tx -> {
            long rows = NameStore.count(tx, listing.wanted(), listing.pass().roll(), set);
            String filters = question.measure() + " "
                    + String.join(
                            ",",
                            Stream.concat(question.typed().keySet().stream().sorted(), q.map(x -> "q").stream())
                                    .toList());
            sweeps.ledger()
                    .record(
                            tx,
                            user,
                            Action.EXPORT,
                            "what-if",
                            0,
                            question.territory().orElse(""),
                            "rows=" + rows + " filters=" + filters);
        });
        return NameStore.all(
                sweeps.ledger().database(),
                listing.wanted(),
                listing.pass().roll(),
                set,
                (tx, names) -> rows(tx, listing, names));
    }

    private List<Row> rows(Tx tx, Listing listing, List<Named> names) {
        List<Long> ids = names.stream().map(Named::id).toList();
        Map<Long, NameStore.Shown> shown = NameStore.shown(tx, ids);
        LocalDate day = listing.read().period().day();
        Map<Long, ChildFacts> facts = new HashMap<>();
        sweeps.ledger().facts().of(tx, ids, day).forEach(child -> facts.put(child.id(), child));
        return ids.stream()
                .filter(id -> shown.containsKey(id) && facts.containsKey(id))
                .map(id -> row(listing, shown.get(id), facts.get(id), day))
                .toList();
    }

    private Row row(Listing listing, NameStore.Shown child, ChildFacts facts, LocalDate day) {
        return new Row(
                child.id(),
                child.name(),
                sweeps.place(child.territory(), listing.language()),
                child.school(),
                child.grade(),
                child.gradeLetter(),
                reasons(listing, facts, day));
    }

    private List<String> reasons(Listing listing, ChildFacts facts, LocalDate day) {
        if (listing.side() == Side.PLACE) {
            int turn = listing.turns().get(listing.pass().roll().of(facts.id()));
            return List.of(sweeps.text(listing.language(), Message.of("what-if.turn", turn)));
        }
        Criterion then = Levers.possible(listing.read().order().then());
        List<Message> reasons =
                listing.side() == Side.IN ? List.of(Words.why(then, facts, day)) : Objections.of(then, facts, day);
        // Whoever left school is asked only where the criterion speaks of leaving.
        List<Message> told = reasons.isEmpty() ? List.of(Message.of("entitlement.left-school")) : reasons;
        return told.stream()
                .map(message -> sweeps.text(listing.language(), message))
                .distinct()
                .toList();
    }
}
