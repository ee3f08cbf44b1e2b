package kz.jolkarta.registry.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import kz.jolkarta.core.Problem;
import org.junit.jupiter.api.function.Executable;

/** What a user is told when something is refused. */
public final class Refusal {
    private Refusal() {}

    /** @param key of the message, or of the only wrong field's */
    public static Problem of(Problem.Kind kind, String key, Executable work) {
        Problem problem = assertThrows(Problem.class, work);
        assertEquals(kind, problem.kind(), problem.getMessage());
        String told = problem.fields().isEmpty()
                ? problem.message().key()
                : problem.fields().get(0).message().key();
        assertEquals(key, told);
        return problem;
    }
}
