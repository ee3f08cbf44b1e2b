package kz.jolkarta.registry.childpage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.childpage.ChildYear.Attended;
import kz.jolkarta.registry.roadmaps.Goal;
import kz.jolkarta.registry.roadmaps.RoadMap;
import kz.jolkarta.registry.roadmaps.RoadMapStep;
import kz.jolkarta.registry.roadmaps.StepRecord;
import kz.jolkarta.registry.roadmaps.StepState;

/** The road map as a living plan: what is done and by which record, what is at work, what is late. */
final class PlanBlocks {
    private final Words words;
    private final RoadMap map;
    private final Map<Long, Attended> byId;
    private final List<Attended> attended;
    private final LessonBlocks lessons;
    private final Optional<RoadMapStep> current;

    PlanBlocks(Words words, RoadMap map, List<Attended> attended, LessonBlocks lessons) {
        this.words = words;
        this.map = map;
        this.attended = attended;
        this.lessons = lessons;
        this.byId = attended.stream().collect(Collectors.toMap(Attended::id, Function.identity()));
        this.current = map.steps().stream()
                .filter(s -> s.state() == StepState.PLANNED && !s.overdue())
                .min(Comparator.comparing(RoadMapStep::dueOn));
    }

    Block.Ring ring() {
        long done = map.progress().stepsDone();
        long all = map.progress().steps();
        return new Block.Ring(
                done, all, words.text("page.child.steps", words.number(done), words.number(all)), state());
    }

    private String state() {
        String year = words.text("page.child.map", map.schoolYear() + "/" + (map.schoolYear() + 1));
        String word = words.text("state.road-map." + kz.jolkarta.core.http.Json.name(map.state()));
        return map.approvedOn() == null ? year + ", " + word : year + ", " + word + " " + words.date(map.approvedOn());
    }

    Block card(boolean writes) {
        List<RoadMapStep> steps = map.steps();
        List<Block.Goal> goals = new ArrayList<>();
        int number = 1;
        for (Goal goal : map.goals()) {
            goals.add(new Block.Goal(
                    words.text("page.child.goal", String.valueOf(number++), goal.title()),
                    steps(steps.stream().filter(s -> s.goalId() != null && s.goalId() == goal.id())),
                    List.of()));
        }
        List<Block.Step> loose = steps(steps.stream().filter(s -> s.goalId() == null));
        if (!loose.isEmpty()) {
            String title = words.text(goals.isEmpty() ? "page.child.steps-all" : "page.child.steps-other");
            goals.add(new Block.Goal(title, loose, List.of()));
        }
        String page = "/road-maps/" + map.id();
        Action open = writes
                ? Action.go(words.text("page.child.map.work"), page)
                : Action.go(words.text("page.child.map.open"), page);
        return Block.Card.of(
                        words.text("page.child.plan"),
                        new Block.Paragraph(
                                words.text("page.child.plan.form", String.valueOf(map.formNumber())) + " · " + state()),
                        new Block.Plan(goals, words.text("page.child.plan.empty")))
                .at("plan")
                .actions(open);
    }

    private List<Block.Step> steps(Stream<RoadMapStep> of) {
        return of.map(this::step).toList();
    }

    private Block.Step step(RoadMapStep step) {
        boolean now = current.filter(step::equals).isPresent();
        return new Block.Step(
                tone(step, now),
                String.valueOf(map.steps().indexOf(step) + 1),
                step.title(),
                meta(step),
                badges(step),
                List.of(),
                now ? more(step) : List.of());
    }

    private static Tone tone(RoadMapStep step, boolean now) {
        return switch (step.state()) {
            case DONE -> Tone.OK;
            case DROPPED -> Tone.NONE;
            case PLANNED -> step.overdue() ? Tone.LATE : now ? Tone.RUN : Tone.NONE;
        };
    }

    private String meta(RoadMapStep step) {
        List<String> parts = new ArrayList<>();
        if (step.doneOn() != null) {
            parts.add(words.date(step.doneOn()));
        } else if (step.dueOn() != null) {
            parts.add(words.text("page.child.step.due", words.date(step.dueOn())));
        }
        if (step.record() != null) {
            parts.add(words.text("page.child.step.by-record", recorded(step.record())));
        }
        if (step.responsible() != null && !step.responsible().isBlank()) {
            parts.add(words.text("page.child.step.responsible", step.responsible()));
        }
        if (step.note() != null && !step.note().isBlank()) {
            parts.add(step.note());
        }
        record(step).ifPresent(a -> parts.add(lessons.presence(a)));
        return String.join(" · ", parts);
    }

    private static String recorded(StepRecord record) {
        return record.title() == null ? "" : record.title();
    }

    private List<Badge> badges(RoadMapStep step) {
        List<Badge> badges = new ArrayList<>();
        if (step.record() != null) {
            badges.add(Badge.of(words.text("page.child.step.by-itself"), Tone.OK));
        }
        if (step.overdue()) {
            badges.add(Badge.of(words.text("record.heading.overdue"), Tone.LATE));
        }
        if (step.state() == StepState.DROPPED) {
            badges.add(Badge.of(words.text("state.road-map-step.dropped"), Tone.NONE));
        }
        return badges;
    }

    private Optional<Attended> record(RoadMapStep step) {
        return Optional.ofNullable(step.record())
                .filter(r -> r.kind() == StepRecord.Kind.PARTICIPATION)
                .map(r -> byId.get(r.id()));
    }

    /** The activity that the step at work asks for. */
    Optional<Attended> running() {
        return current.flatMap(step -> attended.stream()
                .filter(a -> !a.cancelled()
                        && a.measure().equals(step.measure())
                        && a.type().equals(step.type()))
                .filter(a -> a.state().equals("accepted"))
                .findFirst());
    }

    private List<Block> more(RoadMapStep step) {
        List<Block> more = new ArrayList<>();
        running().map(lessons::of).ifPresent(more::addAll);
        if (step.expected() != null && !step.expected().isBlank()) {
            more.add(new Block.Paragraph(step.expected()));
        }
        step.reasons().forEach(reason -> more.add(new Block.Paragraph(reason)));
        return more;
    }
}
