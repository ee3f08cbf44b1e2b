package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.i18n.Message;
import kz.jolkarta.registry.records.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Steps of a road map. They share its version: whoever changes one has changed the map. A closed map's steps stay as they are. */
@Component(service = RoadMapSteps.class)
public final class RoadMapSteps {
    private static final int MOST = 100;

    private final Ledger ledger;
    private final MapParts parts;
    private final StepRules rules;

    @Activate
    public RoadMapSteps(@Reference Ledger ledger, @Reference RoadMaps maps) {
        this.ledger = ledger;
        this.parts = new MapParts(ledger, maps);
        this.rules = new StepRules(ledger);
    }

    /** @throws Problem CONFLICT for a closed map; INVALID with everything that is wrong */
    public RoadMap add(User user, long map, OptionalInt version, StepInput input) {
        return add(user, map, version, new ProposedStep(input, List.of()));
    }

    /** The same for what the platform proposes. */
    public RoadMap add(User user, long map, OptionalInt version, ProposedStep proposed) {
        long id = ledger.database().nextId();
        StepInput input = proposed.step();
        List<Message> why = proposed.why();
        return parts.change(user, map, version, (tx, found) -> {
            check(found, input, StepInput.NONE);
            if (found.steps().size() >= MOST) {
                throw Problem.conflict("roadmap.too-many-steps", MOST);
            }
            StepStore.insert(tx, List.of(StepStore.row(id, map, found.steps().size() + 1, input, why)));
            return new MapParts.Done("step " + id + " added", History.Kind.STEP, Map.of(), MapParts.members(id, input));
        });
    }

    /** @throws Problem CONFLICT for a step that is not planned any more */
    public RoadMap update(User user, long map, long id, int version, StepInput input) {
        return parts.change(user, map, OptionalInt.of(version), (tx, found) -> {
            RoadMapStep step = step(found, id);
            if (step.state() != StepState.PLANNED) {
                throw Problem.conflict("roadmap.step-fixed", StepState.MOVES.name(step.state()));
            }
            check(found, input, step.input());
            StepStore.update(tx, id, input);
            return new MapParts.Done(
                    "step " + id + " changed",
                    History.Kind.STEP,
                    MapParts.members(id, step.input()),
                    MapParts.members(id, input));
        });
    }

    /**
     * Done, dropped (which needs a reason), or planned again. Only the steps of an approved map are done.
     *
     * @throws Problem CONFLICT for a step that a record has done: it is open again once the record is undone
     */
    public RoadMap move(User user, long map, long id, OptionalInt version, StepChange change) {
        LocalDate today = ledger.clock().today();
        StepState to = change.to(today);
        return parts.change(user, map, version, (tx, found) -> {
            RoadMapStep step = step(found, id);
            if (to == StepState.DROPPED && change.note().isEmpty()) {
                throw Problem.field("note", "record.reason-needed", StepState.MOVES.name(to));
            }
            StepState.MOVES.check(step.state(), to, change.note());
            if (step.record() != null) {
                throw Problem.conflict("roadmap.step-fulfilled")
                        .with("record", step.record().id());
            }
            LocalDate done = change.doneOn() == null ? today : change.doneOn();
            if (to == StepState.DONE) {
                requireDoable(found, done);
            }
            StepStore.move(tx, id, to, to == StepState.DONE ? Optional.of(done) : Optional.empty(), change.note());
            return new MapParts.Done(
                    "step " + id + " " + step.state() + " > " + to,
                    History.Kind.STEP,
                    Map.of("id", id, "state", step.state()),
                    change.note().isEmpty()
                            ? Map.of("id", id, "state", to)
                            : Map.of("id", id, "state", to, "note", change.note()));
        });
    }

    private void check(RoadMap map, StepInput input, StepInput kept) {
        input.check(new SchoolYear(map.schoolYear()));
        rules.requireKnown(input, kept);
        boolean known = input.goalId() == null || map.goals().stream().anyMatch(goal -> goal.id() == input.goalId());
        if (!known) {
            throw Problem.field("goalId", "roadmap.goal-unknown");
        }
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

    private static RoadMapStep step(RoadMap map, long id) {
        return map.steps().stream().filter(s -> s.id() == id).findFirst().orElseThrow(Problem::notFound);
    }
}
