package kz.jolkarta.registry.deliverables;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

/** Steps of a deliverable over HTTP; the answer is the whole deliverable. */
@Path("measures/{code}/deliverables/{deliverable}/steps")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class StepResource implements ApiResource {
    private final DeliverableSteps steps;

    @Activate
    public StepResource(@Reference DeliverableSteps steps) {
        this.steps = steps;
    }

    @POST
    @Needs(Right.RECORDS_WRITE)
    public Response reach(
            @Context Caller caller,
            @PathParam("code") String measure,
            @PathParam("deliverable") long deliverable,
            @HeaderParam("If-Match") String ifMatch,
            StepInput input) {
        Deliverable changed =
                steps.reach(caller.user(), measure, deliverable, Versions.given(ifMatch), Params.body(input));
        return Versions.answer(changed, changed.version());
    }
}
