package kz.jolkarta.registry.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.Problem.Kind;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.testing.TestTexts;
import kz.jolkarta.registry.activities.ActivityState;
import org.junit.jupiter.api.Test;

class MovesTest {
    private static final Moves<ActivityState> MOVES = Moves.of("activity", ActivityState.class)
            .from(ActivityState.PLANNED, Set.of(ActivityState.OPEN, ActivityState.CANCELLED))
            .reasonFor(Set.of(ActivityState.CANCELLED));

    @Test
    void aRefusedMoveReadsWellInEveryLanguage() {
        Problem problem = Refusal.of(
                Kind.CONFLICT, "record.move-illegal", () -> MOVES.check(ActivityState.PLANNED, ActivityState.HELD, ""));
        assertEquals(
                "«жоспарланған» күйінен «өткізілген» күйіне өтуге болмайды. Мүмкін күйлер: өтінім қабылдануда, болдырылмаған.",
                TestTexts.ofClassPath().text(Language.KK, problem.message()));
    }

    @Test
    void aStateWithoutFollowersIsFinal() {
        Refusal.of(Kind.CONFLICT, "record.move-final", () -> MOVES.check(ActivityState.HELD, ActivityState.OPEN, ""));
    }
}
