package kz.jolkarta.registry.coordinators;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Audit.Entry;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.jobs.JobKind;
import kz.jolkarta.core.jobs.JobRun;
import kz.jolkarta.registry.bulk.BulkChanges;
import kz.jolkarta.registry.bulk.BulkRun;
import kz.jolkarta.registry.bulk.Changed;
import kz.jolkarta.registry.children.ChildQuery;
import kz.jolkarta.registry.children.Children;
import kz.jolkarta.registry.coordinators.CoordinatorStore.Change;
import kz.jolkarta.registry.coordinators.CoordinatorStore.Named;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Reach;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Names a coordinator for many children, some of them in each transaction; what was done can be undone. */
@Component(service = JobKind.class)
public final class AssignmentJob implements JobKind {
    static final String CODE = "coordinator-assign";
    private static final int PART = 200;
    static final String STAFF = "staff";
    static final String CHILDREN = "children";
    static final String FILTER = "filter";

    private final Ledger ledger;
    private final Children children;
    private final Coordinators coordinators;
    private final BulkRun work;

    @Activate
    public AssignmentJob(
            @Reference Ledger ledger,
            @Reference Children children,
            @Reference Coordinators coordinators,
            @Reference Tables texts) {
        this.ledger = ledger;
        this.children = children;
        this.coordinators = coordinators;
        this.work = new BulkRun(ledger.database(), texts, PART);
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public void run(JobRun run) {
        User user = run.user();
        Scope scope = user.require(Right.CHILDREN_READ).within(user.require(Right.CHILDREN_WRITE));
        Map<String, String> params = run.job().params();
        Long staff = params.containsKey(STAFF) ? Long.valueOf(params.get(STAFF)) : null;
        List<Long> ids = params.containsKey(FILTER)
                ? children.ids(user, ChildQuery.of(filter(params.get(FILTER))))
                : List.of(params.get(CHILDREN).split(", ")).stream()
                        .map(Long::valueOf)
                        .distinct()
                        .sorted()
                        .toList();
        work.over(run, ids, (tx, some) -> assign(tx, run, scope, staff, some));
    }

    private Map<Long, Problem> assign(Tx tx, JobRun run, Scope scope, Long staff, List<Long> ids) {
        CoordinatorStore.lock(tx, ids);
        Map<Long, Named> found = CoordinatorStore.find(tx, ids, scope);
        Seats seats = SeatStore.on(tx, ledger.clock().today());
        Map<Long, Problem> refused = new HashMap<>();
        List<Named> wanted = new ArrayList<>();
        for (long id : ids) {
            try {
                wanted.add(requireFree(id, found.get(id), staff, seats));
            } catch (Problem objection) {
                refused.put(id, objection);
            }
        }
        List<Change> changes =
                wanted.stream().map(child -> coordinators.change(child, staff)).toList();
        CoordinatorStore.change(tx, changes, ledger.clock().now());
        BulkChanges.note(
                tx,
                run.job().id(),
                AssignmentUndo.KIND,
                wanted.stream()
                        .map(child -> new Changed(child.id(), child.version() + 1, AssignmentUndo.before(child, staff)))
                        .toList());
        ledger.record(tx, run.user(), entries(wanted, "job " + run.job().id()));
        return refused;
    }

    private static Named requireFree(long id, Named child, Long staff, Seats seats) {
        if (child == null) {
            throw Problem.invalid("record.child-unknown", String.valueOf(id));
        }
        if (!child.active()) {
            throw Problem.conflict("coordinator.child-left");
        }
        if (Objects.equals(child.staff(), staff)) {
            throw Problem.conflict("coordinator.already");
        }
        Coordinators.requireAnswering(seats, staff, child);
        return child;
    }

    static List<Entry> entries(List<Named> children, String what) {
        return children.stream()
                .map(child -> new Entry(
                        Action.UPDATE, Reach.CHILD, child.id(), child.where().territory(), "coordinator, " + what))
                .toList();
    }

    private static Map<String, String> filter(String json) {
        try {
            return Json.mapper().readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException(foreign);
        }
    }
}
