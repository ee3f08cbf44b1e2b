package kz.jolkarta.core.internal.criteria;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.ChildFacts;
import kz.jolkarta.core.registry.ChildFacts.ApprovedMap;
import kz.jolkarta.core.registry.ChildFacts.CategoryPeriod;
import kz.jolkarta.core.registry.ChildFacts.ConsentPeriod;
import kz.jolkarta.core.registry.ChildFacts.Prize;
import kz.jolkarta.core.registry.ChildFacts.Taken;
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.core.registry.Sex;
import kz.jolkarta.core.registry.TalentField;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.time.api.Dates;

/** Any criterion, any child, any day. */
final class Questions {
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    /** How deep conditions stand within one another. */
    private static final int DEPTH = 3;

    private Questions() {}

    static Arbitrary<LocalDate> days() {
        return Dates.dates().between(FIRST, LAST);
    }

    static Arbitrary<Criterion> criteria() {
        return criteria(DEPTH);
    }

    private static Arbitrary<Criterion> criteria(int depth) {
        if (depth == 0) {
            return atoms();
        }
        Arbitrary<Criterion> parts = criteria(depth - 1);
        return Arbitraries.oneOf(
                atoms(),
                parts.map(Criterion.Not::new),
                parts.list().ofMinSize(1).ofMaxSize(3).map(Criterion.And::new),
                parts.list().ofMinSize(1).ofMaxSize(3).map(Criterion.Or::new));
    }

    static Arbitrary<Criterion> atoms() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        Criterion.everyone(),
                        Criterion.rural(),
                        Criterion.urbanSchool(),
                        Criterion.targetGroup(),
                        Criterion.grounded(),
                        Criterion.roadMapApproved(),
                        Criterion.excellentMarks(),
                        Criterion.finishedSchool()),
                Arbitraries.of(Category.class).set().ofMinSize(1).map(Criterion.InCategory::new),
                range(0, 12).map(r -> new Criterion.Grades(r.get(0), r.get(1))),
                range(0, 25).map(r -> new Criterion.Ages(r.get(0), r.get(1))),
                Arbitraries.of(Sex.class).map(Criterion.OfSex::new),
                Arbitraries.of(TalentField.class).set().map(Criterion.Talented::new),
                Combinators.combine(
                                range(0, 4),
                                Arbitraries.integers().between(1, 36),
                                Arbitraries.of(TalentField.class).set().ofMaxSize(3))
                        .as((levels, months, fields) -> new Criterion.Achieved(
                                AchievementLevel.values()[levels.get(0)],
                                AchievementLevel.values()[levels.get(1)],
                                months,
                                fields)),
                Arbitraries.of(ConsentPurpose.class).map(Criterion.Consented::new),
                Combinators.combine(measures(), Arbitraries.of("camp", "seminar", ""))
                        .as(Criterion.Took::new));
    }

    private record School(
            OptionalInt grade, Optional<LocalDate> left, Set<Integer> excellent, List<ApprovedMap> maps) {}

    static Arbitrary<ChildFacts> children() {
        Arbitrary<Optional<LocalDate>> ends = days().optional();
        Arbitrary<CategoryPeriod> categories = Combinators.combine(
                        Arbitraries.of(Category.class), days(), ends, Arbitraries.of(true, false))
                .as(CategoryPeriod::new);
        Arbitrary<ConsentPeriod> consents = Combinators.combine(Arbitraries.of(ConsentPurpose.class), days(), ends)
                .as(ConsentPeriod::new);
        Arbitrary<Prize> prizes = Combinators.combine(
                        Arbitraries.of(AchievementLevel.class),
                        Arbitraries.of(TalentField.class).optional(),
                        days())
                .as(Prize::new);
        Arbitrary<Taken> taken =
                Combinators.combine(measures(), types(), days()).as(Taken::new);
        Arbitrary<OptionalInt> grades =
                Arbitraries.integers().between(-1, 12).map(g -> g < 0 ? OptionalInt.empty() : OptionalInt.of(g));
        Arbitrary<ApprovedMap> maps = Combinators.combine(days(), ends).as(ApprovedMap::new);
        Arbitrary<School> schools = Combinators.combine(
                        grades,
                        ends,
                        Arbitraries.integers().between(2018, 2025).set().ofMaxSize(3),
                        maps.list().ofMaxSize(2))
                .as(School::new);
        Arbitrary<List<Object>> place = Combinators.combine(
                        Arbitraries.of(true, false), Arbitraries.of(true, false).optional(), Arbitraries.of(Sex.class))
                .as((rural, schoolRural, sex) -> List.of(rural, schoolRural, sex));
        return Combinators.combine(
                        place,
                        schools,
                        Dates.dates().between(LocalDate.of(1998, 1, 1), LAST),
                        categories.list().ofMaxSize(3),
                        Arbitraries.of(TalentField.class).set().ofMaxSize(3),
                        prizes.list().ofMaxSize(3),
                        consents.list().ofMaxSize(3),
                        taken.list().ofMaxSize(3))
                .as(Questions::child);
    }

    @SuppressWarnings("unchecked")
    private static ChildFacts child(
            List<Object> where,
            School school,
            LocalDate born,
            List<CategoryPeriod> categories,
            Set<TalentField> talents,
            List<Prize> prizes,
            List<ConsentPeriod> consents,
            List<Taken> taken) {
        return new ChildFacts(
                1,
                "110000000",
                (Boolean) where.get(0),
                (Optional<Boolean>) where.get(1),
                school.grade(),
                born,
                (Sex) where.get(2),
                categories,
                talents,
                prizes,
                consents,
                taken,
                school.left(),
                school.excellent(),
                school.maps());
    }

    private static Arbitrary<String> measures() {
        return Arbitraries.of("technoparks", "health-camps", "of-another-programme");
    }

    private static Arbitrary<String> types() {
        return Arbitraries.of("camp", "seminar");
    }

    private static Arbitrary<List<Integer>> range(int min, int max) {
        return Arbitraries.integers()
                .between(min, max)
                .list()
                .ofSize(2)
                .map(two -> two.stream().sorted().toList());
    }
}
