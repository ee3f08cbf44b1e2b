package kz.jolkarta.registry.deliverables;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What has to be taken back of a child whose consent was withdrawn or has run out, over all measures. */
@Path("children/{child}/materials-to-pull")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class MaterialsToPullResource implements ApiResource {
    private final Deliverables deliverables;

    @Activate
    public MaterialsToPullResource(@Reference Deliverables deliverables) {
        this.deliverables = deliverables;
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public MaterialsToPull list(@Context Caller caller, @PathParam("child") long child) {
        return deliverables.toPull(caller.user(), child);
    }
}
