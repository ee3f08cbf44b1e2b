package kz.jolkarta.registry.deliverables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.db.Tx;

/** Steps of deliverables in the database. */
final class StepStore {
    private StepStore() {}

    /** The steps each of these has reached, the first one first; whichever were reached on one day stand in the order of recording. */
    static Map<Long, List<ReachedStep>> of(Tx tx, Collection<Long> deliverables) {
        Map<Long, List<ReachedStep>> steps = new HashMap<>();
        tx.each(
                "select deliverable_id, step, reached_on, document from deliverable_step where deliverable_id in (:ids)"
                        + " order by deliverable_id, ordinal",
                Map.of("ids", deliverables),
                row -> steps.computeIfAbsent(row.number("deliverable_id"), d -> new ArrayList<>())
                        .add(new ReachedStep(
                                row.text("step"),
                                row.date("reached_on"),
                                row.optionalText("document").orElse(null))));
        return steps;
    }

    static void insert(Tx tx, long deliverable, int ordinal, ReachedStep step, long by) {
        Map<String, Object> params = new HashMap<>();
        params.put("deliverable", deliverable);
        params.put("ordinal", ordinal);
        params.put("step", step.step());
        params.put("on", step.reachedOn());
        params.put("document", step.document());
        params.put("by", by);
        tx.update(
                "insert into deliverable_step (deliverable_id, ordinal, step, reached_on, document, recorded_by)"
                        + " values (:deliverable, :ordinal, :step, :on, :document, :by)",
                params);
    }

    /** @param adoptedOn the day it was adopted, with the last step */
    static boolean reach(Tx tx, Deliverable from, String step, Optional<LocalDate> adoptedOn) {
        Map<String, Object> params = new HashMap<>();
        params.put("id", from.id());
        params.put("version", from.version());
        params.put("step", step);
        params.put("to", adoptedOn.isPresent() ? DeliverableState.ADOPTED : DeliverableState.REVIEW);
        params.put("adopted", adoptedOn);
        return tx.update(
                        "update deliverable set step = :step, state = :to, adopted_on = :adopted, version = version + 1"
                                + " where id = :id and version = :version",
                        params)
                == 1;
    }
}
