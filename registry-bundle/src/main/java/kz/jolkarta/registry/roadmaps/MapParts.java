package kz.jolkarta.registry.roadmaps;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Ledger;

/** Changes a part of a road map, a goal or a step, under the map's version. */
final class MapParts {
    private final Ledger ledger;
    private final RoadMaps maps;
    private final History history;

    MapParts(Ledger ledger, RoadMaps maps) {
        this.ledger = ledger;
        this.maps = maps;
        this.history = new History(ledger);
    }

    /**
     * What was done to the part.
     *
     * @param detail for the audit trail
     * @param before the part's members as they were
     * @param after the same as they are
     */
    record Done(String detail, History.Kind kind, Map<String, ?> before, Map<String, ?> after) {}

    interface Change {
        Done in(Tx tx, RoadMap map);
    }

    static Map<String, Object> members(long id, Record part) {
        Map<String, Object> members = new HashMap<>(History.members(part));
        members.put("id", id);
        return members;
    }

    /** @throws Problem CONFLICT for a closed map, or when it was changed meanwhile; STALE for another version than was seen */
    RoadMap change(User user, long map, OptionalInt version, Change change) {
        return ledger.database().call(tx -> {
            RoadMap found = maps.visible(tx, user, map);
            user.require(Right.CHILDREN_WRITE, found.territory());
            if (found.state() == RoadMapState.CLOSED) {
                throw Problem.conflict("record.final", RoadMapState.MOVES.name(found.state()));
            }
            int seen = version.orElse(found.version());
            if (seen != found.version()) {
                throw Difference.version(seen, found.version());
            }
            if (!RoadMapStore.touch(tx, map, seen, user.id())) {
                throw Problem.conflict("record.moved");
            }
            Done done = change.in(tx, found);
            maps.record(tx, user, Action.UPDATE, found, done.detail());
            List<Map<String, Object>> both = History.difference(done.before(), done.after());
            both.forEach(side -> {
                if (!side.isEmpty() && done.after().containsKey("id")) {
                    side.put("id", done.after().get("id"));
                }
            });
            history.note(tx, user, found, seen + 1, done.kind(), both.get(0), both.get(1));
            history.redrafted(tx, user, found, seen + 1);
            if (found.state() == RoadMapState.APPROVED) {
                Fulfilment.settle(tx, ledger, user, List.of(found.childId()));
            }
            return maps.visible(tx, user, map);
        });
    }
}
