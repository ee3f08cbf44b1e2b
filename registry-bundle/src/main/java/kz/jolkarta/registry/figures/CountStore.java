package kz.jolkarta.registry.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Beside;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.registry.Figures.Value;
import kz.jolkarta.core.registry.Figures.Wanted;
import kz.jolkarta.registry.coordinators.Seats;

/** Counts figures: one pass over each kind of rows, shared by two who read at once. */
final class CountStore {
    /** Values in one statement; Derby turns a statement into one class, whose size is limited. */
    private static final int AT_ONCE = 40;

    /** Fewer kinds of rows are read sooner than somebody else has begun. */
    private static final int MANY_KINDS = 4;

    private CountStore() {}

    /** @return by what was wanted, as {@link kz.jolkarta.core.registry.Figures#values} */
    static Map<Wanted, List<Value>> of(Database database, List<Wanted> wanted, Period period, Scope scope) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<PassStore.Kind, List<Wanted>> kinds = new LinkedHashMap<>();
        wanted.forEach(w -> kinds.computeIfAbsent(PassStore.Kind.of(w, period, scope), k -> new ArrayList<>())
                .add(w));
        PassStore.Districts districts = database.read(tx -> districts(tx, wanted, period, scope));
        List<PassStore> apart = new ArrayList<>();
        List<PassStore> ofCensus = new ArrayList<>();
        kinds.forEach((kind, all) -> {
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                List<Wanted> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
                (CensusStore.needed(some, period, scope) ? ofCensus : apart).add(new PassStore(kind, some, districts));
            }
        });
        Map<Wanted, List<Value>> values = new ConcurrentHashMap<>();
        Queue<PassStore> first = new ConcurrentLinkedQueue<>(apart);
        Queue<PassStore> then = new ConcurrentLinkedQueue<>(ofCensus);
        CompletableFuture<Map<Frame.Lived, Census>> censuses = new CompletableFuture<>();
        try {
            // Whoever is free takes the next pass; only those of the census have to wait for it, and never for a
            // connection.
            CompletableFuture<Integer> other = database.read(tx -> {
                CompletableFuture<Integer> started = kinds.size() < MANY_KINDS
                        ? CompletableFuture.completedFuture(0)
                        : Beside.start(
                                "figures",
                                () -> database.read(own -> {
                                    passes(own, first, period, scope, Map.of(), values);
                                    return passes(own, then, period, scope, Beside.join(censuses), values);
                                }));
                Map<Frame.Lived, Census> read = CensusStore.read(tx, wanted, period, scope);
                censuses.complete(read);
                passes(tx, then, period, scope, read, values);
                passes(tx, first, period, scope, Map.of(), values);
                return started;
            });
            Beside.join(other);
        } catch (RuntimeException | Error failed) {
            censuses.completeExceptionally(failed);
            throw failed;
        }
        return values;
    }

    /** @return how many passes were made */
    private static int passes(
            Tx tx,
            Queue<PassStore> waiting,
            Period period,
            Scope scope,
            Map<Frame.Lived, Census> censuses,
            Map<Wanted, List<Value>> values) {
        int made = 0;
        for (PassStore pass = waiting.poll(); pass != null; pass = waiting.poll()) {
            values.putAll(pass.values(tx, period, scope, censuses));
            made++;
        }
        return made;
    }

    private static PassStore.Districts districts(Tx tx, List<Wanted> wanted, Period period, Scope scope) {
        boolean asked = wanted.stream().flatMap(w -> w.by().stream()).anyMatch(Dimension.COORDINATOR::equals);
        return asked
                ? new PassStore.Districts(
                        codes(tx), CaseloadStore.coordinators(tx, period, scope), CaseloadStore.seats(tx, period))
                : districts(tx);
    }

    /** Without those who answer for them. */
    static PassStore.Districts districts(Tx tx) {
        return new PassStore.Districts(codes(tx), Map.of(), new Seats(Map.of()));
    }

    /** Codes of the second-level units by their first four digits; those of a city's districts do not end in five zeros. */
    private static Map<String, String> codes(Tx tx) {
        Map<String, String> codes = new HashMap<>();
        tx.each(
                "select code from territory where kind in ('DISTRICT', 'CITY_ADMINISTRATION', 'CITY_DISTRICT') order by code",
                Map.of(),
                row -> codes.putIfAbsent(row.text("code").substring(0, 4), row.text("code")));
        return codes;
    }
}
