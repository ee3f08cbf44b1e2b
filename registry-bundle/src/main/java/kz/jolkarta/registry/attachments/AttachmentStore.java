package kz.jolkarta.registry.attachments;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Reach.Whereabouts;

/** Files in the database. */
final class AttachmentStore {
    private static final String COLUMNS =
            "select id, owner_kind, owner_id, name, media_type, size, sha256, created_at, content_kind from attachment";

    private AttachmentStore() {}

    /** Where the record is kept now; a child may have moved since the file was taken. */
    static Optional<Whereabouts> where(Tx tx, Owner owner) {
        String school = owner.kind() == Owner.Kind.CHILD ? "coalesce(school_id, 0)" : "0";
        String kept = owner.kind() == Owner.Kind.CHILD ? " and destroyed_on is null" : "";
        return tx.one(
                "select territory, " + school + " school from " + owner.kind().code() + " where id = :id" + kept,
                Map.of("id", owner.id()),
                row -> new Whereabouts(row.text("territory"), row.number("school")));
    }

    /** Whether the record is of a child: the child itself, or an award or an activity that a child has part in. */
    static boolean ofChild(Tx tx, Owner owner) {
        String sql = switch (owner.kind()) {
            case CHILD -> "select count(*) from child where id = :id";
            case AWARD -> "select count(*) from award where id = :id and child_id is not null";
            case ACTIVITY -> "select count(*) from participation where activity_id = :id and child_id is not null";
            case DELIVERABLE -> "select count(*) from deliverable_child where deliverable_id = :id";
        };
        return tx.number(sql, Map.of("id", owner.id())) > 0;
    }

    static List<Attachment> list(Tx tx, Owner owner) {
        return tx.list(
                COLUMNS + " where owner_kind = :kind and owner_id = :owner order by id fetch first 200 rows only",
                Map.of("kind", owner.kind().code(), "owner", owner.id()),
                AttachmentStore::attachment);
    }

    static Optional<Attachment> find(Tx tx, long id) {
        return tx.one(COLUMNS + " where id = :id", Map.of("id", id), AttachmentStore::attachment);
    }

    static byte[] content(Tx tx, long id) {
        return tx.one("select content from attachment where id = :id", Map.of("id", id), row -> row.bytes("content"))
                .orElseThrow();
    }

    static void insert(Tx tx, Attachment file, Owner owner, String territory, byte[] content, long by, Instant at) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", file.id());
        params.put("kind", owner.kind().code());
        params.put("owner", owner.id());
        params.put("territory", territory);
        params.put("name", file.name());
        params.put("media", file.mediaType());
        params.put("size", file.size());
        params.put("sha", file.sha256());
        params.put("content", content);
        params.put("by", by);
        params.put("at", at);
        params.put("content_kind", file.content());
        tx.update(
                "insert into attachment (id, owner_kind, owner_id, territory, name, media_type, size, sha256, content, created_by, created_at, content_kind)"
                        + " values (:id, :kind, :owner, :territory, :name, :media, :size, :sha, :content, :by, :at, :content_kind)",
                params);
    }

    static void delete(Tx tx, long id) {
        tx.update("delete from attachment where id = :id", Map.of("id", id));
    }

    private static Attachment attachment(Row row) {
        return new Attachment(
                row.number("id"),
                row.text("owner_kind") + ":" + row.number("owner_id"),
                row.text("name"),
                row.text("media_type"),
                row.number("size"),
                row.text("sha256"),
                row.instant("created_at"),
                row.optionalText("content_kind").map(ContentKind::valueOf).orElse(null));
    }
}
