package kz.jolkarta.core.internal.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.access.Users;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.internal.db.JdbcTx;
import kz.jolkarta.core.jobs.Job;
import kz.jolkarta.core.jobs.JobKind;
import kz.jolkarta.core.jobs.Jobs;
import kz.jolkarta.core.time.OfficeClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs of a node: a worker for each kind that is there. */
final class JobBoard implements Jobs, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobBoard.class);
    private static final long BEAT_SECONDS = 5;

    private final JobStore store;
    private final Users users;
    private final OfficeClock clock;
    private final String node;
    private final Map<String, JobWorker> workers = new ConcurrentHashMap<>();
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "jolkarta-job-heartbeat"));

    /** @param node a name that this node keeps over its restarts and that no other node has */
    JobBoard(JobStore store, Users users, OfficeClock clock, String node) {
        this.store = store;
        this.users = users;
        this.clock = clock;
        this.node = node;
        heart.scheduleWithFixedDelay(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    /** From now on the jobs of this kind run. */
    void add(JobKind kind) {
        JobWorker worker = new JobWorker(kind, store, users, clock, node);
        if (workers.putIfAbsent(kind.code(), worker) == null) {
            worker.start();
        } else {
            LOG.error("There are two kinds of job called {}, the second one does not run", kind.code());
        }
    }

    /** The kind leaves: its present job is broken off, the others wait for its return. */
    void remove(JobKind kind) {
        JobWorker worker = workers.get(kind.code());
        if (worker != null && worker.runs(kind)) {
            worker.stop();
            workers.remove(kind.code(), worker);
        }
    }

    private void beat() {
        try {
            store.beat(node, clock.now()).forEach(id -> workers.values().forEach(worker -> worker.cancel(id)));
        } catch (RuntimeException e) {
            LOG.warn("No sign of life could be left for the jobs: {}", e.toString());
        }
    }

    @Override
    public long submit(Tx tx, User owner, String kind, String territory, Map<String, String> params) {
        long id = store.insert(tx, owner.id(), kind, territory, params, clock.now());
        if (tx instanceof JdbcTx own) {
            own.afterCommit(() -> Optional.ofNullable(workers.get(kind)).ifPresent(JobWorker::wake));
        }
        return id;
    }

    @Override
    public Optional<Job> find(User user, long id) {
        return store.find(id, user.id());
    }

    @Override
    public List<Job> list(User user, String kind, int limit) {
        return store.list(user.id(), new JobFilter(kind, Optional.empty(), false), Long.MAX_VALUE, limit);
    }

    @Override
    public Optional<Message> failure(Job job) {
        return job.state() == Job.State.FAILED ? FailureText.message(job.result()) : Optional.empty();
    }

    @Override
    public String page(Job job) {
        JobWorker worker = workers.get(job.kind());
        return worker == null ? "" : worker.page(job);
    }

    @Override
    public void cancel(User user, long id) {
        Job.State state = store.cancel(id, user.id(), clock.now()).orElseThrow(Problem::notFound);
        if (state == Job.State.CANCELLING) {
            workers.values().forEach(worker -> worker.cancel(id));
        }
    }

    @Override
    public void close() {
        heart.shutdown();
        workers.values().forEach(JobWorker::leave);
        workers.values().forEach(JobWorker::stop);
        workers.clear();
    }
}
