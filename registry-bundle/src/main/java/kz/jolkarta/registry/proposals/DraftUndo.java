package kz.jolkarta.registry.proposals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Audit.Entry;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.registry.bulk.BulkUndo;
import kz.jolkarta.registry.bulk.Changed;
import kz.jolkarta.registry.records.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deletes the drafts that a job has made and nobody has touched since. */
@Component(service = BulkUndo.class)
public final class DraftUndo implements BulkUndo {
    private static final String ROAD_MAP = "road-map";

    private final Ledger ledger;

    @Activate
    public DraftUndo(@Reference Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String kind() {
        return ManyDrafts.KIND;
    }

    @Override
    public Map<Long, Message> undo(Tx tx, User user, List<Changed> changes) {
        Scope scope = user.require(Right.CHILDREN_WRITE);
        Map<Long, DraftStore.Made> found = DraftStore.made(
                        tx, changes.stream().map(Changed::id).toList())
                .stream()
                .collect(Collectors.toMap(DraftStore.Made::id, Function.identity()));
        Map<Long, Message> kept = new HashMap<>();
        Map<Long, Integer> untouched = new HashMap<>();
        for (Changed change : changes) {
            DraftStore.Made map = found.get(change.id());
            if (map == null) {
                kept.put(change.id(), Message.of("proposal.draft-gone"));
            } else if (!scope.covers(map.territory(), map.school())) {
                kept.put(change.id(), Message.of("problem.outside-territory", map.territory()));
            } else if (!map.open() || map.version() != change.version()) {
                kept.put(change.id(), Message.of("proposal.draft-touched"));
            } else {
                untouched.put(map.id(), map.version());
            }
        }
        Set<Long> changed = DraftStore.delete(tx, untouched);
        changed.forEach(map -> kept.put(map, Message.of("proposal.draft-touched")));
        ledger.record(
                tx,
                user,
                untouched.keySet().stream()
                        .filter(map -> !changed.contains(map))
                        .map(map -> new Entry(
                                Action.UNDO, ROAD_MAP, map, found.get(map).territory(), "draft deleted"))
                        .toList());
        return kept;
    }
}
