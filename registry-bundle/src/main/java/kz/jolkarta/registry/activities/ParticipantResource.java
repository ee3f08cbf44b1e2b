package kz.jolkarta.registry.activities;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.StateChange;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Participants of an activity over HTTP; a path of its own, since JAX-RS looks into one class only. */
@Path("measures/{code}/activities/{activity}/participants")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class ParticipantResource implements ApiResource {
    private final Participants participants;
    private final Tables texts;

    @Activate
    public ParticipantResource(@Reference Participants participants, @Reference Tables texts) {
        this.participants = participants;
        this.texts = texts;
    }

    /** Who was not admitted, and why in the caller's language. */
    public record Refused(Long childId, Long staffId, List<String> objections) {}

    /**
     * The answer to an application.
     *
     * @param accepted how many got a seat
     * @param waiting how many wait for one
     * @param already who took part before
     */
    public record Outcome(
            long accepted, long waiting, List<Participant> items, List<Refused> refused, Set<Long> already) {}

    @GET
    @Needs(Right.RECORDS_READ)
    public Page<Participant> list(
            @Context Caller caller,
            @PathParam("code") String measure,
            @PathParam("activity") long activity,
            @QueryParam("state") String state,
            @QueryParam("sort") String sort,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return participants.list(
                caller.user(),
                measure,
                activity,
                Choice.of(ParticipationState.class, "state", state),
                sort,
                Params.paging(limit, after));
    }

    @POST
    @Needs(Right.RECORDS_WRITE)
    public Outcome apply(
            @Context Caller caller,
            @PathParam("code") String measure,
            @PathParam("activity") long activity,
            Application application) {
        Participants.Outcome outcome = participants.apply(caller.user(), measure, activity, Params.body(application));
        List<Refused> refused = outcome.refused().entrySet().stream()
                .map(e -> new Refused(
                        outcome.children() ? e.getKey() : null,
                        outcome.children() ? null : e.getKey(),
                        e.getValue().stream()
                                .map(m -> texts.text(caller.language(), m))
                                .toList()))
                .toList();
        return new Outcome(
                outcome.count(ParticipationState.ACCEPTED),
                outcome.count(ParticipationState.WAITING),
                outcome.items(),
                refused,
                outcome.already());
    }

    @POST
    @Path("{id}/state")
    @Needs(Right.RECORDS_WRITE)
    public Participant move(
            @Context Caller caller,
            @PathParam("code") String measure,
            @PathParam("activity") long activity,
            @PathParam("id") long id,
            StateChange change) {
        return participants.move(caller.user(), measure, activity, id, Params.body(change));
    }
}
