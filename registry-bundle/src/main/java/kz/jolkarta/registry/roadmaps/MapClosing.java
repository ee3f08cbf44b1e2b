package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Ledger;

/** The approved road map of a child that leaves ends with a conclusion, and holds again when the child is back. */
public final class MapClosing {
    private final Ledger ledger;
    private final History history;

    public MapClosing(Ledger ledger) {
        this.ledger = ledger;
        this.history = new History(ledger);
    }

    /** A map that holds, or that was closed. @param version after it was closed */
    public record Closed(long map, int schoolYear, int version) {}

    /** The approved maps of the child. */
    public List<Closed> approved(Tx tx, long child) {
        return MapMoveStore.approved(tx, List.of(child)).stream()
                .map(holding -> new Closed(holding.id(), holding.year(), holding.version()))
                .toList();
    }

    /**
     * @param territory of the child
     * @param conclusion what the year came to, as it is asked for whoever closes a map
     * @throws Problem FORBIDDEN without the right to close a map
     */
    public List<Closed> close(Tx tx, User user, long child, String territory, String conclusion) {
        user.require(Right.AWARDS_APPROVE, territory);
        LocalDate today = ledger.clock().today();
        List<Closed> closed = new ArrayList<>();
        for (Closed map : approved(tx, child)) {
            if (!MapMoveStore.close(tx, map.map(), map.version(), today, new MapChange("closed", "", conclusion))) {
                throw Problem.conflict("record.moved");
            }
            closed.add(new Closed(map.map(), map.schoolYear(), map.version() + 1));
            ledger.record(tx, user, Action.UPDATE, RoadMaps.KIND, map.map(), territory, "APPROVED > CLOSED: left");
        }
        history.note(
                tx,
                user,
                closed.stream()
                        .map(map -> new History.Entry(
                                map.map(),
                                map.version(),
                                History.Kind.CLOSED,
                                Map.of("state", RoadMapState.APPROVED),
                                Map.of("state", RoadMapState.CLOSED, "conclusion", conclusion)))
                        .toList());
        return closed;
    }

    /** @return those that stay closed: changed since, or followed by another that holds */
    public List<Closed> back(Tx tx, User user, long child, String territory, List<Closed> closed) {
        boolean followed = !approved(tx, child).isEmpty();
        List<Closed> kept = new ArrayList<>();
        List<History.Entry> entries = new ArrayList<>();
        for (Closed map : closed) {
            if (followed || !MapMoveStore.reopen(tx, map.map(), map.version())) {
                kept.add(map);
                continue;
            }
            ledger.record(tx, user, Action.UNDO, RoadMaps.KIND, map.map(), territory, "CLOSED > APPROVED");
            entries.add(new History.Entry(
                    map.map(),
                    map.version() + 1,
                    History.Kind.UNDONE,
                    Map.of("state", RoadMapState.CLOSED),
                    Map.of("state", RoadMapState.APPROVED)));
        }
        history.note(tx, user, entries);
        return kept;
    }
}
