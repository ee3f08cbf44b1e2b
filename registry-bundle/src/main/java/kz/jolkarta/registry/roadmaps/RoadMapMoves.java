package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Audit.Entry;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Ledger;

/** Brings road maps from one state into another. */
final class RoadMapMoves {
    private final Ledger ledger;
    private final History history;

    RoadMapMoves(Ledger ledger, History history) {
        this.ledger = ledger;
        this.history = history;
    }

    void agree(Tx tx, User user, RoadMap map, OptionalInt version, Agreement agreement) {
        LocalDate today = ledger.clock().today();
        user.require(Right.CHILDREN_WRITE, map.territory());
        if (!map.state().drafted()) {
            RoadMapState.MOVES.check(map.state(), RoadMapState.AGREED, "");
        }
        requireSeen(map, version);
        agreement.check(map.drawnUpOn(), today);
        requireWhole(map);
        String name = agreement.representativeId() == null
                ? agreement.name()
                : MapMoveStore.representative(tx, map.childId(), agreement.representativeId())
                        .orElseThrow(() -> Problem.field("representativeId", "roadmap.representative-unknown"));
        LocalDate on = agreement.agreedOn() == null ? today : agreement.agreedOn();
        done(MapMoveStore.agree(tx, map.id(), map.version(), name, on));
        ledger.record(tx, user, Action.UPDATE, RoadMaps.KIND, map.id(), map.territory(), map.state() + " > AGREED");
        Map<String, Object> before = map.state() == RoadMapState.AGREED ? History.agreement(map) : Map.of();
        history.note(
                tx,
                user,
                map,
                map.version() + 1,
                History.Kind.AGREED,
                before,
                Map.of("agreedOn", on.toString(), "agreedWith", name));
    }

    void move(Tx tx, User user, RoadMap map, OptionalInt version, MapChange change) {
        RoadMapState to = change.to();
        user.require(Right.AWARDS_APPROVE, map.territory());
        if (to == RoadMapState.AGREED) {
            throw Problem.field("state", "roadmap.agree-elsewhere");
        }
        RoadMapState.MOVES.check(map.state(), to, change.reason());
        requireSeen(map, version);
        switch (to) {
            case APPROVED -> {
                objection(user, map).ifPresent(problem -> {
                    throw problem;
                });
                done(approve(tx, user, List.of(map)).count() == 1);
            }
            case CLOSED -> close(tx, user, map, change);
            default -> {
                done(MapMoveStore.redraft(tx, map.id(), map.version(), change.reason()));
                history.note(
                        tx,
                        user,
                        map,
                        map.version() + 1,
                        History.Kind.REDRAFTED,
                        History.agreement(map),
                        Map.of("reason", change.reason()));
                record(tx, user, Action.UPDATE, map, to);
            }
        }
    }

    /** An approved map ends with the year's conclusion, one that was never approved with the reason why it is discarded. */
    private void close(Tx tx, User user, RoadMap map, MapChange change) {
        boolean held = map.state() == RoadMapState.APPROVED;
        if (held && change.conclusion().isEmpty()) {
            throw Problem.field("conclusion", "roadmap.conclusion-needed");
        }
        if (!held && change.reason().isEmpty()) {
            throw Problem.field("reason", "record.reason-needed", RoadMapState.MOVES.name(RoadMapState.CLOSED));
        }
        LocalDate today = ledger.clock().today();
        done(MapMoveStore.close(tx, map.id(), map.version(), today, change));
        Map<String, Object> after = new HashMap<>();
        after.put("state", RoadMapState.CLOSED);
        after.put("reason", change.reason());
        after.put("conclusion", change.conclusion());
        after.values().removeIf(""::equals);
        history.note(tx, user, map, map.version() + 1, History.Kind.CLOSED, Map.of("state", map.state()), after);
        record(tx, user, Action.UPDATE, map, RoadMapState.CLOSED);
    }

