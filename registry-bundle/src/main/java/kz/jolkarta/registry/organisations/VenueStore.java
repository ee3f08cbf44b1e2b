package kz.jolkarta.registry.organisations;

import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Tx;

/** Which organisation a configuration brought, and what it said last. */
final class VenueStore {
    /** @param card hash of what the configuration said last */
    record Kept(long id, String card) {}

    private VenueStore() {}

    static Optional<Kept> find(Tx tx, String key) {
        return tx
                .list(
                        "select id, venue_card from organisation where venue_key = :key",
                        Map.of("key", key),
                        row -> new Kept(
                                row.number("id"), row.optionalText("venue_card").orElse("")))
                .stream()
                .findFirst();
    }

    /** One that people entered before the configuration came, by its number or by kind, name and place. */
    static Optional<Long> adoptable(Tx tx, Organisation organisation) {
        return tx
                .list(
                        "select id from organisation where venue_key is null and (bin = :bin"
                                + " or territory = :territory and kind = :kind and name_key = :key) order by id",
                        Map.of(
                                "bin",
                                organisation.bin() == null ? "" : organisation.bin(),
                                "territory",
                                organisation.code(),
                                "kind",
                                organisation.kind(),
                                "key",
                                organisation.nameKey()),
                        row -> row.number("id"))
                .stream()
                .findFirst();
    }

    static void mark(Tx tx, long id, String key, String card) {
        tx.update(
                "update organisation set venue_key = :key, venue_card = :card where id = :id",
                Map.of("id", id, "key", key, "card", card));
    }
}
