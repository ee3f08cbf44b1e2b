package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Tx;

/** Steps of road maps in the database. */
final class StepStore {
    private StepStore() {}

    static List<RoadMapStep> of(Tx tx, long map) {
        return tx.list(
                "select id, title, measure, responsible, due_on, state, done_on, note from road_map_step"
                        + " where road_map_id = :map order by ordinal, id",
                Map.of("map", map),
                row -> new RoadMapStep(
                        row.number("id"),
                        row.text("title"),
                        Optional.of(row.text("measure"))
                                .filter(m -> !m.isEmpty())
                                .orElse(null),
                        row.optionalText("responsible").orElse(null),
                        row.date("due_on"),
                        row.value("state", StepState.class),
                        row.optionalDate("done_on").orElse(null),
                        row.optionalText("note").orElse(null)));
    }

    static void insert(Tx tx, long id, long map, int ordinal, StepInput input) {
        Map<String, Object> params = params(id, input);
        params.put("map", map);
        params.put("ordinal", ordinal);
        tx.update(
                "insert into road_map_step (id, road_map_id, ordinal, title, measure, responsible, due_on)"
                        + " values (:id, :map, :ordinal, :title, :measure, :responsible, :due)",
                params);
    }

    static void update(Tx tx, long id, StepInput input) {
        tx.update(
                "update road_map_step set title = :title, measure = :measure, responsible = :responsible, due_on = :due"
                        + " where id = :id",
                params(id, input));
    }

    private static Map<String, Object> params(long id, StepInput input) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("title", input.title().strip());
        params.put("measure", input.measure() == null ? "" : input.measure());
        params.put("responsible", input.responsible());
        params.put("due", input.dueOn());
        return params;
    }

    /** @param doneOn empty when it is not done */
    static void move(Tx tx, long id, StepState to, Optional<LocalDate> doneOn, String note) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("to", to);
        params.put("done", doneOn);
        params.put("note", note.isEmpty() ? null : note);
        tx.update("update road_map_step set state = :to, done_on = :done, note = :note where id = :id", params);
    }
}
