package kz.jolkarta.registry.figures;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Remembered;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.Figures;
import kz.jolkarta.registry.RegistrySchema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Figures straight from the rows. All values over one table come from one statement that classifies each row once. */
@Component
public final class FigureStore implements Figures {
    private static final int KNOWN = 1000;

    /** Lists of ids that are kept, up to as many as there are children. */
    private static final int LISTED = 200;

    private final Database database;
    private final Remembered<Asked, Map<Wanted, List<Value>>> known;
    private final Remembered<Kept, Boolean> kept;
    private final Remembered<Asked, List<Gap>> gaps;
    private final Remembered<Behind, long[]> behind;
    private final Remembered<Asked, List<Money>> money;

    private record Behind(Chosen chosen, Period period, Scope scope) {}

    private record Asked(Period period, Scope scope) {}

    /** @param measure of which something is recorded, "" for the registry itself */
    private record Kept(String measure, Period period, Scope scope) {}

    /** @param tables only that they are there */
    @Activate
    public FigureStore(@Reference RegistrySchema tables, @Reference Database database) {
        this(database);
    }

    public FigureStore(Database database) {
        this.database = database;
        this.known = new Remembered<>(database, KNOWN);
        this.gaps = new Remembered<>(database, KNOWN);
        this.behind = new Remembered<>(database, LISTED);
        this.kept = new Remembered<>(database, 20 * KNOWN);
        this.money = new Remembered<>(database, KNOWN);
    }

    @Override
    public Map<Wanted, List<Value>> values(List<Wanted> wanted, Period period, Scope scope) {
        Map<Wanted, List<Value>> counted = known.of(new Asked(period, scope), HashMap::new);
        // A report, the page of one of its measures and the question why ask for the same figures: each is counted
        // once.
        synchronized (counted) {
            List<Wanted> missing = wanted.stream()
                    .distinct()
                    .filter(w -> !counted.containsKey(w))
                    .toList();
            counted.putAll(CountStore.of(database, missing, period, scope));
            return wanted.stream().distinct().collect(Collectors.toMap(w -> w, counted::get));
        }
    }

    @Override
    public List<BehindRow> rows(
            String measure, Selection selection, Period period, Scope scope, boolean persons, long after, int limit) {
        Chosen chosen = new Chosen(measure, selection);
        while (true) {
            long changes = database.changes();
            // Which rows they are is found out once; a page then reads its own by their keys.
            long[] all = behind.of(new Behind(chosen, period, scope), () -> ids(chosen, period, scope));
            List<Long> page = LongStream.of(all)
                    .filter(id -> id > after)
                    .limit(limit)
                    .boxed()
                    .toList();
            List<BehindRow> rows = database.read(tx -> BehindStore.chosen(tx, chosen, period, scope, persons, page));
            // Rows that went meanwhile would make the page look like the last one.
            if (rows.size() == page.size() || changes == database.changes()) {
                return rows;
            }
        }
    }

    private long[] ids(Chosen chosen, Period period, Scope scope) {
        LongStream.Builder ids = LongStream.builder();
        identities(
                List.of(chosen),
                period,
                scope,
                (one, districts) ->
                        districts.values().forEach(some -> LongStream.of(some).forEach(ids)));
        return ids.build().sorted().toArray();
    }

    @Override
    public void identities(
            List<Chosen> chosen, Period period, Scope scope, BiConsumer<Chosen, Map<String, long[]>> visitor) {
        database.read(tx -> {
            new IdentityStore(tx, period, scope, CountStore.districts(tx)).read(chosen, visitor);
            return chosen;
        });
    }

    @Override
    public List<BehindRow> rows(Chosen chosen, Period period, Scope scope, boolean persons, Collection<Long> ids) {
        return database.read(tx -> BehindStore.rows(tx, chosen, Frame.of(period, scope), persons, ids));
    }

    @Override
    public List<String> columns(Chosen chosen, Period period, Scope scope, boolean persons) {
        return BehindStore.columns(chosen, Frame.of(period, scope), persons);
    }

