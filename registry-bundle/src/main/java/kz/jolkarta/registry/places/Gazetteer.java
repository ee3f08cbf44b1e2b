package kz.jolkarta.registry.places;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.registry.Territories;
import kz.jolkarta.registry.RegistrySchema;
import kz.jolkarta.registry.children.NameKey;
import kz.jolkarta.registry.places.TerritoryStore.FormerName;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All territorial units in memory: they are few, seldom changed, and asked for with every row of a list. */
@Component(service = {Territories.class, Gazetteer.class})
public final class Gazetteer implements Territories {
    private static final Logger LOG = LoggerFactory.getLogger(Gazetteer.class);

    /** How long another node's change may stay unseen. */
    private static final long NANOS_FRESH = 300L * 1_000_000_000L;

    /**
     * @param districts codes of the units directly below a region, by the region
     * @param keys folded names of a unit in all languages, by its code
     */
    private record Book(
            long readAt,
            TreeMap<String, Unit> units,
            Map<String, List<String>> districts,
            Map<String, List<FormerName>> names,
            Map<String, List<String>> keys) {}

    private final Database database;
    private final long nanosFresh;
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile Book book;

    /** @param schema only that the tables are there */
    @Activate
    public Gazetteer(@Reference RegistrySchema schema, @Reference Database database) {
        this(database);
    }

    public Gazetteer(Database database) {
        this(database, NANOS_FRESH);
    }

    Gazetteer(Database database, long nanosFresh) {
        this.database = database;
        this.nanosFresh = nanosFresh;
        refresh();
    }

    /** To be called after every change of a unit. */
    public void refresh() {
        book = database.read(tx -> {
            TreeMap<String, Unit> units = new TreeMap<>();
            Map<String, List<String>> districts = new HashMap<>();
            Map<String, List<String>> keys = new HashMap<>();
            for (Unit unit : TerritoryStore.all(tx)) {
                units.put(unit.code(), unit);
                keys.put(unit.code(), keys(unit.name()));
                if (unit.parent().endsWith("0000000")) {
                    districts
                            .computeIfAbsent(unit.parent(), p -> new ArrayList<>())
                            .add(unit.code());
                }
            }
            Map<String, List<FormerName>> names = new HashMap<>();
            TerritoryStore.names(tx)
                    .forEach(n -> names.computeIfAbsent(n.code(), c -> new ArrayList<>())
                            .add(n));
            return new Book(System.nanoTime(), units, districts, names, keys);
        });
    }

    @Override
    public Optional<Territory> find(String code) {
        return unit(code).map(u -> territory(u, u.name()));
    }

    Optional<Unit> unit(String code) {
        return Optional.ofNullable(book().units.get(code));
    }

    /** Today's name of a unit; its code where there is no such unit. */
    public Text name(String code) {
        return unit(code).map(Unit::name).orElseGet(() -> new Text(code, code, code));
    }

    @Override
    public List<Territory> regions(LocalDate day) {
        Book now = book();
        return now.units.values().stream()
                .filter(u -> u.kind() == UnitKind.REGION && u.existsOn(day))
                .map(u -> territory(u, nameOn(now, u, day)))
                .toList();
    }

    @Override
    public List<Territory> districts(String region) {
        Book now = book();
        return now.districts.getOrDefault(region, List.of()).stream()
                .map(now.units::get)
                .filter(u -> u.kind() == UnitKind.DISTRICT
                        || u.kind() == UnitKind.CITY_ADMINISTRATION
                        || u.kind() == UnitKind.CITY_DISTRICT)
                .map(u -> territory(u, u.name()))
                .toList();
    }

    @Override
    public String regionOn(LocalDate day, String territory) {
        if (territory.isEmpty()) {
            return "";
        }
        String region = territory.substring(0, 2) + "0000000";
        return unit(region)
                .filter(u -> day.isBefore(u.from()))
                .flatMap(Unit::formerly)
                .orElse(region);
    }

    /** The unit with its names in the language, its district and its region; the bare code where there is no such unit. */
    public Place place(String code, Language language) {
        Optional<Unit> unit = unit(code);
        if (unit.isEmpty()) {
            return Place.of(code);
        }
        String district = district(code).map(d -> d.name().in(language)).orElse(null);
        return new Place(
                code,
                unit.get().name().in(language),
                district,
                name(code.substring(0, 2) + "0000000").in(language));
    }

    /** Whether the unit is rural; empty for an unknown one and for what is no settlement. */
    public Optional<Boolean> rural(String code) {
        return unit(code).flatMap(Unit::rural);
    }

    /** A unit people may live in that exists on the day. */
    public boolean residence(String code, LocalDate day) {
        return unit(code).filter(u -> u.kind().inhabited() && u.existsOn(day)).isPresent();
    }

    /**
     * The second-level unit that a place belongs to.
     *
     * @return empty for a region
     */
    public Optional<Territory> district(String code) {
        return unit(code)
                .filter(u -> u.kind() != UnitKind.REGION)
                .flatMap(u -> climb(u, above -> above.parent().endsWith("0000000")))
                .map(u -> territory(u, u.name()));
    }

    private Optional<Unit> climb(Unit from, Predicate<Unit> reached) {
        Optional<Unit> unit = Optional.of(from);
        while (unit.isPresent() && !reached.test(unit.get())) {
            unit = unit(unit.get().parent());
        }
        return unit;
    }

    /**
     * Units whose name has a word beginning with the text in any spelling, in the order of their codes.
     *
     * @param name "" for any
     * @param after code of the last one seen, "" from the start
     */
    List<Unit> search(String name, Predicate<Unit> wanted, String after, int limit) {
        Book now = book();
        String key = NameKey.of(name);
        if (key.isEmpty() && !name.isBlank()) {
            return List.of();
        }
        String word = " " + key;
        return now.units.tailMap(after, false).values().stream()
                .filter(wanted)
                .filter(u -> key.isEmpty() || now.keys.get(u.code()).stream().anyMatch(k -> k.contains(word)))
                .limit(limit)
                .toList();
    }

    private Book book() {
        Book now = book;
        if (System.nanoTime() - now.readAt > nanosFresh && reading.compareAndSet(false, true)) {
            // On a thread of its own: the caller may be within a transaction that writes.
            Thread reader = new Thread(this::reread, "jolkarta-gazetteer");
            reader.setDaemon(true);
            reader.start();
        }
        return now;
    }

    private void reread() {
        try {
            refresh();
        } catch (RuntimeException failed) {
            LOG.warn("The territories could not be read again", failed);
        } finally {
            reading.set(false);
        }
    }

    private static Text nameOn(Book book, Unit unit, LocalDate day) {
        return book.names.getOrDefault(unit.code(), List.of()).stream()
                .filter(n -> !day.isBefore(n.from()) && !day.isAfter(n.to()))
                .map(FormerName::name)
                .findFirst()
                .orElse(unit.name());
    }

    /** Each with a space before it, so that a word's beginning can be told from its middle. */
    private static List<String> keys(Text name) {
        return List.of(" " + NameKey.of(name.kk()), " " + NameKey.of(name.ru()), " " + NameKey.of(name.en()));
    }

    private static Territory territory(Unit unit, Text name) {
        return new Territory(unit.code(), unit.parent(), unit.kind().name(), unit.rural(), name);
    }
}
