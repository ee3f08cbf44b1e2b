package kz.jolkarta.registry.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.criteria.Objections;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.ChildFacts;
import kz.jolkarta.core.registry.Figures.Period;
import kz.jolkarta.core.registry.Sex;

/** Reads a roll: the children of a scope once, and each table that the criteria ask about once. */
public final class RollStore {
    private static final int CHUNK = 1000;
    /** Whoever asks about fewer than every eighth child looks them up; beyond that reading the whole table is faster. */
    private static final int FEW = 8;

    private static final Set<Class<?>> BY_THE_CHILD = Set.of(
            Criterion.Everyone.class,
            Criterion.Rural.class,
            Criterion.UrbanSchool.class,
            Criterion.Grades.class,
            Criterion.Ages.class,
            Criterion.OfSex.class,
            Criterion.FinishedSchool.class,
            Criterion.Grounded.class);

    private final Tx tx;
    private final Roll roll = new Roll();
    private boolean whole;

    private RollStore(Tx tx) {
        this.tx = tx;
    }

    /** Rows of other tables about the children of a roll. */
    public interface Rows {
        /** @param visitor gets the number of the child in the roll; rows of other children are left out */
        void each(Tx tx, ByChild sql, Map<String, ?> params, BiConsumer<Integer, Row> visitor);
    }

    /** @param rows reads further tables @param whole of so many of all children that whole tables are read for them */
    public record Read(Roll roll, Rows rows, boolean whole) {}

    /** The children who are in the registry on the period's day or left it in the year, with the answers to the criteria on that day. */
    public static Read read(Tx tx, Scope scope, Period period, Collection<Criterion> criteria) {
        return read(
                tx,
                "child c where c.registered_on <= :day and (c.left_on is null or c.left_on >= :first)"
                        + " and c.state in ('ACTIVE', 'LEFT') and " + scope.persons("c"),
                Map.of("day", period.day(), "first", period.from()),
                period.day(),
                criteria,
                "",
                (child, row) -> {});
    }

    /** The children of a frame's day, where they lived on it. @param where of the children {@code c}, with the frame's parameters */
    static Roll read(Tx tx, Frame frame, String where, Collection<Criterion> criteria) {
        return read(tx, frame, where, criteria, "", (child, row) -> {}).roll();
    }

    /** @param columns further ones, each beginning with a comma @param visitor gets each child's number and row */
    static Read read(
            Tx tx,
            Frame frame,
            String where,
            Collection<Criterion> criteria,
            String columns,
            BiConsumer<Integer, Row> visitor) {
        return read(
                tx,
                frame.child() + " where " + where,
                frame.binds().params(),
                frame.period().day(),
                criteria,
                columns,
                visitor);
    }

    private static Read read(
            Tx tx,
            String children,
            Map<String, ?> params,
            LocalDate day,
            Collection<Criterion> criteria,
            String columns,
            BiConsumer<Integer, Row> visitor) {
        RollStore store = new RollStore(tx);
        Set<Criterion> conditions = criteria.stream()
                .flatMap(c -> Roll.conditions(c).stream())
                .collect(Collectors.toCollection(HashSet::new));
        conditions.forEach(store.roll::answers);
        store.children(columns + " from " + children, params, day, conditions, visitor);
        store.roll.close();
        store.whole = (long) store.roll.size() * FEW >= tx.number("select count(*) from child", Map.of());
        FactRows.ALL.forEach(rows -> store.facts(rows, conditions, day));
        return new Read(store.roll, store::each, store.whole);
    }

