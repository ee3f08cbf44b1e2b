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
import jakarta.ws.rs.core.Response;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sessions of an activity and their rolls over HTTP. */
@Path("measures/{code}/activities/{activity}/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class SessionResource implements ApiResource {
    private final Rolls rolls;

    @Activate
    public SessionResource(@Reference Rolls rolls) {
        this.rolls = rolls;
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public Page<Session> sessions(
            @Context Caller caller,
            @PathParam("code") String measure,
            @PathParam("activity") long activity,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return rolls.list(caller.user(), measure, activity, Params.paging(limit, after));
    }

    @POST
    @Needs(Right.RECORDS_WRITE)
    public Response mark(
            @Context Caller caller,
            @PathParam("code") String measure,
            @PathParam("activity") long activity,
            SessionInput input) {
        Session marked = rolls.mark(caller.user(), measure, activity, Params.body(input));
        return Response.status(Response.Status.CREATED).entity(marked).build();
    }
}
