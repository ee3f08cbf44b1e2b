package kz.jolkarta.registry.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.ChildFacts;
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.core.registry.Sex;
import kz.jolkarta.core.registry.TalentField;
import org.osgi.service.component.annotations.Component;

/** Reads the facts with a few statements for a thousand children at a time. */
@Component(service = Facts.class)
public final class FactsStore implements Facts {
    private static final int CHUNK = 1000;
    private static final String OWN =
            "select c.id, c.territory, c.grade, c.birth_date, c.sex, c.left_on, coalesce(t.rural, false) as rural,"
                    + " case when st.rural is null then 0 when st.rural then 2 else 1 end as school_rural from ";

    @Override
    public List<ChildFacts> of(Tx tx, Collection<Long> ids, LocalDate day) {
        List<Long> distinct = ids.stream().distinct().toList();
        List<ChildFacts> facts = new ArrayList<>(distinct.size());
        for (int from = 0; from < distinct.size(); from += CHUNK) {
            facts.addAll(chunk(tx, distinct.subList(from, Math.min(from + CHUNK, distinct.size())), day));
        }
        return facts;
    }

    private static List<ChildFacts> chunk(Tx tx, List<Long> ids, LocalDate day) {
        Map<Long, List<ChildFacts.CategoryPeriod>> categories = categories(tx, ids);
        Map<Long, List<TalentField>> talents = talents(tx, ids, day);
        Map<Long, List<ChildFacts.Prize>> prizes = prizes(tx, ids);
        Map<Long, List<ChildFacts.ConsentPeriod>> consents = consents(tx, ids);
        Map<Long, List<ChildFacts.Taken>> taken = taken(tx, ids);
        Map<Long, List<Integer>> excellent = excellent(tx, ids);
        Map<Long, List<ChildFacts.ApprovedMap>> maps = roadMaps(tx, ids);
        Map<Long, ChildFacts> found = new HashMap<>();
        for (String from : places(tx, day)) {
            Map<String, Object> params = from.contains(":day") ? Map.of("ids", ids, "day", day) : Map.of("ids", ids);
            tx.each(OWN + from + " where c.id in (:ids)", params, row -> {
                long id = row.number("id");
                int schoolRural = row.integer("school_rural");
                found.put(
                        id,
                        new ChildFacts(
                                id,
                                row.text("territory"),
                                row.flag("rural"),
                                schoolRural == 0 ? Optional.empty() : Optional.of(schoolRural == 2),
                                row.optionalInteger("grade")
                                        .map(OptionalInt::of)
                                        .orElseGet(OptionalInt::empty),
                                row.date("birth_date"),
                                row.value("sex", Sex.class),
                                categories.getOrDefault(id, List.of()),
                                fields(talents.getOrDefault(id, List.of())),
                                prizes.getOrDefault(id, List.of()),
                                consents.getOrDefault(id, List.of()),
                                taken.getOrDefault(id, List.of()),
                                row.optionalDate("left_on"),
                                Set.copyOf(excellent.getOrDefault(id, List.of())),
                                maps.getOrDefault(id, List.of())));
            });
        }
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** Where the children live, and then, of those who moved since the day, where they lived. */
    private static List<String> places(Tx tx, LocalDate day) {
        return ResidentStore.anyMoved(tx, day)
                ? List.of(CriterionSql.FROM_LISTED, CriterionSql.fromMoved(":day"))
                : List.of(CriterionSql.FROM_LISTED);
    }

    private static Set<TalentField> fields(List<TalentField> talents) {
        return talents.isEmpty() ? Set.of() : EnumSet.copyOf(talents);
    }

    private static Map<Long, List<ChildFacts.CategoryPeriod>> categories(Tx tx, List<Long> ids) {
        return byChild(
                tx,
                "select child_id, category, valid_from, valid_to, case when " + CriterionSql.GROUNDED
                        + " then 1 else 0 end as grounded from child_category k"
                        + Along.constraint("child_category_child_fk") + " where child_id in (:ids)",
                Map.of("ids", ids),
                row -> new ChildFacts.CategoryPeriod(
                        row.value("category", Category.class),
                        row.date("valid_from"),
                        row.optionalDate("valid_to"),
                        row.integer("grounded") == 1));
    }

    private static Map<Long, List<TalentField>> talents(Tx tx, List<Long> ids, LocalDate day) {
        return byChild(
                tx,
                "select child_id, field from child_talent" + Along.constraint("child_talent_child_fk")
                        + " where child_id in (:ids) and identified_on <= :day",
                Map.of("ids", ids, "day", day),
                row -> row.value("field", TalentField.class));
    }

    private static Map<Long, List<ChildFacts.Prize>> prizes(Tx tx, List<Long> ids) {
        return byChild(
                tx,
                "select child_id, level, field, won_on from achievement" + Along.constraint("achievement_child_fk")
                        + " where child_id in (:ids) and (prize or place in (1, 2, 3))",
                Map.of("ids", ids),
                row -> new ChildFacts.Prize(
                        row.value("level", AchievementLevel.class),
                        row.optionalText("field").map(TalentField::valueOf),
                        row.date("won_on")));
    }

    private static Map<Long, List<ChildFacts.ConsentPeriod>> consents(Tx tx, List<Long> ids) {
        return byChild(
                tx,
                "select child_id, purpose, given_on, valid_to, withdrawn_on from consent"
                        + Along.constraint("consent_child_fk") + " where child_id in (:ids) and deliverable_id is null",
                Map.of("ids", ids),
                row -> new ChildFacts.ConsentPeriod(
                        row.value("purpose", ConsentPurpose.class),
                        row.date("given_on"),
                        // The day of withdrawal is no longer covered.
                        Stream.of(
                                        row.optionalDate("valid_to"),
                                        row.optionalDate("withdrawn_on").map(d -> d.minusDays(1)))
                                .flatMap(Optional::stream)
                                .min(LocalDate::compareTo)));
    }

    private static Map<Long, List<Integer>> excellent(Tx tx, List<Long> ids) {
        return byChild(
                tx,
                "select child_id, school_year from child_marks" + Along.constraint("child_marks_child_fk")
                        + " where child_id in (:ids) and excellent = true",
                Map.of("ids", ids),
                row -> row.integer("school_year"));
    }

    private static Map<Long, List<ChildFacts.ApprovedMap>> roadMaps(Tx tx, List<Long> ids) {
        return byChild(
                tx,
                "select child_id, approved_on, closed_on from road_map" + Along.constraint("road_map_child_fk")
                        + " where child_id in (:ids) and approved_on is not null",
                Map.of("ids", ids),
                row -> new ChildFacts.ApprovedMap(row.date("approved_on"), row.optionalDate("closed_on")));
    }

    private static Map<Long, List<ChildFacts.Taken>> taken(Tx tx, List<Long> ids) {
        Map<Long, List<ChildFacts.Taken>> taken = byChild(
                tx,
                "select p.child_id, a.measure, a.type, a.starts as on_day from participation p"
                        + Along.constraint("participation_child_fk") + " join activity a on a.id = p.activity_id"
                        + " where p.child_id in (:ids) and p.state = 'ATTENDED'"
                        + " union select p.child_id, a.measure, a.type, s.held_on as on_day from participation p"
                        + Along.constraint("participation_child_fk")
                        + " join activity a on a.id = p.activity_id join presence r on r.participation_id = p.id"
                        + " join activity_session s on s.id = r.session_id"
                        + " where p.child_id in (:ids) and r.present and a.state <> 'CANCELLED'",
                Map.of("ids", ids),
                row -> new ChildFacts.Taken(row.text("measure"), row.text("type"), row.date("on_day")));
        byChild(
                        tx,
                        "select child_id, measure, type, award_year, date_from from award"
                                + Along.constraint("award_child_fk") + " where child_id in (:ids) and state in (:held)",
                        Map.of("ids", ids, "held", CriterionSql.HELD_AWARDS),
                        FactsStore::held)
                .forEach((id, awards) ->
                        taken.computeIfAbsent(id, x -> new ArrayList<>()).addAll(awards));
        return taken;
    }

    /** An award belongs to its year; a day outside that year, or none, does not move it. */
    private static ChildFacts.Taken held(Row row) {
        int year = row.integer("award_year");
        LocalDate on =
                row.optionalDate("date_from").filter(d -> d.getYear() == year).orElse(LocalDate.of(year, 1, 1));
        return new ChildFacts.Taken(row.text("measure"), row.text("type"), on);
    }

    private static <T> Map<Long, List<T>> byChild(Tx tx, String sql, Map<String, ?> params, Function<Row, T> mapper) {
        Map<Long, List<T>> found = new LinkedHashMap<>();
        tx.each(
                sql,
                params,
                row -> found.computeIfAbsent(row.number("child_id"), id -> new ArrayList<>())
                        .add(mapper.apply(row)));
        return found;
    }
}
