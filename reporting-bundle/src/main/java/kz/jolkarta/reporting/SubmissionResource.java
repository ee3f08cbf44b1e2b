package kz.jolkarta.reporting;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
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
    private static final String CMS = "application/pkcs7-signature";

    private final Submissions submissions;
    private final Verdicts verdicts;
    private final Revisions revisions;
    private final Verifier verifier;
    private final SubmittedRows rows;
    private final CmsSignatures signatures;
    private final ReportAttachments attachments;

    @Activate
    public SubmissionResource(
            @Reference Submissions submissions,
            @Reference Verdicts verdicts,
            @Reference Revisions revisions,
            @Reference Verifier verifier,
            @Reference SubmittedRows rows,
            @Reference CmsSignatures signatures,
            @Reference ReportAttachments attachments) {
        this.submissions = submissions;
        this.verdicts = verdicts;
        this.revisions = revisions;
        this.verifier = verifier;
        this.rows = rows;
        this.signatures = signatures;
        this.attachments = attachments;
    }

    /** @param remarks what has to be mended of the whole @param measures the same by the code of the measure */
    public record ReturnInput(String remarks, Map<String, String> measures) {}

    /** The newest first. */
    @GET
    @Needs(Right.REPORTS_READ)
    public List<Submission> list(
            @Context Caller caller, @PathParam("year") String year, @PathParam("region") String region) {
        return submissions.list(caller.user(), year, region);
    }

    /** Freezes the report as another person prepared it; the approver of the region's awards hands in. */
    @POST
    @Needs(Right.AWARDS_APPROVE)
    public Response submit(@Context Caller caller, @PathParam("year") String year, @PathParam("region") String region) {
        return Response.status(Response.Status.CREATED)
                .entity(submissions.submit(caller.user(), year, region))
                .build();
    }

    /** The receipt: who, when, whether on time, the hash and the signature, and what the level above said. */
    @GET
    @Path("{revision:\\d+}")
    @Needs(Right.REPORTS_READ)
    public Revisions.Receipt receipt(
            @Context Caller caller,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("revision") int revision) {
        return revisions.receipt(caller.user(), year, region, revision);
    }

    /** Whether the revision is what was handed in: content, signature, rows and what they make. */
    @GET
    @Path("{revision}/verification")
    @Needs(Right.REPORTS_READ)
    public Verification verify(
            @Context Caller caller,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("revision") int revision) {
        return verifier.verify(caller.user(), year, region, revision);
    }

    /** Figures that differ from another revision's, or with {@code now} from those of today. */
    @GET
    @Path("{revision}/changes")
    @Needs(Right.REPORTS_READ)
    public List<Snapshot.Changed> changes(
            @Context Caller caller,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("revision") int revision,
            @QueryParam("against") @DefaultValue(SubmittedRows.NOW) String against) {
        return revisions.changes(caller.user(), year, region, revision, against);
    }

    /** The rows behind a figure as it was handed in, or those that came or went since; by the right to such rows. */
    @GET
    @Path("{revision}/rows")
    @Needs(Right.REPORTS_READ)
    public SubmittedRows.Answer rows(
            @Context Caller caller,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("revision") int revision,
            @QueryParam("measure") @DefaultValue("") String measure,
            @QueryParam("indicator") @DefaultValue("") String indicator,
            @QueryParam("part") @DefaultValue("") String part,
            @QueryParam("territory") @DefaultValue("") String territory,
            @QueryParam("against") @DefaultValue("") String against,
            @QueryParam("side") @DefaultValue("") String side,
            @QueryParam("limit") @DefaultValue("") String limit,
            @QueryParam("after") @DefaultValue("") String after) {
        return rows.page(
                caller.user(),
                caller.language(),
                year,
                region,
                revision,
                new SubmittedRows.Question(measure, indicator, part, territory, against, side, limit, after));
    }

    /** A person's signature of the content, made elsewhere. */
    @GET
    @Path("{revision}/signature.cms")
    @Produces(CMS)
    @Needs({Right.AWARDS_APPROVE, Right.PROGRAMME_WRITE})
    public Response signature(
            @Context Caller caller,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("revision") int revision) {
        return Response.ok(signatures.file(caller.user(), year, region, revision), CMS)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"report-" + year + "-" + region + "-" + revision + ".cms\"")
                .build();
    }

    /** Puts it there, in place of one before; PKCS#7 SignedData in DER, at most 256 KB. */
    @PUT
    @Path("{revision}/signature.cms")
    @Consumes(MediaType.WILDCARD)
    @Needs(Right.AWARDS_APPROVE)
    public CmsSignatures.Slip sign(
            @Context Caller caller,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("revision") int revision,
            InputStream file)
            throws IOException {
        return signatures.put(caller.user(), year, region, revision, file.readNBytes(CmsSignature.LARGEST + 1));
    }

    /** A file that the revision names, also one that was taken out of the report since. */
    @GET
    @Path("{revision}/attachments/{file: \\d+}")
    @Produces(MediaType.WILDCARD)
    @Needs(Right.RECORDS_READ)
    public Response attachment(
            @Context Caller caller,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("revision") int revision,
            @PathParam("file") long file) {
        return AttachmentResource.answer(attachments.open(caller.user(), year, region, revision, file));
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
        verdicts.giveBack(
                caller.user(),
                year,
                region,
                revision,
                Remarks.of(input == null ? "" : input.remarks(), input == null ? Map.of() : input.measures()));
        return Response.noContent().build();
    }

    /** Accepts the last revision; the national level does. */
    @POST
    @Path("{revision}/acceptance")
    @Needs(Right.PROGRAMME_WRITE)
    public Response accept(
            @Context Caller caller,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("revision") int revision) {
        verdicts.accept(caller.user(), year, region, revision);
        return Response.noContent().build();
    }
}
