package kz.jolkarta.reporting;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.reporting.LateOpenings.OpeningInput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Late openings of a region's report over HTTP. */
@Component(service = ApiResource.class)
@Path("reports/{year}/{region}/openings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OpeningResource implements ApiResource {
    private final LateOpenings openings;

    @Activate
    public OpeningResource(@Reference LateOpenings openings) {
        this.openings = openings;
    }

    /** The newest first, which is the one that holds. */
    @GET
    @Needs(Right.REPORTS_READ)
    public List<LateOpening> list(
            @Context Caller caller, @PathParam("year") String year, @PathParam("region") String region) {
        return openings.list(caller.user(), year, region);
    }

    /** Opens a locked report until a day; the national level does, which sees the country's figures. */
    @POST
    @Needs(Right.PROGRAMME_WRITE)
    public Response grant(
            @Context Caller caller,
            @PathParam("year") String year,
            @PathParam("region") String region,
            OpeningInput input) {
        if (input == null) {
            throw Problem.invalid("problem.request");
        }
        return Response.status(Response.Status.CREATED)
                .entity(openings.grant(caller.user(), year, region, input))
                .build();
    }
}
