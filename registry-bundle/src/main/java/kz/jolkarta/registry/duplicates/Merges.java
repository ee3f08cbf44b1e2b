package kz.jolkarta.registry.duplicates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.duplicates.Journal.Changed;
import kz.jolkarta.registry.duplicates.Journal.Field;
import kz.jolkarta.registry.duplicates.Journal.Moved;
import kz.jolkarta.registry.duplicates.Journal.Stayed;
import kz.jolkarta.registry.duplicates.MergeStore.Merge;
import kz.jolkarta.registry.duplicates.MergeStore.Whole;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.roadmaps.Fulfilment;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Two records of one child become one, with both histories, and two again. Only what the kept record has the like of stays with the other one,
 * which is seen and counted nowhere from then on.
 */
@Component(service = Merges.class)
public final class Merges {
    private final Ledger ledger;

    @Activate
    public Merges(@Reference Ledger ledger) {
        this.ledger = ledger;
    }

    /** What a merge would do. @param keep id of the record that would stay */
    MergeAnswer preview(User user, long id, long keep) {
        return ledger.database().read(tx -> {
            Pair pair =
                    PairStore.find(tx, id, user.require(Right.CHILDREN_READ)).orElseThrow(Problem::notFound);
            Pairs.requireBoth(user.require(Right.CHILDREN_WRITE), pair);
            if (pair.state() != PairState.OPEN) {
                throw Problem.conflict("duplicate.decided");
            }
            Whole kept = child(tx, pair, keep);
            Whole gone = other(tx, pair, keep);
            List<Field> fields = ChildFields.kept(kept.id(), kept.values(), gone.id(), gone.values(), Map.of());
            return answer(tx, kept, gone, rows(tx, kept, gone, fields));
        });
    }

    /**
     * Merges.
     *
     * @throws Problem NOT_FOUND, INVALID; STALE when one of the two was changed since it was seen; CONFLICT when the pair is decided; FORBIDDEN
     *     when one of the two is out of reach
     */
    MergeAnswer merge(User user, long id, int version, MergeInput input) {
        return ledger.database().call(tx -> {
            Pair pair = Pairs.decidable(tx, user, id, version, PairState.OPEN);
            if (input.keep() == null) {
                throw Problem.field("keep", "record.required");
            }
            Whole kept = child(tx, pair, input.keep());
            Whole gone = other(tx, pair, input.keep());
            requireSeen("keptVersion", input.keptVersion(), kept);
            requireSeen("goneVersion", input.goneVersion(), gone);
            List<Field> fields = ChildFields.kept(kept.id(), kept.values(), gone.id(), gone.values(), input.fields());
            // The two rows are locked before theirs are read, as everybody does who writes records of children.
            children(tx, kept, gone, fields);
            Journal planned = rows(tx, kept, gone, fields);
            MergeAnswer answer = answer(tx, kept, gone, planned);
            goOver(tx, planned, kept.id(), gone.id());
            Journal journal = new Journal(
                    planned.kept(),
                    planned.gone(),
                    planned.moved(),
                    planned.stayed(),
                    changes(tx, planned, kept, gone));
            MergeStore.insert(
                    tx,
                    new Merge(ledger.database().nextId(), kept.id(), gone.id(), journal),
                    user.id(),
                    ledger.clock().now());
            decide(tx, pair, PairState.MERGED, user.id());
            record(tx, user, kept, "merged record " + gone.id());
            record(tx, user, gone, "merged into " + kept.id());
            Fulfilment.settle(tx, ledger, user, List.of(kept.id(), gone.id()));
            return answer.seen(
                    MergeStore.child(tx, kept.id()).orElseThrow().version(),
                    MergeStore.child(tx, gone.id()).orElseThrow().version());
        });
    }

    private static void requireSeen(String field, Integer version, Whole child) {
        if (version == null) {
            throw Problem.field(field, "record.required");
        }
        if (version != child.version()) {
            throw Difference.version(version, child.version());
        }
    }

    private static Whole child(Tx tx, Pair pair, long id) {
        if (id != pair.one().id() && id != pair.other().id()) {
            throw Problem.field(
                    "keep",
                    "record.choice",
                    pair.one().id() + ", " + pair.other().id());
        }
        Whole child = MergeStore.child(tx, id).orElseThrow(Problem::notFound);
        if (!Set.of("ACTIVE", "LEFT").contains(child.state())) {
            throw Problem.conflict("duplicate.not-living", String.valueOf(id));
        }
        if (MergeStore.moving(tx, id)) {
            throw Problem.conflict("duplicate.moving", String.valueOf(id));
        }
        return child;
    }

    private static Whole other(Tx tx, Pair pair, long id) {
        return child(
                tx, pair, id == pair.one().id() ? pair.other().id() : pair.one().id());
    }

    private static Journal rows(Tx tx, Whole kept, Whole gone, List<Field> fields) {
        List<Moved> moved = new ArrayList<>();
        List<Stayed> stayed = new ArrayList<>();
        for (ChildTable table : ChildTable.ALL) {
            Set<Long> staying = MergeStore.staying(tx, table, gone.id(), kept.id());
            MergeStore.rows(tx, table, gone.id()).forEach((key, print) -> {
                if (staying.contains(key)) {
                    stayed.add(new Stayed(table.name(), key));
                } else {
                    moved.add(new Moved(table.name(), key, print));
                }
            });
        }
        return new Journal(fields, ChildFields.gone(gone.values(), fields), moved, stayed, List.of());
    }

