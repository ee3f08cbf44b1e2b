package kz.jolkarta.registry.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Page;

/**
 * What a list can be sorted by, always with the id after it, so that rows of the same value keep their places and a page's key names one row.
 * An order is asked for by its code, falling with a hyphen before it.
 */
public final class Orders<T> {
    private enum Kind {
        TEXT,
        NUMBER,
        DAY
    }

    /** @param column of the SQL, never null in a row; "" for the id alone */
    private record By<T>(String column, Kind kind, Function<T, ? extends Comparable<?>> value) {}

    private final String id;
    private final ToLongFunction<T> number;
    private final String usual;
    private final Map<String, By<T>> all;

    private Orders(String id, ToLongFunction<T> number, String usual, Map<String, By<T>> all) {
        this.id = id;
        this.number = number;
        this.usual = usual;
        this.all = all;
    }

    /** @param id its column in the SQL, "" for lists that are computed; @param usual the order when none is asked for */
    public static <T> Orders<T> of(String id, ToLongFunction<T> number, String usual) {
        return new Orders<>(id, number, usual, Map.of());
    }

    public Orders<T> id(String code) {
        return by(code, "", Kind.NUMBER, number::applyAsLong);
    }

    public Orders<T> text(String code, String column, Function<T, String> value) {
        return by(code, column, Kind.TEXT, value);
    }

    public Orders<T> number(String code, String column, Function<T, Long> value) {
        return by(code, column, Kind.NUMBER, value);
    }

    public Orders<T> day(String code, String column, Function<T, LocalDate> value) {
        return by(code, column, Kind.DAY, value);
    }

    private Orders<T> by(String code, String column, Kind kind, Function<T, ? extends Comparable<?>> value) {
        Map<String, By<T>> more = new LinkedHashMap<>(all);
        more.put(code, new By<>(column, kind, value));
        return new Orders<>(id, number, usual, more);
    }

    /** The order that holds when none is asked for. */
    public String usual() {
        return usual;
    }

    /** @param sort null or blank for the usual one; @throws Problem INVALID at {@code sort} for one that the list does not have */
    public Order<T> of(String sort) {
        String asked = sort == null || sort.isBlank() ? usual : sort.strip();
        boolean down = asked.startsWith("-");
        By<T> by = all.get(down ? asked.substring(1) : asked);
        if (by == null) {
            List<String> codes = new ArrayList<>();
            all.keySet().forEach(code -> codes.addAll(List.of(code, "-" + code)));
            throw Problem.field("sort", "record.choice", String.join(", ", codes));
        }
        return new Order<>(id, number, by, down);
    }

    /** One of the orders. */
    public static final class Order<T> {
        private final String id;
        private final ToLongFunction<T> number;
        private final By<T> by;
        private final boolean down;

        private Order(String id, ToLongFunction<T> number, By<T> by, boolean down) {
            this.id = id;
            this.number = number;
            this.by = by;
            this.down = down;
        }

        public String sql() {
            String falling = down ? " desc" : "";
            return by.column.isEmpty() ? id + falling : by.column + falling + ", " + id + falling;
        }

        /** What comes after the page's key; written so that an index over column and id is read from there. */
        public Query after(Query query, Paging page) {
            if (page.first()) {
                return query;
            }
            String beyond = down ? " < " : " > ";
            query.with("kid", page.id());
            return by.column.isEmpty()
                    ? query.and(id + beyond + ":kid")
                    : query.and(by.column + beyond.stripTrailing() + "= :k and (" + by.column + beyond + ":k or " + id
                                    + beyond + ":kid)")
                            .with("k", value(page));
        }

        private Object value(Paging page) {
            return switch (by.kind) {
                case TEXT -> page.value();
                case NUMBER -> Paging.number(page.value());
                case DAY -> page.day();
            };
        }

        public String key(T row) {
            return Paging.key(by.value.apply(row), number.applyAsLong(row));
        }

        /** A page of rows that SQL has sorted. @param rows up to one more than the limit */
        public Page<T> page(Paging page, List<T> rows) {
            return page.page(rows, this::key);
        }

        /** For rows that are computed as a whole; those of one value by their number, whichever way. */
        @SuppressWarnings({"unchecked", "rawtypes"})
        public List<T> sorted(List<T> rows) {
            record Told<R>(R row, Comparable value) {}
            Comparator<Told<T>> order = Comparator.comparing(Told::value);
            return rows.stream()
                    .map(row -> new Told<>(row, (Comparable) by.value.apply(row)))
                    .sorted((down ? order.reversed() : order).thenComparingLong(told -> number.applyAsLong(told.row())))
                    .map(Told::row)
                    .toList();
        }

        /** The rows after the key's. A row that is gone meanwhile is no place to go on from, and ends the list. */
        public Page<T> part(Paging page, List<T> rows) {
            List<T> rest = sorted(rows).stream()
                    .dropWhile(row -> !page.first() && number.applyAsLong(row) != page.id())
                    .skip(page.first() ? 0 : 1)
                    .limit(page.limit() + 1L)
                    .toList();
            return page(page, rest);
        }
    }
}
