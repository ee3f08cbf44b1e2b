package kz.jolkarta.registry.roadmaps;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a child's map is drawn up with.
 *
 * @param content values by the codes of the newest form's fields
 * @param goals in their order
 * @param steps in their order; a step's {@code goalId} is the number of one of these goals, from 1
 */
public record Draft(Map<String, Object> content, List<GoalInput> goals, List<ProposedStep> steps) {
    public Draft {
        content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
        goals = List.copyOf(goals);
        steps = List.copyOf(steps);
    }
}
