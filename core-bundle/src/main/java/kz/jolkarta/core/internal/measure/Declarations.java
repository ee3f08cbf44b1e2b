package kz.jolkarta.core.internal.measure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.i18n.KeptTexts;
import kz.jolkarta.core.internal.measure.DeclarationStore.Kept;
import kz.jolkarta.core.measure.Measures.Former;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what measures declare, so that one that left is still known. It writes in a thread of its own: a measure that arrives does not wait for the
 * database. A node that stops takes its measures for gone, and for back when it starts; one that is away then has left with the stop.
 */
@Component(service = Declarations.class)
public final class Declarations {
    private static final Logger LOG = LoggerFactory.getLogger(Declarations.class);
    private static final long SECONDS_TO_NEXT_TRY = 10;

    private final Database database;
    private final OfficeClock clock;
    private final KeptTexts texts;
    private final ScheduledThreadPoolExecutor writer =
            new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "jolkarta-declarations"));
    private volatile List<Declared> installed = List.of();
    private volatile List<Former> former = List.of();

    @Activate
    public Declarations(@Reference Database database, @Reference OfficeClock clock, @Reference KeptTexts texts) {
        this.database = database;
        this.clock = clock;
        this.texts = texts;
        writer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Deactivate
    void close() {
        // Without interrupting: an interrupt within Derby closes the database.
        writer.shutdown();
    }

    /** What is installed and in order from now on. */
    void installed(List<Declared> now) {
        installed = now;
        writer.execute(() -> settle(now));
    }

    /** As of the last change that was written. */
    List<Former> former() {
        return former;
    }

    private void settle(List<Declared> now) {
        if (now != installed) {
            // A later change is waiting already and has all of this one.
            return;
        }
        try {
            show(database.call(tx -> written(tx, now, clock.now())));
        } catch (RuntimeException e) {
            // The database may be away for a moment; the measures work meanwhile.
            LOG.warn("The declarations are not written, trying again in {} s", SECONDS_TO_NEXT_TRY, e);
            try {
                writer.schedule(() -> settle(now), SECONDS_TO_NEXT_TRY, TimeUnit.SECONDS);
            } catch (RejectedExecutionException closed) {
                LOG.debug("The declarations are closed", closed);
            }
        }
    }

    private static Map<String, Kept> written(Tx tx, List<Declared> now, Instant when) {
        Map<String, Kept> kept = new LinkedHashMap<>(DeclarationStore.all(tx));
        Map<String, Declared> present = new LinkedHashMap<>();
        now.forEach(declared -> present.put(declared.measure().code(), declared));
        present.forEach((code, declared) -> {
            Kept before = kept.put(code, new Kept(Optional.of(declared), Optional.empty()));
            if (before == null) {
                DeclarationStore.insert(tx, declared);
            } else if (before.left().isPresent() || !before.declared().equals(Optional.of(declared))) {
                DeclarationStore.update(tx, declared);
            }
        });
        kept.replaceAll((code, one) -> {
            if (present.containsKey(code) || one.left().isPresent()) {
                return one;
            }
            DeclarationStore.left(tx, code, when);
            return new Kept(one.declared(), Optional.of(when));
        });
        return kept;
    }

    private void show(Map<String, Kept> kept) {
        Map<Language, Map<String, String>> words = new EnumMap<>(Language.class);
        List<Former> gone = new ArrayList<>();
        for (Kept one : kept.values()) {
            one.declared().ifPresent(declared -> {
                declared.texts()
                        .forEach((language, own) -> words.computeIfAbsent(language, l -> new LinkedHashMap<>())
                                .putAll(own));
                one.left().ifPresent(left -> gone.add(new Former(declared.measure(), left)));
            });
        }
        texts.keep(words);
        former = List.copyOf(gone);
    }
}
