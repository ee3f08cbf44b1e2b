package kz.jolkarta.registry.allocation;

import java.util.List;
import kz.jolkarta.core.http.Page;

/**
 * How a pool stands, with the order in words. Members that are null are absent in JSON.
 *
 * @param order the published order, in the caller's language
 * @param places null when there is no limit
 * @param taken how many have a place
 * @param waits how many wait
 * @param placed the first {@value Allocations#MOST} who have a place, in the published order
 * @param waiting the first {@value Allocations#MOST} who wait, in the published order
 */
public record Answer(
        String order,
        Integer places,
        int taken,
        long waits,
        List<Member> placed,
        List<Member> waiting,
        Page<Event> events) {
    static Answer of(Allocations.View view, String order) {
        return new Answer(
                order,
                view.standing().places().orElse(null),
                view.standing().taken(),
                view.waits(),
                view.placed(),
                view.waiting(),
                view.events());
    }
}
