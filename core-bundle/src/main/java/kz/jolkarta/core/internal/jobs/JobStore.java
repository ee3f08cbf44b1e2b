package kz.jolkarta.core.internal.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.jobs.Job;

/** Jobs in the database. Every change of state is a conditional update, so that several nodes may share the queue. */
final class JobStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COLUMNS =
            "id, kind, owner_id, territory, state, done, total, params, resume_at, result, created_at, finished_at";

    /** Parts a node's name from the number of the worker, so that a worker that was given up cannot write for its successor. */
    static final String WORKER = "#";

    private final Database database;

    JobStore(Database database) {
        this.database = database;
    }

    long insert(Tx tx, long owner, String kind, String territory, Map<String, String> params, Instant now) {
        long id = database.nextId();
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("kind", kind);
        values.put("owner", owner);
        values.put("territory", Optional.of(territory).filter(code -> !code.isEmpty()));
        values.put("params", write(params));
        values.put("now", now);
        tx.update(
                "insert into job (id, kind, owner_id, territory, state, params, created_at)"
                        + " values (:id, :kind, :owner, :territory, 'QUEUED', :params, :now)",
                values);
        return id;
    }

    Optional<Job> find(long id, long owner) {
        return database.read(tx -> tx.one(
                "select " + COLUMNS + " from job where id = :id and owner_id = :owner",
                Map.of("id", id, "owner", owner),
                JobStore::job));
    }

    /** @param seen only jobs beyond this number, in the order of the filter */
    List<Job> list(long owner, JobFilter filter, long seen, int limit) {
        Map<String, Object> params = new HashMap<>(Map.of("owner", owner, "seen", seen, "kind", filter.kind()));
        filter.state().ifPresent(state -> params.put("state", state));
        return database.read(tx -> tx.list(
                "select " + COLUMNS + " from job where owner_id = :owner and id "
                        + (filter.oldest() ? "> :seen" : "< :seen")
                        + (filter.kind().isEmpty() ? "" : " and kind = :kind")
                        + (filter.state().isPresent() ? " and state = :state" : "")
                        + " order by id" + (filter.oldest() ? "" : " desc") + " fetch first " + limit + " rows only",
                params,
                JobStore::job));
    }

    /** Of which kinds somebody's jobs are. */
    List<String> kinds(long owner) {
        return database.read(tx -> tx.list(
                "select distinct kind from job where owner_id = :owner order by kind",
                Map.of("owner", owner),
                row -> row.text("kind")));
    }

    /** Takes the oldest waiting job of the kind, unless one of its jobs runs already, on whichever node. */
    Optional<Job> claim(String kind, String worker, Instant now) {
        return database.call(tx -> {
            Optional<Job> oldest = tx.one(
                    "select " + COLUMNS
                            + " from job where id = (select min(id) from job where kind = :kind and state = 'QUEUED')",
                    Map.of("kind", kind),
                    JobStore::job);
            return oldest.filter(job -> tx.update(
                            "update job set state = 'RUNNING', node = :node, heartbeat = :now where id = :id and state = 'QUEUED'"
                                    + " and not exists (select 1 from job other where other.kind = :kind and other.state in ('RUNNING', 'CANCELLING'))",
                            Map.of("node", worker, "now", now, "id", job.id(), "kind", kind))
                    == 1);
        });
    }

    /**
     * Finds the jobs of a kind whose runner is gone: this node's (which runs none when it asks) and those without a sign of life.
     *
     * @return how many there were
     */
    int recover(String kind, boolean resumes, String node, Instant silentSince, Instant now) {
        return database.call(tx -> {
            Map<String, ?> params =
                    Map.of("kind", kind, "node", node + WORKER + "%", "silent", silentSince, "now", now);
            String gone = " where kind = :kind and (node like :node or heartbeat < :silent)";
            return tx.update(
                            "update job set state = 'CANCELLED', node = null, finished_at = :now" + gone
                                    + " and state = 'CANCELLING'",
                            params)
                    + tx.update(
                            "update job set node = null, "
                                    + (resumes ? "state = 'QUEUED'" : "state = 'INTERRUPTED', finished_at = :now")
                                    + gone + " and state = 'RUNNING'",
                            params);
        });
    }

    /** @return the state after it, empty when this worker does not run the job any more */
    Optional<Job.State> progress(Tx tx, long id, String worker, long done, long total, String checkpoint, Instant now) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("node", worker);
        params.put("done", done);
        params.put("total", total);
        params.put("checkpoint", checkpoint);
        params.put("now", now);
        int changed = tx.update(
                "update job set done = :done, total = :total, resume_at = :checkpoint, heartbeat = :now"
                        + " where id = :id and node = :node and state in ('RUNNING', 'CANCELLING')",
                params);
        return changed == 0 ? Optional.empty() : state(tx, id);
    }

    boolean result(Tx tx, long id, String worker, String json) {
        return tx.update(
                        "update job set result = :json where id = :id and node = :node and state in ('RUNNING', 'CANCELLING')",
                        Map.of("id", id, "node", worker, "json", json))
                == 1;
    }

    /** Ends a job that this worker runs, or puts it back into the queue. */
    boolean leave(long id, String worker, Job.State state, Optional<String> result, Instant now) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("node", worker);
        params.put("state", state);
        params.put("finished", state.ended() ? now : null);
        result.ifPresent(json -> params.put("result", json));
        return database.call(tx -> tx.update(
                        "update job set state = :state, node = null, finished_at = :finished"
                                + (result.isPresent() ? ", result = :result" : "")
                                + " where id = :id and node = :node and state in ('RUNNING', 'CANCELLING')",
                        params))
                == 1;
    }

    /** A sign of life for everything this node runs. @return the ids that were asked to stop */
    List<Long> beat(String node, Instant now) {
        return database.call(tx -> {
            tx.update(
                    "update job set heartbeat = :now where node like :node and state in ('RUNNING', 'CANCELLING')",
                    Map.of("node", node + WORKER + "%", "now", now));
            return tx.list(
                    "select id from job where node like :node and state = 'CANCELLING'",
                    Map.of("node", node + WORKER + "%"),
                    row -> row.number("id"));
        });
    }

    /** @return the state after it; empty when the owner has no such job */
    Optional<Job.State> cancel(long id, long owner, Instant now) {
        return database.call(tx -> {
            Map<String, ?> params = Map.of("id", id, "owner", owner, "now", now);
            tx.update(
                    "update job set state = 'CANCELLED', finished_at = :now where id = :id and owner_id = :owner and state = 'QUEUED'",
                    params);
            tx.update(
                    "update job set state = 'CANCELLING' where id = :id and owner_id = :owner and state = 'RUNNING'",
                    params);
            return tx.one(
                    "select state from job where id = :id and owner_id = :owner",
                    params,
                    row -> row.value("state", Job.State.class));
        });
    }

    private static Optional<Job.State> state(Tx tx, long id) {
        return tx.one(
                "select state from job where id = :id", Map.of("id", id), row -> row.value("state", Job.State.class));
    }

    private static Job job(Row row) {
        return new Job(
                row.number("id"),
                row.text("kind"),
                row.number("owner_id"),
                row.text("territory"),
                row.value("state", Job.State.class),
                row.number("done"),
                row.number("total"),
                read(row.text("params")),
                row.text("resume_at"),
                row.text("result"),
                row.instant("created_at"),
                row.optionalInstant("finished_at"));
    }

    private static String write(Map<String, String> params) {
        try {
            return JSON.writeValueAsString(params);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Map<String, String> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("parameters of a job", e);
        }
    }
}
