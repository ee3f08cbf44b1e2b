package kz.jolkarta.registry.departures;

import java.util.List;

/**
 * What became of a departure, a return, or its undoing.
 *
 * @param departure null in a preview
 * @param effects what was changed, or would be; of an undoing what stays changed, because somebody has touched it since
 * @param warnings what does not hinder, in the caller's language
 * @param childVersion after the change; in a preview the present one
 */
public record Outcome(Departure departure, Effects effects, List<String> warnings, int childVersion) {
    public Outcome {
        warnings = List.copyOf(warnings);
    }
}
