package kz.jolkarta.registry.awards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.registry.records.FieldValues;
import kz.jolkarta.registry.records.Money;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.records.Query;

/** Awards in the database. */
final class AwardStore {
    private static final String COLUMNS =
            "select a.id, a.measure, a.type, a.award_year, a.territory, a.child_id, a.staff_id,"
                    + " a.quota_id, a.state, a.reason, a.document_number, a.place, a.date_from, a.date_to, a.amount, a.source, a.fields,"
                    + " a.protocol_number, a.protocol_date, a.score, a.scored_on, a.index_hundredths, a.created_at, a.waiting_since, a.version, coalesce(c.surname, s.surname) surname, coalesce(c.given_name, s.given_name) given_name,"
                    + " coalesce(c.patronymic, s.patronymic) patronymic,"
                    + " (select sum(p.amount) from payment p where p.award_id = a.id) paid"
                    + " from award a left join child c on c.id = a.child_id left join staff s on s.id = a.staff_id";

    private static final String SCORE = "coalesce(a.score, " + AwardFilter.NO_SCORE + ")";

    /** As the trail notes a move. */
    private static final Pattern MOVED = Pattern.compile("^[A-Z]+ > ([A-Z]+)");

    private AwardStore() {}

    static Optional<Award> find(Tx tx, String measure, long id, Scope scope) {
        return tx.one(
                COLUMNS + " where a.id = :id and a.measure = :measure and " + scope.condition("a.territory"),
                Map.of("id", id, "measure", measure),
                AwardStore::award);
    }

    /** Which awards are on the page: only its rows are joined and read. */
    static List<Long> ids(Tx tx, AwardFilter filter, String measure, Scope scope, Paging page) {
        Query query = filter.query(measure, scope);
        if (!page.first()) {
            beyond(query, filter.order(), page);
        }
        String order = switch (filter.order()) {
            case NEWEST -> "a.id desc";
            case OLDEST -> "a.id";
            case BEST -> SCORE + " desc, a.id desc";
        };
        return tx.list(
                "select a.id, " + SCORE + " from award a where " + query.where() + " order by " + order + page.fetch(),
                query.params(),
                row -> row.number("id"));
    }

