package kz.jolkarta.registry.awards;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The caps of a measure in a year, and how many awards stand in which state where.
 *
 * @param quotas those of the reader's regions and of the country
 */
public record QuotaUse(List<Quota> quotas, List<Tally> tallies) {
    /** @param territory KATO code of the person's residence or organisation */
    public record Tally(String type, String territory, AwardState state, long awards) {}

    public QuotaUse {
        quotas = List.copyOf(quotas);
        tallies = List.copyOf(tallies);
    }

    /** @param where picks the territories that count */
    long awards(String type, Predicate<String> where, Set<AwardState> states) {
        return tallies.stream()
                .filter(t -> t.type().equals(type) && states.contains(t.state()) && where.test(t.territory()))
                .mapToLong(Tally::awards)
                .sum();
    }
}
