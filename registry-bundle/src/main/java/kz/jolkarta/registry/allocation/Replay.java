package kz.jolkarta.registry.allocation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A line computed anew from what people did, beside the one that is recorded.
 *
 * @param same whether both lists and every step are the same
 * @param firstDifference number of the first event whose outcome is not what the order demands; null when there is none
 */
public record Replay(boolean same, Integer firstDifference, Lists recorded, Lists replayed) {
    /** Participations or awards, each list in the published order. */
    public record Lists(List<Long> placed, List<Long> waiting) {
        public Lists {
            placed = List.copyOf(placed);
            waiting = List.copyOf(waiting);
        }
    }

    /** Takes the events one by one. */
    static final class Run {
        private final Line line = new Line();
        private final Deque<Long> called = new ArrayDeque<>();
        private int seen;
        private Integer difference;

        void take(Event event) {
            seen++;
            boolean expected = event.sequence() == seen;
            switch (event.kind()) {
                case PLACED -> expected &= event.member().equals(called.poll());
                case WAITING -> expected &= !called.contains(event.member());
                case PLACES, APPLIED, PASSED, LEFT -> called.addAll(line.after(event));
            }
            if (!expected && difference == null) {
                difference = event.sequence();
            }
        }

        Replay beside(Lists recorded) {
            Lists replayed = new Lists(line.placed(), line.waiting());
            boolean same = difference == null && called.isEmpty() && replayed.equals(recorded);
            return new Replay(same, difference, recorded, replayed);
        }
    }
}
