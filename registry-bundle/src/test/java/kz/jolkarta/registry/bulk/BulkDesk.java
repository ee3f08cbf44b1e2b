package kz.jolkarta.registry.bulk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.jobs.Job;
import kz.jolkarta.core.jobs.JobKind;
import kz.jolkarta.core.jobs.JobRun;
import kz.jolkarta.core.jobs.Jobs;

/** Jobs in memory, run when a test says so: what tests of jobs over many records share. */
public final class BulkDesk implements Jobs {
    private final Database database;
    private final Map<Long, Job> jobs = new LinkedHashMap<>();
    private int stopAfter = Integer.MAX_VALUE;

    public BulkDesk(Database database) {
        this.database = database;
    }

    /** The next run is asked to stop once it has reported progress so often. */
    public void stopAfter(int reports) {
        stopAfter = reports;
    }

    /** Runs the job, or goes on with it. */
    public Job run(JobKind kind, User user, long id) {
        Desk run = new Desk(user, id);
        kind.run(run);
        change(id, run.cancelled() ? Job.State.CANCELLED : Job.State.DONE);
        stopAfter = Integer.MAX_VALUE;
        return jobs.get(id);
    }

    @Override
    public long submit(Tx tx, User owner, String kind, String territory, Map<String, String> params) {
        long id = database.nextId();
        jobs.put(
                id,
                new Job(
                        id,
                        kind,
                        owner.id(),
                        territory,
                        Job.State.QUEUED,
                        0,
                        0,
                        params,
                        "",
                        "",
                        Instant.EPOCH,
                        Optional.empty()));
        return id;
    }

    @Override
    public Optional<Job> find(User user, long id) {
        return Optional.ofNullable(jobs.get(id)).filter(job -> job.owner() == user.id());
    }

    @Override
    public List<Job> list(User user, String kind, int limit) {
        return jobs.values().stream()
                .filter(job -> job.owner() == user.id())
                .limit(limit)
                .toList();
    }

    @Override
    public void cancel(User user, long id) {
        change(id, Job.State.CANCELLED);
    }

    private void change(long id, Job.State state) {
        Job job = jobs.get(id);
        put(job, state, job.done(), job.total(), job.checkpoint(), job.result());
    }

    private void put(Job job, Job.State state, long done, long total, String checkpoint, String result) {
        jobs.put(
                job.id(),
                new Job(
                        job.id(),
                        job.kind(),
                        job.owner(),
                        job.territory(),
                        state,
                        done,
                        total,
                        job.params(),
                        checkpoint,
                        result,
                        job.created(),
                        job.finished()));
    }

    private final class Desk implements JobRun {
        private final User user;
        private final Job job;
        private int reports;

        Desk(User user, long id) {
            this.user = user;
            this.job = jobs.get(id);
        }

        @Override
        public Job job() {
            return job;
        }

        @Override
        public User user() {
            return user;
        }

        @Override
        public void progress(Tx tx, long done, long total, String checkpoint) {
            reports++;
            Job now = jobs.get(job.id());
            put(now, Job.State.RUNNING, done, total, checkpoint, now.result());
        }

        @Override
        public void result(Tx tx, String json) {
            Job now = jobs.get(job.id());
            put(now, Job.State.RUNNING, now.done(), now.total(), now.checkpoint(), json);
        }

        @Override
        public boolean cancelled() {
            return reports >= stopAfter;
        }
    }
}
