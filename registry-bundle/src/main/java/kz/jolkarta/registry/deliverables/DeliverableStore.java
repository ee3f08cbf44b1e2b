package kz.jolkarta.registry.deliverables;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.registry.children.SortKey;
import kz.jolkarta.registry.records.FieldValues;
import kz.jolkarta.registry.records.Money;
import kz.jolkarta.registry.records.Orders;
import kz.jolkarta.registry.records.Orders.Order;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Query;

/** Deliverables in the database, and the children they show. */
final class DeliverableStore {
    private static final String COLUMNS =
            "select d.id, d.measure, d.type, d.title, d.territory, d.state, d.deliverable_year,"
                    + " d.language, d.channel, d.link, d.reach, d.amount, d.source, d.adopted_on, d.author_id, d.step, d.fields, d.version,"
                    + " (select count(*) from deliverable_child x where x.deliverable_id = d.id) shown from deliverable d";

    /** The child {@code x.child_id} has given a consent to publicity, to all or to this material, that holds on {@code :day}. */
    private static final String CONSENTED =
            "exists (select 1 from consent k where k.child_id = x.child_id and k.purpose = 'PUBLICITY'"
                    + " and (k.deliverable_id is null or k.deliverable_id = x.deliverable_id)"
                    + " and k.given_on <= :day and (k.valid_to is null or k.valid_to >= :day)"
                    + " and (k.withdrawn_on is null or k.withdrawn_on > :day))";

    private static final String TO_PULL = " join deliverable_child x on x.deliverable_id = d.id"
            + " where x.child_id = :child and d.state = 'ADOPTED' and not " + CONSENTED;

    static final Orders<Deliverable> ORDERS = Orders.of("d.id", Deliverable::id, "-id")
            .id("id")
            .number("year", "d.deliverable_year", d -> (long) d.year())
            .text("title", "d.sort_key", d -> sortKey(d.title()));

    private static final int CHUNK = 500;

    private DeliverableStore() {}

    private static String sortKey(String title) {
        return SortKey.of(title, "", "");
    }

    /** Puts titles that were kept before they could be sorted into the order of the alphabet, which the database does not know; some at a time. @return how many there were */
    static int sortTitles(Tx tx) {
        List<Map<String, Object>> titles = tx.list(
                "select id, title from deliverable where sort_key = '' fetch first " + CHUNK + " rows only",
                Map.of(),
                row -> Map.of("id", row.number("id"), "sort", sortKey(row.text("title"))));
        return tx.batch("update deliverable set sort_key = :sort where id = :id", titles);
    }

    static Optional<Deliverable> find(Tx tx, String measure, long id, Scope scope) {
        return tx.one(
                COLUMNS + " where d.id = :id and d.measure = :measure and " + scope.condition("d.territory"),
                Map.of("id", id, "measure", measure),
                DeliverableStore::deliverable);
    }

    static List<Deliverable> list(
            Tx tx, DeliverableFilter filter, String measure, Scope scope, Order<Deliverable> order, Paging page) {
        return page(tx, filter.query(measure, scope), order, page);
    }

    /** Adopted materials that show a child without a consent that holds on the day. */
    static List<Deliverable> toPull(Tx tx, String measure, Scope scope, LocalDate day, Paging page) {
        Query query = new Query()
                .and("d.measure = :measure", "measure", measure)
                .and(scope.condition("d.territory"))
                .and("d.state = 'ADOPTED'")
                .and(
                        "exists (select 1 from deliverable_child x where x.deliverable_id = d.id and not " + CONSENTED
                                + ")",
                        "day",
                        day);
        return page(tx, query, ORDERS.of(""), page);
    }

    /** Adopted materials of all measures that show the child without a consent that holds on the day. */
    static List<Deliverable> toPull(Tx tx, long child, Scope scope, LocalDate day) {
        return tx.list(
                COLUMNS + TO_PULL + " and " + scope.condition("d.territory") + " order by d.id desc",
                Map.of("child", child, "day", day),
                DeliverableStore::deliverable);
    }

