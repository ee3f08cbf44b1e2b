package kz.jolkarta.registry.allocation;

import java.time.Instant;
import java.util.Comparator;

/**
 * A member's turn. The published order: who applied earlier comes first, at the same moment the lower number of registration.
 *
 * @param member participation or award
 */
public record Ticket(long member, Instant appliedAt) implements Comparable<Ticket> {
    private static final Comparator<Ticket> ORDER =
            Comparator.comparing(Ticket::appliedAt).thenComparingLong(Ticket::member);

    @Override
    public int compareTo(Ticket other) {
        return ORDER.compare(this, other);
    }
}
