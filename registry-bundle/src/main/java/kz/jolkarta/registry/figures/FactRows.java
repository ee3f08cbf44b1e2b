package kz.jolkarta.registry.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.ChildFacts;
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.core.registry.Sex;
import kz.jolkarta.core.registry.TalentField;

/**
 * Rows that each say one thing of a child. Every condition about them asks whether there is such a row, so it may be asked of one row after another:
 * a child meets it when it is met by a child of which nothing else is known.
 *
 * @param sql with the parameters {@code day} and {@code held} where it names them
 * @param tells the single conditions that these rows bear on
 * @param alone a child of which only this is known
 */
record FactRows<T>(ByChild sql, Predicate<Criterion> tells, Function<Row, T> mapper, Function<T, ChildFacts> alone) {
    static final FactRows<ChildFacts.CategoryPeriod> CATEGORIES = new FactRows<>(
            new ByChild(
                    "select child_id, category, valid_from, valid_to, case when " + CriterionSql.GROUNDED
                            + " then 1 else 0 end as grounded from child_category k",
                    "child_category_child_fk",
                    "",
                    "child_id",
                    ""),
            atom -> atom instanceof Criterion.InCategory || atom instanceof Criterion.Grounded,
            row -> new ChildFacts.CategoryPeriod(
                    row.value("category", Category.class),
                    row.date("valid_from"),
                    row.optionalDate("valid_to"),
                    row.integer("grounded") == 1),
            one -> Known.categories(one));

    static final FactRows<TalentField> TALENTS = new FactRows<>(
            new ByChild(
                    "select child_id, field from child_talent",
                    "child_talent_child_fk",
                    "",
                    "child_id",
                    " and identified_on <= :day"),
            Criterion.Talented.class::isInstance,
            row -> row.value("field", TalentField.class),
            one -> Known.talents(one));

    static final FactRows<ChildFacts.Prize> PRIZES = new FactRows<>(
            new ByChild(
                    "select child_id, level, field, won_on from achievement",
                    "achievement_child_fk",
                    "",
                    "child_id",
                    " and (prize or place in (1, 2, 3))"),
            Criterion.Achieved.class::isInstance,
            row -> new ChildFacts.Prize(
                    row.value("level", AchievementLevel.class),
                    row.optionalText("field").map(TalentField::valueOf),
                    row.date("won_on")),
            one -> Known.prizes(one));

    static final FactRows<ChildFacts.ConsentPeriod> CONSENTS = new FactRows<>(
            new ByChild(
                    "select child_id, purpose, given_on, valid_to, withdrawn_on from consent",
                    "consent_child_fk",
                    "",
                    "child_id",
                    " and deliverable_id is null"),
            Criterion.Consented.class::isInstance,
            row -> new ChildFacts.ConsentPeriod(
                    row.value("purpose", ConsentPurpose.class),
                    row.date("given_on"),
                    // The day of withdrawal is no longer covered.
                    Stream.of(
                                    row.optionalDate("valid_to"),
                                    row.optionalDate("withdrawn_on").map(d -> d.minusDays(1)))
                            .flatMap(Optional::stream)
                            .min(LocalDate::compareTo)),
            one -> Known.consents(one));

    static final FactRows<Integer> EXCELLENT = new FactRows<>(
            new ByChild(
                    "select child_id, school_year from child_marks",
                    "child_marks_child_fk",
                    "",
                    "child_id",
                    " and excellent = true"),
            Criterion.ExcellentMarks.class::isInstance,
            row -> row.integer("school_year"),
            one -> Known.excellent(one));

    static final FactRows<ChildFacts.ApprovedMap> ROAD_MAPS = new FactRows<>(
            new ByChild(
                    "select child_id, approved_on, closed_on from road_map",
                    "road_map_child_fk",
                    "",
                    "child_id",
                    " and approved_on is not null"),
            Criterion.RoadMapApproved.class::isInstance,
            row -> new ChildFacts.ApprovedMap(row.date("approved_on"), row.optionalDate("closed_on")),
            one -> Known.roadMaps(one));

