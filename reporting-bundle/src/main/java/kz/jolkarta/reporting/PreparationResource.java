package kz.jolkarta.reporting;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Making a region's report ready for another person to hand in. */
@Component(service = ApiResource.class)
@Path("reports/{year}/{region}/preparation")
@Produces(MediaType.APPLICATION_JSON)
public final class PreparationResource implements ApiResource {
    private final Submissions submissions;
    private final ReportBooks books;

    @Activate
    public PreparationResource(@Reference Submissions submissions, @Reference ReportBooks books) {
        this.submissions = submissions;
        this.books = books;
    }

    /**
     * @param blocked whether a row keeps the report back
     * @param prepared the preparation that holds, empty without one
     */
    public record Readiness(
            ReportState state, boolean blocked, List<ReportChecks.Finding> findings, Optional<Preparation> prepared) {}

    /** How far the report is, and what is to be looked at. */
    @GET
    @Needs(Right.REPORTS_READ)
    public Readiness readiness(
            @Context Caller caller, @PathParam("year") String year, @PathParam("region") String region) {
        ReportBook book = books.open(caller.user(), caller.language(), year, region);
        return new Readiness(
                book.state(), book.checks().blocked(), book.checks().findings(), book.prepared());
    }

    /** Prepares it as it stands; whoever keeps records of the whole region does. */
    @POST
    @Needs(Right.RECORDS_WRITE)
    public Preparation prepare(
            @Context Caller caller, @PathParam("year") String year, @PathParam("region") String region) {
        return submissions.prepare(caller.user(), year, region);
    }
}
