package kz.jolkarta.core.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which installed measures a region does not carry out, and why; what is not said otherwise is carried out. */
public interface RegionSets {
    /** @param to the last day; empty while open */
    record Absence(LocalDate from, Optional<LocalDate> to, String reason) {}

    /**
     * Absences that hold on the day.
     *
     * @param region KATO code of the region
     * @return by the measure's code
     */
    Map<String, Absence> absences(String region, LocalDate day);

    /** @throws kz.jolkarta.core.Problem CONFLICT when the region of the territory does not carry out the measure on the day */
    void requireRun(String measure, String territory, LocalDate day);

    /** Regions with a centre that was open on the day. */
    List<String> withCentre(LocalDate day);
}
