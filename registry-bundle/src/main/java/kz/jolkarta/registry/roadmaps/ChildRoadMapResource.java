package kz.jolkarta.registry.roadmaps;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The road maps of one child over HTTP. */
@Path("children/{child}/road-maps")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class ChildRoadMapResource implements ApiResource {
    private final RoadMaps maps;
    private final Tables texts;

    @Activate
    public ChildRoadMapResource(@Reference RoadMaps maps, @Reference Tables texts) {
        this.maps = maps;
        this.texts = texts;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public Page<RoadMapRow> list(@Context Caller caller, @PathParam("child") long child) {
        return new Page<>(maps.ofChild(caller.user(), child), "");
    }

    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response create(@Context Caller caller, @PathParam("child") long child, RoadMapInput input) {
        RoadMap made = maps.create(caller.user(), child, Params.body(input));
        return RoadMapResource.made(made, caller, texts)
                .location(URI.create("/api/road-maps/" + made.id()))
                .build();
    }
}
