package kz.jolkarta.registry.entitlement;

import java.util.stream.IntStream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.places.TerritoryChoice;

/** What the pages of entitlements filter by. */
final class EntitlementFilters {
    private static final int FIRST_YEAR = 2020;

    private final TerritoryChoice territories;
    private final Sweeps sweeps;

    EntitlementFilters(TerritoryChoice territories, Sweeps sweeps) {
        this.territories = territories;
        this.sweeps = sweeps;
    }

    static Action reset(Words words, String href) {
        return Action.link(words.text("page.list.reset"), href);
    }

    Field place(Caller caller, Words words, Address address, Right right) {
        Scope scope = caller.user().scope(right);
        return territories.field(words, scope, address.value("territory"));
    }

    /** The years since the act came into force, the running one first. */
    Field year(Words words) {
        int running = sweeps.ledger().clock().today().getYear();
        return Field.choice(
                "year",
                words.text("page.entitlements.year"),
                IntStream.rangeClosed(FIRST_YEAR, running)
                        .map(i -> running + FIRST_YEAR - i)
                        .mapToObj(y -> new Field.Option(String.valueOf(y), String.valueOf(y)))
                        .toList());
    }
}
