package kz.jolkarta.registry.jobfiles;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.jobs.JobFile;

/** Files of jobs in the database, in pieces that a transaction moves one at a time. */
final class JobFileStore {
    private JobFileStore() {}

    static void insert(Tx tx, long job, String name, String mediaType, Instant at) {
        delete(tx, job);
        tx.update(
                "insert into job_file (job_id, name, media_type, created_at) values (:job, :name, :media, :at)",
                Map.of("job", job, "name", name, "media", mediaType, "at", at));
    }

    static void part(Tx tx, long job, int ordinal, byte[] content) {
        tx.update(
                "insert into job_file_part (job_id, ordinal, content) values (:job, :ordinal, :content)",
                Map.of("job", job, "ordinal", ordinal, "content", content));
    }

    static void finish(Tx tx, long job, long size) {
        tx.update("update job_file set size = :size where job_id = :job", Map.of("job", job, "size", size));
    }

    /** Only a whole one. */
    static Optional<JobFile> find(Tx tx, long job) {
        return tx.one(
                "select name, media_type, size, created_at from job_file where job_id = :job and size is not null",
                Map.of("job", job),
                row -> new JobFile(
                        job, row.text("name"), row.text("media_type"), row.number("size"), row.instant("created_at")));
    }

    static Optional<byte[]> part(Tx tx, long job, int ordinal) {
        return tx.one(
                "select content from job_file_part where job_id = :job and ordinal = :ordinal",
                Map.of("job", job, "ordinal", ordinal),
                row -> row.bytes("content"));
    }

    static void delete(Tx tx, long job) {
        tx.update("delete from job_file where job_id = :job", Map.of("job", job));
    }

    static void deleteBefore(Tx tx, Instant moment) {
        tx.update("delete from job_file where created_at < :moment", Map.of("moment", moment));
    }
}
