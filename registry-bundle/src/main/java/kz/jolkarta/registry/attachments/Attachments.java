package kz.jolkarta.registry.attachments;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.files.FileKind;
import kz.jolkarta.core.files.KeptFile;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Reach;
import kz.jolkarta.registry.records.Reach.Whereabouts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Files that belong to records, kept in the database. Who may see the record may see its files. Copies of identity documents are not kept
 * (Law № 94-V): a name that says so is refused, and for a child's record the user gives the word.
 */
@Component(service = Attachments.class)
public final class Attachments {
    /** The largest file taken, in bytes. */
    public static final int MOST_BYTES = KeptFile.MOST_BYTES;

    private static final Set<FileKind> KINDS = EnumSet.allOf(FileKind.class);

    private static final int MOST_FILES = 100;

    private final Ledger ledger;

    @Activate
    public Attachments(@Reference Ledger ledger) {
        this.ledger = ledger;
    }

    /** A file with its content. */
    public record Content(Attachment attachment, byte[] bytes) {}

    public List<Attachment> list(User user, Owner owner) {
        return ledger.database().call(tx -> {
            visible(tx, user, owner);
            return AttachmentStore.list(tx, owner);
        });
    }

    /** Every opening is audited in the same transaction. @throws Problem NOT_FOUND */
    public Content open(User user, long id) {
        return ledger.database().call(tx -> {
            Attachment file = AttachmentStore.find(tx, id).orElseThrow(Problem::notFound);
            Owner owner = Owner.of(file.owner());
            String territory = visible(tx, user, owner).territory();
            ledger.record(tx, user, Action.READ, "attachment", id, territory, file.owner());
            return new Content(file, AttachmentStore.content(tx, id));
        });
    }

    /**
     * Keeps a file of at most 10 MB.
     *
     * @throws Problem TOO_LARGE, UNSUPPORTED for a kind that is not taken or a content that is not what the name says, or INVALID for what
     *     is named like an identity document, or belongs to a child without the word that it is none
     */
    public Attachment add(User user, Owner owner, Upload upload) {
        KeptFile kept = KeptFile.of(upload.name(), upload.content(), KINDS, "attachment.kind");
        long id = ledger.database().nextId();
        return ledger.database().call(tx -> {
            Whereabouts where = visible(tx, user, owner);
            String territory = where.territory();
            Reach.require(user, owner.kind().writing(), owner.kind().code(), owner.id(), where);
            if (!upload.noIdentityDocument() && AttachmentStore.ofChild(tx, owner)) {
                throw Problem.field("noIdentityDocument", "attachment.identity-word");
            }
            if (AttachmentStore.list(tx, owner).size() >= MOST_FILES) {
                throw Problem.conflict("attachment.too-many", MOST_FILES);
            }
            Attachment file = new Attachment(
                    id,
                    owner.toString(),
                    kept.name(),
                    kept.kind().mediaType(),
                    kept.content().length,
                    kept.sha256(),
                    ledger.clock().now(),
                    upload.kind());
            AttachmentStore.insert(tx, file, owner, territory, kept.content(), user.id(), file.createdAt());
            ledger.record(tx, user, Action.CREATE, "attachment", id, territory, owner.toString());
            return file;
        });
    }

    public void remove(User user, long id) {
        ledger.database().run(tx -> {
            Attachment file = AttachmentStore.find(tx, id).orElseThrow(Problem::notFound);
            Owner owner = Owner.of(file.owner());
            Whereabouts where = visible(tx, user, owner);
            String territory = where.territory();
            Reach.require(user, owner.kind().writing(), owner.kind().code(), owner.id(), where);
            AttachmentStore.delete(tx, id);
            ledger.record(tx, user, Action.DELETE, "attachment", id, territory, file.owner());
            // What is gone is no longer known to be the record's, so the record's own history tells of it too.
            ledger.record(tx, user, Action.UPDATE, owner.kind().code(), owner.id(), territory, "attachments");
        });
    }

    /** Where the record is; one out of the caller's reach answers exactly as an unknown one, and the audit trail knows. */
    private static Whereabouts visible(Tx tx, User user, Owner owner) {
        Right reading = owner.kind().reading();
        Whereabouts where = AttachmentStore.where(tx, owner).orElseThrow(Problem::notFound);
        if (!user.scope(reading).covers(where.territory(), where.school())) {
            throw Problem.notFound()
                    .refusing(owner.kind().code(), owner.id(), where.territory(), "attachment " + reading.name());
        }
        return where;
    }
}
