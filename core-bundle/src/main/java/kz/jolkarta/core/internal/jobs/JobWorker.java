package kz.jolkarta.core.internal.jobs;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.access.Users;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.jobs.Job;
import kz.jolkarta.core.jobs.JobKind;
import kz.jolkarta.core.time.OfficeClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the jobs of one kind, one after another, on a thread of its own. */
final class JobWorker implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
    /** How often the queue is looked at without being told of a job: other nodes put jobs into it too. */
    private static final long POLL_MILLIS = 1000;
    /** A node that gave no sign of life for so long is gone; far more than clocks of nodes may differ. */
    private static final Duration SILENCE = Duration.ofMinutes(2);
    /** How often a job that resumes is tried again while the database does not answer. */
    private static final int SETBACKS = 60;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final JobKind kind;
    private final JobStore store;
    private final Users users;
    private final OfficeClock clock;
    private final String node;
    private final String name;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;
    private volatile Optional<RunningJob> running = Optional.empty();
    private int setbacks;

    JobWorker(JobKind kind, JobStore store, Users users, OfficeClock clock, String node) {
        this.kind = kind;
        this.store = store;
        this.users = users;
        this.clock = clock;
        this.node = node;
        this.name = node + JobStore.WORKER + NUMBER.incrementAndGet();
        this.thread = new Thread(this, "jolkarta-job-" + kind.code());
    }

    void start() {
        thread.start();
    }

    boolean runs(JobKind other) {
        return kind == other;
    }

    String page(Job job) {
        return kind.page(job);
    }

    void wake() {
        wake.release();
    }

    void cancel(long id) {
        running.filter(run -> run.job().id() == id).ifPresent(RunningJob::cancel);
    }

    /** Breaks the present job off and takes no other. */
    void leave() {
        stopping = true;
        running.ifPresent(RunningJob::leave);
        wake.release();
    }

    /** Waits until the worker has ended; what does not stop in time loses its claim and can write no more. */
    void stop() {
        leave();
        try {
            thread.join(PATIENCE.toMillis());
            if (thread.isAlive()) {
                LOG.warn("A job of the kind {} does not stop and is given up", kind.code());
                recover();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        while (!stopping) {
            try {
                recover();
                Optional<Job> next = store.claim(kind.code(), name, clock.now());
                if (next.isPresent()) {
                    perform(next.get());
                } else {
                    await();
                }
            } catch (RuntimeException e) {
                LOG.warn("The queue of the kind {} cannot be read at the moment: {}", kind.code(), e.toString());
                await();
            }
        }
    }

    private void recover() {
        int found = store.recover(kind.code(), kind.resumes(), node, clock.now().minus(SILENCE), clock.now());
        if (found > 0) {
            LOG.info("{} jobs of the kind {} had lost their node", found, kind.code());
        }
    }

    private void await() {
        try {
            if (wake.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    private void perform(Job job) {
        Optional<User> owner = users.find(job.owner());
        if (owner.isEmpty()) {
            end(job, Job.State.FAILED, Optional.of(FailureText.json(Message.of("job.no-account"))));
            return;
        }
        RunningJob run = new RunningJob(store, clock, name, job, owner.get());
        running = Optional.of(run);
        if (stopping) {
            run.leave();
        }
        LOG.info("Job {} of the kind {} begins", job.id(), kind.code());
        try {
            kind.run(run);
            end(job, run.outcome(kind.resumes()), Optional.empty());
            setbacks = 0;
        } catch (Problem problem) {
            failed(job, problem);
        } catch (RunningJob.LostJob lost) {
            LOG.warn("{}", lost.getMessage());
        } catch (RuntimeException | Error bug) {
            String incident =
                    HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
            LOG.error("Incident {}: job {} of the kind {}", incident, job.id(), kind.code(), bug);
            end(job, Job.State.FAILED, Optional.of(FailureText.json(Message.of("job.failed", incident))));
        } finally {
            running = Optional.empty();
        }
    }

    /** A database that is away for a moment does not end a job that can go on: it stays ours, and is found again by the next look. */
    private void failed(Job job, Problem problem) {
        if (problem.kind() == Problem.Kind.UNAVAILABLE && kind.resumes() && ++setbacks <= SETBACKS) {
            LOG.warn("Job {} waits: {}", job.id(), problem.getMessage());
            await();
            return;
        }
        setbacks = 0;
        LOG.info("Job {} failed: {}", job.id(), problem.getMessage());
        end(job, Job.State.FAILED, Optional.of(FailureText.json(problem.message())));
    }

    private void end(Job job, Job.State state, Optional<String> result) {
        if (store.leave(job.id(), name, state, result, clock.now())) {
            LOG.info("Job {} is {}", job.id(), state);
        }
    }
}
