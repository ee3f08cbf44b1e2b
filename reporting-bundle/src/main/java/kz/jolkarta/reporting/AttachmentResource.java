package kz.jolkarta.reporting;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.FileName;
import kz.jolkarta.core.files.KeptFile;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files of a region's report over HTTP; those that a revision names are opened beside it. */
@Component(service = ApiResource.class)
@Path("reports/{year}/{region}/attachments")
@Produces(MediaType.APPLICATION_JSON)
public final class AttachmentResource implements ApiResource {
    private final ReportAttachments attachments;

    @Activate
    public AttachmentResource(@Reference ReportAttachments attachments) {
        this.attachments = attachments;
    }

    /** Those of the report as it stands. */
    @GET
    @Needs(Right.REPORTS_READ)
    public List<ReportAttachment> list(
            @Context Caller caller, @PathParam("year") String year, @PathParam("region") String region) {
        return attachments.list(caller.user(), year, region);
    }

    /**
     * Adds a file, whose content is the body: PDF, DOCX, XLSX, JPEG or PNG, at most 10 MB.
     *
     * @param measure code of the measure @param kk its title in Kazakh @param ru in Russian @param name the file's own name with its ending
     * @param noIdentityDocument {@code true}: it is no copy of an identity document
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Needs(Right.RECORDS_WRITE)
    public Response add(
            @Context Caller caller,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @QueryParam("measure") String measure,
            @QueryParam("kk") String kk,
            @QueryParam("ru") String ru,
            @QueryParam("name") String name,
            @QueryParam("noIdentityDocument") String noIdentityDocument,
            InputStream file) {
        ReportAttachments.Added added = new ReportAttachments.Added(
                measure == null ? "" : measure, kk, ru, name, KeptFile.read(file), "true".equals(noIdentityDocument));
        return Response.status(Response.Status.CREATED)
                .entity(attachments.add(caller.user(), year, region, added))
                .build();
    }

    @GET
    @Path("{file: \\d+}")
    @Produces(MediaType.WILDCARD)
    @Needs(Right.RECORDS_READ)
    public Response open(
            @Context Caller caller,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("file") long file) {
        return answer(attachments.open(caller.user(), year, region, file));
    }

    /** A browser saves it and never shows it. */
    static Response answer(ReportAttachments.Opened opened) {
        return Response.ok(opened.content(), opened.file().mediaType())
                .header(
                        "Content-Disposition",
                        FileName.disposition(opened.file().name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }

    /** Takes it out of the report; a revision that names it keeps it. */
    @DELETE
    @Path("{file: \\d+}")
    @Needs(Right.RECORDS_WRITE)
    public Response remove(
            @Context Caller caller,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("file") long file) {
        attachments.remove(caller.user(), year, region, file);
        return Response.noContent().build();
    }
}
