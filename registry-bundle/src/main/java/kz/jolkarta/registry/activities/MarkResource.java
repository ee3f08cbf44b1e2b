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

/** Second marks of presence at a session over HTTP. */
@Path("measures/{code}/activities/{activity}/sessions/{session}/marks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class MarkResource implements ApiResource {
    private final Marks marks;

    @Activate
    public MarkResource(@Reference Marks marks) {
        this.marks = marks;
    }

    /** @param marked how many marks are new */
    public record Made(int marked) {}

    @GET
    @Needs(Right.RECORDS_READ)
    public Page<Mark> list(
            @Context Caller caller,
            @PathParam("code") String measure,
            @PathParam("activity") long activity,
            @PathParam("session") long session,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return marks.list(caller.user(), measure, activity, session, Params.paging(limit, after));
    }

    @POST
    @Needs(Right.RECORDS_WRITE)
    public Made mark(
            @Context Caller caller,
            @PathParam("code") String measure,
            @PathParam("activity") long activity,
            @PathParam("session") long session,
            MarkInput input) {
        return new Made(marks.mark(caller.user(), measure, activity, session, Params.body(input)));
    }

    @POST
    @Path("code")
    @Needs(Right.RECORDS_WRITE)
    public Response code(
            @Context Caller caller,
            @PathParam("code") String measure,
            @PathParam("activity") long activity,
            @PathParam("session") long session,
            CodeWish wish) {
        SessionCode made = marks.code(caller.user(), measure, activity, session, Params.body(wish));
        return Response.status(Response.Status.CREATED).entity(made).build();
    }

    @POST
    @Path("entered")
    @Needs(Right.RECORDS_WRITE)
    public Made enter(
            @Context Caller caller,
            @PathParam("code") String measure,
            @PathParam("activity") long activity,
            @PathParam("session") long session,
            CodeEntry entry) {
        marks.enter(caller.user(), measure, activity, session, Params.body(entry));
        return new Made(1);
    }
}