    @Override
    public Map<String, String> staffNames(Collection<Long> ids) {
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            database.read(tx -> {
                tx.each(
                        "select id, surname, given_name, patronymic from staff where id in (:ids)",
                        Map.of("ids", List.copyOf(ids)),
                        row -> names.put(
                                String.valueOf(row.number("id")),
                                Stream.of(row.text("surname"), row.text("given_name"), row.text("patronymic"))
                                        .filter(part -> !part.isEmpty())
                                        .collect(Collectors.joining(" "))));
                return ids;
            });
        }
        return names;
    }

    @Override
    public boolean recorded(String measure, Period period, Scope scope) {
        return kept.of(new Kept(measure, period, scope), () -> anyRecord(measure, period, scope));
    }

    private boolean anyRecord(String measure, Period period, Scope scope) {
        String reach = " and " + scope.condition("territory");
        Map<String, Object> params = Map.of(
                "measure",
                measure,
                "year",
                period.year(),
                "first",
                period.from(),
                "last",
                LocalDate.of(period.year(), 12, 31));
        return database.read(tx -> List.of(
                        "activity where measure = :measure and starts <= :last and ends >= :first",
                        "award where measure = :measure and award_year = :year",
                        "deliverable where measure = :measure and (deliverable_year = :year or adopted_on between :first and :last)",
                        "quota where measure = :measure and quota_year = :year",
                        "payment where measure = :measure and paid_on between :first and :last")
                .stream()
                .anyMatch(rows -> exists(tx, rows + reach, params)));
    }

    @Override
    public List<Gap> gaps(Period period, Scope scope) {
        return gaps.of(new Asked(period, scope), () -> database.read(tx -> GapStore.gaps(tx, period, scope)));
    }

    @Override
    public Map<String, Long> children() {
        Map<String, Long> children = new TreeMap<>();
        database.read(tx -> {
            tx.each(
                    "select x.d, count(*) as n from (select substr(territory, 1, 2) as d from child) x group by x.d",
                    Map.of(),
                    row -> children.put(row.text("d") + "0000000", row.number("n")));
            return children;
        });
        return children;
    }

    @Override
    public boolean populated(Period period, Scope scope) {
        return kept.of(new Kept("", period, scope), () -> anyChild(period, scope));
    }

    private boolean anyChild(Period period, Scope scope) {
        return database.read(tx -> ResidentStore.livedIn(tx, period.day(), scope)
                || exists(
                        tx,
                        "child c where (c.resident_from is null or c.resident_from <= :day) and c.registered_on <= :day"
                                + " and (c.left_on is null or c.left_on > :day) and " + Frame.KEPT + " and "
                                + scope.condition("c.territory"),
                        Map.of("day", period.day())));
    }

    private static boolean exists(Tx tx, String rows, Map<String, ?> params) {
        return tx.one("select id from " + rows + " fetch first 1 rows only", params, row -> row.number("id"))
                .isPresent();
    }

    @Override
    public List<Money> money(Period period, Scope scope) {
        return money.of(
                new Asked(period, scope),
                () -> database.read(tx -> {
                    return MoneyStore.money(tx, period, scope, CountStore.districts(tx));
                }));
    }

    @Override
    public Text name(String territory, LocalDate day) {
        Map<String, Object> params = Map.of("code", territory, "day", day);
        return database.read(tx -> tx.one(
                        "select name_kk, name_ru, name_en from territory_name where code = :code and valid_from <= :day and valid_to >= :day",
                        params,
                        FigureStore::text)
                .or(() -> tx.one(
                        "select name_kk, name_ru, name_en from territory where code = :code",
                        Map.of("code", territory),
                        FigureStore::text))
                .orElse(new Text("", "", "")));
    }

    private static Text text(Row row) {
        return new Text(row.text("name_kk"), row.text("name_ru"), row.text("name_en"));
    }
}
