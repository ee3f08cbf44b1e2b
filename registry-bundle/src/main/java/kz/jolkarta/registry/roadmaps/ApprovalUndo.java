package kz.jolkarta.registry.roadmaps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
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

/** Takes the approvals of a job back: the maps are agreed again, what records had done is planned, earlier maps that were closed hold again. */
@Component(service = BulkUndo.class)
public final class ApprovalUndo implements BulkUndo {
    private final Ledger ledger;
    private final History history;

    @Activate
    public ApprovalUndo(@Reference Ledger ledger) {
        this.ledger = ledger;
        this.history = new History(ledger);
    }

    @Override
    public String kind() {
        return RoadMapApprovals.CHANGE;
    }

    @Override
    public Map<Long, Message> undo(Tx tx, User user, List<Changed> changes) {
        Scope scope = user.require(Right.CHILDREN_READ);
        Map<Long, Integer> earlier = new HashMap<>();
        TreeSet<Long> locked = new TreeSet<>();
        changes.forEach(change -> {
            locked.add(change.id());
            locked.addAll(Superseded.versions(change.before()).keySet());
        });
        FulfilmentStore.lock(tx, locked);
        Map<Long, RoadMap> maps = new HashMap<>();
        RoadMapStore.find(
                        tx,
                        changes.stream().map(Changed::id).toList(),
                        scope,
                        ledger.clock().today())
                .forEach(map -> maps.put(map.id(), map));
        Map<Long, Message> kept = new LinkedHashMap<>();
        List<RoadMap> back = new ArrayList<>();
        for (Changed change : changes) {
            Optional<Message> objection = objection(user, maps.get(change.id()), change);
            if (objection.isPresent()) {
                kept.put(change.id(), objection.get());
            } else {
                back.add(maps.get(change.id()));
                earlier.putAll(Superseded.versions(change.before()));
            }
        }
        List<Long> ids = back.stream().map(RoadMap::id).toList();
        MapMoveStore.unapprove(tx, ids);
        FulfilmentStore.reopen(tx, ids);
        MapMoveStore.resume(tx, earlier);
        note(tx, user, back);
        return kept;
    }

    private static Optional<Message> objection(User user, RoadMap map, Changed change) {
        if (map == null) {
            return Optional.of(Message.of("problem.not-found"));
        }
        if (!user.scope(Right.AWARDS_APPROVE).covers(map.territory())) {
            return Optional.of(Message.of("problem.outside-territory", map.territory()));
        }
        return map.version() != change.version() || map.state() != RoadMapState.APPROVED
                ? Optional.of(Message.of("roadmap.touched"))
                : Optional.empty();
    }

    private void note(Tx tx, User user, List<RoadMap> maps) {
        ledger.record(
                tx,
                user,
                maps.stream()
                        .map(map ->
                                new Entry(Action.UNDO, RoadMaps.KIND, map.id(), map.territory(), "APPROVED > AGREED"))
                        .toList());
        history.note(
                tx,
                user,
                maps.stream()
                        .map(map -> new History.Entry(
                                map.id(),
                                map.version() + 1,
                                History.Kind.UNDONE,
                                Map.of("state", RoadMapState.APPROVED),
                                Map.of("state", RoadMapState.AGREED)))
                        .toList());
    }
}
