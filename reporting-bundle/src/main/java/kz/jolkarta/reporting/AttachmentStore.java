package kz.jolkarta.reporting;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;

/** The files of reports. */
final class AttachmentStore {
    private static final String FILE =
            "select id, measure, title_kk, title_ru, file_name, media_type, file_size, sha256, added_by, added_at"
                    + " from report_attachment";

    private static final String OF = " where report_year = :year and region = :region";

    private AttachmentStore() {}

    /** Those of the report as it stands, the oldest first. */
    static List<ReportAttachment> of(Tx tx, int year, String region) {
        return tx.list(
                FILE + OF + " and removed_at is null order by id",
                Map.of("year", year, "region", region),
                AttachmentStore::file);
    }

    /** A file of the report, in it or kept by a revision. */
    static Optional<ReportAttachment> find(Tx tx, ReportKey report, long id) {
        return tx.one(
                FILE + OF + " and id = :id",
                Map.of("year", report.year(), "region", report.region(), "id", id),
                AttachmentStore::file);
    }

    static Optional<byte[]> content(Tx tx, long id) {
        return tx.one(
                "select content from report_attachment where id = :id", Map.of("id", id), row -> row.bytes("content"));
    }

    static void insert(Tx tx, ReportKey report, ReportAttachment file, byte[] content) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", file.id());
        params.put("year", report.year());
        params.put("region", report.region());
        params.put("measure", file.measure());
        params.put("kk", file.kk());
        params.put("ru", file.ru());
        params.put("name", file.name());
        params.put("media", file.mediaType());
        params.put("size", file.size());
        params.put("sha", file.sha256());
        params.put("content", content);
        params.put("by", file.added().orElseThrow().by());
        params.put("at", file.added().orElseThrow().at());
        tx.update(
                "insert into report_attachment (id, report_year, region, measure, title_kk, title_ru, file_name, media_type,"
                        + " file_size, sha256, content, added_by, added_at) values (:id, :year, :region, :measure, :kk, :ru,"
                        + " :name, :media, :size, :sha, :content, :by, :at)",
                params);
    }

    /** Takes it out of the report; it stays only where a revision names it. @return false when it was out before */
    static boolean remove(Tx tx, long id, User user, Instant at) {
        Map<String, ?> one = Map.of("id", id);
        if (tx.number("select count(*) from report_attachment_named where attachment_id = :id", one) == 0) {
            return tx.update("delete from report_attachment where id = :id", one) == 1;
        }
        return tx.update(
                        "update report_attachment set removed_by = :by, removed_at = :at where id = :id and removed_at is null",
                        Map.of("id", id, "by", user.login(), "at", at))
                == 1;
    }

    /** Keeps the files for a revision that names them. */
    static void name(Tx tx, long submission, Collection<ReportAttachment> files) {
        if (!files.isEmpty()) {
            tx.batch(
                    "insert into report_attachment_named (submission_id, attachment_id) values (:submission, :file)",
                    files.stream()
                            .map(file -> Map.of("submission", submission, "file", file.id()))
                            .toList());
        }
    }

    private static ReportAttachment file(Row row) {
        return new ReportAttachment(
                row.number("id"),
                row.text("measure"),
                row.text("title_kk"),
                row.text("title_ru"),
                row.text("file_name"),
                row.text("media_type"),
                row.number("file_size"),
                row.text("sha256"),
                Optional.of(new Submission.Act(row.text("added_by"), row.instant("added_at"))));
    }
}
