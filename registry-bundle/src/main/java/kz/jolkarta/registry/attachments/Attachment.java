package kz.jolkarta.registry.attachments;

import java.time.Instant;

/**
 * A file that belongs to a record.
 *
 * @param owner e.g. {@code award:123}
 * @param size bytes
 */
public record Attachment(
        long id, String owner, String name, String mediaType, long size, String sha256, Instant createdAt) {}
