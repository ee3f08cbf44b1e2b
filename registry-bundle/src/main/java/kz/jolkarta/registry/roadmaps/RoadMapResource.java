package kz.jolkarta.registry.roadmaps;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

/** Individual road maps across children over HTTP. */
@Path("road-maps")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class RoadMapResource implements ApiResource {
    private final RoadMaps maps;

    @Activate
    public RoadMapResource(@Reference RoadMaps maps) {
        this.maps = maps;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public Page<RoadMapRow> list(
            @Context Caller caller,
            @QueryParam("territory") String territory,
            @QueryParam("state") String state,
            @QueryParam("schoolYear") String schoolYear,
            @QueryParam("overdue") String overdue,
            @QueryParam("q") String q,
            @QueryParam("sort") String sort,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        RoadMapFilter filter = filter(territory, state, schoolYear, overdue, q, sort);
        return maps.list(caller.user(), filter, Params.paging(limit, after));
    }

    static RoadMapFilter filter(
            String territory, String state, String schoolYear, String overdue, String q, String sort) {
        return new RoadMapFilter(
                Params.territory(territory),
                Choice.of(RoadMapState.class, "state", state),
                Params.year("schoolYear", schoolYear),
                Params.flag("overdue", overdue),
                Params.text("q", q),
                RoadMapFilter.Order.of(sort));
    }

    @GET
    @Path("{id}")
    @Needs(Right.CHILDREN_READ)
    public Response get(@Context Caller caller, @PathParam("id") long id) {
        return answer(maps.get(caller.user(), id));
    }

    @PUT
    @Path("{id}")
    @Needs(Right.CHILDREN_WRITE)
    public Response update(
            @Context Caller caller,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            RoadMapInput input) {
        int version = Versions.required(ifMatch);
        return answer(maps.update(caller.user(), id, version, Params.body(input)));
    }

    @POST
    @Path("{id}/state")
    @Needs(Right.AWARDS_APPROVE)
    public Response move(
            @Context Caller caller,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            StateChange change) {
        return answer(maps.move(caller.user(), id, Versions.given(ifMatch), Params.body(change)));
    }

    static Response answer(RoadMap map) {
        return Versions.answer(map, map.version());
    }
}