    private void children(
            String from,
            Map<String, ?> params,
            LocalDate day,
            Set<Criterion> conditions,
            BiConsumer<Integer, Row> visitor) {
        List<Criterion> own = conditions.stream()
                .filter(c -> BY_THE_CHILD.contains(c.getClass()))
                .toList();
        List<BitSet> answers = own.stream().map(roll::answers).toList();
        Map<String, Boolean> rural = rural();
        Map<Long, Boolean> schools =
                own.stream().anyMatch(Criterion.UrbanSchool.class::isInstance) ? schools(rural) : Map.of();
        // A day is the dearest column to read.
        boolean ages = own.stream().anyMatch(Criterion.Ages.class::isInstance);
        tx.each(
                "select c.id, c.territory, c.school_id, c.grade, c.birth_date, c.sex, c.left_on" + from,
                params,
                row -> {
                    String territory = row.text("territory");
                    long school = row.number("school_id");
                    Optional<LocalDate> left = row.optionalDate("left_on");
                    int child = roll.add(
                            row.number("id"),
                            territory,
                            school,
                            left.filter(on -> !on.isAfter(day)).isPresent());
                    visitor.accept(child, row);
                    if (!own.isEmpty()) {
                        ChildFacts facts = facts(
                                row,
                                rural.getOrDefault(territory, false),
                                Optional.ofNullable(schools.get(school)),
                                left,
                                ages);
                        for (int i = 0; i < own.size(); i++) {
                            answers.get(i).set(child, Objections.none(own.get(i), facts, day));
                        }
                    }
                });
    }

    /** Which places are rural; without those of which it is not known. */
    private Map<String, Boolean> rural() {
        Map<String, Boolean> rural = new HashMap<>();
        tx.each(
                "select code, case when rural = true then 1 else 0 end as rural from territory where rural is not null",
                Map.of(),
                row -> rural.put(row.text("code"), row.integer("rural") == 1));
        return rural;
    }

    /** The same of the place of a school. */
    private Map<Long, Boolean> schools(Map<String, Boolean> rural) {
        Map<Long, Boolean> schools = new HashMap<>();
        tx.each(
                "select id, territory from organisation",
                Map.of(),
                row -> schools.put(row.number("id"), rural.get(row.text("territory"))));
        return schools;
    }

    private static ChildFacts facts(
            Row row, boolean rural, Optional<Boolean> schoolRural, Optional<LocalDate> left, boolean born) {
        return new ChildFacts(
                0,
                "",
                rural,
                schoolRural,
                row.optionalInteger("grade").map(OptionalInt::of).orElseGet(OptionalInt::empty),
                born ? row.date("birth_date") : LocalDate.EPOCH,
                row.value("sex", Sex.class),
                List.of(),
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                left,
                Set.of(),
                List.of());
    }

    private <T> void facts(FactRows<T> rows, Set<Criterion> conditions, LocalDate day) {
        List<Criterion> told = conditions.stream().filter(rows.tells()).toList();
        if (told.isEmpty()) {
            return;
        }
        List<BitSet> answers = told.stream().map(roll::answers).toList();
        Map<String, ?> params = Map.of("day", day, "held", CriterionSql.HELD_AWARDS);
        each(tx, rows.sql(), params, (child, row) -> {
            ChildFacts alone = rows.alone().apply(rows.mapper().apply(row));
            for (int i = 0; i < told.size(); i++) {
                if (!answers.get(i).get(child) && Objections.none(told.get(i), alone, day)) {
                    answers.get(i).set(child);
                }
            }
        });
    }

    private void each(Tx tx, ByChild sql, Map<String, ?> params, BiConsumer<Integer, Row> visitor) {
        if (whole) {
            tx.each(sql.all(), params, row -> visit(row, visitor));
            return;
        }
        List<Long> ids = new ArrayList<>(CHUNK);
        for (int child = 0; child < roll.size(); child++) {
            ids.add(roll.id(child));
            if (ids.size() == CHUNK || child == roll.size() - 1) {
                Map<String, Object> some = new HashMap<>(params);
                some.put("ids", List.copyOf(ids));
                tx.each(sql.listed(), some, row -> visit(row, visitor));
                ids.clear();
            }
        }
    }

    private void visit(Row row, BiConsumer<Integer, Row> visitor) {
        int child = roll.of(row.number("child_id"));
        if (child >= 0) {
            visitor.accept(child, row);
        }
    }
}
