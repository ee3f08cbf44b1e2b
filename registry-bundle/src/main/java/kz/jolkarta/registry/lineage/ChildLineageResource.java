package kz.jolkarta.registry.lineage;

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
import kz.jolkarta.registry.lineage.Lineage.OfChild;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The lineage of a child's prizes: who coached them, and what stands behind the coaches. */
@Path("children/{child}/lineage")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class ChildLineageResource implements ApiResource {
    private final Lineage lineage;

    @Activate
    public ChildLineageResource(@Reference Lineage lineage) {
        this.lineage = lineage;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public OfChild get(@Context Caller caller, @PathParam("child") long child) {
        return lineage.ofChild(caller.user(), child);
    }
}
