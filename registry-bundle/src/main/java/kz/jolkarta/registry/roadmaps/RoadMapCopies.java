package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Duplicates;
import kz.jolkarta.registry.records.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Copies of road maps for the next school year: what is still wanted goes along, what is done stays behind. */
@Component(service = RoadMapCopies.class)
public final class RoadMapCopies {
    private final Ledger ledger;
    private final RoadMaps maps;
    private final Drafts drafts;

    @Activate
    public RoadMapCopies(@Reference Ledger ledger, @Reference RoadMaps maps) {
        this.ledger = ledger;
        this.maps = maps;
        this.drafts = new Drafts(ledger, new History(ledger));
    }

    /**
     * A copy.
     *
     * @param map the new draft
     * @param fieldsLeft codes of fields whose values the newest form does not take
     * @param measuresLeft measures that steps named and that are not installed or have lost that kind; the steps went along without them
     */
    public record Copy(RoadMap map, List<String> fieldsLeft, List<String> measuresLeft) {
        public Copy {
            fieldsLeft = List.copyOf(fieldsLeft);
            measuresLeft = List.copyOf(measuresLeft);
        }
    }

    /**
     * Draws up the child's map of the next school year: the content that the newest form still has, the goals, and the steps that are planned,
     * a year later.
     *
     * @throws Problem CONFLICT with its id when the child has one; INVALID for a year that is too far off
     */
    public Copy copy(User user, long id) {
        LocalDate today = ledger.clock().today();
        return Duplicates.as(
                () -> ledger.database().call(tx -> {
                    RoadMap map = maps.visible(tx, user, id);
                    SchoolYear next = new SchoolYear(map.schoolYear() + 1);
                    new RoadMapInput(next.begins(), null, Map.of()).check(today);
                    return copy(tx, user, map, next);
                }),
                () -> Problem.conflict("record.moved"));
    }

    private Copy copy(Tx tx, User user, RoadMap map, SchoolYear next) {
        RoadMapForm form = FormStore.newestPublished(tx, ledger.clock().today()).orElseThrow();
        Map<String, Object> content = new LinkedHashMap<>();
        List<String> fieldsLeft = new ArrayList<>();
        // What the copier may not read goes along unseen.
        map.content().forEach((code, value) -> {
            if (Content.takes(form.content(), code, value)) {
                content.put(code, value);
            } else {
                fieldsLeft.add(code);
            }
        });
        List<String> measuresLeft = new ArrayList<>();
        Draft draft = new Draft(
                content,
                map.goals().stream().map(Goal::input).toList(),
                map.steps().stream()
                        .filter(step -> step.state() == StepState.PLANNED)
                        .map(step -> new ProposedStep(again(map, step, next, measuresLeft), step.why()))
                        .toList());
        Drafts.Outcome outcome = drafts.draw(tx, user, next, Map.of(map.childId(), draft), null, History.Kind.COPIED);
        outcome.requireAll();
        RoadMap made = maps.visible(tx, user, outcome.made().get(map.childId()));
        return new Copy(
                made, fieldsLeft, measuresLeft.stream().distinct().sorted().toList());
    }

    private StepInput again(RoadMap map, RoadMapStep step, SchoolYear next, List<String> measuresLeft) {
        Map<Long, Long> numbers = new HashMap<>();
        map.goals().forEach(goal -> numbers.put(goal.id(), numbers.size() + 1L));
        LocalDate due = step.dueOn().plusYears(1);
        StepInput input = new StepInput(
                step.title(),
                step.measure(),
                step.type(),
                step.goalId() == null ? null : numbers.get(step.goalId()),
                step.expected(),
                step.responsible(),
                due.isAfter(next.last()) ? next.last() : due);
        if (new StepRules(ledger).knows(input)) {
            return input;
        }
        measuresLeft.add(step.measure());
        return input.withoutMeasure();
    }
}
