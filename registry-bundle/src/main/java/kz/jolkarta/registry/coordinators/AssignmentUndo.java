package kz.jolkarta.registry.coordinators;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.registry.bulk.BulkUndo;
import kz.jolkarta.registry.bulk.Changed;
import kz.jolkarta.registry.coordinators.CoordinatorStore.Change;
import kz.jolkarta.registry.coordinators.CoordinatorStore.Named;
import kz.jolkarta.registry.records.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives children back the coordinator they had, where nobody has named another one since; other changes of the child do not matter. */
@Component(service = BulkUndo.class)
public final class AssignmentUndo implements BulkUndo {
    static final String KIND = "coordinator";

    private final Ledger ledger;

    @Activate
    public AssignmentUndo(@Reference Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * What is noted of a child.
     *
     * @param staff who was named before, and since when
     * @param set who was named by the job
     */
    private record Before(Long staff, LocalDate since, Long set) {}

    static String before(Named child, Long set) {
        try {
            return Json.mapper().writeValueAsString(new Before(child.staff(), child.since(), set));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Before before(Changed change) {
        try {
            return Json.mapper().readValue(change.before(), Before.class);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException(foreign);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<Long, Message> undo(Tx tx, User user, List<Changed> changes) {
        Scope scope = user.require(Right.CHILDREN_READ).within(user.require(Right.CHILDREN_WRITE));
        List<Long> ids = changes.stream().map(Changed::id).toList();
        CoordinatorStore.lock(tx, ids);
        Map<Long, Named> found = CoordinatorStore.find(tx, ids, scope);
        Map<Long, Message> kept = new HashMap<>();
        List<Named> undone = new ArrayList<>();
        List<Change> back = new ArrayList<>();
        for (Changed change : changes) {
            Named child = found.get(change.id());
            Before before = before(change);
            if (child == null) {
                kept.put(change.id(), Message.of("record.child-unknown", String.valueOf(change.id())));
            } else if (!Objects.equals(child.staff(), before.set())) {
                kept.put(change.id(), Message.of("coordinator.touched"));
            } else {
                undone.add(child);
                back.add(new Change(child.id(), child.version(), before.staff(), before.since()));
            }
        }
        CoordinatorStore.change(tx, back, ledger.clock().now());
        ledger.record(tx, user, AssignmentJob.entries(undone, "undone"));
        return kept;
    }
}
