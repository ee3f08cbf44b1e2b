package kz.jolkarta.registry.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Database;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.residence.Residences;

/** Takes a batch back, some children at a time. */
final class Undo {
    /** A child left alone, with the code of the reason. */
    record KeptChild(long child, int row, String reason) {}

    record Result(long removed, long restored, List<KeptChild> kept) {}

    private static final int CHILDREN = 300;

    private final Database database;
    private final Audit audit;
    private final OfficeClock clock;
    private final Residences residences;

    Undo(Database database, Audit audit, OfficeClock clock, Residences residences) {
        this.residences = residences;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param state what the batch is called afterwards; empty to leave its state */
    Result run(User user, long batch, Optional<Batch.State> state) {
        Scope scope = user.scope(Right.CHILDREN_IMPORT);
        database.run(tx -> UndoStore.askAgain(tx, batch));
        long removed = 0;
        long restored = 0;
        while (true) {
            long[] done = Stale.again(() -> database.call(tx -> some(tx, user, scope, batch)));
            if (done[0] + done[1] + done[2] == 0) {
                break;
            }
            removed += done[0];
            restored += done[1];
        }
        List<KeptChild> kept = new ArrayList<>();
        database.run(tx -> {
            UndoStore.removeSchools(tx, batch);
            DoubtStore.dropOpen(tx, batch);
            state.filter(s -> s == Batch.State.UNDONE).ifPresent(s -> ImportStore.undone(tx, batch, clock.now()));
            state.filter(s -> s != Batch.State.UNDONE).ifPresent(s -> ImportStore.end(tx, batch, s, clock.now()));
            audit.record(tx, user, new Audit.Entry(Audit.Action.UNDO, "import", batch, "", ""));
            kept.clear();
            kept.addAll(UndoStore.kept(tx, batch));
        });
        return new Result(removed, restored, kept);
    }

    private long[] some(Tx tx, User user, Scope scope, long batch) {
        List<UndoStore.Entry> entries = UndoStore.some(tx, batch, CHILDREN);
        if (entries.isEmpty()) {
            return new long[3];
        }
        UndoStore.Split split = UndoStore.split(tx, batch, entries, scope);
        UndoStore.remove(tx, batch, split.created());
        List<UndoStore.Entry> restored = UndoStore.restore(tx, batch, split.updated(), clock.now());
        List<Long> ids = split.updated().stream().map(UndoStore.Entry::child).toList();
        for (List<Long> part : ListedChildStore.parts(ids)) {
            residences.forget(tx, user, part, batch);
        }
        UndoStore.keep(tx, batch, split.kept());
        List<Audit.Entry> trail = new ArrayList<>();
        split.created()
                .forEach(e -> trail.add(new Audit.Entry(
                        Audit.Action.DELETE, "child", e.child(), e.territory(), "undo of import " + batch)));
        restored.forEach(e ->
                trail.add(new Audit.Entry(Audit.Action.UNDO, "child", e.child(), e.territory(), "import " + batch)));
        audit.record(tx, user, trail);
        return new long[] {split.created().size(), restored.size(), split.kept().size()};
    }
}
