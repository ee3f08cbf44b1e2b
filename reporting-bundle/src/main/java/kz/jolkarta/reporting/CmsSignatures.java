package kz.jolkarta.reporting;

import java.time.Instant;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The place of a person's own signature beside a revision. Whoever hands in puts it there, and may replace it until the report is accepted. */
@Component(service = CmsSignatures.class)
public final class CmsSignatures {
    private final Submissions submissions;
    private final Verdicts verdicts;
    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;

    @Activate
    public CmsSignatures(
            @Reference Submissions submissions,
            @Reference Verdicts verdicts,
            @Reference Database database,
            @Reference Audit audit,
            @Reference OfficeClock clock) {
        this.submissions = submissions;
        this.verdicts = verdicts;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param sha256 of the file, in hexadecimal */
    record Slip(String sha256, CmsSignature.Digest digest, String by, Instant at) {}

    Optional<Slip> find(Submission of) {
        return database.read(tx -> CmsStore.find(tx, of));
    }

    boolean mayPut(User user, Submission of) {
        return submissions.maySubmit(user, of.region()) && of.accepted().isEmpty() && !of.returned();
    }

    /**
     * Puts a signature in place of the one before.
     *
     * @throws Problem as {@link CmsSignature#of}; CONFLICT once the report was accepted or given back
     */
    Slip put(User user, String year, String region, int revision, byte[] file) {
        Submission one = submissions.one(user, year, region, revision);
        user.require(Right.AWARDS_APPROVE, one.region());
        if (!mayPut(user, one)) {
            throw Problem.conflict("report.cms.closed");
        }
        CmsSignature signature = CmsSignature.of(file, database.read(tx -> content(tx, one)));
        Slip made = new Slip(Sha256.of(file), signature.digest(), user.login(), clock.now());
        return ReportKey.unique(() -> database.call(tx -> {
            CmsStore.put(tx, one, made, file);
            ReportKey key = new ReportKey(one.year(), one.region());
            audit.record(
                    tx, user, key.entry(Audit.Action.UPDATE, "signature revision " + revision + " " + made.sha256()));
            return made;
        }));
    }

    private static byte[] content(Tx tx, Submission of) {
        return new Snapshot(SubmissionStore.content(tx, of.year(), of.region(), of.revision(), false)
                        .orElseThrow(Problem::notFound))
                .bytes();
    }

    /** @throws Problem FORBIDDEN unless the user hands in or is of the level above: a certificate names a person */
    byte[] file(User user, String year, String region, int revision) {
        Submission one = submissions.one(user, year, region, revision);
        if (!mayOpen(user, one)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "problem.forbidden");
        }
        return database.call(tx -> {
            byte[] found = CmsStore.file(tx, one).orElseThrow(Problem::notFound);
            ReportKey key = new ReportKey(one.year(), one.region());
            audit.record(tx, user, key.entry(Audit.Action.EXPORT, "signature revision " + revision));
            return found;
        });
    }

    boolean mayOpen(User user, Submission of) {
        return submissions.maySubmit(user, of.region()) || verdicts.mayJudge(user);
    }
}
