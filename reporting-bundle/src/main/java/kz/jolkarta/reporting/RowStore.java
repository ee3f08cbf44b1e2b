package kz.jolkarta.reporting;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import kz.jolkarta.core.db.Tx;

/** Frozen rows by their hash: the same rows of several figures or revisions are kept once. */
final class RowStore {
    private static final int AT_ONCE = 100;

    private RowStore() {}

    static void keep(Tx tx, List<Freezer.Packed> rows) {
        Set<String> known = new HashSet<>();
        chunks(rows.stream().map(Freezer.Packed::hash).toList())
                .forEach(some -> tx.each(
                        "select hash from report_rows where hash in (:hashes)",
                        Map.of("hashes", some),
                        row -> known.add(row.text("hash"))));
        List<Map<String, Object>> fresh = rows.stream()
                .filter(r -> !known.contains(r.hash()))
                .map(r -> Map.<String, Object>of("hash", r.hash(), "count", r.count(), "packed", r.bytes()))
                .toList();
        if (!fresh.isEmpty()) {
            tx.batch("insert into report_rows (hash, row_count, packed) values (:hash, :count, :packed)", fresh);
        }
    }

    /** Empty when they are not there, or are not what their hash says. */
    static Optional<FrozenRows> find(Tx tx, Snapshot.Frozen frozen) {
        Map<String, FrozenRows> found = new HashMap<>();
        each(tx, List.of(frozen), found::put);
        return Optional.ofNullable(found.get(frozen.sha256()));
    }

    /** Each that is there and whole, one after the other. */
    static void each(Tx tx, Collection<Snapshot.Frozen> wanted, BiConsumer<String, FrozenRows> visitor) {
        if (wanted.stream().anyMatch(f -> f.rows() == 0)) {
            FrozenRows none = new FrozenRows(Map.of());
            visitor.accept(none.hash(), none);
        }
        List<String> hashes = wanted.stream()
                .filter(f -> f.rows() > 0)
                .map(Snapshot.Frozen::sha256)
                .distinct()
                .toList();
        chunks(hashes)
                .forEach(some -> tx.each(
                        "select hash, row_count, packed from report_rows where hash in (:hashes)",
                        Map.of("hashes", some),
                        row -> whole(row.text("hash"), row.bytes("packed"), row.integer("row_count"))
                                .ifPresent(rows -> visitor.accept(row.text("hash"), rows))));
    }

    private static Optional<FrozenRows> whole(String hash, byte[] packed, int count) {
        try {
            return Optional.of(FrozenRows.unpacked(packed, count))
                    .filter(rows -> rows.hash().equals(hash));
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private static List<List<String>> chunks(List<String> all) {
        return java.util.stream.IntStream.iterate(0, from -> from < all.size(), from -> from + AT_ONCE)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                .toList();
    }
}
