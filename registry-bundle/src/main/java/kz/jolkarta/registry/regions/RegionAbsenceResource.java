package kz.jolkarta.registry.regions;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

/** Spans in which a region does not carry out a measure, over HTTP: begun and ended, never deleted. */
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

    private static Response answer(Response.ResponseBuilder response, RegionAbsence absence) {
        return response.entity(absence)
                .tag(new EntityTag(String.valueOf(absence.version())))
                .build();
    }
}
