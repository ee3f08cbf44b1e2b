package kz.jolkarta.registry.coordinators;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who answers for a child, over HTTP; ETag and If-Match carry the child's version. */
@Path("children/{child}/coordinator")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class CoordinatorResource implements ApiResource {
    private final Coordinators coordinators;

    @Activate
    public CoordinatorResource(@Reference Coordinators coordinators) {
        this.coordinators = coordinators;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public Response get(@Context Caller caller, @PathParam("child") long child) {
        return answer(coordinators.of(caller.user(), child));
    }

    @PUT
    @Needs(Right.CHILDREN_WRITE)
    public Response name(
            @Context Caller caller,
            @PathParam("child") long child,
            @HeaderParam("If-Match") String ifMatch,
            ChildCoordinator.Input input) {
        int version = Versions.required(ifMatch);
        return answer(coordinators.name(caller.user(), child, version, Params.body(input)));
    }

    private static Response answer(Coordinators.Versioned found) {
        return Versions.answer(found.coordinator(), found.version());
    }
}
