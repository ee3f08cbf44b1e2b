package kz.jolkarta.registry.roadmaps;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Approval of many road maps as a job; {@code POST /api/bulk-changes/{job}/undo} takes it back. */
@Path("road-map-approvals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class ApprovalResource implements ApiResource {
    private final RoadMapApprovals approvals;

    @Activate
    public ApprovalResource(@Reference RoadMapApprovals approvals) {
        this.approvals = approvals;
    }

    /** @param ids of maps; without any, the agreed ones of the query's filter */
    public record Wanted(List<Long> ids) {
        public Wanted {
            ids = ids == null ? List.of() : List.copyOf(ids);
        }
    }

    /** @param job whose state, result and refusals stand under {@code /api/jobs} */
    public record Started(long job) {}

    @POST
    @Needs(Right.AWARDS_APPROVE)
    public Response start(@Context Caller caller, @BeanParam RoadMapQuery query, Wanted wanted) {
        List<Long> ids = wanted == null ? List.of() : wanted.ids();
        long job = approvals.start(caller.user(), ids, query.filter());
        return Response.accepted(new Started(job))
                .location(URI.create("/api/jobs/" + job))
                .build();
    }
}
