package kz.jolkarta.core.internal.jobs;

import java.util.Optional;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.jobs.Job;
import kz.jolkarta.core.jobs.JobRun;
import kz.jolkarta.core.time.OfficeClock;

/** A job that this node runs. */
final class RunningJob implements JobRun {
    /** Another worker has taken the job over, so what is written here must not become true. */
    static final class LostJob extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LostJob(long id) {
            super("job " + id + " is not this worker's any more");
        }
    }

    private final JobStore store;
    private final OfficeClock clock;
    private final String worker;
    private final Job job;
    private final User user;
    private volatile boolean cancelled;
    private volatile boolean leaving;
    private volatile boolean stoppedEarly;

    RunningJob(JobStore store, OfficeClock clock, String worker, Job job, User user) {
        this.store = store;
        this.clock = clock;
        this.worker = worker;
        this.job = job;
        this.user = user;
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
        Optional<Job.State> state = store.progress(tx, job.id(), worker, done, total, checkpoint, clock.now());
        if (state.orElseThrow(() -> new LostJob(job.id())) == Job.State.CANCELLING) {
            cancelled = true;
        }
    }

    @Override
    public void result(Tx tx, String json) {
        if (!store.result(tx, job.id(), worker, json)) {
            throw new LostJob(job.id());
        }
    }

    @Override
    public boolean cancelled() {
        boolean stop = cancelled || leaving;
        stoppedEarly |= stop;
        return stop;
    }

    /** The owner wants it to stop. */
    void cancel() {
        cancelled = true;
    }

    /** The kind leaves or the node stops: the work is to be broken off where it can go on later. */
    void leave() {
        leaving = true;
    }

    /** How a run that returned has ended; one that never heard it should stop has done all its work. */
    Job.State outcome(boolean resumes) {
        if (!stoppedEarly) {
            return Job.State.DONE;
        }
        if (cancelled) {
            return Job.State.CANCELLED;
        }
        return resumes ? Job.State.QUEUED : Job.State.INTERRUPTED;
    }
}
