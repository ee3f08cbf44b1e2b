package kz.jolkarta.core.internal.criteria;

import static kz.jolkarta.core.criteria.Criterion.achievement;
import static kz.jolkarta.core.criteria.Criterion.ages;
import static kz.jolkarta.core.criteria.Criterion.and;
import static kz.jolkarta.core.criteria.Criterion.category;
import static kz.jolkarta.core.criteria.Criterion.consented;
import static kz.jolkarta.core.criteria.Criterion.excellentMarks;
import static kz.jolkarta.core.criteria.Criterion.finishedSchool;
import static kz.jolkarta.core.criteria.Criterion.gifted;
import static kz.jolkarta.core.criteria.Criterion.grades;
import static kz.jolkarta.core.criteria.Criterion.grounded;
import static kz.jolkarta.core.criteria.Criterion.not;
import static kz.jolkarta.core.criteria.Criterion.roadMapApproved;
import static kz.jolkarta.core.criteria.Criterion.rural;
import static kz.jolkarta.core.criteria.Criterion.targetGroup;
import static kz.jolkarta.core.criteria.Criterion.took;
import static kz.jolkarta.core.criteria.Criterion.urbanSchool;
import static kz.jolkarta.core.registry.AchievementLevel.DISTRICT;
import static kz.jolkarta.core.registry.AchievementLevel.INTERNATIONAL;
import static kz.jolkarta.core.registry.AchievementLevel.REGION;
import static kz.jolkarta.core.registry.AchievementLevel.REPUBLIC;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.criteria.Objections;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
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
import kz.jolkarta.core.testing.TestTexts;
import org.junit.jupiter.api.Test;

class OneChildTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final ChildFacts TOWN_CHILD = new ChildFacts(
            7,
            "750000000",
            false,
            Optional.empty(),
            OptionalInt.empty(),
            LocalDate.of(2012, 2, 29),
            Sex.MALE,
            List.of(new CategoryPeriod(
                    Category.ASP, LocalDate.of(2024, 1, 1), Optional.of(LocalDate.of(2025, 2, 28)), false)),
            Set.of(),
            List.of(new Prize(AchievementLevel.REPUBLIC, Optional.empty(), LocalDate.of(2024, 3, 1))),
            List.of(new ConsentPeriod(ConsentPurpose.PUBLICITY, DAY, Optional.of(DAY))),
            List.of(new Taken("health-camps", "camp", LocalDate.of(2025, 3, 2))),
            Optional.empty(),
            Set.of(),
            List.of());

    @Test
    void aCategoryHoldsThroughItsLastDayAndTheObjectionNamesIt() {
        Criterion assisted = category(Category.ASP);
        assertObjections(assisted, DAY.minusDays(1));
        assertObjections(
                assisted, DAY, "the category ended on 28.02.2025: family receiving targeted social assistance");
        assertObjections(
                category(Category.ORPHAN),
                DAY,
                "this does not hold: is in the category: orphan or child without parental care");
    }

    @Test
    void aConsentOfOneDayHoldsOnThatDay() {
        Criterion publicity = consented(ConsentPurpose.PUBLICITY);
        assertObjections(publicity, DAY);
        assertObjections(
                publicity,
                DAY.plusDays(1),
                "the consent of the legal representative was valid until 01.03.2025: publication in public sources");
        assertObjections(
                publicity,
                DAY.minusDays(1),
                "there is no valid consent of the legal representative: publication in public sources");
    }

    @Test
    void whoIsBornOn29FebruaryIsAYearOlderOn1March() {
        assertObjections(ages(13, 13), DAY);
        assertObjections(ages(13, 13), DAY.minusDays(1), "is aged 12, but 13 to 13 is required");
    }

    @Test
    void aPrizeCountsForLessThanTheMonthsAndAHigherLevelCountsToo() {
        Criterion won = achievement(AchievementLevel.REGION, 12);
        assertObjections(won, DAY.minusDays(1));
        assertObjections(
                won,
                DAY,
                "the last place or prize was won on 01.03.2024, but one of the last 12 months is required at this level or higher: regional");
        assertObjections(
                achievement(AchievementLevel.INTERNATIONAL, 12),
                DAY,
                "no place or prize in the last 12 months at this level: international");
    }

    @Test
    void aPrizeOfAnotherFieldOrAHigherLevelThanNamedDoesNotCount() {
        LocalDate day = DAY.minusDays(1);
        assertObjections(achievement(REPUBLIC, REPUBLIC, 12), day);
        assertObjections(
                achievement(DISTRICT, REGION, 12),
                day,
                "no place or prize in the last 12 months at the levels from district (city) to regional");
        assertObjections(
                achievement(REPUBLIC, INTERNATIONAL, 12, TalentField.SPORT),
                day,
                "no place or prize in the last 12 months at this level or higher: republican (field: sport)");
        ChildFacts sporting = pupil(
                List.of(new Prize(REPUBLIC, Optional.of(TalentField.SPORT), day)), OptionalInt.of(9), Optional.empty());
        assertMet(achievement(REPUBLIC, INTERNATIONAL, 12, TalentField.SPORT, TalentField.ARTS), sporting, day);
    }

    @Test
    void aCategoryWithoutTheNumberOfItsDocumentIsNoGround() {
        ChildFacts grounded = pupil(List.of(), OptionalInt.of(9), Optional.empty());
        assertMet(grounded(), grounded, DAY);
        assertNotMet(grounded(), grounded, DAY.plusDays(1));
        assertObjections(
                grounded(),
                DAY.minusDays(1),
                "this does not hold: lives in a rural settlement or is in a category that has the number of its ground document");
    }

    @Test
    void aRoadMapHoldsFromItsApprovalThroughItsLastDay() {
        ChildFacts child = pupil(List.of(), OptionalInt.of(9), Optional.empty());
        assertNotMet(roadMapApproved(), child, DAY.minusDays(1));
        assertMet(roadMapApproved(), child, DAY);
        assertNotMet(roadMapApproved(), child, DAY.plusDays(1));
    }

    @Test
    void marksCountForTheRunningSchoolYearAndTheOneEndedLast() {
        // Excellent in the school year from September 2023 to May 2024.
        ChildFacts child = pupil(List.of(), OptionalInt.of(9), Optional.empty());
        assertNotMet(excellentMarks(), child, LocalDate.of(2023, 8, 31));
        assertMet(excellentMarks(), child, LocalDate.of(2023, 9, 1));
        assertMet(excellentMarks(), child, LocalDate.of(2024, 8, 31));
        assertMet(excellentMarks(), child, LocalDate.of(2025, 5, 30));
        assertNotMet(excellentMarks(), child, LocalDate.of(2025, 5, 31));
    }

    @Test
    void whoLeftGrade11ThisYearHasFinishedAndWhoLeftGrade9HasNot() {
        LocalDate left = LocalDate.of(2025, 5, 25);
        ChildFacts finished = pupil(List.of(), OptionalInt.of(11), Optional.of(left));
        assertMet(finishedSchool(), finished, left.minusDays(1));
        assertMet(finishedSchool(), finished, LocalDate.of(2025, 12, 31));
        assertNotMet(finishedSchool(), finished, LocalDate.of(2026, 1, 1));
        assertNotMet(finishedSchool(), pupil(List.of(), OptionalInt.of(9), Optional.of(left)), left);
        assertMet(finishedSchool(), pupil(List.of(), OptionalInt.of(12), Optional.empty()), DAY);
    }

    @Test
    void anyTypeOfAMeasureCountsWhenNoneIsNamed() {
        assertObjections(took("health-camps"), DAY.plusDays(1));
        assertObjections(
                took("technoparks"),
                DAY,
                "this does not hold: has taken part in or received something this year of “Technoparks”");
    }

    @Test
    void whatIsStillToComeIsNotTaken() {
        assertObjections(took("health-camps", "camp"), DAY.plusDays(1));
        assertEquals(1, objections(took("health-camps", "camp"), DAY).size());
        assertObjections(not(took("health-camps", "camp")), LocalDate.of(2026, 1, 1));
    }

    @Test
    void withoutAKnownSchoolTheResidenceCounts() {
        assertObjections(urbanSchool(), DAY);
        assertObjections(
                not(urbanSchool()),
                DAY,
                "not allowed when this holds: goes to an urban school (without a known school: lives in a town)");
    }

    @Test
    void everyMissingConditionIsNamedOnceAndAlternativesTogether() {
        assertObjections(
                and(gifted(), grades(5, 11), gifted(), targetGroup()),
                DAY,
                "no talent is identified",
                "the grade is not known, but grades 5 to 11 are required",
                "none of these holds: lives in a rural settlement, is from a large family or is from a socially vulnerable family");
        assertObjections(and(not(rural()), ages(6, 17)), DAY);
    }

    @Test
    void whatNobodyMayGetIsRefusedToEverybody() {
        assertObjections(not(Criterion.everyone()), DAY, "this is allowed to no child");
    }

    /** With a category, a road map and a year of excellent marks, each of which ends about the day. */
    private static ChildFacts pupil(List<Prize> prizes, OptionalInt grade, Optional<LocalDate> left) {
        return new ChildFacts(
                8,
                "750000000",
                false,
                Optional.empty(),
                grade,
                LocalDate.of(2008, 1, 1),
                Sex.FEMALE,
                List.of(new CategoryPeriod(Category.ASP, LocalDate.of(2024, 1, 1), Optional.of(DAY), true)),
                Set.of(),
                prizes,
                List.of(),
                List.of(),
                left,
                Set.of(2023),
                List.of(new ApprovedMap(DAY, Optional.of(DAY))));
    }

    private static void assertMet(Criterion criterion, ChildFacts child, LocalDate day) {
        assertEquals(List.of(), Objections.of(criterion, child, day));
    }

    private static void assertNotMet(Criterion criterion, ChildFacts child, LocalDate day) {
        assertEquals(1, Objections.of(criterion, child, day).size());
    }

    private static void assertObjections(Criterion criterion, LocalDate day, String... objections) {
        assertEquals(List.of(objections), objections(criterion, day));
    }

    private static List<String> objections(Criterion criterion, LocalDate day) {
        Texts texts = TestTexts.ofClassPath();
        return Objections.of(criterion, TOWN_CHILD, day).stream()
                .map(o -> texts.text(Language.EN, o))
                .toList();
    }
}
