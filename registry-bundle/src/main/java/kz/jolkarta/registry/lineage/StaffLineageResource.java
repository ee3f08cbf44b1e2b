package kz.jolkarta.registry.lineage;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.registry.lineage.Lineage.OfStaff;
import kz.jolkarta.registry.lineage.Lineage.Part;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The lineage of a member of staff: whom they coached, what they learned, were honoured for and wrote. */
@Path("staff/{id}/lineage")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class StaffLineageResource implements ApiResource {
    private final Lineage lineage;

    @Activate
    public StaffLineageResource(@Reference Lineage lineage) {
        this.lineage = lineage;
    }

    /** The first page of each part. */
    @GET
    @Needs(Right.RECORDS_READ)
    public OfStaff get(@Context Caller caller, @PathParam("id") long id, @QueryParam("limit") String limit) {
        return lineage.ofStaff(caller.user(), id, Params.paging(limit, ""));
    }

    /** Any page of one part: results, seminars, awards, materials. */
    @GET
    @Path("{part}")
    @Needs(Right.RECORDS_READ)
    public Response part(
            @Context Caller caller,
            @PathParam("id") long id,
            @PathParam("part") String part,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        Part wanted = Choice.required(Part.class, "part", part);
        return Response.ok(lineage.part(caller.user(), id, wanted, Params.paging(limit, after)))
                .build();
    }
}
