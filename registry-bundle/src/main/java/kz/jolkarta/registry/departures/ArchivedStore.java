package kz.jolkarta.registry.departures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.children.NameKey;
import kz.jolkarta.registry.places.Place;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Query;

/** Archived children, and those who could be, in the database. */
final class ArchivedStore {
    private static final String FROM = " from child c left join organisation o on o.id = c.school_id"
            + " left join child_departure d on d.child_id = c.id and d.kind = 'ARCHIVED' and d.ended_at is null";

    private static final String COLUMNS =
            "select c.id, c.surname, c.given_name, c.patronymic, c.birth_date, c.territory, o.name school, c.grade,"
                    + " c.left_on, d.reason, d.made_at, c.sort_key, c.version" + FROM;

    private ArchivedStore() {}

    private static Query query(ArchivedFilter filter, Scope scope) {
        Scope wanted =
                filter.territory().map(code -> scope.within(Scope.of(code))).orElse(scope);
        Query query = new Query()
                .and("c.state = 'ARCHIVED' and c.destroyed_on is null")
                .and(wanted.persons("c"))
                .and("c.school_id = :school", "school", filter.school())
                .and("c.left_on >= :from", "from", filter.from())
                .and("c.left_on <= :until", "until", filter.until());
        filter.name()
                .ifPresent(name -> query.and("(c.key_surname like :name or c.key_given like :name)")
                        .with("name", NameKey.of(name) + "%"));
        return filter.byDay() ? query.and("c.left_on is not null") : query;
    }

    private static String order(ArchivedFilter filter) {
        return filter.byDay() ? " order by c.left_on desc, c.id" : " order by c.sort_key, c.id";
    }

    static List<Archived> list(Tx tx, ArchivedFilter filter, Scope scope, Paging page, Function<String, Place> places) {
        Query query = query(filter, scope);
        if (!page.first() && filter.byDay()) {
            query.and("(c.left_on < :kday or c.left_on = :kday and c.id > :kid)")
                    .with("kday", page.day())
                    .with("kid", page.id());
        } else if (!page.first()) {
            query.and("(c.sort_key > :kname or c.sort_key = :kname and c.id > :kid)")
                    .with("kname", page.value())
                    .with("kid", page.id());
        }
        return tx.list(
                COLUMNS + " where " + query.where() + order(filter) + page.fetch(),
                query.params(),
                row -> archived(row, places));
    }

    static long count(Tx tx, ArchivedFilter filter, Scope scope) {
        Query query = query(filter, scope);
        return tx.number("select count(*)" + FROM + " where " + query.where(), query.params());
    }

    static void each(
            Tx tx, ArchivedFilter filter, Scope scope, Function<String, Place> places, Consumer<Archived> visitor) {
        Query query = query(filter, scope);
        tx.each(
                COLUMNS + " where " + query.where() + order(filter),
                query.params(),
                row -> visitor.accept(archived(row, places)));
    }

    /** Children who left on the day at the latest and are not archived yet, ascending. */
    static List<Long> leftBy(Tx tx, Scope scope, LocalDate day, int most) {
        return tx.list(
                "select c.id from child c where c.state = 'LEFT' and c.destroyed_on is null and c.left_on <= :day and "
                        + scope.persons("c") + " order by c.id fetch first " + most + " rows only",
                Map.of("day", day),
                row -> row.number("id"));
    }

    static ArchivePreview kept(Tx tx, long child, int version) {
        Map<String, Long> params = Map.of("child", child);
        String open = " and state in ('PROPOSED', 'COMMISSION', 'APPROVED', 'ISSUED')";
        return new ArchivePreview(
                count(tx, "child_category", "", params),
                count(tx, "child_talent", "", params),
                count(tx, "achievement", "", params),
                count(tx, "consent", "", params),
                count(tx, "road_map", "", params),
                count(tx, "participation", "", params),
                count(tx, "award", "", params),
                count(tx, "award", open, params),
                count(tx, "task", " and state = 'OPEN'", params),
                version);
    }

    private static long count(Tx tx, String table, String which, Map<String, Long> params) {
        return tx.number("select count(*) from " + table + " where child_id = :child" + which, params);
    }

    private static Archived archived(Row row, Function<String, Place> places) {
        return new Archived(
                row.number("id"),
                row.text("surname"),
                row.text("given_name"),
                row.optionalText("patronymic").orElse(null),
                row.date("birth_date"),
                places.apply(row.text("territory")),
                row.optionalText("school").orElse(null),
                row.optionalInteger("grade").orElse(null),
                row.optionalDate("left_on").orElse(null),
                row.optionalText("reason").filter(reason -> !reason.isEmpty()).orElse(null),
                row.optionalInstant("made_at").orElse(null),
                row.text("sort_key"),
                row.integer("version"));
    }
}
