package kz.jolkarta.registry.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Text;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Selection;
import kz.jolkarta.core.registry.Figures;
import kz.jolkarta.registry.RegistrySchema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Figures straight from the rows. All values over one table come from one statement that classifies each row once. */
@Component
public final class FigureStore implements Figures {
    /** Values in one statement; Derby turns a statement into one class, whose size is limited. */
    private static final int AT_ONCE = 40;

    private final Database database;

    /** @param tables only that they are there */
    @Activate
    public FigureStore(@Reference RegistrySchema tables, @Reference Database database) {
        this(database);
    }

    public FigureStore(Database database) {
        this.database = database;
    }

    /** What one statement answers: a table, read by plain rows or joined with what multiplies them. */
    private record Pass(Base base, boolean byType, boolean byTalent) {
        static Pass of(Wanted wanted) {
            Base base = Base.of(wanted.selection());
            boolean talent = wanted.by().filter(Dimension.TALENT::equals).isPresent();
            boolean type = base == Base.PARTICIPANTS
                    && wanted.by().filter(Dimension.TYPE::equals).isPresent();
            return new Pass(base, type, talent);
        }
    }

    private record Place(String district, String key) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byDistrict = district.compareTo(other.district);
            return byDistrict != 0 ? byDistrict : key.compareTo(other.key);
        }
    }

    @Override
    public Map<Wanted, List<Value>> values(List<Wanted> wanted, Period period, Scope scope) {
        Map<Pass, List<Wanted>> passes = new LinkedHashMap<>();
        wanted.stream()
                .distinct()
                .forEach(w -> passes.computeIfAbsent(Pass.of(w), p -> new ArrayList<>())
                        .add(w));
        return database.read(tx -> {
            Map<String, String> districts = districts(tx);
            Map<Wanted, List<Value>> values = new LinkedHashMap<>();
            passes.forEach((pass, all) -> {
                for (int from = 0; from < all.size(); from += AT_ONCE) {
                    List<Wanted> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
                    values.putAll(pass(tx, pass, some, period, scope, districts));
                }
            });
            return values;
        });
    }

    private static Map<Wanted, List<Value>> pass(
            Tx tx, Pass pass, List<Wanted> wanted, Period period, Scope scope, Map<String, String> districts) {
        Statement statement = new Statement(pass.base(), period, scope);
        Set<Dimension> by = new TreeSet<>();
        wanted.forEach(w -> w.by().ifPresent(by::add));
        StringBuilder flags = new StringBuilder();
        StringBuilder sums = new StringBuilder();
        List<Wanted> plain = wanted.stream().map(FigureStore::plain).distinct().toList();
        for (int i = 0; i < plain.size(); i++) {
            Wanted w = plain.get(i);
            String amount = w.amount().map(pass.base()::amount).orElse("1");
            flags.append(", case when ")
                    .append(statement.condition(w.measure(), w.selection()))
                    .append(" then ")
                    .append(amount)
                    .append(" else 0 end as f")
                    .append(i);
            sums.append(", sum(x.f").append(i).append(") as f").append(i);
        }
        StringBuilder keys = new StringBuilder();
        StringBuilder groups = new StringBuilder("x.d");
        for (Dimension dimension : by) {
            keys.append(", ")
                    .append(pass.base().dimension(dimension))
                    .append(" as by_")
                    .append(dimension.kind());
            groups.append(", x.by_").append(dimension.kind());
        }
        String from = pass.byTalent() && pass.base() == Base.CHILDREN
                ? CriterionSql.fromTalents(statement.bind(period.day()))
                : statement.from(pass.byType()) + (pass.byTalent() ? talents(statement, period) : "");
        String sql = "select " + groups + sums + " from (select substr("
                + pass.base().territory() + ", 1, 4) as d" + keys + flags + " from " + from + " where "
                + statement.where() + ") x group by " + groups;
        return collected(tx, sql, statement, wanted, plain, districts);
    }

    /** The figure without its breakdown: one column gives the sum and, by the groups, all breakdowns of it. */
    private static Wanted plain(Wanted wanted) {
        return new Wanted(wanted.measure(), wanted.selection(), wanted.amount(), Optional.empty());
    }

    /** Each field of a child once, however often it was identified. */
    private static String talents(Statement statement, Period period) {
        String day = statement.bind(period.day());
        return " join child_talent k on k.child_id = c.id and k.identified_on <= " + day
                + " and not exists (select 1 from child_talent x where x.child_id = k.child_id and x.field = k.field"
                + " and x.id < k.id and x.identified_on <= " + day + ")";
    }

    private static Map<Wanted, List<Value>> collected(
            Tx tx,
            String sql,
            Statement statement,
            List<Wanted> wanted,
            List<Wanted> plain,
            Map<String, String> districts) {
        Map<Wanted, Map<Place, Long>> found = new LinkedHashMap<>();
        wanted.forEach(w -> found.put(w, new TreeMap<>()));
        tx.each(sql, statement.params(), row -> {
            String prefix = row.text("d");
            String district = districts.getOrDefault(prefix, prefix.isEmpty() ? "" : prefix + "00000");
            for (Wanted w : wanted) {
                long value = row.number("f" + plain.indexOf(plain(w)));
                if (value != 0) {
                    Place place =
                            new Place(district, w.by().map(by -> key(row, by)).orElse(""));
                    found.get(w).merge(place, value, Long::sum);
                }
            }
        });
        Map<Wanted, List<Value>> values = new LinkedHashMap<>();
        found.forEach((w, places) -> values.put(
                w,
                places.entrySet().stream()
                        .filter(e -> e.getValue() != 0)
                        .map(e -> new Value(e.getKey().district(), e.getKey().key(), e.getValue()))
                        .toList()));
        return values;
    }

    /** Codes of a breakdown: an enum's in lower case with hyphens; {@code none} for a row that says nothing. */
    private static String key(Row row, Dimension by) {
        String label = "by_" + by.kind();
        if (by.equals(Dimension.GRADE_BAND)) {
            return List.of("none", "primary", "basic", "senior").get(row.integer(label) + 1);
        }
        String code = row.text(label).strip();
        return code.isEmpty()
                ? "none"
                : by.equals(Dimension.SEX) || by.equals(Dimension.TALENT)
                        ? code.toLowerCase(Locale.ROOT).replace('_', '-')
                        : code;
    }

    /** Codes of the second-level units by their first four digits; those of a city's districts do not end in five zeros. */
    private static Map<String, String> districts(Tx tx) {
        Map<String, String> codes = new HashMap<>();
        tx.each(
                "select code from territory where kind in ('DISTRICT', 'CITY_ADMINISTRATION', 'CITY_DISTRICT') order by code",
                Map.of(),
                row -> codes.putIfAbsent(row.text("code").substring(0, 4), row.text("code")));
        return codes;
    }

    @Override
    public List<BehindRow> rows(
            String measure, Selection selection, Period period, Scope scope, boolean persons, long after, int limit) {
        return database.read(tx -> BehindStore.rows(tx, measure, selection, period, scope, persons, after, limit));
    }

    @Override
    public boolean recorded(String measure, Period period, Scope scope) {
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
    public boolean populated(Period period, Scope scope) {
        return database.read(tx -> exists(
                tx,
                "child where registered_on <= :day and (left_on is null or left_on > :day) and state <> 'ARCHIVED' and "
                        + scope.condition("territory"),
                Map.of("day", period.day())));
    }

    private static boolean exists(Tx tx, String rows, Map<String, ?> params) {
        return tx.one("select id from " + rows + " fetch first 1 rows only", params, row -> row.number("id"))
                .isPresent();
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
