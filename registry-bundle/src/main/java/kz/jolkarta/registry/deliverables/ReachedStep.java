package kz.jolkarta.registry.deliverables;

import java.time.LocalDate;

/**
 * A step that a deliverable reached. Members that are null are absent in JSON.
 *
 * @param step its code; the measure names it by the key {@code <measure>.step.<step>}
 * @param document what shows it
 */
public record ReachedStep(String step, LocalDate reachedOn, String document) {}
