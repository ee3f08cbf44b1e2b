package kz.jolkarta.reporting;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Wording;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows behind a figure of a revision as a file. */
@Path("reports/{year}/{region}/submissions/{revision}/rows.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class RowExport implements ApiResource {
    private final SubmittedRows rows;
    private final Wording wording;
    private final Sheets sheets;

    @Activate
    public RowExport(@Reference SubmittedRows rows, @Reference Wording wording, @Reference Sheets sheets) {
        this.rows = rows;
        this.wording = wording;
        this.sheets = sheets;
    }

    /** All rows that {@link SubmissionResource#rows} gives in pages; children by name only to who may take them along. */
    @GET
    @Needs(Right.REPORTS_READ)
    public Response file(
            @Context Caller caller,
            @PathParam("format") Sheets.Format format,
            @PathParam("year") String year,
            @PathParam("region") String region,
            @PathParam("revision") int revision,
            @QueryParam("measure") @DefaultValue("") String measure,
            @QueryParam("indicator") @DefaultValue("") String indicator,
            @QueryParam("part") @DefaultValue("") String part,
            @QueryParam("territory") @DefaultValue("") String territory,
            @QueryParam("against") @DefaultValue("") String against,
            @QueryParam("side") @DefaultValue("") String side) {
        RowsBehind.Whole whole = rows.file(
                caller.user(),
                caller.language(),
                year,
                region,
                revision,
                new SubmittedRows.Question(measure, indicator, part, territory, against, side, "", ""));
        return RowTable.file(sheets, format, wording.in(caller.language()), measure, whole);
    }
}
