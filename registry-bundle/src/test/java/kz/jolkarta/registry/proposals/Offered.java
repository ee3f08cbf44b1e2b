package kz.jolkarta.registry.proposals;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.jolkarta.registry.places.Gazetteer;
import kz.jolkarta.registry.records.Ledger;

/** Whom each kind of record is proposed to, for tests of other packages. */
public final class Offered {
    private Offered() {}

    /** @return ids of children by the code of the proposal; a kind that nobody is offered is not in it */
    public static Map<String, Set<Long>> children(Ledger ledger, Gazetteer gazetteer, Collection<Long> children) {
        Proposals proposals = new Proposals(ledger, gazetteer);
        Offers offers = proposals.offers(proposals.year("year", Optional.empty()));
        Map<String, Set<Long>> offered = new HashMap<>();
        ledger.database()
                .read(tx -> proposals.of(tx, children, offers))
                .forEach((child, found) -> found.offered()
                        .forEach(p -> offered.computeIfAbsent(p.kind().code(), code -> new TreeSet<>())
                                .add(child)));
        return offered;
    }
}
