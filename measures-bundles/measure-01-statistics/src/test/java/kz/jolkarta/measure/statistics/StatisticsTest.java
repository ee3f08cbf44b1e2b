package kz.jolkarta.measure.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.criteria.Objections;
import kz.jolkarta.core.measure.Measure;
import kz.jolkarta.core.measure.MeasureContractTest;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.ChildFacts;
import kz.jolkarta.core.registry.ChildFacts.CategoryPeriod;
import kz.jolkarta.core.registry.Sex;
import kz.jolkarta.core.registry.TalentField;
import org.junit.jupiter.api.Test;

class StatisticsTest extends MeasureContractTest {
    private static final LocalDate DAY = LocalDate.of(2025, 12, 31);

    @Override
    protected Measure measure() {
        return new Statistics();
    }

    @Override
    protected Set<String> codes() {
        return Set.of(
                "indicator.rural-gifted",
                "indicator.urban-vulnerable-gifted",
                "indicator.rural-gifted-change",
                "indicator.urban-vulnerable-gifted-change");
    }

    @Test
    void aRuralChildOfALargeFamilyIsCountedOnceAmongTheRural() {
        assertCounted(true, false, child(true, Optional.of(true), Category.LARGE_FAMILY));
        assertCounted(true, false, child(true, Optional.of(false), Category.LARGE_FAMILY));
    }

    @Test
    void aTownChildCountsWhenTheFamilyIsLargeOrVulnerable() {
        assertCounted(false, true, child(false, Optional.of(false), Category.LARGE_FAMILY));
        assertCounted(false, true, child(false, Optional.empty(), Category.ASP));
        assertCounted(false, false, child(false, Optional.of(false)));
    }

    @Test
    void aTownChildOfARuralSchoolIsInNeitherCount() {
        assertCounted(false, false, child(false, Optional.of(true), Category.ORPHAN));
    }

    private static void assertCounted(boolean rural, boolean urban, ChildFacts child) {
        assertEquals(rural, isMet(Statistics.RURAL, child));
        assertEquals(urban, isMet(Statistics.URBAN, child));
        assertTrue(!isMet(Statistics.RURAL, ungifted(child)) && !isMet(Statistics.URBAN, ungifted(child)));
    }

    private static boolean isMet(Criterion criterion, ChildFacts child) {
        return Objections.of(criterion, child, DAY).isEmpty();
    }

    private static ChildFacts child(boolean rural, Optional<Boolean> schoolRural, Category... categories) {
        return facts(rural, schoolRural, Set.of(TalentField.SPORT), List.of(categories));
    }

    private static ChildFacts ungifted(ChildFacts child) {
        List<Category> categories =
                child.categories().stream().map(CategoryPeriod::category).toList();
        return facts(child.rural(), child.schoolRural(), Set.of(), categories);
    }

    private static ChildFacts facts(
            boolean rural, Optional<Boolean> schoolRural, Set<TalentField> talents, List<Category> categories) {
        return new ChildFacts(
                1,
                "233630100",
                rural,
                schoolRural,
                OptionalInt.of(7),
                LocalDate.of(2012, 5, 1),
                Sex.FEMALE,
                categories.stream()
                        .map(c -> new CategoryPeriod(c, LocalDate.of(2025, 1, 1), Optional.empty(), true))
                        .toList(),
                talents,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Set.of(),
                List.of());
    }
}
