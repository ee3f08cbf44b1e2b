package kz.jolkarta.registry.activities;

import java.time.Instant;

/**
 * A second mark of somebody's presence at a session.
 *
 * @param markedBy the user's number
 */
public record Mark(long participationId, MarkKind kind, long markedBy, Instant markedAt) {}