    private static void goOver(Tx tx, Journal journal, long kept, long gone) {
        Map<String, List<Long>> keys = new LinkedHashMap<>();
        journal.moved()
                .forEach(row -> keys.computeIfAbsent(row.table(), t -> new ArrayList<>())
                        .add(row.key()));
        keys.forEach((table, some) -> MergeStore.move(tx, ChildTable.named(table), some, gone, kept));
    }

    /** What follows from the new owner: the keys of awards, the representatives of consents, and the records merged before. */
    private static List<Changed> changes(Tx tx, Journal journal, Whole kept, Whole gone) {
        List<Changed> changes = new ArrayList<>();
        Set<Long> awards = keys(journal, ChildTable.AWARD);
        MergeStore.holders(tx, kept.id()).forEach((award, key) -> {
            String renamed = MergeStore.holder(key, gone.id(), kept.id());
            if (awards.contains(award) && MergeStore.rename(tx, award, key, renamed)) {
                changes.add(new Changed(ChildTable.AWARD, award, key, renamed));
            }
        });
        Set<Long> consents = keys(journal, ChildTable.CONSENT);
        journal.stayed().stream()
                .filter(row -> row.table().equals(ChildTable.REPRESENTATIVE))
                .forEach(row -> MergeStore.sameRepresentative(tx, row.key(), kept.id())
                        .ifPresent(same -> MergeStore.consents(tx, row.key()).stream()
                                .filter(consents::contains)
                                .filter(consent -> MergeStore.given(tx, consent, row.key(), same))
                                .forEach(consent -> changes.add(new Changed(
                                        ChildTable.CONSENT,
                                        consent,
                                        String.valueOf(row.key()),
                                        String.valueOf(same))))));
        for (long before : MergeStore.mergedInto(tx, gone.id())) {
            MergeStore.mergedInto(tx, before, kept.id());
            changes.add(new Changed("child", before, String.valueOf(gone.id()), String.valueOf(kept.id())));
        }
        return changes;
    }

    private static Set<Long> keys(Journal journal, String table) {
        return Set.copyOf(journal.moved().stream()
                .filter(row -> row.table().equals(table))
                .map(Moved::key)
                .toList());
    }

    /** The other record gives its number away before the kept one takes it, since a number is there once. */
    private void children(Tx tx, Whole kept, Whole gone, List<Field> fields) {
        Map<String, String> leaving = values(ChildFields.gone(gone.values(), fields), Field::after);
        String number = leaving.containsKey("iin") ? leaving.put("iin", null) : null;
        update(tx, gone, gone.version(), leaving);
        update(tx, kept, kept.version(), values(fields, Field::after));
        if (number != null) {
            update(tx, gone, gone.version() + 1, new HashMap<>(Map.of("iin", number)));
        }
        MergeStore.mergedInto(tx, gone.id(), kept.id());
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

    static Map<String, String> values(List<Field> fields, java.util.function.Function<Field, String> value) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field.column(), value.apply(field)));
        return values;
    }

    private void decide(Tx tx, Pair pair, PairState to, Long by) {
        if (!PairStore.decide(tx, pair, to, by, null, ledger.clock().now())) {
            throw Problem.conflict("record.moved");
        }
    }

    private void record(Tx tx, User user, Whole child, String detail) {
        ledger.record(tx, user, Action.UPDATE, "child", child.id(), child.territory(), detail);
    }

    private static MergeAnswer answer(Tx tx, Whole kept, Whole gone, Journal journal) {
        Map<String, List<Long>> moved = new LinkedHashMap<>();
        journal.moved()
                .forEach(row -> moved.computeIfAbsent(row.table(), t -> new ArrayList<>())
                        .add(row.key()));
        Map<String, List<Long>> stayed = new LinkedHashMap<>();
        journal.stayed()
                .forEach(row -> stayed.computeIfAbsent(row.table(), t -> new ArrayList<>())
                        .add(row.key()));
        Collection<Long> seats = stayed.getOrDefault(ChildTable.PARTICIPATION, List.of());
        Collection<Long> awards = stayed.getOrDefault(ChildTable.AWARD, List.of());
        return new MergeAnswer(
                kept.id(),
                gone.id(),
                kept.version(),
                gone.version(),
                journal.kept().stream()
                        .map(f -> new MergeAnswer.FieldChange(
                                ChildFields.name(f.column()),
                                PairDetail.shown(f.column(), f.before()),
                                PairDetail.shown(f.column(), f.after())))
                        .toList(),
                kinds(moved),
                kinds(stayed),
                MergeStore.held(tx, seats, awards));
    }

    private static List<MergeAnswer.Rows> kinds(Map<String, List<Long>> keys) {
        return keys.entrySet().stream()
                .map(e -> new MergeAnswer.Rows(kind(e.getKey()), "", e.getValue()))
                .toList();
    }

    /** A table as the API names it. */
    static String kind(String table) {
        return table.replace("child_", "").replace('_', '-');
    }
}
