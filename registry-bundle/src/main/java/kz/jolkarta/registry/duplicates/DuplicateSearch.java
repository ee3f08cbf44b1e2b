package kz.jolkarta.registry.duplicates;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.jobs.JobKind;
import kz.jolkarta.core.jobs.JobRun;
import kz.jolkarta.registry.duplicates.Comparison.Two;
import kz.jolkarta.registry.duplicates.FindingStore.Order;
import kz.jolkarta.registry.duplicates.FindingStore.Placed;
import kz.jolkarta.registry.records.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks for children who are registered twice, in three readings of the registry: by birth date, by name and by document. A pair is of the search
 * when one of the two lives in its territory, since the other one may have been registered at the place it moved to. Found again, a pair
 * changes nothing, so a search that was interrupted begins anew.
 */
@Component(service = JobKind.class)
public final class DuplicateSearch implements JobKind {
    static final String KIND = "duplicate-search";
    private static final int READINGS = 3;
    private static final int ROWS = 5000;

    private final Ledger ledger;
    private final int rows;

    /** What the search did. @param found pairs that a person should look at @param added those of them that are new */
    record Result(long children, long found, long added) {}

    @Activate
    public DuplicateSearch(@Reference Ledger ledger) {
        this(ledger, ROWS);
    }

    /** @param rows read at once */
    DuplicateSearch(Ledger ledger, int rows) {
        this.ledger = ledger;
        this.rows = rows;
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public boolean resumes() {
        return true;
    }

    @Override
    public void run(JobRun run) {
        Scope mine = run.user().require(Right.CHILDREN_WRITE);
        String territory = run.job().territory();
        new Search(run, territory.isEmpty() ? mine : mine.within(Scope.of(territory))).all();
    }

    /** One run. */
    private final class Search {
        private final JobRun run;
        private final Scope scope;
        private final Database database = ledger.database();
        private final Set<Two> different;
        private final Set<Two> found = new HashSet<>();
        private final long children;
        private long read;
        private long added;

        Search(JobRun run, Scope scope) {
            this.run = run;
            this.scope = scope;
            this.different = database.read(FindingStore::different);
            this.children = database.read(FindingStore::count);
        }

        void all() {
            if (births()
                    && inOrder(Order.NAME, Comparison::ofOneName)
                    && inOrder(Order.DOCUMENT, Comparison::ofOneDocument)) {
                database.run(tx -> {
                    run.progress(tx, children * READINGS, children * READINGS, "");
                    run.result(tx, json(new Result(children, found.size(), added)));
                });
            }
        }

        /** @return false when it was asked to stop */
        private boolean births() {
            LocalDate first = database.read(tx -> FindingStore.born(tx, true)).orElse(LocalDate.EPOCH);
            LocalDate last = database.read(tx -> FindingStore.born(tx, false)).orElse(first);
            for (LocalDate month = first.withDayOfMonth(1); !month.isAfter(last); month = month.plusMonths(1)) {
                if (run.cancelled()) {
                    return false;
                }
                LocalDate from = month;
                List<Candidate> born = database.read(tx -> FindingStore.born(tx, from, from.plusMonths(1)));
                Comparison comparison = new Comparison();
                born.stream()
                        .collect(Collectors.groupingBy(Candidate::birth))
                        .values()
                        .forEach(comparison::ofOneDay);
                write(comparison, born.size());
            }
            return true;
        }

        private boolean inOrder(Order order, BiConsumer<Comparison, List<Candidate>> compare) {
            String from = "";
            int most = rows;
            while (true) {
                if (run.cancelled()) {
                    return false;
                }
                String start = from;
                int limit = most;
                List<Placed> part = database.read(tx -> FindingStore.from(tx, order, start, limit));
                boolean end = part.size() < limit;
                String last = part.isEmpty()
                        ? ""
                        : beginning(order, part.get(part.size() - 1).at());
                // Those who share the last value may go on beyond this part, so they are left to the next one.
                List<Candidate> complete = part.stream()
                        .filter(p -> end || !beginning(order, p.at()).equals(last))
                        .map(Placed::child)
                        .toList();
                Comparison comparison = new Comparison();
                compare.accept(comparison, complete);
                write(comparison, complete.size());
                if (end) {
                    return true;
                }
                from = last;
                most = complete.isEmpty() ? most * 2 : rows;
            }
        }

        /** Names that begin with the same two words stand together, with a patronymic and without. */
        private static String beginning(Order order, String at) {
            if (order == Order.DOCUMENT) {
                return at;
            }
            int first = at.indexOf(' ');
            int second = first < 0 ? -1 : at.indexOf(' ', first + 1);
            return second < 0 ? at : at.substring(0, second);
        }

        private void write(Comparison comparison, int children) {
            Map<Two, Likeness> pairs = proposed(comparison.found());
            read += children;
            database.run(
                    tx -> run.progress(tx, Math.min(read, this.children * READINGS), this.children * READINGS, ""));
            if (!pairs.isEmpty()) {
                added += database.call(tx -> FindingStore.write(
                        tx, pairs, database::nextId, ledger.clock().now()));
                found.addAll(pairs.keySet());
            }
        }

        private Map<Two, Likeness> proposed(Map<Two, Likeness> all) {
            Map<Two, Likeness> open = new LinkedHashMap<>(all);
            open.keySet().removeAll(different);
            open.keySet().removeAll(found);
            if (open.isEmpty()) {
                return open;
            }
            return database.read(tx -> {
                List<Long> ids = new ArrayList<>();
                open.keySet().forEach(two -> ids.addAll(List.of(two.a(), two.b())));
                Map<Long, String> places = FindingStore.territories(tx, ids);
                open.keySet()
                        .removeIf(two -> !scope.covers(places.getOrDefault(two.a(), ""))
                                && !scope.covers(places.getOrDefault(two.b(), "")));
                FindingStore.representatives(tx, open.keySet())
                        .forEach((two, more) -> open.computeIfPresent(two, (t, likeness) -> likeness.with(more)));
                open.values().removeIf(likeness -> !likeness.proposed());
                return open;
            });
        }
    }

    private static String json(Result result) {
        try {
            return Json.mapper().writeValueAsString(result);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
