package kz.jolkarta.registry.allocation;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Places of a quota over HTTP: who has one, who waits, by which order. */
@Path("measures/{code}/quotas/{quota}/allocation")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class QuotaAllocationResource implements ApiResource {
    private final Allocations allocations;
    private final Tables texts;

    @Activate
    public QuotaAllocationResource(@Reference Allocations allocations, @Reference Tables texts) {
        this.allocations = allocations;
        this.texts = texts;
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public Answer view(
            @Context Caller caller,
            @PathParam("code") String measure,
            @PathParam("quota") long quota,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        Allocations.View view =
                allocations.view(caller.user(), measure, Pool.quota(quota), Params.paging(limit, after));
        return Answer.of(view, texts.text(caller.language(), "allocation.order-quota"));
    }

    /** Computes the lists anew from what people did and says whether they are those that are recorded. */
    @GET
    @Path("replay")
    @Needs(Right.RECORDS_READ)
    public Replay replay(@Context Caller caller, @PathParam("code") String measure, @PathParam("quota") long quota) {
        return allocations.replay(caller.user(), measure, Pool.quota(quota));
    }
}
