package kz.jolkarta.core.internal.criteria;

import static kz.jolkarta.core.criteria.Criterion.and;
import static kz.jolkarta.core.criteria.Criterion.not;
import static kz.jolkarta.core.criteria.Criterion.or;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import kz.jolkarta.core.criteria.Criterion;
import kz.jolkarta.core.criteria.Objections;
import kz.jolkarta.core.criteria.Words;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.registry.ChildFacts;
import kz.jolkarta.core.testing.TestTexts;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any criterion, child and day. */
class CriterionLawsTest {
    private final Texts texts = TestTexts.ofClassPath();

    @Property
    void aChildHasObjectionsExactlyWhenTheCriterionIsNotMet(
            @ForAll("criteria") Criterion c, @ForAll("children") ChildFacts child, @ForAll("days") LocalDate day) {
        assertEquals(OneChild.meets(c, child, day), isAllowed(c, child, day));
    }

    @Property
    void notTurnsTheAnswerRoundAndTwiceNotLeavesIt(
            @ForAll("criteria") Criterion c, @ForAll("children") ChildFacts child, @ForAll("days") LocalDate day) {
        assertEquals(!isAllowed(c, child, day), isAllowed(not(c), child, day));
        assertEquals(isAllowed(c, child, day), isAllowed(not(not(c)), child, day));
    }

    @Property
    void andAndOrTakeTheirPartsAndDeMorganHolds(
            @ForAll("criteria") Criterion a,
            @ForAll("criteria") Criterion b,
            @ForAll("children") ChildFacts child,
            @ForAll("days") LocalDate day) {
        boolean first = isAllowed(a, child, day);
        boolean second = isAllowed(b, child, day);
        assertEquals(first && second, isAllowed(and(a, b), child, day));
        assertEquals(first || second, isAllowed(or(a, b), child, day));
        assertEquals(isAllowed(not(and(a, b)), child, day), isAllowed(or(not(a), not(b)), child, day));
        assertEquals(isAllowed(not(or(a, b)), child, day), isAllowed(and(not(a), not(b)), child, day));
    }

    @Property
    void wordsAndObjectionsAreWholeInThreeLanguages(
            @ForAll("criteria") Criterion c, @ForAll("children") ChildFacts child, @ForAll("days") LocalDate day) {
        assertWhole(Words.of(c));
        List<Message> objections = Objections.of(c, child, day);
        assertEquals(objections.size(), objections.stream().distinct().count());
        objections.forEach(this::assertWhole);
    }

    @Property
    void agesCountFullYearsAsTheCalendarDoes(@ForAll("children") ChildFacts child, @ForAll("days") LocalDate day) {
        boolean isBorn = !child.birthDate().isAfter(day);
        int years = Period.between(child.birthDate(), day).getYears();
        for (int age = 0; age <= 25; age++) {
            assertEquals(isBorn && years == age, isAllowed(Criterion.ages(age, age), child, day));
        }
    }

    private static boolean isAllowed(Criterion criterion, ChildFacts child, LocalDate day) {
        return Objections.of(criterion, child, day).isEmpty();
    }

    private void assertWhole(Message message) {
        for (Language language : Language.values()) {
            String text = texts.text(language, message);
            assertFalse(text.isBlank() || text.contains("{") || text.contains("["), text);
        }
    }

    @Provide
    Arbitrary<Criterion> criteria() {
        return Questions.criteria();
    }

    @Provide
    Arbitrary<ChildFacts> children() {
        return Questions.children();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Questions.days();
    }
}
