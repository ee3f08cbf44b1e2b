package kz.jolkarta.registry.awards;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that was done to an award.
 *
 * @param login of who did it
 * @param to the state it came into; empty when it was edited, or waits for a place
 * @param waits whether it was approved but for a place
 */
public record AwardStep(Instant at, String login, Optional<AwardState> to, boolean waits) {}
