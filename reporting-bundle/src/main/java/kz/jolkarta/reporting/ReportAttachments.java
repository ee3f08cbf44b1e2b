package kz.jolkarta.reporting;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.files.FileKind;
import kz.jolkarta.core.files.KeptFile;
import kz.jolkarta.core.roadmap.Resolution997;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Files of a region's report, by measure. Whoever keeps the region's records ({@code RECORDS_WRITE}) adds and takes out, while the report is not handed in
 * or was given back; who reads the region's records ({@code RECORDS_READ}) opens them. Their names and hashes are part of what is frozen and signed.
 */
@Component(service = ReportAttachments.class)
public final class ReportAttachments {
    private static final int MOST_FILES = 100;
    private static final Set<FileKind> KINDS = EnumSet.complementOf(EnumSet.of(FileKind.TXT));

    private final Reports reports;
    private final Submissions submissions;
    private final Revisions revisions;
    private final ReportCalendar calendar;
    private final LateOpenings openings;
    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;

    @Activate
    public ReportAttachments(
            @Reference Reports reports,
            @Reference Submissions submissions,
            @Reference Revisions revisions,
            @Reference ReportCalendar calendar,
            @Reference LateOpenings openings,
            @Reference Database database,
            @Reference Audit audit,
            @Reference OfficeClock clock) {
        this.reports = reports;
        this.submissions = submissions;
        this.revisions = revisions;
        this.calendar = calendar;
        this.openings = openings;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A file that is to be added.
     *
     * @param name as the user's machine calls it
     * @param noIdentityDocument the user's word that it is no copy of an identity document
     */
    record Added(String measure, String kk, String ru, String name, byte[] content, boolean noIdentityDocument) {}

    /** @param content as it was added */
    record Opened(ReportAttachment file, byte[] content) {}

    /** Those of the report as it stands, without their contents. */
    List<ReportAttachment> list(User user, String year, String region) {
        ReportKey key = ReportKey.of(reports, user, year, region);
        return database.read(tx -> AttachmentStore.of(tx, key.year(), key.region()));
    }

    boolean mayWrite(User user, String region) {
        return user.scope(Right.RECORDS_WRITE).covers(region);
    }

    static boolean mayOpen(User user, String region) {
        return user.scope(Right.RECORDS_READ).covers(region);
    }

    /**
     * @throws Problem as {@link KeptFile#of}; INVALID without a title in both languages, for an unknown measure, or without the word that it is no copy of
     *     an identity document; CONFLICT while the report is handed in or locked, or holds too many files
     */
    ReportAttachment add(User user, String year, String region, Added added) {
        ReportKey key = ReportKey.of(reports, user, year, region);
        user.require(Right.RECORDS_WRITE, key.region());
        String kk = title("kk", added.kk());
        String ru = title("ru", added.ru());
        if (Resolution997.programme().clause(added.measure()).isEmpty()) {
            throw Problem.field("measure", "report.text.measure");
        }
        if (!added.noIdentityDocument()) {
            throw Problem.field("noIdentityDocument", "report.attachment.word");
        }
        KeptFile kept = KeptFile.of(added.name(), added.content(), KINDS, "report.attachment.kind");
        ReportAttachment file = new ReportAttachment(
                database.nextId(),
                added.measure(),
                kk,
                ru,
                kept.name(),
                kept.kind().mediaType(),
                kept.content().length,
                kept.sha256(),
                Optional.of(new Submission.Act(user.login(), clock.now())));
        Deadlines deadlines = calendar.of(key.year());
        database.run(tx -> {
            requireOpen(tx, key, deadlines);
            if (AttachmentStore.of(tx, key.year(), key.region()).size() >= MOST_FILES) {
                throw Problem.conflict("report.attachment.too-many", MOST_FILES);
            }
            AttachmentStore.insert(tx, key, file, kept.content());
            audit.record(tx, user, key.entry(Audit.Action.UPDATE, "attachment " + file.measure() + " " + file.id()));
        });
        return file;
    }

    private static String title(String field, String given) {
        String title = given == null ? "" : given.strip();
        if (title.isEmpty() || title.chars().anyMatch(Character::isISOControl)) {
            throw Problem.field(field, "report.attachment.title");
        }
        if (title.length() > ReportAttachment.LONGEST) {
            throw Problem.field(field, "report.text.long", ReportAttachment.LONGEST);
        }
        return title;
    }

    /** @throws Problem CONFLICT while it is handed in or locked */
    private void requireOpen(Tx tx, ReportKey key, Deadlines deadlines) {
        openings.require(tx, deadlines, key.region());
        List<Submission> all = SubmissionStore.of(tx, deadlines, key.region());
        if (!all.isEmpty() && !all.get(0).returned()) {
            throw Problem.conflict("report.attachment.handed-in");
        }
    }

    /** Takes a file out of the report; a revision that names it keeps it. @throws Problem NOT_FOUND; CONFLICT while the report is handed in or locked */
    void remove(User user, String year, String region, long id) {
        ReportKey key = ReportKey.of(reports, user, year, region);
        user.require(Right.RECORDS_WRITE, key.region());
        Deadlines deadlines = calendar.of(key.year());
        // Somebody may hand the report in meanwhile, with this file named in it.
        ReportKey.unique(() -> database.call(tx -> {
            ReportAttachment file = present(tx, key, id);
            requireOpen(tx, key, deadlines);
            AttachmentStore.remove(tx, id, user, clock.now());
            audit.record(tx, user, key.entry(Audit.Action.UPDATE, "attachment removed " + file.measure() + " " + id));
            return file;
        }));
    }

    private static ReportAttachment present(Tx tx, ReportKey key, long id) {
        return AttachmentStore.of(tx, key.year(), key.region()).stream()
                .filter(f -> f.id() == id)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** Opens a file of the report as it stands, which is noted. @throws Problem NOT_FOUND; FORBIDDEN */
    Opened open(User user, String year, String region, long id) {
        ReportKey key = ReportKey.of(reports, user, year, region);
        user.require(Right.RECORDS_READ, key.region());
        return database.call(tx -> opened(tx, user, key, present(tx, key, id), "attachment " + id));
    }

    /** Opens a file that a revision names, also one that was taken out since. @throws Problem NOT_FOUND; FORBIDDEN */
    Opened open(User user, String year, String region, int revision, long id) {
        Submission one = submissions.one(user, year, region, revision);
        user.require(Right.RECORDS_READ, one.region());
        ReportKey key = new ReportKey(one.year(), one.region());
        ReportAttachment named = revisions.snapshot(user, one).attachments().stream()
                .filter(f -> f.id() == id)
                .findFirst()
                .orElseThrow(Problem::notFound);
        return database.call(tx -> opened(tx, user, key, named, "attachment " + id + " revision " + revision));
    }

    private Opened opened(Tx tx, User user, ReportKey key, ReportAttachment file, String detail) {
        byte[] content = AttachmentStore.content(tx, file.id()).orElseThrow(Problem::notFound);
        audit.record(tx, user, key.entry(Audit.Action.EXPORT, detail));
        return new Opened(file, content);
    }
}
