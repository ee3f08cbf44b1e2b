package kz.jolkarta.registry.activities;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Presence without a second mark over HTTP: the work list of an activity. */
@Path("measures/{code}/activities/{activity}/unconfirmed")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class UnconfirmedResource implements ApiResource {
    private final Marks marks;

    @Activate
    public UnconfirmedResource(@Reference Marks marks) {
        this.marks = marks;
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public Page<Unconfirmed> list(
            @Context Caller caller,
            @PathParam("code") String measure,
            @PathParam("activity") long activity,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return marks.unconfirmed(caller.user(), measure, activity, Params.paging(limit, after));
    }
}