    static int countToPull(Tx tx, long child, LocalDate day) {
        return (int) tx.number("select count(*) from deliverable d" + TO_PULL, Map.of("child", child, "day", day));
    }

    static List<Deliverables.Titled> titled(Tx tx, Optional<Long> id, String q, Scope scope, int most) {
        Query query = new Query()
                .and(scope.condition("d.territory"))
                .and("d.id = :id", "id", id)
                .and(
                        "lower(d.title) like :q escape '!'",
                        "q",
                        q.isBlank() ? "" : Query.part(q.toLowerCase(java.util.Locale.ROOT)));
        return tx.list(
                "select d.id, d.title, d.deliverable_year from deliverable d where " + query.where()
                        + " order by d.id desc fetch first " + most + " rows only",
                query.params(),
                row -> new Deliverables.Titled(row.number("id"), row.text("title"), row.integer("deliverable_year")));
    }

    private static List<Deliverable> page(Tx tx, Query query, Order<Deliverable> order, Paging page) {
        order.after(query, page);
        return tx.list(
                COLUMNS + " where " + query.where() + " order by " + order.sql() + page.fetch(),
                query.params(),
                DeliverableStore::deliverable);
    }

    static void each(
            Tx tx,
            DeliverableFilter filter,
            String measure,
            Scope scope,
            Order<Deliverable> order,
            Consumer<Deliverable> visitor) {
        Query query = filter.query(measure, scope);
        tx.each(
                COLUMNS + " where " + query.where() + " order by " + order.sql(),
                query.params(),
                row -> visitor.accept(deliverable(row)));
    }

    static Map<DeliverableState, Long> counts(Tx tx, String measure, Scope scope) {
        Map<DeliverableState, Long> counts = new EnumMap<>(DeliverableState.class);
        tx.each(
                "select d.state, count(*) n from deliverable d where d.measure = :measure and "
                        + scope.condition("d.territory") + " group by d.state",
                Map.of("measure", measure),
                row -> counts.put(row.value("state", DeliverableState.class), row.number("n")));
        return counts;
    }

    static long count(Tx tx, DeliverableFilter filter, String measure, Scope scope) {
        Query query = filter.query(measure, scope);
        return tx.number("select count(*) from deliverable d where " + query.where(), query.params());
    }

    /** The children each of these shows, those of the scope, ascending. */
    static Map<Long, List<Long>> children(Tx tx, Collection<Long> deliverables, Scope scope) {
        Map<Long, List<Long>> children = new HashMap<>();
        tx.each(
                "select x.deliverable_id, x.child_id from deliverable_child x join child c on c.id = x.child_id"
                        + " where x.deliverable_id in (:ids) and c.state <> 'MERGED' and c.destroyed_on is null and "
                        + scope.persons("c")
                        + " order by x.child_id",
                Map.of("ids", deliverables),
                row -> children.computeIfAbsent(row.number("deliverable_id"), d -> new ArrayList<>())
                        .add(row.number("child_id")));
        return children;
    }

    /** Which of the children have no consent to publicity in this material that holds on the day. */
    static List<Long> unconsented(Tx tx, long deliverable, Collection<Long> children, LocalDate day) {
        return tx.list(
                "select x.id from child x where x.id in (:ids) and not "
                        + CONSENTED.replace("x.child_id", "x.id").replace("x.deliverable_id", ":deliverable")
                        + " order by x.id",
                Map.of("deliverable", deliverable, "ids", children, "day", day),
                row -> row.number("id"));
    }

    /** All children shown, whoever may see them. */
    static List<Long> shown(Tx tx, long deliverable) {
        return tx.list(
                "select child_id from deliverable_child where deliverable_id = :id order by child_id",
                Map.of("id", deliverable),
                row -> row.number("child_id"));
    }

