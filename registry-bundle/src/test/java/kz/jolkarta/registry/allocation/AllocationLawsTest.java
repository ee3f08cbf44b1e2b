package kz.jolkarta.registry.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import kz.jolkarta.core.testing.BothEngines;
import kz.jolkarta.core.testing.TestDatabase;
import kz.jolkarta.registry.allocation.LineModel.Move;
import kz.jolkarta.registry.records.RecordTables;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

/** Whatever happens in whatever order: the places are exact, and the lists follow from what people did. */
@BothEngines(RecordTables.class)
class AllocationLawsTest {
    private static final int TRIES = 100;
    private static final int MOST_MOVES = 25;

    @Test
    void any_sequence_of_moves_gives_the_lists_that_its_replay_gives(TestDatabase database) {
        Shift shift = new Shift(database, MOST_MOVES * 3);
        AtomicInteger waited = new AtomicInteger();
        AtomicInteger passed = new AtomicInteger();
        JqwikSession.run(() -> moves().list()
                .ofMaxSize(MOST_MOVES)
                .sampleStream()
                .limit(TRIES)
                .forEach(moves -> {
                    shift.begin(2);
                    LineModel model = new LineModel(2);
                    for (Move move : moves) {
                        shift.make(move, model);
                        assertEquals(model.placed(), shift.placed(), () -> "placed after " + moves);
                        assertEquals(model.waiting(), shift.waiting(), () -> "waiting after " + moves);
                    }
                    Replay replay = shift.replay();
                    assertTrue(replay.same(), () -> replay + " after " + moves);
                    assertEquals(model.placed(), replay.replayed().placed());
                    waited.addAndGet(model.waiting().size());
                    passed.addAndGet(shift.count("PASSED"));
                }));
        assertTrue(waited.get() > TRIES, "there were waiting lists: " + waited);
        assertTrue(passed.get() > 0, "some were passed over");
    }

    private static Arbitrary<Move> moves() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 30);
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(6, Arbitraries.just(Move.Kind.APPLY)),
                                net.jqwik.api.Tuple.of(4, Arbitraries.just(Move.Kind.LEAVE)),
                                net.jqwik.api.Tuple.of(2, Arbitraries.just(Move.Kind.PLACES)),
                                net.jqwik.api.Tuple.of(2, Arbitraries.just(Move.Kind.BUSY)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.just(Move.Kind.FREE))),
                        number)
                .as(Move::new);
    }

    @Test
    void a_step_out_of_turn_is_named_by_the_replay(TestDatabase database) {
        Shift shift = new Shift(database, 4);
        shift.begin(1);
        LineModel model = new LineModel(1);
        shift.make(new Move(Move.Kind.APPLY, 2), model);
        List<Long> waiting = new ArrayList<>(shift.waiting());
        assertTrue(shift.replay().same());

        shift.seatOutOfTurn(shift.placed().get(0), waiting.get(1));
        Replay replay = shift.replay();
        assertEquals(Set.of(false), Set.of(replay.same()));
        assertEquals(List.of(waiting.get(0)), replay.replayed().placed());
        assertEquals(List.of(waiting.get(1)), replay.recorded().placed());
        assertEquals(9, replay.firstDifference());
    }
}
