package kz.jolkarta.core.jobs;

import java.time.Instant;

/**
 * A file that a job has made.
 *
 * @param size bytes
 */
public record JobFile(long job, String name, String mediaType, long size, Instant createdAt) {}
