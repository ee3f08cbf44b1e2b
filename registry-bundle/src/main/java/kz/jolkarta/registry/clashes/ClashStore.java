package kz.jolkarta.registry.clashes;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.clashes.Clash.Side;
import kz.jolkarta.registry.records.Person;

/** Clashes as the records tell them; nothing is kept of them. */
final class ClashStore {
    private static final String CAMPS = "health-camps";

    /** A clash with what its place in the list goes by. */
    record Kept(ClashKind kind, String sortKey, List<Long> keys, Clash clash) {}

    /** The last row seen. @param value of the order, "" where the list has none beside the keys */
    record Mark(String value, ClashKind kind, List<Long> keys) {}

    private ClashStore() {}

    /** @param after empty for the first page */
    static List<Kept> list(Tx tx, ClashKind kind, ClashFilter filter, Scope scope, Optional<Mark> after, int most) {
        Map<String, Object> params = params(kind, filter);
        String beyond = after.map(mark -> " and " + after(kind, filter.order(), mark, params))
                .orElse("");
        String sql = sql(tx, kind, filter, scope) + beyond + order(kind, filter.order()) + " fetch first " + most
                + " rows only";
        return tx.list(sql, params, row -> kept(kind, row));
    }

    static void each(Tx tx, ClashKind kind, ClashFilter filter, Scope scope, Consumer<Clash> visitor) {
        tx.each(
                sql(tx, kind, filter, scope) + order(kind, filter.order()),
                params(kind, filter),
                row -> visitor.accept(clash(kind, row)));
    }

    private static String sql(Tx tx, ClashKind kind, ClashFilter filter, Scope scope) {
        List<String> keys = ClashSql.keys(kind);
        StringBuilder named = new StringBuilder("select ");
        for (int i = 0; i < keys.size(); i++) {
            named.append(keys.get(i)).append(" k").append(i).append(", ");
        }
        String of = ClashSql.of(kind, tx.engine());
        return named + of.substring("select ".length()) + " and "
                + filter.within(scope).persons("c") + " and c.state <> 'MERGED' and c.destroyed_on is null";
    }

    private static Map<String, Object> params(ClashKind kind, ClashFilter filter) {
        Map<String, Object> params = new HashMap<>();
        params.put("from", LocalDate.of(filter.year(), 1, 1));
        params.put("to", LocalDate.of(filter.year(), 12, 31));
        if (kind == ClashKind.IN_CAMP) {
            params.put("camps", CAMPS);
        }
        return params;
    }

    private static String order(ClashKind kind, ClashOrder order) {
        String column = order.column(kind);
        String first = column.isEmpty() ? "" : column + (order.down() ? " desc, " : ", ");
        return " order by " + first + String.join(", ", ClashSql.keys(kind));
    }

    /** What of the kind stands after the row that was seen last, which may be of another kind. */
    private static String after(ClashKind kind, ClashOrder order, Mark mark, Map<String, Object> params) {
        int compared = kind.compareTo(mark.kind());
        String rest = compared < 0 ? "1 = 0" : compared > 0 ? "1 = 1" : after(kind, mark.keys(), params);
        String column = order.column(kind);
        if (column.isEmpty()) {
            return rest;
        }
        params.put("value", order.byDay() ? LocalDate.parse(mark.value()) : mark.value());
        return "(" + column + (order.down() ? " < " : " > ") + ":value or (" + column + " = :value and " + rest + "))";
    }

    /** {@code (a > ? or (a = ? and (b > ? …)))}. */
    private static String after(ClashKind kind, List<Long> after, Map<String, Object> params) {
        List<String> keys = ClashSql.keys(kind);
        String condition = "";
        for (int i = keys.size() - 1; i >= 0; i--) {
            params.put("k" + i, after.get(i));
            String beyond = keys.get(i) + " > :k" + i;
            condition = condition.isEmpty()
                    ? beyond
                    : "(" + beyond + " or (" + keys.get(i) + " = :k" + i + " and " + condition + "))";
        }
        return condition;
    }

    private static Kept kept(ClashKind kind, Row row) {
        List<Long> keys = java.util.stream.IntStream.range(
                        0, ClashSql.keys(kind).size())
                .mapToObj(i -> row.number("k" + i))
                .toList();
        return new Kept(kind, row.text("sort_key"), keys, clash(kind, row));
    }

    private static Clash clash(ClashKind kind, Row row) {
        Side one = activity(row, "a", kind != ClashKind.TWO_ACTIVITIES);
        Side other = switch (kind) {
            case TWO_ACTIVITIES -> activity(row, "b", false);
            case TWO_SESSIONS -> activity(row, "b", true);
            case AFTER_LEAVING -> child(row);
            case IN_CAMP -> voucher(row);
        };
        LocalDate from = kind == ClashKind.TWO_ACTIVITIES ? other.starts() : one.day();
        LocalDate to = kind != ClashKind.TWO_ACTIVITIES
                ? one.day()
                : one.ends().isBefore(other.ends()) ? one.ends() : other.ends();
        return new Clash(
                kind,
                row.number("child_id"),
                Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic")),
                row.text("territory"),
                from,
                to,
                one,
                other);
    }

    private static Side activity(Row row, String t, boolean session) {
        long id = row.number(t + "_id");
        String measure = row.text(t + "_measure");
        String link = "/api/measures/" + measure + "/activities/" + id;
        return new Side(
                "activity",
                id,
                measure,
                row.text(t + "_title"),
                row.text(t + "_territory"),
                row.date(t + "_starts"),
                row.date(t + "_ends"),
                session ? row.date(t + "_day") : null,
                session ? link + "/sessions" : link);
    }

    private static Side child(Row row) {
        long id = row.number("child_id");
        LocalDate left = row.date("left_on");
        return new Side("child", id, null, null, row.text("territory"), left, null, null, "/api/children/" + id);
    }

    private static Side voucher(Row row) {
        long id = row.number("w_id");
        String measure = row.text("w_measure");
        return new Side(
                "award",
                id,
                measure,
                row.optionalText("w_place").orElse(null),
                row.text("w_territory"),
                row.date("date_from"),
                row.date("date_to"),
                null,
                "/api/measures/" + measure + "/awards/" + id);
    }
}
