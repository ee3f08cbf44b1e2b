package kz.jolkarta.registry.deliverables;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.StateChange;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deliverables of a measure over HTTP. */
@Path("measures/{code}/deliverables")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class DeliverableResource implements ApiResource {
    private final Deliverables deliverables;

    @Activate
    public DeliverableResource(@Reference Deliverables deliverables) {
        this.deliverables = deliverables;
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public Page<Deliverable> list(
            @Context Caller caller,
            @PathParam("code") String measure,
            @QueryParam("year") String year,
            @QueryParam("type") String type,
            @QueryParam("state") String state,
            @QueryParam("territory") String territory,
            @QueryParam("language") String language,
            @QueryParam("q") String q,
            @QueryParam("sort") String sort,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        DeliverableFilter filter = filter(year, type, state, territory, language, q);
        return deliverables.list(
                caller.user(), measure, filter, DeliverableStore.ORDERS.of(sort), Params.paging(limit, after));
    }

    static DeliverableFilter filter(
            String year, String type, String state, String territory, String language, String q) {
        return new DeliverableFilter(
                Params.year("year", year),
                Params.text("type", type),
                Choice.of(DeliverableState.class, "state", state),
                Params.territory(territory),
                Params.text("language", language),
                Params.text("q", q));
    }

    /** Adopted materials that show a child without a valid consent to publicity today. */
    @GET
    @Path("to-pull")
    @Needs(Right.RECORDS_READ)
    public Page<Deliverable> toPull(
            @Context Caller caller,
            @PathParam("code") String measure,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return deliverables.toPull(caller.user(), measure, Params.paging(limit, after));
    }

    @POST
    @Needs(Right.RECORDS_WRITE)
    public Response create(@Context Caller caller, @PathParam("code") String measure, DeliverableInput input) {
        Deliverable made = deliverables.create(caller.user(), measure, Params.body(input));
        URI where = URI.create("/api/measures/" + measure + "/deliverables/" + made.id());
        return Response.created(where).entity(made).tag(tag(made)).build();
    }

    @GET
    @Path("{id}")
    @Needs(Right.RECORDS_READ)
    public Response get(@Context Caller caller, @PathParam("code") String measure, @PathParam("id") long id) {
        return answer(deliverables.get(caller.user(), measure, id));
    }

    @PUT
    @Path("{id}")
    @Needs(Right.RECORDS_WRITE)
    public Response update(
            @Context Caller caller,
            @PathParam("code") String measure,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            DeliverableInput input) {
        int version = Versions.required(ifMatch);
        return answer(deliverables.update(caller.user(), measure, id, version, Params.body(input)));
    }

    @POST
    @Path("{id}/state")
    @Needs(Right.RECORDS_WRITE)
    public Response move(
            @Context Caller caller,
            @PathParam("code") String measure,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            StateChange change) {
        return answer(deliverables.move(caller.user(), measure, id, Versions.given(ifMatch), Params.body(change)));
    }

    private static Response answer(Deliverable deliverable) {
        return Response.ok(deliverable).tag(tag(deliverable)).build();
    }

    private static EntityTag tag(Deliverable deliverable) {
        return new EntityTag(String.valueOf(deliverable.version()));
    }
}
