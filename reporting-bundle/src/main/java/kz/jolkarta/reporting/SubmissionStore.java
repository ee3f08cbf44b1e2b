package kz.jolkarta.reporting;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;

/** The texts beside the figures, and the reports that were handed in. */
final class SubmissionStore {
    private static final String SUBMISSION = "select report_year, region, revision, hash, submitted_by, submitted_at,"
            + " returned_by, returned_at, remarks, prepared_by, prepared_at, public_key, signature, open_signature,"
            + " accepted_by, accepted_at from report_submission";

    private static final String PLACE = " where report_year = :year and region = :region and revision = :revision";

    private SubmissionStore() {}

    static List<ReportText> texts(Tx tx, int year, String region) {
        return tx.list(
                "select measure, text_kk, text_ru, written_by, written_at, version from report_text"
                        + " where report_year = :year and region = :region",
                Map.of("year", year, "region", region),
                row -> new ReportText(
                        row.text("measure"),
                        row.text("text_kk"),
                        row.text("text_ru"),
                        Optional.of(row.text("written_by")),
                        Optional.of(row.instant("written_at")),
                        row.integer("version")));
    }

    static void insert(Tx tx, long id, int year, String region, ReportText text, User user, Instant now) {
        Map<String, Object> params = params(year, region, text, user, now);
        params.put("id", id);
        tx.update(
                "insert into report_text (id, report_year, region, measure, text_kk, text_ru, written_by, written_at)"
                        + " values (:id, :year, :region, :measure, :kk, :ru, :by, :at)",
                params);
    }

    /** @return false when it has another version by now */
    static boolean update(Tx tx, int year, String region, ReportText text, User user, Instant now) {
        Map<String, Object> params = params(year, region, text, user, now);
        params.put("version", text.version());
        return tx.update(
                        "update report_text set text_kk = :kk, text_ru = :ru, written_by = :by, written_at = :at,"
                                + " version = version + 1 where report_year = :year and region = :region"
                                + " and measure = :measure and version = :version",
                        params)
                == 1;
    }

    private static Map<String, Object> params(int year, String region, ReportText text, User user, Instant now) {
        Map<String, Object> params = new HashMap<>();
        params.put("year", year);
        params.put("region", region);
        params.put("measure", text.measure());
        params.put("kk", filled(text.kk()));
        params.put("ru", filled(text.ru()));
        params.put("by", user.login());
        params.put("at", now);
        return params;
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }

    /** The newest first. */
    static List<Submission> of(Tx tx, Deadlines deadlines, String region) {
        return tx.list(
                SUBMISSION + " where report_year = :year and region = :region order by revision desc",
                Map.of("year", deadlines.year(), "region", region),
                row -> submission(row, deadlines));
    }

    /** The last one of each region. */
    static List<Submission> last(Tx tx, Deadlines deadlines) {
        return tx.list(
                SUBMISSION + " s where report_year = :year and revision = (select max(o.revision) from"
                        + " report_submission o where o.report_year = s.report_year and o.region = s.region)",
                Map.of("year", deadlines.year()),
                row -> submission(row, deadlines));
    }

    /** Whose report of which year stands: was handed in and not given back. */
    static Set<ReportKey> standing(Tx tx) {
        return Set.copyOf(tx.list(
                "select s.report_year, s.region from report_submission s where s.returned_at is null and s.revision ="
                        + " (select max(o.revision) from report_submission o where o.report_year = s.report_year"
                        + " and o.region = s.region)",
                Map.of(),
                row -> new ReportKey(row.integer("report_year"), row.text("region"))));
    }

    private static Submission submission(Row row, Deadlines deadlines) {
        Instant at = row.instant("submitted_at");
        return new Submission(
                row.integer("report_year"),
                row.text("region"),
                row.integer("revision"),
                row.text("hash"),
                row.text("submitted_by"),
                at,
                deadlines.region().onTime(at),
                row.optionalText("returned_by"),
                row.optionalInstant("returned_at"),
                row.text("remarks"),
                row.optionalText("signature").map(signature -> seal(row, signature)),
                row.optionalInstant("accepted_at").map(on -> new Submission.Act(row.text("accepted_by"), on)));
    }

