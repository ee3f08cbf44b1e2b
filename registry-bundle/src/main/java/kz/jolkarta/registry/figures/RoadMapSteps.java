package kz.jolkarta.registry.figures;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Selection;

/** Steps {@code s} with a term in the calendar year, of road maps {@code e} drawn up by the day; one done later was planned on the day. */
final class RoadMapSteps extends ChildRows<Selection.RoadMapSteps> {
    RoadMapSteps(Frame frame) {
        super("road-map-step", "s", frame);
    }

    @Override
    Members members() {
        return Members.KEPT;
    }

    @Override
    String row(String measure, Selection.RoadMapSteps selection) {
        return selection.states().isEmpty()
                ? "1 = 1"
                : "(" + selection.states().stream().sorted().map(this::state).collect(joining(" or ")) + ")";
    }

    private String state(String state) {
        return switch (state) {
            case "PLANNED" -> planned(frame);
            case "DONE" -> "(s.state = 'DONE' and (s.done_on is null or s.done_on <= " + frame.day() + "))";
            case "DROPPED" -> "s.state = 'DROPPED'";
            default -> throw new IllegalArgumentException("no state of a step: " + state);
        };
    }

    static String planned(Frame frame) {
        return "(s.state = 'PLANNED' or s.state = 'DONE' and s.done_on is not null and s.done_on > " + frame.day()
                + ")";
    }

    @Override
    String source(Optional<Dimension> split) {
        return "road_map e join road_map_step s on s.road_map_id = e.id";
    }

    @Override
    String standing() {
        return " and e.drawn_up_on <= " + frame.day() + " and s.due_on between "
                + frame.bind(frame.period().from()) + " and " + frame.yearEnd();
    }

    @Override
    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>(child());
        cells.addAll(List.of(
                Cell.text("title", "s.title"),
                Cell.text("measure", "s.measure"),
                Cell.text("state", "s.state"),
                Cell.date("dueOn", "s.due_on"),
                Cell.date("doneOn", "s.done_on")));
        return cells;
    }
}
