package kz.jolkarta.registry.tasks;

import java.util.Set;
import kz.jolkarta.registry.records.Moves;

/** States of a task; one that was done by mistake is opened again. */
public enum TaskState {
    OPEN,
    DONE;

    static final Moves<TaskState> MOVES =
            Moves.of("task", TaskState.class).from(OPEN, Set.of(DONE)).from(DONE, Set.of(OPEN));
}
