package kz.jolkarta.registry.attachments;

/**
 * A file that is to be kept.
 *
 * @param name as the user's machine calls it
 * @param kind what it is; null for {@link ContentKind#OTHER}
 * @param noIdentityDocument the user's word that it is no copy of an identity document
 */
public record Upload(String name, byte[] content, ContentKind kind, boolean noIdentityDocument) {
    public Upload {
        kind = kind == null ? ContentKind.OTHER : kind;
    }
}
