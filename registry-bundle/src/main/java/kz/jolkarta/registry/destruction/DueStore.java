package kz.jolkarta.registry.destruction;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.children.NameKey;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Person;
import kz.jolkarta.registry.records.Query;

/** Children whose data may be destroyed. */
final class DueStore {
    private static final String COLUMNS =
            "select c.id, c.surname, c.given_name, c.patronymic, c.territory, c.state, c.left_on from child c where ";
    private static final String LEFT = "c.state in ('LEFT', 'ARCHIVED') and c.destroyed_on is null";

    private final Retention retention;
    private final LocalDate today;

    DueStore(Retention retention, LocalDate today) {
        this.retention = retention;
        this.today = today;
    }

    /**
     * What an act asks of a child.
     *
     * @param territory KATO code
     * @param left whether it left the school or was archived
     * @param term whether it left long enough ago
     * @param withdrawn whether consent to processing was withdrawn and none is in force
     */
    record Standing(long id, String territory, int version, boolean left, boolean term, boolean withdrawn) {
        boolean meets(Ground ground) {
            return left && (ground == Ground.TERM ? term : withdrawn);
        }
    }

    private Query query(DueFilter filter, Scope scope) {
        Scope wanted =
                filter.territory().map(code -> scope.within(Scope.of(code))).orElse(scope);
        Query query = new Query()
                .and(wanted.persons("c"))
                .and(LEFT)
                .and("c.left_on <= :last", "last", retention.lastLeaving(today));
        filter.name().ifPresent(name -> {
            String key = NameKey.of(name);
            if (key.isEmpty()) {
                query.and("1 = 0");
            } else {
                query.and("(c.key_surname like :name escape '!' or c.key_given like :name escape '!')")
                        .with("name", Query.beginning(key));
            }
        });
        return query;
    }

    List<DueChild> list(Tx tx, DueFilter filter, Scope scope, Paging page) {
        Query query = query(filter, scope);
        if (!page.first()) {
            query.and(filter.order().after).with("kday", page.day()).with("kid", page.id());
        }
        return tx.list(
                COLUMNS + query.where() + " order by " + filter.order().sql + page.fetch(), query.params(), this::due);
    }

    void each(Tx tx, DueFilter filter, Scope scope, Consumer<DueChild> visitor) {
        Query query = query(filter, scope);
        tx.each(
                COLUMNS + query.where() + " order by " + filter.order().sql,
                query.params(),
                row -> visitor.accept(due(row)));
    }

    /** Those of the children who are in the scope and whose data are still there. */
    Map<Long, Standing> standings(Tx tx, Collection<Long> children, Scope scope) {
        Map<Long, Standing> found = new HashMap<>();
        if (children.isEmpty()) {
            return found;
        }
        Map<Long, Boolean> inForce = new HashMap<>();
        tx.each(
                "select child_id, max(case when given_on <= :today and (valid_to is null or valid_to >= :today)"
                        + " and (withdrawn_on is null or withdrawn_on > :today) then 1 else 0 end) holds from consent"
                        + " where child_id in (:ids) and purpose = 'PROCESSING' group by child_id"
                        + " having max(case when withdrawn_on <= :today then 1 else 0 end) = 1",
                Map.of("ids", children, "today", today),
                row -> inForce.put(row.number("child_id"), row.integer("holds") == 1));
        LocalDate last = retention.lastLeaving(today);
        tx.each(
                "select c.id, c.territory, c.version, c.state, c.left_on from child c where c.id in (:ids)"
                        + " and c.state <> 'MERGED' and c.destroyed_on is null and " + scope.persons("c"),
                Map.of("ids", children),
                row -> {
                    long id = row.number("id");
                    found.put(
                            id,
                            new Standing(
                                    id,
                                    row.text("territory"),
                                    row.integer("version"),
                                    !row.text("state").equals("ACTIVE"),
                                    row.optionalDate("left_on")
                                            .filter(day -> !day.isAfter(last))
                                            .isPresent(),
                                    !inForce.getOrDefault(id, true)));
                });
        return found;
    }

    private DueChild due(Row row) {
        LocalDate left = row.date("left_on");
        return new DueChild(
                row.number("id"),
                Person.name(row.text("surname"), row.text("given_name"), row.text("patronymic")),
                row.text("territory"),
                row.text("state"),
                left,
                left.plusYears(retention.years()));
    }
}
