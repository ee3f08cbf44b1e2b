package kz.jolkarta.registry.attachments;

import java.time.Instant;

/**
 * A file that belongs to a record.
 *
 * @param owner e.g. {@code award:123}
 * @param size bytes
 * @param content what it is; null for one that was taken before this was asked
 */
public record Attachment(
        long id,
        String owner,
        String name,
        String mediaType,
        long size,
        String sha256,
        Instant createdAt,
        ContentKind content) {}
