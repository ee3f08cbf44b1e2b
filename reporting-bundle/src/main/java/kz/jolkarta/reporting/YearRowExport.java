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

/** The rows by which a figure differs from an earlier year's, as a file. */
@Path("measures/{code}/indicators/{indicator}/years.{format: xlsx|csv}")
@Component(service = ApiResource.class)
public final class YearRowExport implements ApiResource {
    private final YearRows rows;
    private final Wording wording;
    private final Sheets sheets;

    @Activate
    public YearRowExport(@Reference YearRows rows, @Reference Wording wording, @Reference Sheets sheets) {
        this.rows = rows;
        this.wording = wording;
        this.sheets = sheets;
    }

    /** All rows of a side that {@link FigureResource#years} gives in pages; children by name only to who may take them along. */
    @GET
    @Needs(Right.REPORTS_READ)
    public Response file(
            @Context Caller caller,
            @PathParam("format") Sheets.Format format,
            @PathParam("code") String code,
            @PathParam("indicator") String indicator,
            @QueryParam("year") @DefaultValue("") String year,
            @QueryParam("against") @DefaultValue("") String against,
            @QueryParam("territory") @DefaultValue("") String territory,
            @QueryParam("side") @DefaultValue("") String side,
            @QueryParam("part") @DefaultValue("") String part) {
        RowsBehind.Whole whole = rows.file(
                caller.user(),
                caller.language(),
                new YearRows.Question(code, indicator, year, against, territory, side, part, "", ""));
        return RowTable.file(sheets, format, wording.in(caller.language()), code, whole);
    }
}
