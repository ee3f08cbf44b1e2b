package kz.jolkarta.registry.residence;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Orders;
import kz.jolkarta.registry.records.Orders.Order;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Query;
import kz.jolkarta.registry.residence.MovedAway.Record;

/** Children who lived in a scope and live elsewhere now, and what was recorded of them by their last day there. */
final class MovedAwayStore {
    /** Of several stays in the scope the last one counts. */
    private static final String FROM = " from child_residence r join child c on c.id = r.child_id"
            + " left join organisation o on o.id = r.school_id";

    private static final String COLUMNS =
            "select c.id, c.surname, c.given_name, c.patronymic, c.birth_date, c.sex, r.territory, o.name school,"
                    + " r.grade, r.valid_to, c.sort_key" + FROM;

    private MovedAwayStore() {}

    /** @param school its name; null without one. @param lastDay the last day there */
    record Kept(
            long id,
            String surname,
            String givenName,
            String patronymic,
            LocalDate birthDate,
            String sex,
            String territory,
            String school,
            Integer grade,
            LocalDate lastDay,
            String rank) {}

    private static Query query(MovedAwayFilter filter, Scope scope) {
        Scope wanted =
                filter.territory().map(code -> scope.within(Scope.of(code))).orElse(scope);
        Query query = new Query()
                .and(wanted.condition("r.territory"))
                .and("not (" + scope.persons("c") + ")")
                .and("c.state <> 'MERGED' and c.destroyed_on is null")
                .and("r.valid_to >= :from", "from", filter.from())
                .and("r.valid_to <= :until", "until", filter.until())
                .and(
                        "not exists (select 1 from child_residence x where x.child_id = r.child_id and x.valid_to > r.valid_to and "
                                + scope.condition("x.territory") + ")");
        filter.name()
                .ifPresent(name -> query.and("(c.key_surname like :name or c.key_given like :name)")
                        .with("name", kz.jolkarta.registry.children.NameKey.of(name) + "%"));
        return query;
    }

    static final Orders<Kept> ORDERS = Orders.of("c.id", Kept::id, "-last-day")
            .day("last-day", "r.valid_to", Kept::lastDay)
            .text("name", "c.sort_key", Kept::rank);

    static List<Kept> list(Tx tx, MovedAwayFilter filter, Scope scope, Order<Kept> order, Paging page) {
        Query query = order.after(query(filter, scope), page);
        return tx.list(
                COLUMNS + " where " + query.where() + " order by " + order.sql() + page.fetch(),
                query.params(),
                MovedAwayStore::kept);
    }

    static long count(Tx tx, MovedAwayFilter filter, Scope scope) {
        Query query = query(filter, scope);
        return tx.number("select count(*)" + FROM + " where " + query.where(), query.params());
    }

    static void each(Tx tx, MovedAwayFilter filter, Scope scope, Order<Kept> order, Consumer<Kept> visitor) {
        Query query = query(filter, scope);
        tx.each(
                COLUMNS + " where " + query.where() + " order by " + order.sql(),
                query.params(),
                row -> visitor.accept(kept(row)));
    }

    static Optional<Kept> find(Tx tx, long child, Scope scope) {
        Query query = query(MovedAwayFilter.ALL, scope).and("c.id = :id").with("id", child);
        return tx.one(COLUMNS + " where " + query.where(), query.params(), MovedAwayStore::kept);
    }

    /** What was recorded by the last day; an end that came later is left out. */
    static Map<String, List<Record>> records(Tx tx, long child, LocalDate lastDay, Scope scope) {
        Map<String, Object> params = Map.of("child", child, "day", lastDay);
        Map<String, List<Record>> records = new HashMap<>();
        records.put(
                "categories",
                of(
                        tx,
                        "select id, category what, valid_from from_day, case when valid_to <= :day then valid_to end to_day"
                                + " from child_category where child_id = :child and valid_from <= :day order by valid_from, id",
                        params));
        records.put(
                "talents",
                of(
                        tx,
                        "select id, field what, identified_on from_day, cast(null as date) to_day from child_talent"
                                + " where child_id = :child and identified_on <= :day order by identified_on, id",
                        params));
        records.put(
                "achievements",
                of(
                        tx,
                        "select id, event what, won_on from_day, cast(null as date) to_day from achievement"
                                + " where child_id = :child and won_on <= :day order by won_on, id",
                        params));
        records.put(
                "roadMaps",
                of(
                        tx,
                        "select id, cast(school_year as char(4)) what, drawn_up_on from_day,"
                                + " case when closed_on <= :day then closed_on end to_day from road_map"
                                + " where child_id = :child and drawn_up_on <= :day order by school_year",
                        params));
        records.put(
                "activities",
                of(
                        tx,
                        "select a.id, a.title what, a.starts from_day, a.ends to_day from participation p"
                                + " join activity a on a.id = p.activity_id where p.child_id = :child and a.starts <= :day"
                                + " order by a.starts, a.id",
                        params));
        records.put(
                "awards",
                of(
                        tx,
                        "select id, measure what, coalesce(date_from, cast(created_at as date)) from_day,"
                                + " case when date_to <= :day then date_to end to_day from award where child_id = :child and "
                                + scope.condition("territory")
                                + " and cast(created_at as date) <= :day order by id",
                        params));
        return records;
    }

    private static List<Record> of(Tx tx, String sql, Map<String, ?> params) {
        return tx.list(
                sql,
                params,
                row -> new Record(
                        row.number("id"),
                        row.text("what").strip(),
                        row.date("from_day"),
                        row.optionalDate("to_day").orElse(null)));
    }

    private static Kept kept(Row row) {
        return new Kept(
                row.number("id"),
                row.text("surname"),
                row.text("given_name"),
                row.text("patronymic"),
                row.date("birth_date"),
                row.text("sex"),
                row.text("territory"),
                row.optionalText("school").orElse(null),
                row.optionalInteger("grade").orElse(null),
                row.date("valid_to"),
                row.text("sort_key"));
    }
}
