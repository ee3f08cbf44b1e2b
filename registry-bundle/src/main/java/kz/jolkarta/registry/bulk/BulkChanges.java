package kz.jolkarta.registry.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.core.jobs.Job;
import kz.jolkarta.core.jobs.Jobs;
import kz.jolkarta.registry.records.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What jobs over many records have changed: noted with the change, so that a job can be undone by whoever started it. */
@Component(service = BulkChanges.class)
public final class BulkChanges {
    private static final int PART = 200;

    private final Ledger ledger;
    private final Jobs jobs;
    private final List<BulkUndo> kinds = new CopyOnWriteArrayList<>();

    @Activate
    public BulkChanges(@Reference Ledger ledger, @Reference Jobs jobs) {
        this.ledger = ledger;
        this.jobs = jobs;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bind(BulkUndo kind) {
        kinds.add(kind);
    }

    public void unbind(BulkUndo kind) {
        kinds.remove(kind);
    }

    /** In the transaction of the change itself. */
    public static void note(Tx tx, long job, String kind, List<Changed> changes) {
        BulkStore.insert(tx, job, kind, changes);
    }

    /** A record that was not brought back. */
    public record Kept(long id, Message reason) {}

    /**
     * What became of an undo.
     *
     * @param undone records that are as they were before the job
     * @param kept those that stay as they are, each with the reason
     */
    public record Undone(int undone, List<Kept> kept) {
        public Undone {
            kept = List.copyOf(kept);
        }
    }

    /**
     * Takes back what the job did, some records in each transaction. What somebody has touched since stays and is named. Doing it again takes
     * back what was kept, if that is possible by now.
     *
     * @throws Problem NOT_FOUND for another's job or one that changes no records; CONFLICT while it runs
     */
    public Undone undo(User user, long id) {
        Job job = jobs.find(user, id).orElseThrow(Problem::notFound);
        if (!job.state().ended()) {
            throw Problem.conflict("bulk.running");
        }
        if (ledger.database().read(tx -> BulkStore.count(tx, id)) == 0) {
            throw Problem.conflict("bulk.nothing");
        }
        int undone = 0;
        List<Kept> kept = new ArrayList<>();
        Optional<Part> part = Optional.of(new Part(0, 0, List.of()));
        while (part.isPresent()) {
            long after = part.get().last();
            part = ledger.database().call(tx -> some(tx, user, id, after));
            undone += part.map(Part::undone).orElse(0);
            part.ifPresent(p -> kept.addAll(p.kept()));
        }
        return new Undone(undone, kept);
    }

    /** Whether anything that the job did can still be asked back. */
    boolean undoable(long job) {
        return ledger.database().read(tx -> !BulkStore.open(tx, job, 0, 1).isEmpty());
    }

    private record Part(long last, int undone, List<Kept> kept) {}

    /** @return empty when nothing is left */
    private Optional<Part> some(Tx tx, User user, long job, long after) {
        Map<String, List<Changed>> open = BulkStore.open(tx, job, after, PART);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        long last = after;
        int undone = 0;
        List<Kept> kept = new ArrayList<>();
        for (Map.Entry<String, List<Changed>> entry : open.entrySet()) {
            List<Long> ids = entry.getValue().stream().map(Changed::id).toList();
            if (BulkStore.undone(tx, job, entry.getKey(), ids, ledger.clock().now()) != ids.size()) {
                throw Problem.conflict("record.moved");
            }
            Map<Long, Message> refused = kind(entry.getKey()).undo(tx, user, entry.getValue());
            BulkStore.keep(tx, job, entry.getKey(), refused.keySet());
            refused.forEach((record, reason) -> kept.add(new Kept(record, reason)));
            undone += ids.size() - refused.size();
            last = Math.max(last, ids.get(ids.size() - 1));
        }
        return Optional.of(new Part(last, undone, kept));
    }

    private BulkUndo kind(String code) {
        return kinds.stream()
                .filter(kind -> kind.kind().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.of(Problem.Kind.UNAVAILABLE, "bulk.kind-gone"));
    }
}
