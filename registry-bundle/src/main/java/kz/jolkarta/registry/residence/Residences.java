package kz.jolkarta.registry.residence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.awards.QueueShift;
import kz.jolkarta.registry.awards.Quotas;
import kz.jolkarta.registry.records.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps where children lived before, and lets what hangs on the place follow them: who pays an award, and in which queue it waits. */
@Component(service = Residences.class)
public final class Residences {
    private final Ledger ledger;
    private final Quotas quotas;

    @Activate
    public Residences(@Reference Ledger ledger, @Reference Quotas quotas) {
        this.ledger = ledger;
        this.quotas = quotas;
    }

    /** Moves the child: its row, its past, the payer of its awards and its places in queues. */
    Journal move(Tx tx, User user, Resident child, MoveInput to) {
        if (to.onDay().isBefore(child.from())) {
            throw Problem.field("onDay", "move.too-early", child.from());
        }
        Long coordinator = child.stay().sameDistrict(to.to()) ? child.stay().coordinatorId() : null;
        Optional<Long> past = leave(tx, user, child.id(), to.onDay());
        if (!ResidenceStore.settle(
                tx,
                child,
                to.stay(coordinator),
                Optional.of(to.onDay()),
                ledger.clock().now())) {
            throw Problem.conflict("record.moved");
        }
        List<QueueShift> queues = follow(tx, user, List.of(child.id()));
        return new Journal(child.stay(), child.since().orElse(null), past.orElse(null), queues, child.version() + 1);
    }

    void back(Tx tx, User user, Resident child, Journal journal) {
        if (!ResidenceStore.settle(
                tx,
                child,
                journal.left(),
                Optional.ofNullable(journal.since()),
                ledger.clock().now())) {
            throw Problem.conflict("record.moved");
        }
        if (journal.residenceId() != null) {
            ResidenceStore.remove(tx, journal.residenceId());
        }
        quotas.back(tx, user, journal.queues());
        ResidenceStore.payers(tx, List.of(child.id()));
    }

    /**
     * Notes the present place as a past one, before the child's row changes.
     *
     * @param onDay the first day at the new place
     * @return the row of the past; empty for a child that came to the old place that very day
     */
    public Optional<Long> leave(Tx tx, User user, long child, LocalDate onDay) {
        Map<String, Object> row = past(user, child, onDay, null);
        ResidenceStore.past(tx, List.of(row));
        long id = (long) row.get("id");
        return ResidenceStore.pastKnown(tx, id) ? Optional.of(id) : Optional.empty();
    }

    private Map<String, Object> past(User user, long child, LocalDate onDay, Long list) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", ledger.database().nextId());
        row.put("child", child);
        row.put("until", onDay.minusDays(1));
        row.put("by", user.id());
        row.put("at", ledger.clock().now());
        row.put("list", list);
        return row;
    }

    /** After the child's row has changed. */
    public void arrive(Tx tx, User user, long child, LocalDate onDay) {
        ResidenceStore.since(tx, List.of(Map.of("child", child, "since", onDay)));
        follow(tx, user, List.of(child));
    }

    /**
     * As {@link #leave}, for all children whom a list moves today.
     *
     * @param list the import's id
     */
    public void leave(Tx tx, User user, Collection<Long> children, long list) {
        LocalDate today = ledger.clock().today();
        List<Map<String, Object>> rows = new ArrayList<>();
        children.forEach(child -> rows.add(past(user, child, today, list)));
        ResidenceStore.past(tx, rows);
    }

    /** After the rows of those children have changed. */
    public void arrive(Tx tx, User user, Collection<Long> children) {
        if (!children.isEmpty()) {
            LocalDate today = ledger.clock().today();
            List<Map<String, Object>> rows = new ArrayList<>();
            children.forEach(child -> rows.add(Map.of("child", child, "since", today)));
            ResidenceStore.since(tx, rows);
            follow(tx, user, children);
        }
    }

    /** After a list was undone and its children are back where they were: as if it had never moved them. */
    public void forget(Tx tx, User user, Collection<Long> children, long list) {
        ResidenceStore.forget(tx, list, children);
        follow(tx, user, children);
    }

    private List<QueueShift> follow(Tx tx, User user, Collection<Long> children) {
        List<QueueShift> queues = quotas.follow(tx, user, children);
        ResidenceStore.payers(tx, children);
        return queues;
    }
}
