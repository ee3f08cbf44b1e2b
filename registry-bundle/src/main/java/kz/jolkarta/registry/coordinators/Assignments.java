package kz.jolkarta.registry.coordinators;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.jobs.Jobs;
import kz.jolkarta.registry.children.ChildQuery;
import kz.jolkarta.registry.records.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Queues the naming of a coordinator for many children. */
@Component(service = Assignments.class)
public final class Assignments {
    private final Ledger ledger;
    private final Jobs jobs;

    @Activate
    public Assignments(@Reference Ledger ledger, @Reference Jobs jobs) {
        this.ledger = ledger;
        this.jobs = jobs;
    }

    /**
     * Queues the work.
     *
     * @return id of the job
     * @throws Problem INVALID for who is not appointed today, for neither or both of children and filter, or for a filter that the list would refuse
     */
    public long submit(User user, Assignment wanted) {
        user.require(Right.CHILDREN_WRITE);
        boolean listed = wanted.children() != null && !wanted.children().isEmpty();
        if (listed == (wanted.filter() != null)) {
            throw Problem.field(AssignmentJob.CHILDREN, "coordinator.children-or-filter");
        }
        if (listed
                && (wanted.children().size() > Assignment.MOST
                        || wanted.children().stream().anyMatch(Objects::isNull))) {
            throw Problem.field(AssignmentJob.CHILDREN, "record.range", 1, Assignment.MOST);
        }
        Map<String, String> params = new HashMap<>();
        if (wanted.staffId() != null) {
            params.put(AssignmentJob.STAFF, String.valueOf(wanted.staffId()));
        }
        String territory = "";
        if (listed) {
            params.put(AssignmentJob.CHILDREN, Ledger.join(wanted.children()));
        } else {
            territory = ChildQuery.of(wanted.filter()).territory().orElse("");
            params.put(AssignmentJob.FILTER, json(wanted.filter()));
        }
        String place = territory;
        return ledger.database().call(tx -> {
            Seats seats = SeatStore.on(tx, ledger.clock().today());
            if (wanted.staffId() != null && !seats.acting().containsKey(wanted.staffId())) {
                throw Problem.field("staffId", "coordinator.not-answering");
            }
            return jobs.submit(tx, user, AssignmentJob.CODE, place, params);
        });
    }

    private static String json(Map<String, String> filter) {
        try {
            return Json.mapper().writeValueAsString(filter);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
