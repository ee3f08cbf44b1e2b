package kz.jolkarta.registry.jobfiles;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.jobs.JobFile;
import kz.jolkarta.core.jobs.JobFiles;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.RegistrySchema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files of jobs in the database, since any node may be asked for them. */
@Component(service = JobFiles.class)
public final class StoredJobFiles implements JobFiles {
    private static final int PART = 1 << 20;

    private final Database database;
    private final OfficeClock clock;

    /** @param schema only that the tables are there */
    @Activate
    public StoredJobFiles(
            @Reference RegistrySchema schema, @Reference Database database, @Reference OfficeClock clock) {
        this(database, clock);
    }

    public StoredJobFiles(Database database, OfficeClock clock) {
        this.database = database;
        this.clock = clock;
        forgetOld();
    }

    private void forgetOld() {
        Instant moment = clock.now().minus(KEPT);
        database.run(tx -> JobFileStore.deleteBefore(tx, moment));
    }

    @Override
    public OutputStream create(long job, String name, String mediaType) {
        forgetOld();
        database.run(tx -> JobFileStore.insert(tx, job, name, mediaType, clock.now()));
        return new Pieces(job);
    }

    @Override
    public Optional<JobFile> find(long job) {
        Instant moment = clock.now().minus(KEPT);
        return database.read(tx -> JobFileStore.find(tx, job))
                .filter(file -> !file.createdAt().isBefore(moment));
    }

    @Override
    public void write(JobFile file, OutputStream out) {
        long left = file.size();
        for (int i = 0; left > 0; i++) {
            int ordinal = i;
            byte[] part = database.read(tx -> JobFileStore.part(tx, file.job(), ordinal))
                    .orElseThrow(() -> new IllegalStateException("the file of job " + file.job() + " has a hole"));
            try {
                out.write(part);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            left -= part.length;
        }
    }

    @Override
    public void delete(long job) {
        database.run(tx -> JobFileStore.delete(tx, job));
    }

    /** Gathers what is written to pieces of one size, however often the writer flushes. */
    private final class Pieces extends OutputStream {
        private final long job;
        private final byte[] piece = new byte[PART];
        private int filled;
        private int next;
        private long size;
        private boolean closed;

        Pieces(long job) {
            this.job = job;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            for (int done = 0; done < length; ) {
                int part = Math.min(PART - filled, length - done);
                System.arraycopy(bytes, from + done, piece, filled, part);
                filled += part;
                done += part;
                if (filled == PART) {
                    store();
                }
            }
        }

        private void store() {
            byte[] content = Arrays.copyOf(piece, filled);
            database.run(tx -> JobFileStore.part(tx, job, next, content));
            next++;
            size += filled;
            filled = 0;
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                if (filled > 0) {
                    store();
                }
                database.run(tx -> JobFileStore.finish(tx, job, size));
            }
        }
    }
}
