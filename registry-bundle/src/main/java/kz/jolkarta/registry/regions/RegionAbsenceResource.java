package kz.jolkarta.registry.regions;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Spans in which a region does not carry out a measure, over HTTP: set, changed, ended, and withdrawn while they are not over. */
@Path("regions/{region}/absences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class RegionAbsenceResource implements ApiResource {
    private final RegionMeasures regions;

    @Activate
    public RegionAbsenceResource(@Reference RegionMeasures regions) {
        this.regions = regions;
    }

    /** The last day of a span. */
    public record End(LocalDate to) {}

    @POST
    @Needs(Right.MEASURES_MANAGE)
    public Response absent(@Context Caller caller, @PathParam("region") String region, AbsenceInput input) {
        return answer(
                Response.status(Response.Status.CREATED), regions.absent(caller.user(), region, Params.body(input)));
    }

    @POST
    @Path("{id}/end")
    @Needs(Right.MEASURES_MANAGE)
    public Response end(
            @Context Caller caller,
            @PathParam("region") String region,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            End end) {
        int version = Versions.required(ifMatch);
        return answer(
                Response.ok(),
                regions.end(caller.user(), region, id, version, Params.body(end).to()));
    }

    @PUT
    @Path("{id}")
    @Needs(Right.MEASURES_MANAGE)
    public Response change(
            @Context Caller caller,
            @PathParam("region") String region,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            AbsenceInput input) {
        int version = Versions.required(ifMatch);
        return answer(Response.ok(), regions.change(caller.user(), region, id, version, Params.body(input)));
    }

    @DELETE
    @Path("{id}")
    @Needs(Right.MEASURES_MANAGE)
    public Response withdraw(
            @Context Caller caller,
            @PathParam("region") String region,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch) {
        regions.withdraw(caller.user(), region, id, Versions.required(ifMatch));
        return Response.noContent().build();
    }

    private static Response answer(Response.ResponseBuilder response, RegionAbsence absence) {
        return response.entity(absence)
                .tag(new EntityTag(String.valueOf(absence.version())))
                .build();
    }
}
