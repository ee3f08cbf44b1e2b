package kz.jolkarta.registry.roadmaps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;

/** Goals and steps of a map with what can be done with each. */
final class MapPlan {
    private final Words words;
    private final RoadMap map;
    private final String page;
    private final boolean writes;
    private final Optional<RoadMapStep> current;

    /** @param writes whether the reader may change the map */
    MapPlan(Words words, RoadMap map, boolean writes) {
        this.words = words;
        this.map = map;
        this.page = MapTabs.page(map.id(), MapTabs.WHOLE);
        this.writes = writes && map.state() != RoadMapState.CLOSED;
        this.current = map.steps().stream()
                .filter(s -> s.state() == StepState.PLANNED && !s.overdue())
                .min(Comparator.comparing(RoadMapStep::dueOn));
    }

    Block card() {
        List<Block.Goal> goals = new ArrayList<>();
        int number = 1;
        for (Goal goal : map.goals()) {
            String title = words.text("page.child.goal", String.valueOf(number++), goal.title());
            goals.add(new Block.Goal(
                    goal.expected() == null ? title : title + " — " + goal.expected(),
                    steps(map.steps().stream().filter(s -> s.goalId() != null && s.goalId() == goal.id())),
                    acts(goal)));
        }
        List<Block.Step> loose = steps(map.steps().stream().filter(s -> s.goalId() == null));
        if (!loose.isEmpty()) {
            goals.add(new Block.Goal(
                    words.text(goals.isEmpty() ? "page.child.steps-all" : "page.child.steps-other"), loose, List.of()));
        }
        Block.Card card = Block.Card.of(
                        words.text("page.roadmap.plan"), new Block.Plan(goals, words.text("page.child.plan.empty")))
                .at("plan");
        return card.actions(adding());
    }

    private Action[] adding() {
        if (!writes) {
            return new Action[0];
        }
        Action step = Action.go(words.text("page.roadmap.step.add"), page + "/steps/new")
                .icon("plus");
        return map.state().drafted()
                ? new Action[] {
                    Action.go(words.text("page.roadmap.goal.add"), page + "/goals/new")
                            .icon("plus"),
                    step
                }
                : new Action[] {step};
    }

    private List<Action> acts(Goal goal) {
        if (!writes || !map.state().drafted()) {
            return List.of();
        }
        String at = page + "/goals/" + goal.id();
        return List.of(
                Action.link(words.text("page.roadmap.change"), at),
                Action.link(words.text("page.roadmap.step.add-to-goal"), page + "/steps/new?goal=" + goal.id()),
                Action.danger(words.text("page.roadmap.goal.delete"), at + "/removal")
                        .with(FormInput.VERSION, map.version()));
    }

    private List<Block.Step> steps(Stream<RoadMapStep> of) {
        return of.map(this::step).toList();
    }

    private Block.Step step(RoadMapStep step) {
        boolean now = current.filter(step::equals).isPresent();
        Tone tone = switch (step.state()) {
            case DONE -> Tone.OK;
            case DROPPED -> Tone.NONE;
            case PLANNED -> step.overdue() ? Tone.LATE : now ? Tone.RUN : Tone.NONE;
        };
        List<Block> more = new ArrayList<>();
        if (step.expected() != null && !step.expected().isBlank()) {
            more.add(new Block.Paragraph(step.expected()));
        }
        step.reasons().forEach(reason -> more.add(new Block.Paragraph(reason)));
        return new Block.Step(
                tone,
                String.valueOf(map.steps().indexOf(step) + 1),
                step.title(),
                meta(step),
                badges(step),
                acts(step),
                more);
    }

    private String meta(RoadMapStep step) {
        List<String> parts = new ArrayList<>();
        if (step.doneOn() != null) {
            parts.add(words.date(step.doneOn()));
        } else if (step.dueOn() != null) {
            parts.add(words.text("page.child.step.due", words.date(step.dueOn())));
        }
        if (step.record() != null) {
            String title = step.record().title();
            parts.add(words.text("page.child.step.by-record", title == null ? "" : title));
        }
        if (step.responsible() != null && !step.responsible().isBlank()) {
            parts.add(words.text("page.child.step.responsible", step.responsible()));
        }
        if (step.note() != null && !step.note().isBlank()) {
            parts.add(step.note());
        }
        return String.join(" · ", parts);
    }

    private List<Badge> badges(RoadMapStep step) {
        List<Badge> badges = new ArrayList<>();
        if (step.overdue()) {
            badges.add(Badge.of(words.text("record.heading.overdue"), Tone.LATE));
        }
        if (step.state() == StepState.DROPPED) {
            badges.add(Badge.of(new MapLook(words).state(step.state()), Tone.NONE));
        }
        if (step.record() != null) {
            badges.add(Badge.of(words.text("page.child.step.by-itself"), Tone.OK));
        }
        return badges;
    }

    /** A step that a measure's record has done is mended there. */
    private List<Action> acts(RoadMapStep step) {
        if (!writes || step.record() != null) {
            return List.of();
        }
        String at = page + "/steps/" + step.id();
        if (step.state() != StepState.PLANNED) {
            return List.of(move(step, StepState.PLANNED, "page.roadmap.step.plan-again"));
        }
        List<Action> acts = new ArrayList<>();
        if (map.state() == RoadMapState.APPROVED) {
            acts.add(move(step, StepState.DONE, "page.roadmap.step.done"));
        }
        acts.add(Action.link(words.text("page.roadmap.step.open"), at));
        return acts;
    }

    private Action move(RoadMapStep step, StepState to, String label) {
        return Action.post(words.text(label), page + "/steps/" + step.id() + "/state")
                .with("state", Json.name(to))
                .with(FormInput.VERSION, map.version());
    }
}
