package kz.jolkarta.reporting;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Versions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The country's report of a year over HTTP; whoever sees the country's figures reads it, the national level writes and hands it in. */
@Component(service = ApiResource.class)
@Path("nation-reports/{year}")
@Produces(MediaType.APPLICATION_JSON)
public final class NationReportResource implements ApiResource {
    private final RollUps rollUps;
    private final NationReports nation;
    private final NationSubmissions submissions;
    private final ReportTexts texts;

    @Activate
    public NationReportResource(
            @Reference RollUps rollUps,
            @Reference NationReports nation,
            @Reference NationSubmissions submissions,
            @Reference ReportTexts texts) {
        this.rollUps = rollUps;
        this.nation = nation;
        this.submissions = submissions;
        this.texts = texts;
    }

    /** Added up from what the regions handed in; without figures until the day after their last one. */
    @GET
    @Needs(Right.REPORTS_READ)
    public RollUp rollUp(@Context Caller caller, @PathParam("year") String year) {
        return rollUps.of(caller.user(), caller.language(), year);
    }

    @GET
    @Path("texts")
    @Needs(Right.REPORTS_READ)
    public List<ReportText> texts(@Context Caller caller, @PathParam("year") String year) {
        return texts.ofNation(caller.user(), year);
    }

    /** Writes the text of one measure. */
    @POST
    @Path("texts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Right.PROGRAMME_WRITE)
    public Response write(
            @Context Caller caller,
            @PathParam("year") String year,
            @HeaderParam("If-Match") String ifMatch,
            ReportTexts.TextInput input) {
        if (input == null) {
            throw Problem.invalid("problem.request");
        }
        ReportText made = texts.writeOfNation(caller.user(), year, input, Versions.given(ifMatch));
        return Versions.answer(made, made.version());
    }

    /**
     * @param missing numbers of the measures that keep the report back
     * @param prepared the preparation that holds, empty without one
     */
    public record Readiness(ReportState state, List<Integer> missing, Optional<Preparation> prepared) {}

    /** How far the report is, and what keeps it back. */
    @GET
    @Path("preparation")
    @Needs(Right.REPORTS_READ)
    public Readiness readiness(@Context Caller caller, @PathParam("year") String year) {
        NationBook book = nation.book(caller.user(), caller.language(), year);
        return new Readiness(book.state(), book.missing(), book.prepared());
    }

    /** Prepares it as it stands, for another person to hand in. */
    @POST
    @Path("preparation")
    @Needs(Right.PROGRAMME_WRITE)
    public Preparation prepare(@Context Caller caller, @PathParam("year") String year) {
        return submissions.prepare(caller.user(), year);
    }

    /** What was handed in, the newest first, with its hashes and signatures. */
    @GET
    @Path("submissions")
    @Needs(Right.REPORTS_READ)
    public List<NationReport> list(@Context Caller caller, @PathParam("year") String year) {
        return nation.list(caller.user(), year);
    }

    /** Freezes and signs the report as another person prepared it. */
    @POST
    @Path("submissions")
    @Needs(Right.PROGRAMME_WRITE)
    public Response submit(@Context Caller caller, @PathParam("year") String year) {
        return Response.status(Response.Status.CREATED)
                .entity(submissions.submit(caller.user(), year))
                .build();
    }

    /** The frozen bytes as they were hashed and signed: in full for whoever may see the children of the country. */
    @GET
    @Path("submissions/{revision}.json")
    @Needs(Right.REPORTS_READ)
    public Response content(
            @Context Caller caller, @PathParam("year") String year, @PathParam("revision") int revision) {
        return Response.ok(nation.content(caller.user(), year, revision), MediaType.APPLICATION_JSON)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"nation-report-" + year + "-" + revision + ".json\"")
                .build();
    }
}