    static void insert(
            Tx tx,
            long id,
            String measure,
            DeliverableInput input,
            int year,
            Optional<Long> amount,
            String fields,
            long by,
            Instant at) {
        Map<String, Object> params = params(input, year, amount, fields);
        params.put("id", id);
        params.put("measure", measure);
        params.put("type", input.type());
        params.put("by", by);
        params.put("at", at);
        tx.update(
                "insert into deliverable (id, measure, type, title, territory, deliverable_year, language, channel, link, reach, amount,"
                        + " sort_key, source, author_id, fields, created_by, created_at) values (:id, :measure, :type, :title, :territory, :year,"
                        + " :language, :channel, :link, :reach, :amount, :sort, :source, :author, :fields, :by, :at)",
                params);
    }

    static boolean update(
            Tx tx, long id, int version, DeliverableInput input, int year, Optional<Long> amount, String fields) {
        Map<String, Object> params = params(input, year, amount, fields);
        params.put("id", id);
        params.put("version", version);
        return tx.update(
                        "update deliverable set title = :title, sort_key = :sort, territory = :territory, deliverable_year = :year, language = :language,"
                                + " channel = :channel, link = :link, reach = :reach, amount = :amount, source = :source,"
                                + " author_id = :author, fields = :fields, version = version + 1"
                                + " where id = :id and version = :version",
                        params)
                == 1;
    }

    static void show(Tx tx, long deliverable, Collection<Long> children) {
        tx.batch(
                "insert into deliverable_child (deliverable_id, child_id) values (:deliverable, :child)",
                children.stream()
                        .map(c -> Map.of("deliverable", deliverable, "child", c))
                        .toList());
    }

    static void hide(Tx tx, long deliverable, Collection<Long> children) {
        tx.update(
                "delete from deliverable_child where deliverable_id = :deliverable and child_id in (:children)",
                Map.of("deliverable", deliverable, "children", children));
    }

    /** @param adoptedOn the day it was adopted, once it is */
    static boolean move(Tx tx, long id, DeliverableState from, DeliverableState to, Optional<LocalDate> adoptedOn) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("from", from);
        params.put("to", to);
        params.put("adopted", adoptedOn);
        return tx.update(
                        "update deliverable set state = :to, adopted_on = :adopted, version = version + 1 where id = :id and state = :from",
                        params)
                == 1;
    }

    private static Map<String, Object> params(DeliverableInput input, int year, Optional<Long> amount, String fields) {
        Map<String, Object> params = new HashMap<>();
        params.put("title", input.title().strip());
        params.put("sort", sortKey(input.title().strip()));
        params.put("territory", input.territory());
        params.put("year", year);
        params.put("language", input.language());
        params.put("channel", input.channel());
        params.put("link", input.link());
        params.put("reach", input.reach());
        params.put("amount", amount);
        params.put("source", input.source());
        params.put("author", input.authorId());
        params.put("fields", fields);
        return params;
    }

    private static Deliverable deliverable(Row row) {
        return new Deliverable(
                row.number("id"),
                row.text("measure"),
                row.text("type"),
                row.text("title"),
                row.text("territory"),
                row.value("state", DeliverableState.class),
                row.integer("deliverable_year"),
                row.optionalText("language").orElse(null),
                row.optionalText("channel").orElse(null),
                row.optionalText("link").orElse(null),
                row.optionalNumber("reach").orElse(null),
                row.optionalNumber("amount").map(Money::tenge).orElse(null),
                row.optionalText("source").map(FundingSource::valueOf).orElse(null),
                row.optionalDate("adopted_on").orElse(null),
                row.optionalNumber("author_id").orElse(null),
                List.of(),
                row.integer("shown"),
                row.optionalText("step").orElse(null),
                List.of(),
                FieldValues.read(row.text("fields")),
                row.integer("version"));
    }
}
