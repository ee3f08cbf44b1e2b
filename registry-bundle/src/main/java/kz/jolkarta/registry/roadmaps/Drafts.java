package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Audit.Action;
import kz.jolkarta.core.access.Audit.Entry;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Person;

/** Draws up maps, with what they begin with. */
public final class Drafts {
    private final Ledger ledger;
    private final History history;
    private final StepRules rules;

    Drafts(Ledger ledger, History history) {
        this.ledger = ledger;
        this.history = history;
        this.rules = new StepRules(ledger);
    }

    /**
     * What became of the maps that were wished for.
     *
     * @param made map by child
     * @param refused why a child has got none
     */
    public record Outcome(Map<Long, Long> made, Map<Long, Problem> refused) {
        public Outcome {
            made = Map.copyOf(made);
            refused = Map.copyOf(refused);
        }

        /** @throws Problem the refusal, when there is one */
        void requireAll() {
            refused.values().stream().findFirst().ifPresent(problem -> {
                throw problem;
            });
        }
    }

    static Problem known(SchoolYear year) {
        return Problem.conflict("roadmap.known", String.valueOf(year.begins()), String.valueOf(year.begins() + 1));
    }

    /** @param dueOn when they are to be approved, null for the usual term */
    Outcome draw(Tx tx, User user, SchoolYear year, Map<Long, Draft> wished, LocalDate dueOn, History.Kind kind) {
        LocalDate today = ledger.clock().today();
        Map<Long, Problem> refused = new LinkedHashMap<>();
        Map<Long, Person> people = ledger.visibleChildren(tx, wished.keySet(), user.require(Right.CHILDREN_READ));
        Map<Long, Long> known = RoadMapStore.existing(tx, wished.keySet(), year.begins());
        RoadMapForm form = FormStore.newestPublished(tx, today).orElseThrow();
        Batch batch = new Batch(user, form, year, dueOn == null ? year.term(today) : dueOn, today);
        new TreeMap<>(wished).forEach((child, draft) -> {
            Person person = people.get(child);
            if (person == null) {
                refused.put(child, Problem.notFound());
            } else if (!user.require(Right.CHILDREN_WRITE).covers(person.territory())) {
                refused.put(child, Problem.of(Problem.Kind.FORBIDDEN, "problem.outside-territory", person.territory()));
            } else if (known.containsKey(child)) {
                refused.put(child, known(year).with("id", known.get(child)));
            } else {
                batch.add(person, draft, kind);
            }
        });
        batch.write(tx);
        return new Outcome(batch.made, refused);
    }

    /** The rows of many maps, written together. */
    private final class Batch {
        private final User user;
        private final RoadMapForm form;
        private final SchoolYear year;
        private final LocalDate due;
        private final LocalDate today;
        private final Map<Long, Long> made = new LinkedHashMap<>();
        private final List<Map<String, Object>> maps = new ArrayList<>();
        private final List<Map<String, Object>> goals = new ArrayList<>();
        private final List<Map<String, Object>> steps = new ArrayList<>();
        private final List<Entry> audit = new ArrayList<>();
        private final List<History.Entry> events = new ArrayList<>();

        Batch(User user, RoadMapForm form, SchoolYear year, LocalDate due, LocalDate today) {
            this.user = user;
            this.form = form;
            this.year = year;
            this.due = due;
            this.today = today;
        }

        void add(Person child, Draft draft, History.Kind kind) {
            long id = ledger.database().nextId();
            maps.add(new RoadMapStore.New(
                            id,
                            child.id(),
                            form.id(),
                            year.begins(),
                            due,
                            today,
                            user.id(),
                            ledger.clock().now())
                    .row(Content.json(form.content(), draft.content())));
            List<Long> numbers = new ArrayList<>();
            for (GoalInput goal : draft.goals()) {
                goal.check();
                numbers.add(ledger.database().nextId());
                goals.add(GoalStore.row(numbers.get(numbers.size() - 1), id, numbers.size(), goal));
            }
            int ordinal = 0;
            for (ProposedStep proposed : draft.steps()) {
                StepInput step = served(proposed.step(), numbers);
                step.check(year);
                rules.requireKnown(step, StepInput.NONE);
                steps.add(StepStore.row(ledger.database().nextId(), id, ++ordinal, step, proposed.why()));
            }
            made.put(child.id(), id);
            audit.add(new Entry(Action.CREATE, RoadMaps.KIND, id, child.territory(), "form " + form.number()));
            events.add(new History.Entry(id, 1, kind, Map.of(), history.drawn(form, year, draft)));
        }

        private StepInput served(StepInput step, List<Long> goals) {
            if (step.goalId() == null) {
                return step;
            }
            long number = step.goalId();
            if (number < 1 || number > goals.size()) {
                throw Problem.field("goalId", "roadmap.goal-unknown");
            }
            return step.serving(goals.get((int) number - 1));
        }

        void write(Tx tx) {
            RoadMapStore.insert(tx, maps);
            GoalStore.insert(tx, goals);
            StepStore.insert(tx, steps);
            ledger.record(tx, user, audit);
            history.note(tx, user, events);
        }
    }
}
