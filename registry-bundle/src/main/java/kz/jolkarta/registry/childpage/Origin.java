package kz.jolkarta.registry.childpage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where a child's record comes from.
 *
 * @param lists that made or changed it, the newest first; as are the others
 * @param merges with other records of the same child, also those that were taken back
 * @param stays where the child lived before, after the present place
 * @param materials that show the child
 */
record Origin(
        LocalDate registered,
        List<Listed> lists,
        List<Merged> merges,
        List<Stay> stays,
        List<ChildYear.Shown> materials) {

    /** @param owner account that brought the list in; @param territory that the list was said to be of, "" for none */
    record Listed(long list, long owner, String territory, boolean made, Instant at) {}

    /** @param gone the record that went into this one; @param pair of duplicates, on which it was decided */
    record Merged(long gone, Optional<Long> pair, Instant at, Optional<Instant> undone) {}

    /** @param from empty when it is not known since when; @param until empty for the present place */
    record Stay(String territory, String school, Optional<LocalDate> from, Optional<LocalDate> until) {}
}