    private static final Predicate<Criterion> TOOK = Criterion.Took.class::isInstance;

    static final FactRows<ChildFacts.Taken> ATTENDED = taken(
            "select p.child_id, a.measure, a.type, a.starts as on_day from participation p",
            " join activity a on a.id = p.activity_id",
            " and p.state = 'ATTENDED'");

    static final FactRows<ChildFacts.Taken> PRESENT = taken(
            "select distinct p.child_id, a.measure, a.type, s.held_on as on_day from participation p",
            " join activity a on a.id = p.activity_id join presence r on r.participation_id = p.id"
                    + " join activity_session s on s.id = r.session_id",
            " and r.present and a.state <> 'CANCELLED'");

    static final FactRows<ChildFacts.Taken> HELD = new FactRows<>(
            new ByChild(
                    "select child_id, measure, type, award_year, date_from from award",
                    "award_child_fk",
                    "",
                    "child_id",
                    " and state in (:held)"),
            TOOK,
            FactRows::held,
            one -> Known.taken(one));

    static final List<FactRows<?>> ALL =
            List.of(CATEGORIES, TALENTS, PRIZES, CONSENTS, EXCELLENT, ROAD_MAPS, ATTENDED, PRESENT, HELD);

    private static FactRows<ChildFacts.Taken> taken(String select, String joins, String extra) {
        return new FactRows<>(
                new ByChild(select, "participation_child_fk", joins, "p.child_id", extra),
                TOOK,
                row -> new ChildFacts.Taken(row.text("measure"), row.text("type"), row.date("on_day")),
                one -> Known.taken(one));
    }

    /** An award belongs to its year; a day outside that year, or none, does not move it. */
    private static ChildFacts.Taken held(Row row) {
        int year = row.integer("award_year");
        LocalDate on =
                row.optionalDate("date_from").filter(d -> d.getYear() == year).orElse(LocalDate.of(year, 1, 1));
        return new ChildFacts.Taken(row.text("measure"), row.text("type"), on);
    }

    /** A child of which one thing is known. */
    private static final class Known {
        static ChildFacts categories(ChildFacts.CategoryPeriod one) {
            return facts(List.of(one), Set.of(), List.of(), List.of(), List.of(), Set.of(), List.of());
        }

        static ChildFacts talents(TalentField one) {
            return facts(List.of(), Set.of(one), List.of(), List.of(), List.of(), Set.of(), List.of());
        }

        static ChildFacts prizes(ChildFacts.Prize one) {
            return facts(List.of(), Set.of(), List.of(one), List.of(), List.of(), Set.of(), List.of());
        }

        static ChildFacts consents(ChildFacts.ConsentPeriod one) {
            return facts(List.of(), Set.of(), List.of(), List.of(one), List.of(), Set.of(), List.of());
        }

        static ChildFacts taken(ChildFacts.Taken one) {
            return facts(List.of(), Set.of(), List.of(), List.of(), List.of(one), Set.of(), List.of());
        }

        static ChildFacts excellent(int one) {
            return facts(List.of(), Set.of(), List.of(), List.of(), List.of(), Set.of(one), List.of());
        }

        static ChildFacts roadMaps(ChildFacts.ApprovedMap one) {
            return facts(List.of(), Set.of(), List.of(), List.of(), List.of(), Set.of(), List.of(one));
        }

        private static ChildFacts facts(
                List<ChildFacts.CategoryPeriod> categories,
                Set<TalentField> talents,
                List<ChildFacts.Prize> prizes,
                List<ChildFacts.ConsentPeriod> consents,
                List<ChildFacts.Taken> taken,
                Set<Integer> excellent,
                List<ChildFacts.ApprovedMap> maps) {
            return new ChildFacts(
                    0,
                    "",
                    false,
                    Optional.empty(),
                    OptionalInt.empty(),
                    LocalDate.EPOCH,
                    Sex.FEMALE,
                    categories,
                    talents,
                    prizes,
                    consents,
                    taken,
                    Optional.empty(),
                    excellent,
                    maps);
        }
    }
}
