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

/** The ministry's report to the government as an official paper. */
@Component(service = ApiResource.class)
@Path("nation/{year}/papers")
public final class NationPaperResource implements ApiResource {
    private final ReportPapers papers;

    @Activate
    public NationPaperResource(@Reference ReportPapers papers) {
        this.papers = papers;
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
}
