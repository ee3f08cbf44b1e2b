package kz.jolkarta.core.db;

import java.lang.ref.SoftReference;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers that are worked out anew only after the data have changed, and by one asker for all who wait. Everything that makes answers differ (the scopes
 * of the reader, the day, the language) belongs to the key, so that nobody gets what another one may see. Memory that runs short takes answers back.
 */
public final class Remembered<K, V> {
    /** Nobody notices that an answer is worked out anew, and it is that of the moment. */
    private static final long SHORT = Duration.ofMillis(500).toNanos();

    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);

    private final Database database;
    private final Map<K, Slot<V>> slots;

    /** @param at when it was asked for: the data are no older */
    public record Dated<V>(V answer, Instant at) {}

    private static final class Slot<V> {
        private volatile SoftReference<Dated<V>> answer = new SoftReference<>(null);
        private volatile long changes;
        private volatile long nanos;
        private boolean renewed;
        private CompletableFuture<Dated<V>> first;
    }

    /** @param most answers that are kept, those asked for last */
    public Remembered(Database database, int most) {
        this.database = database;
        this.slots = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Slot<V>> eldest) {
                return size() > most;
            }
        };
    }

    /** The answer from the data as they are. @param work never null */
    public V of(K key, Supplier<V> work) {
        return current(slot(key), Instant.EPOCH, work).answer();
    }

    /**
     * The answer that is known, of the moment it says; when the data have changed since and it takes long, it is worked out anew behind the asker's back.
     * Only the first asker waits.
     */
    public Dated<V> dated(K key, Instant now, Supplier<V> work) {
        Slot<V> slot = slot(key);
        Dated<V> known = slot.answer.get();
        if (known == null || slot.nanos < SHORT) {
            return current(slot, now, work);
        }
        if (slot.changes != database.changes()) {
            renew(slot, now, work);
        }
        return known;
    }

    /**
     * As {@link #dated}, but the first asker waits no longer than this either: nothing while it is still worked out, which goes on. That it failed is told
     * to whoever asks next.
     */
    public Optional<Dated<V>> within(Duration patience, K key, Instant now, Supplier<V> work) {
        Slot<V> slot = slot(key);
        if (slot.answer.get() != null) {
            return Optional.of(dated(key, now, work));
        }
        CompletableFuture<Dated<V>> first = first(slot, now, work);
        try {
            Dated<V> found = first.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            forget(slot, first);
            return Optional.of(found);
        } catch (TimeoutException lasting) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failed) {
            forget(slot, first);
            if (failed.getCause() instanceof RuntimeException told) {
                throw told;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private CompletableFuture<Dated<V>> first(Slot<V> slot, Instant now, Supplier<V> work) {
        synchronized (slots) {
            if (slot.first == null) {
                slot.first = CompletableFuture.supplyAsync(() -> current(slot, now, work));
            }
            return slot.first;
        }
    }

    private void forget(Slot<V> slot, CompletableFuture<Dated<V>> first) {
        synchronized (slots) {
            slot.first = slot.first == first ? null : slot.first;
        }
    }

    /**
     * What is known, for whom nobody should wait: nothing at first; it is worked out anew behind the asker's back, and again after {@code rest} at the
     * earliest when the data have changed by then.
     */
    public Optional<V> known(K key, Instant now, Duration rest, Supplier<V> work) {
        Slot<V> slot = slot(key);
        Dated<V> known = slot.answer.get();
        if (known == null || !now.isBefore(known.at().plus(rest)) && slot.changes != database.changes()) {
            renew(slot, now, work);
        }
        return Optional.ofNullable(known).map(Dated::answer);
    }

    /** The answer from the data as they are, when it is known; nothing is worked out. */
    public Optional<V> ready(K key) {
        Slot<V> slot = slot(key);
        long changes = database.changes();
        return Optional.ofNullable(slot.answer.get())
                .filter(known -> slot.changes == changes)
                .map(Dated::answer);
    }

    private Slot<V> slot(K key) {
        synchronized (slots) {
            return slots.computeIfAbsent(key, k -> new Slot<>());
        }
    }

    private Dated<V> current(Slot<V> slot, Instant now, Supplier<V> work) {
        synchronized (slot) {
            // Read before the data: what changes meanwhile makes the answer an old one.
            long changes = database.changes();
            Dated<V> known = slot.answer.get();
            if (known == null || slot.changes != changes) {
                long start = System.nanoTime();
                known = new Dated<>(work.get(), now);
                slot.nanos = System.nanoTime() - start;
                slot.answer = new SoftReference<>(known);
                slot.changes = changes;
            }
            return known;
        }
    }

    private void renew(Slot<V> slot, Instant now, Supplier<V> work) {
        synchronized (slots) {
            if (slot.renewed) {
                return;
            }
            slot.renewed = true;
        }
        CompletableFuture.runAsync(() -> current(slot, now, work)).whenComplete((done, failed) -> {
            synchronized (slots) {
                slot.renewed = false;
            }
            if (failed != null) {
                // Nobody waits for it, and the next asker tries again.
                LOG.warn("What is remembered could not be worked out anew", failed);
            }
        });
    }
}
