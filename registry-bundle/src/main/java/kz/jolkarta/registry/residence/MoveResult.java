package kz.jolkarta.registry.residence;

import java.time.LocalDate;
import java.util.List;

/**
 * What became of a move. Members that are null are absent in JSON.
 *
 * @param transfer the move, done or asked for
 * @param staying activities of the old place in which the child keeps its place; the new place may end them
 * @param undecided awards that the old place has still to decide on
 * @param queues awards that wait in the new region's queue from now on
 * @param childVersion the child's version after it; null for a request
 */
public record MoveResult(
        Transfer transfer,
        List<Staying> staying,
        List<Undecided> undecided,
        List<Queued> queues,
        Integer childVersion) {
    /** @param state of the participation */
    public record Staying(
            long activityId,
            String measure,
            String type,
            String title,
            LocalDate starts,
            LocalDate ends,
            String state) {}

    public record Undecided(long awardId, String measure, String type, String state) {}

    /**
     * @param quotaId null when the new region has no quota yet: the award waits for it
     * @param placed whether there was a free place
     */
    public record Queued(long awardId, Long quotaId, boolean placed) {}
}
