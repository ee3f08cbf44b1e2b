package kz.jolkarta.registry.roadmaps;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Steps of a road map over HTTP; every answer is the whole map, whose version they share. */
@Path("road-maps/{map}/steps")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class StepResource implements ApiResource {
    private final RoadMapSteps steps;
    private final Tables texts;

    @Activate
    public StepResource(@Reference RoadMapSteps steps, @Reference Tables texts) {
        this.steps = steps;
        this.texts = texts;
    }

    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response add(
            @Context Caller caller,
            @PathParam("map") long map,
            @HeaderParam("If-Match") String ifMatch,
            StepInput input) {
        RoadMap changed = steps.add(caller.user(), map, Versions.given(ifMatch), Params.body(input));
        return RoadMapResource.made(changed, caller, texts).build();
    }

    @PUT
    @Path("{id}")
    @Needs(Right.CHILDREN_WRITE)
    public Response update(
            @Context Caller caller,
            @PathParam("map") long map,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            StepInput input) {
        int version = Versions.required(ifMatch);
        return RoadMapResource.answer(steps.update(caller.user(), map, id, version, Params.body(input)), caller, texts);
    }

    @POST
    @Path("{id}/state")
    @Needs(Right.CHILDREN_WRITE)
    public Response move(
            @Context Caller caller,
            @PathParam("map") long map,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            StepChange change) {
        return RoadMapResource.answer(
                steps.move(caller.user(), map, id, Versions.given(ifMatch), Params.body(change)), caller, texts);
    }
}