    private static Submission.Seal seal(Row row, String signature) {
        return new Submission.Seal(
                new Submission.Act(row.text("prepared_by"), row.instant("prepared_at")),
                NodeKey.id(row.text("public_key")),
                row.text("public_key"),
                signature,
                row.text("open_signature"));
    }

    /** What was frozen. @param open as those see it who may not see children */
    static Optional<String> content(Tx tx, int year, String region, int revision, boolean open) {
        return tx.one(
                "select " + (open ? "open_content" : "content") + " content from report_submission" + PLACE,
                Map.of("year", year, "region", region, "revision", revision),
                row -> row.text("content"));
    }

    static void insert(Tx tx, long id, Submission made, Snapshot full, Snapshot open) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("year", made.year());
        params.put("region", made.region());
        params.put("revision", made.revision());
        params.put("content", full.json());
        params.put("hash", made.hash());
        params.put("open", open.json());
        params.put("by", made.submittedBy());
        params.put("at", made.submittedAt());
        Submission.Seal seal = made.seal().orElseThrow();
        params.put("prepared", seal.prepared().by());
        params.put("prepared_at", seal.prepared().at());
        params.put("key", seal.publicKey());
        params.put("signature", seal.signature());
        params.put("open_signature", seal.openSignature());
        tx.update(
                "insert into report_submission (id, report_year, region, revision, content, hash, open_content,"
                        + " submitted_by, submitted_at, prepared_by, prepared_at, public_key, signature, open_signature)"
                        + " values (:id, :year, :region, :revision, :content, :hash, :open, :by, :at, :prepared,"
                        + " :prepared_at, :key, :signature, :open_signature)",
                params);
    }

    /** @return false when it was given back before */
    static boolean giveBack(Tx tx, Submission last, Remarks remarks, User user, Instant now) {
        Map<String, Object> params = place(last);
        params.putAll(Map.of(
                "by",
                user.login(),
                "at",
                now,
                "remarks",
                Optional.of(remarks.whole()).filter(r -> !r.isEmpty())));
        boolean done = tx.update(
                        "update report_submission set returned_by = :by, returned_at = :at, remarks = :remarks" + PLACE
                                + " and returned_at is null",
                        params)
                == 1;
        remarks.measures().forEach((measure, remark) -> {
            Map<String, Object> one = place(last);
            one.putAll(Map.of("measure", measure, "remark", remark));
            tx.update(
                    "insert into report_remark (submission_id, measure, remark)"
                            + " select id, cast(:measure as varchar(60)), cast(:remark as varchar(3000))"
                            + " from report_submission" + PLACE,
                    one);
        });
        return done;
    }

    /** What has to be mended, by measure. */
    static Map<String, String> remarks(Tx tx, Submission of) {
        Map<String, String> remarks = new TreeMap<>();
        tx.each(
                "select r.measure, r.remark from report_remark r join report_submission s on s.id = r.submission_id"
                        + PLACE,
                place(of),
                row -> remarks.put(row.text("measure"), row.text("remark")));
        return remarks;
    }

    /** @return false when it was accepted or given back before */
    static boolean accept(Tx tx, Submission last, User user, Instant now) {
        Map<String, Object> params = place(last);
        params.putAll(Map.of("by", user.login(), "at", now));
        return tx.update(
                        "update report_submission set accepted_by = :by, accepted_at = :at" + PLACE
                                + " and accepted_at is null and returned_at is null",
                        params)
                == 1;
    }

    private static Map<String, Object> place(Submission of) {
        return new HashMap<>(Map.of("year", of.year(), "region", of.region(), "revision", of.revision()));
    }
}
