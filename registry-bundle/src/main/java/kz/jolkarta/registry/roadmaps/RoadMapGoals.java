package kz.jolkarta.registry.roadmaps;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.registry.records.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Goals of a road map, which its steps serve. They share its version and are fixed with its content by approval. */
@Component(service = RoadMapGoals.class)
public final class RoadMapGoals {
    private static final int MOST = 20;

    private final Ledger ledger;
    private final MapParts parts;

    @Activate
    public RoadMapGoals(@Reference Ledger ledger, @Reference RoadMaps maps) {
        this.ledger = ledger;
        this.parts = new MapParts(ledger, maps);
    }

    /** @throws Problem CONFLICT once the map is approved; INVALID with everything that is wrong */
    public RoadMap add(User user, long map, OptionalInt version, GoalInput input) {
        long id = ledger.database().nextId();
        return parts.change(user, map, version, (tx, found) -> {
            requireDrafted(found);
            input.check();
            if (found.goals().size() >= MOST) {
                throw Problem.conflict("roadmap.too-many-goals", MOST);
            }
            GoalStore.insert(tx, List.of(GoalStore.row(id, map, found.goals().size() + 1, input)));
            return new MapParts.Done(
                    "goal " + id + " added", History.Kind.GOALS, Map.of(), MapParts.members(id, input));
        });
    }

    /** @throws Problem CONFLICT once the map is approved */
    public RoadMap update(User user, long map, long id, int version, GoalInput input) {
        return parts.change(user, map, OptionalInt.of(version), (tx, found) -> {
            requireDrafted(found);
            Goal goal = goal(found, id);
            input.check();
            GoalStore.update(tx, id, input);
            return new MapParts.Done(
                    "goal " + id + " changed",
                    History.Kind.GOALS,
                    MapParts.members(id, goal.input()),
                    MapParts.members(id, input));
        });
    }

    /** Its steps stay, without a goal. @throws Problem CONFLICT once the map is approved */
    public RoadMap delete(User user, long map, long id, OptionalInt version) {
        return parts.change(user, map, version, (tx, found) -> {
            requireDrafted(found);
            Goal goal = goal(found, id);
            GoalStore.delete(tx, map, id);
            return new MapParts.Done(
                    "goal " + id + " deleted", History.Kind.GOALS, MapParts.members(id, goal.input()), Map.of());
        });
    }

    private static void requireDrafted(RoadMap map) {
        if (!map.state().drafted()) {
            throw Problem.conflict("roadmap.fixed", RoadMapState.MOVES.name(map.state()));
        }
    }

    private static Goal goal(RoadMap map, long id) {
        return map.goals().stream().filter(g -> g.id() == id).findFirst().orElseThrow(Problem::notFound);
    }
}
