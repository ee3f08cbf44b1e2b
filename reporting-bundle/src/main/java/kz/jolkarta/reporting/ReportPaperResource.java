package kz.jolkarta.reporting;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A region's report as an official paper or a workbook. */
@Component(service = ApiResource.class)
@Path("reports/{year}/{region}/papers")
public final class ReportPaperResource implements ApiResource {
    private final ReportPapers papers;

    @Activate
    public ReportPaperResource(@Reference ReportPapers papers) {
        this.papers = papers;
    }

    /**
     * @param revision number of the frozen revision; without it a draft from the open report
     * @param format docx, pdf or xlsx; @param language of the paper: kk, ru, or en as an unofficial translation
     */
    @GET
    @Needs(Right.REPORTS_READ)
    public Response paper(
            @Context Caller caller,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @QueryParam("revision") String revision,
            @QueryParam("format") String format,
            @QueryParam("language") String language) {
        return papers.region(
                        caller.user(),
                        year,
                        region,
                        PaperFormat.revision(revision),
                        PaperFormat.of(format),
                        PaperFormat.language(language))
                .response();
    }
}
