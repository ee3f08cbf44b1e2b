package kz.jolkarta.registry.roadmaps;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Along;
import kz.jolkarta.core.db.Row;
import kz.jolkarta.core.db.Tx;
import kz.jolkarta.core.i18n.Message;

/** Steps of road maps in the database. */
final class StepStore {
    private StepStore() {}

    /** Steps by map, in their order; a map without steps is not in it. */
    static Map<Long, List<RoadMapStep>> of(Tx tx, Collection<Long> maps, LocalDate today) {
        Map<Long, List<RoadMapStep>> steps = new LinkedHashMap<>();
        tx.each(
                "select s.id, s.road_map_id, s.title, s.measure, s.type, s.goal_id, s.expected, s.responsible, s.due_on, s.state,"
                        + " s.done_on, s.note, s.why, s.record_kind, s.record_id, p.activity_id, a.type activity_type,"
                        + " a.title activity_title, w.type award_type from road_map_step s"
                        + Along.index("road_map_step_map")
                        + " left join participation p" + Along.LOOP
                        + " on p.id = s.record_id and s.record_kind = 'PARTICIPATION'"
                        + " left join activity a" + Along.LOOP + " on a.id = p.activity_id"
                        + " left join award w" + Along.LOOP + " on w.id = s.record_id and s.record_kind = 'AWARD'"
                        + " where s.road_map_id in (:maps) order by s.road_map_id, s.ordinal, s.id",
                Map.of("maps", maps),
                row -> steps.computeIfAbsent(row.number("road_map_id"), map -> new ArrayList<>())
                        .add(step(row, today)));
        return steps;
    }

    private static RoadMapStep step(Row row, LocalDate today) {
        StepState state = row.value("state", StepState.class);
        return new RoadMapStep(
                row.number("id"),
                row.text("title"),
                given(row.text("measure")),
                given(row.text("type")),
                row.optionalNumber("goal_id").orElse(null),
                row.optionalText("expected").orElse(null),
                row.optionalText("responsible").orElse(null),
                row.date("due_on"),
                state,
                row.optionalDate("done_on").orElse(null),
                row.optionalText("note").orElse(null),
                state == StepState.PLANNED && row.date("due_on").isBefore(today),
                record(row),
                row.optionalText("why").map(Why::read).orElse(List.of()),
                List.of());
    }

    private static String given(String code) {
        return code.isEmpty() ? null : code;
    }

    private static StepRecord record(Row row) {
        if (row.optionalText("record_kind").isEmpty()) {
            return null;
        }
        StepRecord.Kind kind = row.value("record_kind", StepRecord.Kind.class);
        boolean award = kind == StepRecord.Kind.AWARD;
        return new StepRecord(
                kind,
                row.number("record_id"),
                row.optionalNumber("activity_id").orElse(null),
                row.optionalText(award ? "award_type" : "activity_type").orElse(null),
                row.optionalText("activity_title").orElse(null));
    }

    static Map<String, Object> row(long id, long map, int ordinal, StepInput input, List<Message> why) {
        Map<String, Object> params = params(id, input);
        params.put("map", map);
        params.put("ordinal", ordinal);
        params.put("why", why.isEmpty() ? null : Why.json(why));
        return params;
    }

    static void insert(Tx tx, List<Map<String, Object>> rows) {
        tx.batch(
                "insert into road_map_step (id, road_map_id, ordinal, title, measure, type, goal_id, expected, responsible, due_on, why)"
                        + " values (:id, :map, :ordinal, :title, :measure, :type, :goal, :expected, :responsible, :due, :why)",
                rows);
    }

    static void update(Tx tx, long id, StepInput input) {
        tx.update(
                "update road_map_step set title = :title, measure = :measure, type = :type, goal_id = :goal, expected = :expected,"
                        + " responsible = :responsible, due_on = :due where id = :id",
                params(id, input));
    }

    private static Map<String, Object> params(long id, StepInput input) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("title", input.title().strip());
        params.put("measure", input.measure() == null ? "" : input.measure());
        params.put("type", input.type() == null ? "" : input.type());
        params.put("goal", input.goalId());
        params.put("expected", input.expected() == null || input.expected().isBlank() ? null : input.expected());
        params.put("responsible", input.responsible());
        params.put("due", input.dueOn());
        return params;
    }

    /** By a person's word. @param doneOn empty when it is not done */
    static void move(Tx tx, long id, StepState to, Optional<LocalDate> doneOn, String note) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", id);
        params.put("to", to);
        params.put("done", doneOn);
        params.put("note", note.isEmpty() ? null : note);
        tx.update(
                "update road_map_step set state = :to, done_on = :done, note = :note, record_kind = null, record_id = null"
                        + " where id = :id",
                params);
    }
}
