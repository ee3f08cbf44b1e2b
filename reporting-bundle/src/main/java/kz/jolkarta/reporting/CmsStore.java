package kz.jolkarta.reporting;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.reporting.CmsSignatures.Slip;

/** The files of persons' own signatures, at most one beside a revision. */
final class CmsStore {
    private static final String OF = " where submission_id = (select id from report_submission"
            + " where report_year = :year and region = :region and revision = :revision)";

    private CmsStore() {}

    static Optional<Slip> find(Tx tx, Submission of) {
        return tx.one(
                "select sha256, digest, uploaded_by, uploaded_at from report_cms" + OF,
                place(of),
                row -> new Slip(
                        row.text("sha256"),
                        row.value("digest", CmsSignature.Digest.class),
                        row.text("uploaded_by"),
                        row.instant("uploaded_at")));
    }

    static Optional<byte[]> file(Tx tx, Submission of) {
        return tx.one("select content from report_cms" + OF, place(of), row -> row.bytes("content"));
    }

    /** In place of the one before. One that was accepted meanwhile has no place for it, and the row is refused. */
    static void put(Tx tx, Submission of, Slip made, byte[] file) {
        tx.update("delete from report_cms" + OF, place(of));
        Map<String, Object> params = place(of);
        params.put("content", file);
        params.put("sha", made.sha256());
        params.put("digest", made.digest());
        params.put("by", made.by());
        params.put("at", made.at());
        tx.update(
                "insert into report_cms (submission_id, content, sha256, digest, uploaded_by, uploaded_at)"
                        + " values ((select id from report_submission where report_year = :year and region = :region"
                        + " and revision = :revision and accepted_at is null), :content, :sha, :digest, :by, :at)",
                params);
    }

    private static Map<String, Object> place(Submission of) {
        return new HashMap<>(Map.of("year", of.year(), "region", of.region(), "revision", of.revision()));
    }
}
