package kz.jolkarta.reporting;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.ListFile;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Wording;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list of returns of past years as a file. */
@Path("archive.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class ArchiveExport implements ApiResource {
    private final Archive archive;
    private final Wording wording;
    private final Sheets sheets;

    @Activate
    public ArchiveExport(@Reference Archive archive, @Reference Wording wording, @Reference Sheets sheets) {
        this.archive = archive;
        this.wording = wording;
        this.sheets = sheets;
    }

    /** The whole list with the same filters and order as {@link ArchiveResource#list}. */
    @GET
    @Needs(Right.REPORTS_READ)
    public Response file(
            @Context Caller caller,
            @PathParam("format") Sheets.Format format,
            @QueryParam("year") @DefaultValue("") String year,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("sort") @DefaultValue("") String sort) {
        ArchiveFilter filter = ArchiveFilter.of(year, state, sort);
        Words words = wording.in(caller.language());
        List<Archive.Summary> returns = archive.all(caller.user());
        List<String> headings = Stream.of(
                        "page.report.year",
                        "page.report.region",
                        "page.report.state",
                        "page.archive.measures",
                        "page.archive.entered-at")
                .map(words::text)
                .toList();
        return ListFile.of(
                sheets,
                format,
                "archive",
                headings,
                rows -> filter.each(
                        words,
                        returns,
                        l -> rows.accept(Arrays.asList(
                                l.year(),
                                l.name(),
                                words.text("page.archive.state." + Json.name(l.state())),
                                l.entered(),
                                l.at().orElse(null)))));
    }
}
