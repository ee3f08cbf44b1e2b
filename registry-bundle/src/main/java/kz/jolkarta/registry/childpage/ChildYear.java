package kz.jolkarta.registry.childpage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the measures' records say of a child in a span of time.
 *
 * @param attended activities in the order of their beginning
 * @param awards what was proposed or given, with what was paid of it
 * @param materials that show the child
 */
record ChildYear(List<Attended> attended, List<Given> awards, List<Shown> materials) {
    ChildYear {
        attended = List.copyOf(attended);
        awards = List.copyOf(awards);
        materials = List.copyOf(materials);
    }

    /**
     * A participation.
     *
     * @param territory of the activity
     * @param sessions held so far
     * @param present at how many of them the roll has the child
     * @param confirmed how many of those have a second mark
     */
    record Attended(
            long id,
            long activity,
            String measure,
            String type,
            String title,
            String territory,
            LocalDate starts,
            LocalDate ends,
            String state,
            boolean cancelled,
            int sessions,
            int present,
            int confirmed,
            Optional<Lesson> last) {}

    /**
     * The last session of which the roll says something of the child.
     *
     * @param present what the roll says
     * @param confirmed whether somebody else says so too
     */
    record Lesson(long session, LocalDate heldOn, boolean present, boolean confirmed) {}

    /** @param payments how many there were in the span @param paid their sum in tenge */
    record Given(
            long id,
            String measure,
            String type,
            String state,
            LocalDate day,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            int payments,
            BigDecimal paid) {}

    record Shown(long id, String measure, String type, String title, Optional<LocalDate> adopted) {}
}
