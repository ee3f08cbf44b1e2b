package kz.jolkarta.core.criteria;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kz.jolkarta.core.registry.AchievementLevel;
import kz.jolkarta.core.registry.Category;
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.core.registry.Sex;
import kz.jolkarta.core.registry.TalentField;

/**
 * The question <em>which children?</em> It has three readings that always agree: to SQL (counts by district, the list behind a
 * number), to one child (allowed, or the objections), and to words in Kazakh, Russian and English. Everything is read on a day:
 * categories and consents by their validity, ages by the birth date.
 */
public sealed interface Criterion {
    /** Every child of the registry. */
    record Everyone() implements Criterion {}

    /** Lives in a rural settlement (the settlement's own flag, not the district's). */
    record Rural() implements Criterion {}

    /** Goes to a school in an urban settlement; without a known school, lives in one. */
    record UrbanSchool() implements Criterion {}

    /** Is in at least one of the categories on the day. */
    record InCategory(Set<Category> categories) implements Criterion {
        public InCategory {
            categories = Set.copyOf(categories);
            notEmpty(categories);
        }
    }

    /** Is in one of these grades, 0 (preparatory) to 12; a child without a grade is in none. */
    record Grades(int from, int to) implements Criterion {
        public Grades {
            range(from, to, 0, 12);
        }
    }

    /**
     * Full years of age on the day, both ends included. Who was born on 29 February completes a year on 1 March of a common year. Every reading compares
     * the birth date with {@link #bornFrom} and {@link #bornTo}.
     */
    record Ages(int from, int to) implements Criterion {
        public Ages {
            range(from, to, 0, 25);
        }

        /** The earliest birth date that meets the criterion on the day. */
        public LocalDate bornFrom(LocalDate day) {
            return day.minusYears(to + 1L).plusDays(1);
        }

        /** The latest birth date that meets the criterion on the day. */
        public LocalDate bornTo(LocalDate day) {
            return day.minusYears(from);
        }
    }

    record OfSex(Sex sex) implements Criterion {}

    /** Has an identified talent in one of the fields; in any field when none is named. */
    record Talented(Set<TalentField> fields) implements Criterion {
        public Talented {
            fields = Set.copyOf(fields);
        }
    }

    /**
     * Won a place or prize (not merely took part) between these levels within so many months before the day: after {@link #after}, and by the day.
     *
     * @param fields of the achievement; any when none is named
     */
    record Achieved(AchievementLevel atLeast, AchievementLevel atMost, int withinMonths, Set<TalentField> fields)
            implements Criterion {
        public Achieved {
            range(withinMonths, withinMonths, 1, 600);
            range(atLeast.ordinal(), atMost.ordinal(), 0, 4);
            fields = Set.copyOf(fields);
        }

        /** The day after which it must have been won. */
        public LocalDate after(LocalDate day) {
            return day.minusMonths(withinMonths);
        }
    }

    /** Lives in a rural settlement, or is in a category on the day that has the number of its ground document. */
    record Grounded() implements Criterion {}

    /** Has an individual road map that was approved by the day and not closed before it. */
    record RoadMapApproved() implements Criterion {}

    /** Had excellent marks only in the last school year that ended by the day (31 May) or in the running one. */
    record ExcellentMarks() implements Criterion {
        /** The school years that count on the day, by the year they begin in. */
        public Set<Integer> schoolYears(LocalDate day) {
            int ended = day.getYear() - (day.isBefore(LocalDate.of(day.getYear(), 5, 31)) ? 2 : 1);
            boolean isHoliday = day.getYear() - 1 == ended && day.getMonthValue() < 9;
            return isHoliday ? Set.of(ended) : Set.of(ended, ended + 1);
        }
    }

    /** Is in grade 11 or 12, or left school from one of them in the calendar year of the day, by the day. */
    record FinishedSchool() implements Criterion {
        /** Whoever left before this day left in an earlier year. */
        public LocalDate leftFrom(LocalDate day) {
            return day.withDayOfYear(1);
        }
    }

    /** Has a consent of the representative for the purpose, given by the day, not ended before it and not withdrawn by it. */
    record Consented(ConsentPurpose purpose) implements Criterion {}

    /** Attended an activity or holds an award of this measure and type, "" for any, in the calendar year of the day, by the day. */
    record Took(String measure, String type) implements Criterion {}

    record And(List<Criterion> all) implements Criterion {
        public And {
            all = List.copyOf(all);
            notEmpty(all);
        }
    }

    record Or(List<Criterion> any) implements Criterion {
        public Or {
            any = List.copyOf(any);
            notEmpty(any);
        }
    }

    record Not(Criterion of) implements Criterion {}

    static Criterion everyone() {
        return new Everyone();
    }

    static Criterion rural() {
        return new Rural();
    }

    static Criterion urbanSchool() {
        return new UrbanSchool();
    }

    static Criterion category(Category first, Category... more) {
        Set<Category> all = java.util.EnumSet.of(first, more);
        return new InCategory(all);
    }

    /** Any of the dated categories of a socially vulnerable family. */
    static Criterion sociallyVulnerable() {
        return new InCategory(Category.SOCIALLY_VULNERABLE);
    }

    /** Rural, or of a large family, or of a socially vulnerable family: those the resolution's title names. */
    static Criterion targetGroup() {
        return or(rural(), category(Category.LARGE_FAMILY), sociallyVulnerable());
    }

    static Criterion grades(int from, int to) {
        return new Grades(from, to);
    }

    static Criterion ages(int from, int to) {
        return new Ages(from, to);
    }

    static Criterion sex(Sex sex) {
        return new OfSex(sex);
    }

    /** Gifted: at least one identified talent. */
    static Criterion gifted() {
        return new Talented(Set.of());
    }

    static Criterion talent(TalentField first, TalentField... more) {
        return new Talented(java.util.EnumSet.of(first, more));
    }

    static Criterion achievement(AchievementLevel atLeast, int withinMonths) {
        return achievement(atLeast, AchievementLevel.INTERNATIONAL, withinMonths);
    }

    static Criterion achievement(
            AchievementLevel atLeast, AchievementLevel atMost, int withinMonths, TalentField... fields) {
        return new Achieved(atLeast, atMost, withinMonths, Set.of(fields));
    }

    static Criterion grounded() {
        return new Grounded();
    }

    static Criterion roadMapApproved() {
        return new RoadMapApproved();
    }

    static Criterion excellentMarks() {
        return new ExcellentMarks();
    }

    static Criterion finishedSchool() {
        return new FinishedSchool();
    }

    static Criterion consented(ConsentPurpose purpose) {
        return new Consented(purpose);
    }

    static Criterion took(String measure, String type) {
        return new Took(measure, type);
    }

    static Criterion took(String measure) {
        return new Took(measure, "");
    }

    static Criterion and(Criterion... all) {
        return new And(List.of(all));
    }

    static Criterion or(Criterion... any) {
        return new Or(List.of(any));
    }

    static Criterion not(Criterion of) {
        return new Not(of);
    }

    private static void range(int from, int to, int min, int max) {
        if (from > to || from < min || to > max) {
            throw new IllegalArgumentException("not a range within " + min + "…" + max + ": " + from + "…" + to);
        }
    }

    private static void notEmpty(java.util.Collection<?> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("at least one part");
        }
    }
}
