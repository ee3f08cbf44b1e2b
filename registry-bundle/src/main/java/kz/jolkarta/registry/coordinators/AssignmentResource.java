package kz.jolkarta.registry.coordinators;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Names a coordinator for many children at once; the job is undone at {@code bulk-changes/{job}/undo}. */
@Path("coordinator-assignments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class AssignmentResource implements ApiResource {
    private final Assignments assignments;

    @Activate
    public AssignmentResource(@Reference Assignments assignments) {
        this.assignments = assignments;
    }

    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response assign(@Context Caller caller, Assignment wanted) {
        long job = assignments.submit(caller.user(), Params.body(wanted));
        return Response.accepted(Map.of("job", job))
                .location(URI.create("/api/jobs/" + job))
                .build();
    }
}
