package kz.jolkarta.registry.roadmaps;

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
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Copies a road map to the next school year over HTTP. */
@Path("road-maps/{map}/copy")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class CopyResource implements ApiResource {
    private final RoadMapCopies copies;
    private final Tables texts;

    @Activate
    public CopyResource(@Reference RoadMapCopies copies, @Reference Tables texts) {
        this.copies = copies;
        this.texts = texts;
    }

    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response copy(@Context Caller caller, @PathParam("map") long map) {
        RoadMapCopies.Copy made = copies.copy(caller.user(), map);
        RoadMap copy = made.map();
        return Response.created(URI.create("/api/road-maps/" + copy.id()))
                .entity(new RoadMapCopies.Copy(
                        copy.shownTo(caller.user()).in(caller.language(), texts),
                        made.fieldsLeft(),
                        made.measuresLeft()))
                .tag(Integer.toString(copy.version()))
                .build();
    }
}
