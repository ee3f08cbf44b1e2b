package kz.jolkarta.registry.norms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.TalentField;

/** Results and scores of the children who are at school now. */
final class NormStore {
    private static final String WHOSE =
            " join child c on c.id = v.child_id join territory t on t.code = c.territory" + " where c.state = 'ACTIVE'";

    /** Compared as a column: Derby cannot use a boolean that is an expression. */
    private static final String RURAL = "t.rural is not null and t.rural = true";

    private NormStore() {}

    private static String columns(Scope scope) {
        return "c.id, c.school_id, c.territory, case when " + RURAL + " then 1 else 0 end rural, case when "
                + scope.persons("c") + " then 1 else 0 end reached";
    }

    /** Every child with a result after one day and by another, by the weight of all its results. */
    static void results(
            Tx tx, LocalDate after, LocalDate day, Optional<TalentField> field, Scope scope, Consumer<Scored> visitor) {
        Map<String, Object> params = new HashMap<>();
        params.put("after", after);
        params.put("day", day);
        field.ifPresent(f -> params.put("field", f));
        String chosen = field.isPresent() ? " and a.field = :field" : "";
        tx.each(
                "select " + columns(scope) + ", v.weight from (select a.child_id, sum(" + weight()
                        + ") weight from achievement a where a.won_on > :after and a.won_on <= :day" + chosen
                        + " group by a.child_id) v" + WHOSE + " and v.weight > 0",
                params,
                row -> visitor.accept(scored(row, BigDecimal.valueOf(row.number("weight")))));
    }

    /** The same by the weight of each child's best single result. */
    static void best(Tx tx, LocalDate after, LocalDate day, Consumer<Scored> visitor) {
        tx.each(
                "select " + columns(Scope.NONE) + ", v.weight from (select a.child_id, max(" + weight()
                        + ") weight from achievement a where a.won_on > :after and a.won_on <= :day group by a.child_id) v"
                        + WHOSE + " and v.weight > 0",
                Map.of("after", after, "day", day),
                row -> visitor.accept(scored(row, BigDecimal.valueOf(row.number("weight")))));
    }

    private static String weight() {
        return Weights.TABLE.stream()
                .map(w -> " when a.level = '" + w.level() + "' then case a.place when 1 then " + w.first()
                        + " when 2 then " + w.second() + " when 3 then " + w.third()
                        + " else case when a.prize then " + w.prize() + " else 0 end end")
                .collect(Collectors.joining("", "case", " else 0 end"));
    }

    /** The latest score of every child by a method, where it is a number. */
    static void scores(Tx tx, String method, Scope scope, Consumer<Scored> visitor) {
        long[] last = {0};
        tx.each(
                "select " + columns(scope) + ", v.score from diagnostic_result v" + WHOSE
                        + " and v.method = :method order by c.id, v.held_on desc, v.id desc",
                Map.of("method", method),
                row -> {
                    if (row.number("id") == last[0]) {
                        return;
                    }
                    last[0] = row.number("id");
                    row.optionalText("score")
                            .flatMap(NormStore::value)
                            .ifPresent(value -> visitor.accept(scored(row, value)));
                });
    }

    /** A number however it is written; empty for words. */
    static Optional<BigDecimal> value(String score) {
        String plain = score.strip().replace(',', '.');
        if (!plain.matches("-?\\d{1,9}(\\.\\d{1,6})?")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(plain));
    }

    /** The child, with a value of 0. */
    static Optional<Scored> child(Tx tx, long id, Scope scope) {
        return tx.one(
                "select " + columns(scope)
                        + " from child c join territory t on t.code = c.territory where c.id = :id and "
                        + scope.persons("c"),
                Map.of("id", id),
                row -> scored(row, BigDecimal.ZERO));
    }

    /** Every child who is at school, with a value of 0. */
    static void everyone(Tx tx, Consumer<Scored> visitor) {
        tx.each(
                "select " + columns(Scope.NONE)
                        + " from child c join territory t on t.code = c.territory where c.state = 'ACTIVE'",
                Map.of(),
                row -> visitor.accept(scored(row, BigDecimal.ZERO)));
    }

    /** A result as it is compared. */
    record Result(long id, String event, AchievementLevel level, Integer place, boolean prize, LocalDate wonOn) {}

    static List<Result> results(Tx tx, long child, LocalDate after, LocalDate day) {
        return tx.list(
                "select id, event, level, place, prize, won_on from achievement where child_id = :child and won_on > :after"
                        + " and won_on <= :day order by won_on desc, id",
                Map.of("child", child, "after", after, "day", day),
                row -> new Result(
                        row.number("id"),
                        row.text("event"),
                        row.value("level", AchievementLevel.class),
                        row.optionalInteger("place").orElse(null),
                        row.flag("prize"),
                        row.date("won_on")));
    }

    /** A score of the child; the latest of a method comes first. */
    record Score(String method, BigDecimal value, LocalDate heldOn) {}

    static List<Score> scores(Tx tx, long child) {
        List<Score> scores = new ArrayList<>();
        tx.each(
                "select method, score, held_on from diagnostic_result where child_id = :child"
                        + " order by method, held_on desc, id desc",
                Map.of("child", child),
                row -> row.optionalText("score").flatMap(NormStore::value).ifPresent(value -> {
                    if (scores.stream().noneMatch(s -> s.method().equals(row.text("method")))) {
                        scores.add(new Score(row.text("method"), value, row.date("held_on")));
                    }
                }));
        return scores;
    }

    static Map<Long, String> schools(Tx tx, List<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        tx.each(
                "select id, name from organisation where id in (:ids)",
                Map.of("ids", ids),
                row -> names.put(row.number("id"), row.text("name")));
        return names;
    }

    private static Scored scored(Row row, BigDecimal value) {
        return new Scored(
                row.number("id"),
                row.optionalNumber("school_id").orElse(0L),
                row.text("territory"),
                row.integer("rural") == 1,
                row.integer("reached") == 1,
                value);
    }
}