    /** Why the user cannot approve the map as it is; the same for one and for many. */
    Optional<Problem> objection(User user, RoadMap map) {
        try {
            user.require(Right.AWARDS_APPROVE, map.territory());
            RoadMapState.MOVES.check(map.state(), RoadMapState.APPROVED, "");
            if (user.id() == map.createdBy() || map.contentBy() != null && user.id() == map.contentBy()) {
                throw Problem.of(Problem.Kind.FORBIDDEN, "roadmap.own-approval");
            }
            requireWhole(map);
            return Optional.empty();
        } catch (Problem problem) {
            return Optional.of(problem);
        }
    }

    private static void requireWhole(RoadMap map) {
        Content.requireWhole(map.form(), map.content());
        if (map.steps().stream().allMatch(step -> step.state() == StepState.DROPPED)) {
            throw Problem.conflict("roadmap.no-step");
        }
    }

    /**
     * What an approval did.
     *
     * @param count how many were approved; fewer than given when some were changed meanwhile
     * @param superseded earlier maps that it closed, as they were
     */
    record Approved(int count, List<MapMoveStore.Holding> superseded) {}

    /**
     * Approves maps to which there is no objection. It closes their children's approved maps of earlier school years, so that a child has one
     * that holds.
     *
     * @param maps one of each child
     */
    Approved approve(Tx tx, User user, Collection<RoadMap> maps) {
        LocalDate today = ledger.clock().today();
        Map<Long, RoadMap> byChild = new HashMap<>();
        Map<Long, Integer> versions = new HashMap<>();
        maps.forEach(map -> {
            byChild.put(map.childId(), map);
            versions.put(map.id(), map.version());
        });
        int approved = MapMoveStore.approve(tx, versions, today, user.id());
        List<MapMoveStore.Holding> earlier = MapMoveStore.approved(tx, byChild.keySet()).stream()
                .filter(holding -> holding.year() < byChild.get(holding.child()).schoolYear())
                .toList();
        MapMoveStore.supersede(
                tx, earlier.stream().map(MapMoveStore.Holding::id).toList(), today);
        ledger.record(
                tx,
                user,
                earlier.stream()
                        .map(holding -> new Entry(
                                Action.UPDATE,
                                RoadMaps.KIND,
                                holding.id(),
                                byChild.get(holding.child()).territory(),
                                "APPROVED > CLOSED by "
                                        + byChild.get(holding.child()).id()))
                        .toList());
        history.note(
                tx,
                user,
                earlier.stream()
                        .map(holding -> new History.Entry(
                                holding.id(),
                                holding.version() + 1,
                                History.Kind.CLOSED,
                                Map.of("state", RoadMapState.APPROVED),
                                Map.of(
                                        "state",
                                        RoadMapState.CLOSED,
                                        "by",
                                        byChild.get(holding.child()).id())))
                        .toList());
        ledger.record(
                tx,
                user,
                maps.stream()
                        .map(map -> new Entry(
                                Action.APPROVE, RoadMaps.KIND, map.id(), map.territory(), "AGREED > APPROVED"))
                        .toList());
        history.note(
                tx,
                user,
                maps.stream()
                        .map(map -> new History.Entry(
                                map.id(),
                                map.version() + 1,
                                History.Kind.APPROVED,
                                Map.of("state", RoadMapState.AGREED),
                                Map.of("state", RoadMapState.APPROVED, "approvedOn", today.toString())))
                        .toList());
        Fulfilment.settle(tx, ledger, user, byChild.keySet());
        return new Approved(approved, earlier);
    }

    private static void requireSeen(RoadMap map, OptionalInt version) {
        if (version.isPresent() && version.getAsInt() != map.version()) {
            throw Difference.version(version.getAsInt(), map.version());
        }
    }

    private static void done(boolean moved) {
        if (!moved) {
            throw Problem.conflict("record.moved");
        }
    }

    private void record(Tx tx, User user, Action action, RoadMap map, RoadMapState to) {
        ledger.record(tx, user, action, RoadMaps.KIND, map.id(), map.territory(), map.state() + " > " + to);
    }
}
