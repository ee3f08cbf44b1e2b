package kz.jolkarta.registry.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.jobs.JobRun;
import kz.jolkarta.registry.records.Tables;

/**
 * A job over many records: some of them in each transaction, with progress and the place to go on from. Its result, as JSON in the language of
 * who started it: {@code {"changed": 12, "refused": 2, "left": [{"id": 7, "reasons": ["…"]}]}}, at most {@value #NAMED} of the refused named.
 */
public final class BulkRun {
    private static final int NAMED = 1000;

    private final Database database;
    private final Tables texts;
    private final int part;

    /** @param part how many records are changed in one transaction */
    public BulkRun(Database database, Tables texts, int part) {
        this.database = database;
        this.texts = texts;
        this.part = part;
    }

    /** Changes some of the records and notes them by {@link BulkChanges#note}. */
    @FunctionalInterface
    public interface Work {
        /** @return why a record was left as it is, by id; a rule's objections all in one problem */
        Map<Long, Problem> in(Tx tx, List<Long> ids);
    }

    /**
     * Works until everything is done or somebody asks to stop; what is done by then stays and can be undone.
     *
     * @param ids of all records, ascending, the same when the job is resumed
     */
    public void over(JobRun run, List<Long> ids, Work work) {
        long reached = run.job().checkpoint().isEmpty()
                ? Long.MIN_VALUE
                : Long.parseLong(run.job().checkpoint());
        Result result = Result.of(run.job().result());
        int from = (int) ids.stream().filter(id -> id <= reached).count();
        database.run(tx -> run.result(tx, result.json()));
        while (from < ids.size() && !run.cancelled()) {
            List<Long> some = ids.subList(from, Math.min(from + part, ids.size()));
            int done = from + some.size();
            Map<Long, Problem> refused = database.call(tx -> {
                Map<Long, Problem> objections = work.in(tx, some);
                run.result(
                        tx, result.with(some.size(), reasons(run, objections)).json());
                run.progress(tx, done, ids.size(), String.valueOf(some.get(some.size() - 1)));
                return objections;
            });
            result.add(some.size(), reasons(run, refused));
            from = done;
        }
    }

    private Map<Long, List<String>> reasons(JobRun run, Map<Long, Problem> refused) {
        Map<Long, List<String>> reasons = new LinkedHashMap<>();
        refused.forEach((id, problem) -> reasons.put(id, told(run, problem)));
        return reasons;
    }

    private List<String> told(JobRun run, Problem problem) {
        List<Message> messages = problem.fields().isEmpty()
                ? List.of(problem.message())
                : problem.fields().stream().map(Problem.FieldError::message).toList();
        return messages.stream()
                .map(message -> texts.text(run.user().language(), message))
                .toList();
    }

    /** A record that was left as it is. */
    record Left(long id, List<String> reasons) {}

    record Told(long changed, long refused, List<Left> left) {}

    private static final class Result {
        private long changed;
        private long refused;
        private final List<Left> left = new ArrayList<>();

        static Result of(String json) {
            Result result = new Result();
            if (!json.isEmpty()) {
                try {
                    Told told = Json.mapper().readValue(json, Told.class);
                    result.changed = told.changed();
                    result.refused = told.refused();
                    result.left.addAll(told.left());
                } catch (JsonProcessingException foreign) {
                    throw new IllegalStateException(foreign);
                }
            }
            return result;
        }

        Result with(int seen, Map<Long, List<String>> reasons) {
            Result other = new Result();
            other.changed = changed;
            other.refused = refused;
            other.left.addAll(left);
            other.add(seen, reasons);
            return other;
        }

        void add(int seen, Map<Long, List<String>> reasons) {
            changed += seen - reasons.size();
            refused += reasons.size();
            reasons.forEach((id, why) -> {
                if (left.size() < NAMED) {
                    left.add(new Left(id, why));
                }
            });
        }

        String json() {
            try {
                return Json.mapper().writeValueAsString(new Told(changed, refused, left));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