    /** In the order given. */
    static List<Award> list(Tx tx, List<Long> ids) {
        Map<Long, Award> found = new HashMap<>();
        if (!ids.isEmpty()) {
            tx.each(COLUMNS + " where a.id in (:ids)", Map.of("ids", ids), row -> {
                Award award = award(row);
                found.put(award.id(), award);
            });
        }
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static void beyond(Query query, AwardFilter.Order order, Paging page) {
        switch (order) {
            case NEWEST -> query.and("a.id < :kid", "kid", page.id());
            case OLDEST -> query.and("a.id > :kid", "kid", page.id());
            case BEST ->
                query.and("(" + SCORE + " < :kscore or (" + SCORE + " = :kscore and a.id < :kid))")
                        .with("kscore", page.number())
                        .with("kid", page.id());
        }
    }

    static void each(Tx tx, AwardFilter filter, String measure, Scope scope, Consumer<Award> visitor) {
        Query query = filter.query(measure, scope);
        tx.each(
                COLUMNS + " where " + query.where() + " order by a.id",
                query.params(),
                row -> visitor.accept(award(row)));
    }

    static long count(Tx tx, AwardFilter filter, String measure, Scope scope) {
        Query query = filter.query(measure, scope);
        return tx.number("select count(*) from award a where " + query.where(), query.params());
    }

    /** How many awards of the filter are in each state. */
    static Map<AwardState, Long> states(Tx tx, AwardFilter filter, String measure, Scope scope) {
        Query query = filter.query(measure, scope);
        Map<AwardState, Long> counts = new EnumMap<>(AwardState.class);
        tx.each(
                "select a.state, count(*) total from award a where " + query.where() + " group by a.state",
                query.params(),
                row -> counts.put(row.value("state", AwardState.class), row.number("total")));
        return counts;
    }

    /** What the audit trail says of the award, newest first. */
    static List<AwardStep> history(Tx tx, long id) {
        return tx.list(
                "select happened_at, login, action, detail from audit_entry where kind = 'award' and object_id = :id"
                        + " and action in ('CREATE', 'UPDATE', 'APPROVE', 'UNDO') order by id desc fetch first 100 rows only",
                Map.of("id", id),
                row -> {
                    String detail = row.optionalText("detail").orElse("");
                    Matcher moved = MOVED.matcher(detail);
                    Optional<AwardState> to = row.text("action").equals("CREATE")
                            ? Optional.of(AwardState.PROPOSED)
                            : moved.find() ? Optional.of(AwardState.valueOf(moved.group(1))) : Optional.empty();
                    return new AwardStep(
                            row.instant("happened_at"), row.text("login"), to, detail.endsWith(": waits for a place"));
                });
    }

    /** The award that holds the key, if any does. */
    static Optional<Long> holder(Tx tx, String key) {
        return tx.one("select id from award where holder_key = :key", Map.of("key", key), row -> row.number("id"));
    }

    record New(
            long id,
            String measure,
            int year,
            String territory,
            Optional<String> holderKey,
            String fields,
            long by,
            Instant at) {}

    static void insert(Tx tx, New award, AwardInput input, Optional<Long> amount) {
        Map<String, Object> params = params(input, amount, award.fields());
        params.put("id", award.id());
        params.put("measure", award.measure());
        params.put("type", input.type());
        params.put("year", award.year());
        params.put("territory", award.territory());
        params.put("child", input.childId());
        params.put("staff", input.staffId());
        params.put("state", AwardState.PROPOSED);
        params.put("holder", award.holderKey());
        params.put("by", award.by());
        params.put("at", award.at());
        tx.update(
                "insert into award (id, measure, type, award_year, territory, child_id, staff_id, state, document_number, place,"
                        + " date_from, date_to, amount, index_hundredths, source, protocol_number, protocol_date, holder_key,"
                        + " fields, proposed_by, created_at) values (:id, :measure, :type, :year, :territory, :child, :staff,"
                        + " :state, :document, :place, :dateFrom, :dateTo, :amount, :index, :source, :protocol, :protocolDate,"
                        + " :holder, :fields, :by, :at)",
                params);
    }

    static boolean update(Tx tx, long id, int version, AwardInput input, Optional<Long> amount, String fields) {
        Map<String, Object> params = params(input, amount, fields);
        params.put("id", id);
        params.put("version", version);
        return tx.update(
                        "update award set document_number = :document, place = :place, date_from = :dateFrom, date_to = :dateTo,"
                                + " amount = :amount, index_hundredths = :index, source = :source, protocol_number = :protocol,"
                                + " protocol_date = :protocolDate, fields = :fields, version = version + 1"
                                + " where id = :id and version = :version",
                        params)
                == 1;
    }

    /**
     * @param quota the quota whose place it holds from now on
     * @param keepsHolder whether the person goes on counting as a holder
     * @return false when it was changed meanwhile
     */
    static boolean move(
            Tx tx, Award award, AwardState to, String reason, Optional<Long> quota, boolean keepsHolder, long by) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", award.id());
        params.put("from", award.state());
        params.put("to", to);
        params.put("reason", reason.isBlank() ? null : reason);
        params.put("quota", quota);
        params.put("by", by);
        params.put("version", award.version());
        return tx.update(
                        "update award set state = :to, reason = :reason, quota_id = :quota, waiting_since = null,"
                                + " version = version + 1"
                                + (keepsHolder ? "" : ", holder_key = null")
                                + (to == AwardState.APPROVED ? ", approved_by = :by" : "")
                                + " where id = :id and state = :from and version = :version",
                        params)
                == 1;
    }

    static void score(Tx tx, long id, int score, LocalDate on) {
        tx.update(
                "update award set score = :score, scored_on = :on where id = :id",
                Map.of("id", id, "score", score, "on", on));
    }

    private static Map<String, Object> params(AwardInput input, Optional<Long> amount, String fields) {
        Map<String, Object> params = new HashMap<>();
        params.put("document", input.documentNumber());
        params.put("place", input.place());
        params.put("dateFrom", input.from());
        params.put("dateTo", input.to());
        params.put("amount", amount);
        params.put("index", input.indexHundredths());
        params.put("protocol", input.protocolNumber());
        params.put("protocolDate", input.protocolDate());
        params.put("source", input.source());
        params.put("fields", fields);
        return params;
    }

    private static Award award(Row row) {
        return new Award(
                row.number("id"),
                row.text("measure"),
                row.text("type"),
                row.integer("award_year"),
                row.text("territory"),
                row.optionalNumber("child_id").orElse(null),
                row.optionalNumber("staff_id").orElse(null),
                Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic")),
                row.value("state", AwardState.class),
                row.optionalText("reason").orElse(null),
                row.optionalText("document_number").orElse(null),
                row.optionalText("place").orElse(null),
                row.optionalDate("date_from").orElse(null),
                row.optionalDate("date_to").orElse(null),
                row.optionalNumber("amount").map(Money::tenge).orElse(null),
                row.optionalInteger("index_hundredths").orElse(null),
                row.optionalText("source").map(FundingSource::valueOf).orElse(null),
                Money.tenge(row.number("paid")),
                row.instant("created_at"),
                row.optionalText("protocol_number").orElse(null),
                row.optionalDate("protocol_date").orElse(null),
                row.optionalInteger("score").orElse(null),
                row.optionalDate("scored_on").orElse(null),
                row.optionalInstant("waiting_since").orElse(null),
                null,
                FieldValues.read(row.text("fields")),
                row.optionalNumber("quota_id"),
                row.integer("version"));
    }
}
