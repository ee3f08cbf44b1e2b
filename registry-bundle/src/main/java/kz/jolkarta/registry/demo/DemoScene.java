package kz.jolkarta.registry.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongSupplier;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Audit.Entry;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;

/** One step of the demonstration while it is written: rows are gathered by table and go in as sets. The same seed gives the same rows. */
final class DemoScene {
    static final String REGION = "230000000";

    /** What others refer to comes first. */
    private static final List<String> TABLES = List.of(
            "organisation",
            "staff",
            "consent",
            "achievement",
            "diagnostic_result",
            "activity",
            "participation",
            "activity_session",
            "presence",
            "quota",
            "award",
            "payment",
            "deliverable",
            "deliverable_child");

    final LocalDate today;
    final Instant now;
    final List<DemoChild> children;
    final Random random;
    final DemoWords words;

    private final LongSupplier ids;
    private final Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    DemoScene(LocalDate today, Instant now, List<DemoChild> children, long seed, DemoWords words, LongSupplier ids) {
        this.today = today;
        this.now = now;
        this.children = List.copyOf(children);
        this.random = new Random(seed);
        this.words = words;
        this.ids = ids;
    }

    long id() {
        return ids.getAsLong();
    }

    /** A row to be inserted; values may be null. */
    void add(String table, Object... columnsAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            row.put((String) columnsAndValues[i], columnsAndValues[i + 1]);
        }
        if (!TABLES.contains(table)) {
            throw new IllegalArgumentException(table);
        }
        rows.computeIfAbsent(table, t -> new ArrayList<>()).add(row);
    }

    void audited(String kind, long id, String territory) {
        entries.add(new Entry(Action.CREATE, kind, id, territory, "demonstration"));
    }

    String one(String key) {
        return one(words.all(key));
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** @return true so many times of a hundred */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** So many of them, each once; fewer when there are no more. */
    <T> List<T> some(List<T> of, int count) {
        List<T> shuffled = new ArrayList<>(of);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, Math.min(count, shuffled.size())));
    }

    LocalDate between(LocalDate from, LocalDate to) {
        long days = Math.max(0, ChronoUnit.DAYS.between(from, to));
        return from.plusDays(random.nextInt((int) days + 1));
    }

    /** Writes what was gathered. */
    void write(Tx tx, Audit audit, User user) {
        TABLES.forEach(table -> DemoStore.insert(tx, table, rows.getOrDefault(table, List.of())));
        if (!entries.isEmpty()) {
            audit.record(tx, user, entries);
        }
    }
}
