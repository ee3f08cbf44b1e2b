package kz.jolkarta.registry.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.registry.ChildFacts;
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
        Map<Long, List<ChildFacts.CategoryPeriod>> categories = byChild(tx, FactRows.CATEGORIES, ids, day);
        Map<Long, List<TalentField>> talents = byChild(tx, FactRows.TALENTS, ids, day);
        Map<Long, List<ChildFacts.Prize>> prizes = byChild(tx, FactRows.PRIZES, ids, day);
        Map<Long, List<ChildFacts.ConsentPeriod>> consents = byChild(tx, FactRows.CONSENTS, ids, day);
        Map<Long, List<ChildFacts.Taken>> taken = taken(tx, ids, day);
        Map<Long, List<Integer>> excellent = byChild(tx, FactRows.EXCELLENT, ids, day);
        Map<Long, List<ChildFacts.ApprovedMap>> maps = byChild(tx, FactRows.ROAD_MAPS, ids, day);
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

    private static Map<Long, List<ChildFacts.Taken>> taken(Tx tx, List<Long> ids, LocalDate day) {
        Map<Long, List<ChildFacts.Taken>> taken = new HashMap<>();
        for (FactRows<ChildFacts.Taken> rows : List.of(FactRows.ATTENDED, FactRows.PRESENT, FactRows.HELD)) {
            byChild(tx, rows, ids, day)
                    .forEach((id, all) ->
                            taken.computeIfAbsent(id, x -> new ArrayList<>()).addAll(all));
        }
        return taken;
    }

    private static <T> Map<Long, List<T>> byChild(Tx tx, FactRows<T> rows, List<Long> ids, LocalDate day) {
        Map<Long, List<T>> found = new HashMap<>();
        tx.each(
                rows.sql().listed(),
                Map.of("ids", ids, "day", day, "held", CriterionSql.HELD_AWARDS),
                row -> found.computeIfAbsent(row.number("child_id"), id -> new ArrayList<>())
                        .add(rows.mapper().apply(row)));
        return found;
    }
}
