package kz.jolkarta.registry.categories;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.registry.categories.Ending.Depending;
import kz.jolkarta.registry.records.Orders;
import kz.jolkarta.registry.records.Orders.Order;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.records.Query;

/** Categories by their last day, and the awards of their children, in the database. */
final class EndingStore {
    private static final String FROM = " from child_category k join child c on c.id = k.child_id where ";
    private static final String COLUMNS =
            "select k.id, k.child_id, k.category, k.valid_to, c.territory, c.surname, c.given_name, c.patronymic, c.sort_key"
                    + FROM;

    private EndingStore() {}

    private static Query query(EndingFilter filter, Scope scope, LocalDate today) {
        Scope wanted =
                filter.territory().map(code -> scope.within(Scope.of(code))).orElse(scope);
        return new Query()
                .and("k.valid_to >= :today", "today", today)
                .and("k.valid_to <= :until", "until", today.plusDays(filter.days()))
                .and("k.valid_from <= k.valid_to and c.state = 'ACTIVE'")
                .and(wanted.persons("c"))
                .and("k.category = :category", "category", filter.category().map(Enum::name));
    }

    /** @param name what the child's name is sorted by */
    record Ranked(Ending ending, String name) {}

    /** Within the days that are asked about, which bound them. */
    static final Orders<Ranked> ORDERS = Orders.<Ranked>of(
                    "k.id", r -> r.ending().id(), "last-day")
            .day("last-day", "k.valid_to", r -> r.ending().lastDay())
            .text("name", "c.sort_key", Ranked::name);

    static List<Ranked> list(
            Tx tx, EndingFilter filter, Scope scope, LocalDate today, Order<Ranked> order, Paging page) {
        Query query = order.after(query(filter, scope, today), page);
        return tx.list(
                COLUMNS + query.where() + " order by " + order.sql() + page.fetch(),
                query.params(),
                row -> new Ranked(ending(row), row.text("sort_key")));
    }

    static long count(Tx tx, EndingFilter filter, Scope scope, LocalDate today) {
        Query query = query(filter, scope, today);
        return tx.number("select count(*)" + FROM + query.where(), query.params());
    }

    static void each(
            Tx tx, EndingFilter filter, Scope scope, LocalDate today, Order<Ranked> order, Consumer<Ending> visitor) {
        Query query = query(filter, scope, today);
        tx.each(
                COLUMNS + query.where() + " order by " + order.sql(),
                query.params(),
                row -> visitor.accept(ending(row)));
    }

    /** What the children hold now. */
    static Map<Long, List<Depending>> held(Tx tx, Collection<Long> children) {
        Map<Long, List<Depending>> held = new HashMap<>();
        tx.each(
                "select id, child_id, measure, type, state from award" + Along.constraint("award_child_fk")
                        + " where child_id in (:children) and state in ('APPROVED', 'ISSUED')",
                Map.of("children", children),
                row -> held.computeIfAbsent(row.number("child_id"), id -> new ArrayList<>())
                        .add(new Depending(
                                row.number("id"), row.text("measure"), row.text("type"), row.text("state"))));
        return held;
    }

    private static Ending ending(Row row) {
        return new Ending(
                row.number("id"),
                row.number("child_id"),
                Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic")),
                row.text("territory"),
                row.value("category", Category.class),
                row.date("valid_to"),
                List.of());
    }
}
