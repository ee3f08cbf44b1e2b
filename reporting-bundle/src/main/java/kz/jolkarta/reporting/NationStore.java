package kz.jolkarta.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Json;

/** What the regions handed in, read for the whole country at once, and what the ministry did. */
final class NationStore {
    /** Texts stand beside the figures in a snapshot, and are not read here. */
    private static final ObjectReader SNAPSHOT =
            Json.mapper().readerFor(RegionReport.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private NationStore() {}

    /** @param open as those see it who may not see children */
    record Frozen(String region, RegionReport full, RegionReport open) {}

    /** The last report of each region, of those that were not given back. */
    static List<Frozen> standing(Tx tx, int year) {
        return tx.list(
                "select region, content, open_content from report_submission s where report_year = :year"
                        + " and returned_at is null and revision = (select max(o.revision) from report_submission o"
                        + " where o.report_year = s.report_year and o.region = s.region) order by region",
                Map.of("year", year),
                row -> new Frozen(row.text("region"), report(row.text("content")), report(row.text("open_content"))));
    }

    /** What the ministry handed in, the newest first. */
    static List<NationReport> of(Tx tx, Deadlines deadlines) {
        return tx.list(
                "select report_year, revision, prepared_by, prepared_at, hash, open_hash, public_key, signature,"
                        + " open_signature, submitted_by, submitted_at from nation_report where report_year = :year order by revision desc",
                Map.of("year", deadlines.year()),
                row -> new NationReport(
                        row.integer("report_year"),
                        row.integer("revision"),
                        row.optionalInstant("prepared_at").map(at -> new Submission.Act(row.text("prepared_by"), at)),
                        row.text("hash"),
                        row.text("open_hash"),
                        NodeKey.id(row.text("public_key")),
                        row.text("public_key"),
                        row.text("signature"),
                        row.text("open_signature"),
                        row.text("submitted_by"),
                        row.instant("submitted_at"),
                        deadlines.nation().onTime(row.instant("submitted_at"))));
    }

    /** What was frozen. @param open as those see it who may not see children */
    static Optional<String> content(Tx tx, int year, int revision, boolean open) {
        return tx.one(
                "select " + (open ? "open_content" : "content") + " content from nation_report"
                        + " where report_year = :year and revision = :revision",
                Map.of("year", year, "revision", revision),
                row -> row.text("content"));
    }

    /** The last one of a year. @param open as in {@link #content} */
    static Optional<String> last(Tx tx, int year, boolean open) {
        return tx.one(
                "select " + (open ? "open_content" : "content")
                        + " content from nation_report where report_year = :year"
                        + " and revision = (select max(revision) from nation_report where report_year = :year)",
                Map.of("year", year),
                row -> row.text("content"));
    }

    static void insert(Tx tx, long id, NationReport made, Snapshot full, Snapshot open) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("year", made.year());
        params.put("revision", made.revision());
        params.put("prepared", made.prepared().map(Submission.Act::by));
        params.put("prepared_at", made.prepared().map(Submission.Act::at));
        params.put("content", full.json());
        params.put("hash", made.hash());
        params.put("open", open.json());
        params.put("open_hash", made.openHash());
        params.put("key", made.publicKey());
        params.put("signature", made.signature());
        params.put("open_signature", made.openSignature());
        params.put("by", made.submittedBy());
        params.put("at", made.submittedAt());
        tx.update(
                "insert into nation_report (id, report_year, revision, prepared_by, prepared_at, content, hash, open_content,"
                        + " open_hash, public_key, signature, open_signature, submitted_by, submitted_at) values (:id,"
                        + " :year, :revision, :prepared, :prepared_at, :content, :hash, :open, :open_hash, :key,"
                        + " :signature, :open_signature, :by, :at)",
                params);
    }

    private static RegionReport report(String json) {
        try {
            return SNAPSHOT.readValue(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a snapshot that is no report", broken);
        }
    }
}
