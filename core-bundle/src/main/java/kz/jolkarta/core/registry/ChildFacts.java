package kz.jolkarta.core.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A child as a measure sees it: no name and no IIN.
 *
 * @param territory KATO code of the settlement where the child lives
 * @param rural whether that settlement is rural
 * @param schoolRural whether the school's settlement is rural; empty without a known school
 * @param grade 0 (preparatory) to 12; empty when not at school
 * @param left the day the child finished or left school, from that grade
 * @param excellent school years, by the year they begin in, with excellent marks only
 * @param roadMaps approved individual road maps
 */
public record ChildFacts(
        long id,
        String territory,
        boolean rural,
        Optional<Boolean> schoolRural,
        OptionalInt grade,
        LocalDate birthDate,
        Sex sex,
        List<CategoryPeriod> categories,
        Set<TalentField> talents,
        List<Prize> prizes,
        List<ConsentPeriod> consents,
        List<Taken> taken,
        Optional<LocalDate> left,
        Set<Integer> excellent,
        List<ApprovedMap> roadMaps) {
    /**
     * @param to the last valid day; empty while open
     * @param grounded whether the number of the ground document is known
     */
    public record CategoryPeriod(Category category, LocalDate from, Optional<LocalDate> to, boolean grounded) {}

    /** A place or prize won, not a mere participation. */
    public record Prize(AchievementLevel level, Optional<TalentField> field, LocalDate on) {}

    /** @param to the last day before it was closed; empty while it holds */
    public record ApprovedMap(LocalDate from, Optional<LocalDate> to) {}

    /** @param to the last valid day (end or withdrawal); empty while open */
    public record ConsentPeriod(ConsentPurpose purpose, LocalDate from, Optional<LocalDate> to) {}

    /** An activity attended, or an award held, on a day. */
    public record Taken(String measure, String type, LocalDate on) {}

    public ChildFacts {
        categories = List.copyOf(categories);
        talents = Set.copyOf(talents);
        prizes = List.copyOf(prizes);
        consents = List.copyOf(consents);
        taken = List.copyOf(taken);
        excellent = Set.copyOf(excellent);
        roadMaps = List.copyOf(roadMaps);
    }
}
