package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import java.util.List;

/**
 * How far a map has come. Members that are null are absent in JSON.
 *
 * @param steps how many it has, without the dropped ones
 * @param stepsOverdue planned ones past their term
 * @param percent of the steps that are done, rounded down; 0 without steps
 * @param nextDue the first term of a planned step
 */
public record Progress(int steps, int stepsDone, int stepsOverdue, int percent, LocalDate nextDue) {
    static Progress of(int steps, int done, int overdue, LocalDate nextDue) {
        return new Progress(steps, done, overdue, steps == 0 ? 0 : done * 100 / steps, nextDue);
    }

    static Progress of(List<RoadMapStep> steps) {
        return of(
                (int) steps.stream().filter(s -> s.state() != StepState.DROPPED).count(),
                (int) steps.stream().filter(s -> s.state() == StepState.DONE).count(),
                (int) steps.stream().filter(RoadMapStep::overdue).count(),
                steps.stream()
                        .filter(s -> s.state() == StepState.PLANNED)
                        .map(RoadMapStep::dueOn)
                        .min(LocalDate::compareTo)
                        .orElse(null));
    }
}
