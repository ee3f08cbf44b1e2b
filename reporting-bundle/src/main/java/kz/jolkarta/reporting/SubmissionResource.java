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
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The revisions of a region's report that were handed in, over HTTP. */
@Component(service = ApiResource.class)
@Path("reports/{year}/{region}/submissions")
@Produces(MediaType.APPLICATION_JSON)
public final class SubmissionResource implements ApiResource {
    private final Submissions submissions;

    @Activate
    public SubmissionResource(@Reference Submissions submissions) {
        this.submissions = submissions;
    }

    /** @param remarks what has to be mended */
    public record ReturnInput(String remarks) {}

    /** The newest first. */
    @GET
    @Needs(Right.REPORTS_READ)
    public List<Submission> list(
            @Context Caller caller, @PathParam("year") String year, @PathParam("region") String region) {
        return submissions.list(caller.user(), year, region);
    }

    /** Freezes the report as it stands; the approver of the region's awards hands in. */
    @POST
    @Needs(Right.AWARDS_APPROVE)
    public Response submit(@Context Caller caller, @PathParam("year") String year, @PathParam("region") String region) {
        return Response.status(Response.Status.CREATED)
                .entity(submissions.submit(caller.user(), year, region))
                .build();
    }

    /** The frozen bytes as they were hashed. */
    @GET
    @Path("{revision}.json")
    @Needs(Right.CHILDREN_READ)
    public Response content(
            @Context Caller caller,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("revision") int revision) {
        return Response.ok(submissions.content(caller.user(), year, region, revision), MediaType.APPLICATION_JSON)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"report-" + year + "-" + region + "-" + revision + ".json\"")
                .build();
    }

    /** Gives the last revision back; the national level does, which sees the country's figures. */
    @POST
    @Path("{revision}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.PROGRAMME_WRITE)
    public Response giveBack(
            @Context Caller caller,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("revision") int revision,
            ReturnInput input) {
        submissions.giveBack(caller.user(), year, region, revision, input == null ? "" : input.remarks());
        return Response.noContent().build();
    }
}
