package kz.jolkarta.reporting;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A locked report that the level above has opened for one region.
 *
 * @param until the last day
 */
record LateOpening(int year, String region, LocalDate until, String reason, String grantedBy, Instant grantedAt) {}
