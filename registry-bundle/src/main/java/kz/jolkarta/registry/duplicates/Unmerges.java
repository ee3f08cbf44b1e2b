package kz.jolkarta.registry.duplicates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.duplicates.Journal.Changed;
import kz.jolkarta.registry.duplicates.Journal.Field;
import kz.jolkarta.registry.duplicates.Journal.Moved;
import kz.jolkarta.registry.duplicates.MergeStore.Merge;
import kz.jolkarta.registry.duplicates.MergeStore.Whole;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.roadmaps.Fulfilment;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes a merge back: every row that went over goes back, and every field gets its value again. What was added to the kept child since stays with
 * it; what was changed since stays changed and is named.
 */
@Component(service = Unmerges.class)
public final class Unmerges {
    private final Ledger ledger;

    @Activate
    public Unmerges(@Reference Ledger ledger) {
        this.ledger = ledger;
    }

    /** @throws Problem NOT_FOUND, STALE, FORBIDDEN; CONFLICT when the pair is not merged, or the kept record was merged into a third one since */
    UnmergeAnswer unmerge(User user, long id, int version) {
        return ledger.database().call(tx -> {
            Pair pair = Pairs.decidable(tx, user, id, version, PairState.MERGED);
            Merge merge = MergeStore.merge(tx, pair.one().id())
                    .filter(m -> m.kept() == pair.other().id())
                    .or(() -> MergeStore.merge(tx, pair.other().id())
                            .filter(m -> m.kept() == pair.one().id()))
                    .orElseThrow(Problem::notFound);
            Whole kept = MergeStore.child(tx, merge.kept()).orElseThrow();
            Whole gone = MergeStore.child(tx, merge.gone()).orElseThrow();
            if (kept.mergedInto().isPresent()) {
                throw Problem.conflict("duplicate.undo-later")
                        .with("id", kept.mergedInto().get());
            }
            UnmergeAnswer rows = rows(tx, merge);
            merge.journal().changed().forEach(changed -> undo(tx, changed));
            List<String> fields = children(tx, kept, gone, merge.journal());
            if (!MergeStore.undone(tx, merge.id(), user.id(), ledger.clock().now())
                    || !PairStore.decide(
                            tx, pair, PairState.OPEN, null, null, ledger.clock().now())) {
                throw Problem.conflict("record.moved");
            }
            for (Whole child : List.of(kept, gone)) {
                ledger.record(tx, user, Action.UNDO, "child", child.id(), child.territory(), "merge " + merge.id());
            }
            Fulfilment.settle(tx, ledger, user, List.of(kept.id(), gone.id()));
            return new UnmergeAnswer(kept.id(), gone.id(), rows.returned(), rows.changed(), rows.missing(), fields);
        });
    }

    private static UnmergeAnswer rows(Tx tx, Merge merge) {
        Map<String, List<Moved>> tables = new LinkedHashMap<>();
        merge.journal()
                .moved()
                .forEach(row -> tables.computeIfAbsent(row.table(), t -> new ArrayList<>())
                        .add(row));
        List<UnmergeAnswer.Row> changed = new ArrayList<>();
        List<UnmergeAnswer.Row> missing = new ArrayList<>();
        int[] returned = {0};
        tables.forEach((name, rows) -> {
            ChildTable table = ChildTable.named(name);
            Map<Long, String> present = MergeStore.rows(tx, table, merge.kept());
            List<Long> back = new ArrayList<>();
            for (Moved row : rows) {
                String print = present.get(row.key());
                if (print == null) {
                    missing.add(new UnmergeAnswer.Row(Merges.kind(name), row.key()));
                    continue;
                }
                back.add(row.key());
                if (!print.equals(row.print())) {
                    changed.add(new UnmergeAnswer.Row(Merges.kind(name), row.key()));
                }
            }
            MergeStore.move(tx, table, back, merge.kept(), merge.gone());
            returned[0] += back.size();
        });
        return new UnmergeAnswer(merge.kept(), merge.gone(), returned[0], changed, missing, List.of());
    }

    /** What was changed since keeps its value. */
    private static void undo(Tx tx, Changed changed) {
        switch (changed.table()) {
            case ChildTable.AWARD -> MergeStore.rename(tx, changed.id(), changed.after(), changed.before());
            case ChildTable.CONSENT ->
                MergeStore.given(tx, changed.id(), Long.parseLong(changed.after()), Long.parseLong(changed.before()));
            default -> MergeStore.mergedInto(tx, changed.id(), Long.valueOf(changed.before()));
        }
    }

    /** @return fields that were changed since and stay so */
    private List<String> children(Tx tx, Whole kept, Whole gone, Journal journal) {
        List<String> changed = new ArrayList<>();
        Map<String, String> returning = new LinkedHashMap<>();
        for (Field field : journal.kept()) {
            if (Objects.equals(kept.values().get(field.column()), field.after())) {
                returning.put(field.column(), field.before());
            } else {
                changed.add(ChildFields.name(field.column()));
            }
        }
        Map<String, String> back = new LinkedHashMap<>(Merges.values(journal.gone(), Field::before));
        String number = back.containsKey("iin") ? back.put("iin", null) : null;
        update(tx, gone, gone.version(), back);
        update(tx, kept, kept.version(), returning);
        if (number != null
                && !number.equals(returning.getOrDefault("iin", kept.values().get("iin")))) {
            update(tx, gone, gone.version() + 1, new HashMap<>(Map.of("iin", number)));
        }
        MergeStore.mergedInto(tx, gone.id(), null);
        return changed;
    }

    private void update(Tx tx, Whole child, int version, Map<String, String> changes) {
        if (!MergeStore.update(
                tx,
                child.id(),
                version,
                ChildFields.values(child.values(), changes),
                ledger.clock().now())) {
            throw Problem.conflict("record.moved");
        }
    }
}
