package kz.jolkarta.core.internal.jobs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.jobs.Job;

/**
 * Which of somebody's jobs a list holds.
 *
 * @param kind "" for all
 * @param state empty for all
 * @param oldest whether the oldest comes first
 */
record JobFilter(String kind, Optional<Job.State> state, boolean oldest) {
    /** Jobs are sorted by when they were begun; the newest first unless something else is asked for. */
    static final String USUAL = "-begun";

    /** @throws Problem INVALID at {@code state} or {@code sort} for a word that stands for none */
    static JobFilter of(String kind, String state, String sort) {
        String order = filled(sort).orElse(USUAL);
        if (!List.of("begun", USUAL).contains(order)) {
            throw Problem.field("sort", "problem.value");
        }
        Optional<Job.State> wanted = filled(state)
                .map(word -> Stream.of(Job.State.values())
                        .filter(s -> Json.name(s).equals(word))
                        .findFirst()
                        .orElseThrow(() -> Problem.field("state", "problem.value")));
        return new JobFilter(filled(kind).orElse(""), wanted, !order.equals(USUAL));
    }

    private static Optional<String> filled(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
    }

    /** The jobs after the one with this number. @param after "" for the first page; @throws Problem INVALID at {@code after} for no number */
    Page<Job> page(JobStore store, long owner, String after, int limit) {
        if (!after.matches("\\d{0,18}")) {
            throw Problem.field("after", "job.after");
        }
        long seen = after.isEmpty() ? oldest ? 0 : Long.MAX_VALUE : Long.parseLong(after);
        List<Job> found = store.list(owner, this, seen, limit + 1);
        List<Job> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(
                shown,
                found.size() > limit ? String.valueOf(shown.get(limit - 1).id()) : "");
    }
}
