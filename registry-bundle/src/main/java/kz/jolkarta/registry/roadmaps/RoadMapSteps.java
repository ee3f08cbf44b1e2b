package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Difference;
import kz.jolkarta.registry.records.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Steps of a road map. They share its version: whoever changes one has changed the map. A closed map's steps stay as they are. */
@Component(service = RoadMapSteps.class)
public final class RoadMapSteps {
    private static final int MOST = 100;

    private final Ledger ledger;
    private final RoadMaps maps;

    @Activate
    public RoadMapSteps(@Reference Ledger ledger, @Reference RoadMaps maps) {
        this.ledger = ledger;
        this.maps = maps;
    }

    /** @throws Problem CONFLICT for a closed map; INVALID with everything that is wrong */
    public RoadMap add(User user, long map, OptionalInt version, StepInput input) {
        long id = ledger.database().nextId();
        return change(user, map, version, (tx, found) -> {
            input.check(new SchoolYear(found.schoolYear()));
            requireMeasure(input, Optional.empty());
            if (found.steps().size() >= MOST) {
                throw Problem.conflict("roadmap.too-many-steps", MOST);
            }
            StepStore.insert(tx, id, map, found.steps().size() + 1, input);
            return "step " + id + " added";
        });
    }

    /** @throws Problem CONFLICT for a step that is not planned any more */
    public RoadMap update(User user, long map, long id, int version, StepInput input) {
        return change(user, map, OptionalInt.of(version), (tx, found) -> {
            RoadMapStep step = step(found, id);
            if (step.state() != StepState.PLANNED) {
                throw Problem.conflict("roadmap.step-fixed", StepState.MOVES.name(step.state()));
            }
            input.check(new SchoolYear(found.schoolYear()));
            requireMeasure(input, Optional.ofNullable(step.measure()));
            StepStore.update(tx, id, input);
            return "step " + id + " changed";
        });
    }

    /** Done, dropped (which needs a reason), or planned again. Only the steps of an approved map are done. */
    public RoadMap move(User user, long map, long id, OptionalInt version, StepChange change) {
        LocalDate today = ledger.clock().today();
        StepState to = change.to(today);
        return change(user, map, version, (tx, found) -> {
            RoadMapStep step = step(found, id);
            if (to == StepState.DROPPED && change.note().isEmpty()) {
                throw Problem.field("note", "record.reason-needed", StepState.MOVES.name(to));
            }
            StepState.MOVES.check(step.state(), to, change.note());
            LocalDate done = change.doneOn() == null ? today : change.doneOn();
            if (to == StepState.DONE) {
                requireDoable(found, done);
            }
            StepStore.move(tx, id, to, to == StepState.DONE ? Optional.of(done) : Optional.empty(), change.note());
            return "step " + id + " " + step.state() + " > " + to;
        });
    }

    private static void requireDoable(RoadMap map, LocalDate done) {
        if (map.state() != RoadMapState.APPROVED) {
            throw Problem.conflict("roadmap.not-approved");
        }
        SchoolYear year = new SchoolYear(map.schoolYear());
        if (done.isBefore(year.first())) {
            throw Problem.field("doneOn", "roadmap.done-before", year.first());
        }
    }

    private interface Change {
        /** @return what to note in the audit trail */
        String in(Tx tx, RoadMap map);
    }

    private RoadMap change(User user, long map, OptionalInt version, Change change) {
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
            if (!RoadMapStore.touch(tx, map, seen)) {
                throw Problem.conflict("record.moved");
            }
            String detail = change.in(tx, found);
            maps.record(tx, user, Action.UPDATE, found, detail);
            return maps.visible(tx, user, map);
        });
    }

    private static RoadMapStep step(RoadMap map, long id) {
        return map.steps().stream().filter(s -> s.id() == id).findFirst().orElseThrow(Problem::notFound);
    }

    /** @param kept the measure it has named already, which may have left since */
    private void requireMeasure(StepInput input, Optional<String> kept) {
        if (input.measure() != null
                && !kept.equals(Optional.of(input.measure()))
                && ledger.measures().find(input.measure()).isEmpty()) {
            throw Problem.field("measure", "roadmap.measure-unknown", input.measure());
        }
    }
}
