package kz.jolkarta.reporting;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.OptionalLong;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.i18n.Language;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The ministry's report to the government as an official paper. */
@Component(service = ApiResource.class)
@Path("nation/{year}/papers")
public final class NationPaperResource implements ApiResource {
    private final ReportPapers papers;
    private final NationPaperDesk desk;

    @Activate
    public NationPaperResource(@Reference ReportPapers papers, @Reference NationPaperDesk desk) {
        this.papers = papers;
        this.desk = desk;
    }

    /**
     * Only for who sees the figures of the whole country.
     *
     * @param revision of the report that was handed in; without it a draft
     * @param format docx or pdf; @param language of the paper: kk, ru, or en as an unofficial translation
     */
    @GET
    @Needs(Right.REPORTS_READ)
    public Response paper(
            @Context Caller caller,
            @PathParam("year") String year,
            @QueryParam("revision") String revision,
            @QueryParam("format") String format,
            @QueryParam("language") String language) {
        return papers.nation(
                        caller.user(),
                        year,
                        PaperFormat.revision(revision),
                        PaperFormat.of(format),
                        PaperFormat.language(language))
                .response();
    }

    /**
     * Orders a draft: one that has to be counted first is a job, whose progress is told at {@code /api/jobs/{id}}; the answer says where the file is
     * fetched at once or once the job is done.
     *
     * @param format docx or pdf; @param language as above
     */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Right.REPORTS_READ)
    public Response order(
            @Context Caller caller,
            @PathParam("year") String year,
            @QueryParam("format") String format,
            @QueryParam("language") String language) {
        PaperFormat as = PaperFormat.of(format);
        Language in = PaperFormat.language(language);
        OptionalLong job = desk.order(caller.user(), year, as, in);
        return job.isEmpty()
                ? Response.ok(Map.of("file", NationPaperDesk.href(year, as, in)))
                        .build()
                : Response.accepted(Map.of("job", job.getAsLong(), "file", NationPaperDesk.href(year, job.getAsLong())))
                        .location(URI.create("/api/jobs/" + job.getAsLong()))
                        .build();
    }

    /** The file of an own job that is done. */
    @GET
    @Path("{job: \\d{1,18}}")
    @Needs(Right.REPORTS_READ)
    public Response file(@Context Caller caller, @PathParam("year") String year, @PathParam("job") long job) {
        return desk.file(caller.user(), year, job).response();
    }
}
