package kz.jolkarta.registry.figures;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.measure.Dimension;
import kz.jolkarta.core.measure.Selection;

/** Individual road maps {@code e} that hold on the day, of children who are in the registry then. */
final class RoadMaps extends ChildRows<Selection.RoadMaps> {
    RoadMaps(Frame frame) {
        super("road-map", "e", frame);
    }

    @Override
    Members members() {
        return Members.REGISTERED;
    }

    @Override
    String row(String measure, Selection.RoadMaps selection) {
        return selection.states().isEmpty()
                ? "1 = 1"
                : "(" + selection.states().stream().sorted().map(this::state).collect(joining(" or ")) + ")";
    }

    private String state(String state) {
        return switch (state) {
            case "DRAFT" -> "(" + draft() + ")";
            case "APPROVED" -> approved(frame);
            case "OVERDUE" ->
                "((" + draft() + ") and e.due_on < " + frame.day() + " or " + approved(frame) + " and exists (" + late()
                        + "))";
            default -> throw new IllegalArgumentException("no state of a road map: " + state);
        };
    }

    private String draft() {
        return "e.approved_on is null or e.approved_on > " + frame.day();
    }

    static String approved(Frame frame) {
        return "(e.approved_on is not null and e.approved_on <= " + frame.day() + ")";
    }

    /** Steps that had not been done on the day though their term was over. */
    private String late() {
        return "select 1 from road_map_step s where s.road_map_id = e.id and s.due_on < " + frame.day() + " and "
                + RoadMapSteps.planned(frame);
    }

    static String holding(Frame frame) {
        return frame.holding("e.drawn_up_on", "e.closed_on");
    }

    @Override
    String source(Optional<Dimension> split) {
        return "road_map e";
    }

    @Override
    String standing() {
        return " and " + holding(frame);
    }

    @Override
    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>(child());
        cells.addAll(List.of(
                Cell.number("schoolYear", "e.school_year"),
                Cell.text("state", "e.state"),
                Cell.date("drawnUpOn", "e.drawn_up_on"),
                Cell.date("dueOn", "e.due_on"),
                Cell.date("approvedOn", "e.approved_on")));
        return cells;
    }
}
