package kz.jolkarta.core.jobs;

import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;

/** Files that jobs make and their owners fetch later. They may hold personal data, so they are kept for some days only. */
public interface JobFiles {
    /** How long a file is kept. */
    Duration KEPT = Duration.ofDays(7);

    /**
     * Begins the job's file; what is written goes to the database piece by piece, each in a transaction of its own. The file can be fetched
     * once the stream is closed. An earlier one of the job is replaced.
     *
     * @param name in ASCII
     */
    OutputStream create(long job, String name, String mediaType);

    /** The job's whole file; empty when there is none or it has grown old. */
    Optional<JobFile> find(long job);

    /** Writes the file, one piece in memory at a time. */
    void write(JobFile file, OutputStream out);

    /** Nothing when there is none. */
    void delete(long job);
}
