package kz.jolkarta.registry.proposals;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.jobs.Job;
import kz.jolkarta.core.jobs.JobKind;
import kz.jolkarta.core.jobs.JobRun;
import kz.jolkarta.core.jobs.Jobs;

/** Jobs that a test runs itself, one at a time. */
final class JobDesk implements Jobs {
    private final Map<Long, Job> jobs = new HashMap<>();
    private long last;

    @Override
    public long submit(Tx tx, User owner, String kind, String territory, Map<String, String> params) {
        long id = ++last;
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

    Job job(long id) {
        return jobs.get(id);
    }

    /** Runs the job until it is done, or asked to stop after so many parts. */
    Job run(JobKind kind, User user, long id, int parts) {
        kind.run(new JobRun() {
            private int left = parts;

            @Override
            public Job job() {
                return jobs.get(id);
            }

            @Override
            public User user() {
                return user;
            }

            @Override
            public void progress(Tx tx, long done, long total, String checkpoint) {
                Job job = job();
                put(job, Job.State.RUNNING, done, total, checkpoint, job.result());
            }

            @Override
            public void result(Tx tx, String json) {
                Job job = job();
                put(job, Job.State.RUNNING, job.done(), job.total(), job.checkpoint(), json);
            }

            @Override
            public boolean cancelled() {
                return left-- <= 0;
            }
        });
        Job job = job(id);
        boolean whole = job.done() == job.total();
        return put(
                job,
                whole ? Job.State.DONE : Job.State.CANCELLED,
                job.done(),
                job.total(),
                job.checkpoint(),
                job.result());
    }

    private Job put(Job job, Job.State state, long done, long total, String checkpoint, String result) {
        Job changed = new Job(
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
                job.finished());
        jobs.put(job.id(), changed);
        return changed;
    }

    @Override
    public Optional<Job> find(User user, long id) {
        return Optional.ofNullable(jobs.get(id)).filter(job -> job.owner() == user.id());
    }

    @Override
    public List<Job> list(User user, String kind, int limit) {
        return List.copyOf(jobs.values());
    }

    @Override
    public void cancel(User user, long id) {
        throw new UnsupportedOperationException("the test says when a job stops");
    }
}
