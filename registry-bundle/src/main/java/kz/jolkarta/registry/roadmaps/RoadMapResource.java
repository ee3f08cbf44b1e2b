package kz.jolkarta.registry.roadmaps;

import jakarta.ws.rs.BeanParam;
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
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Tables;
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
    private final Tables texts;

    @Activate
    public RoadMapResource(@Reference RoadMaps maps, @Reference Tables texts) {
        this.maps = maps;
        this.texts = texts;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public Page<RoadMapRow> list(
            @Context Caller caller,
            @BeanParam RoadMapQuery query,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return maps.list(caller.user(), query.filter(), Params.paging(limit, after));
    }

    @GET
    @Path("{id}")
    @Needs(Right.CHILDREN_READ)
    public Response get(@Context Caller caller, @PathParam("id") long id) {
        return answer(maps.get(caller.user(), id), caller, texts);
    }

    /** Whoever may write diagnostics only changes those alone. */
    @PUT
    @Path("{id}")
    @Needs({Right.CHILDREN_WRITE, Right.DIAGNOSTICS_WRITE})
    public Response update(
            @Context Caller caller,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            RoadMapInput input) {
        int version = Versions.required(ifMatch);
        return answer(maps.update(caller.user(), id, version, Params.body(input)), caller, texts);
    }

    /** The child's representative agrees to the map as it is; what is changed afterwards makes it a draft again. */
    @POST
    @Path("{id}/agreement")
    @Needs(Right.CHILDREN_WRITE)
    public Response agree(
            @Context Caller caller,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            Agreement agreement) {
        RoadMap agreed = maps.agree(caller.user(), id, Versions.given(ifMatch), Params.body(agreement));
        return answer(agreed, caller, texts);
    }

    @POST
    @Path("{id}/state")
    @Needs(Right.AWARDS_APPROVE)
    public Response move(
            @Context Caller caller,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            MapChange change) {
        return answer(maps.move(caller.user(), id, Versions.given(ifMatch), Params.body(change)), caller, texts);
    }

    /** Every change of the map, newest first. */
    @GET
    @Path("{id}/history")
    @Needs(Right.CHILDREN_READ)
    public Page<MapEvent> history(
            @Context Caller caller,
            @PathParam("id") long id,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return maps.history(caller.user(), id, Params.paging(limit, after));
    }

    static Response answer(RoadMap map, Caller caller, Tables texts) {
        return Versions.answer(map.shownTo(caller.user()).in(caller.language(), texts), map.version());
    }

    /** A map that was made, or got one more part. */
    public static Response.ResponseBuilder made(RoadMap map, Caller caller, Tables texts) {
        return Response.status(Response.Status.CREATED)
                .entity(map.shownTo(caller.user()).in(caller.language(), texts))
                .tag(Integer.toString(map.version()));
    }
}
