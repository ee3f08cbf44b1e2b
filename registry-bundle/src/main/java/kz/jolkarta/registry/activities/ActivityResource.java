package kz.jolkarta.registry.activities;

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

/** Activities of a measure over HTTP. */
@Path("measures/{code}/activities")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class ActivityResource implements ApiResource {
    private final Activities activities;

    @Activate
    public ActivityResource(@Reference Activities activities) {
        this.activities = activities;
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public Page<Activity> list(
            @Context Caller caller,
            @PathParam("code") String measure,
            @QueryParam("year") String year,
            @QueryParam("type") String type,
            @QueryParam("state") String state,
            @QueryParam("territory") String territory,
            @QueryParam("leader") String leader,
            @QueryParam("q") String q,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("sort") String sort,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        ActivityFilter filter = filter(year, type, state, territory, leader, q, from, to, sort);
        return activities.list(caller.user(), measure, filter, Params.paging(limit, after));
    }

    static ActivityFilter filter(
            String year,
            String type,
            String state,
            String territory,
            String leader,
            String q,
            String from,
            String to,
            String sort) {
        return new ActivityFilter(
                Params.year("year", year),
                Params.text("type", type),
                Choice.of(ActivityState.class, "state", state),
                Params.territory(territory),
                Params.number("leader", leader),
                Params.text("q", q),
                Params.date("from", from),
                Params.date("to", to),
                ActivityFilter.Order.of(sort));
    }

    @POST
    @Needs(Right.RECORDS_WRITE)
    public Response create(@Context Caller caller, @PathParam("code") String measure, ActivityInput input) {
        Activity made = activities.create(caller.user(), measure, Params.body(input));
        URI where = URI.create("/api/measures/" + measure + "/activities/" + made.id());
        return Response.created(where).entity(made).tag(tag(made)).build();
    }

    @GET
    @Path("{id}")
    @Needs(Right.RECORDS_READ)
    public Response get(@Context Caller caller, @PathParam("code") String measure, @PathParam("id") long id) {
        return answer(activities.get(caller.user(), measure, id));
    }

    @PUT
    @Path("{id}")
    @Needs(Right.RECORDS_WRITE)
    public Response update(
            @Context Caller caller,
            @PathParam("code") String measure,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            ActivityInput input) {
        int version = Versions.required(ifMatch);
        return answer(activities.update(caller.user(), measure, id, version, Params.body(input)));
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
        return answer(activities.move(caller.user(), measure, id, Versions.given(ifMatch), Params.body(change)));
    }

    private static Response answer(Activity activity) {
        return Response.ok(activity).tag(tag(activity)).build();
    }

    private static EntityTag tag(Activity activity) {
        return new EntityTag(String.valueOf(activity.version()));
    }
}
