package kz.jolkarta.reporting;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The indicators of an installed measure, and the list behind each. */
@Component(service = ApiResource.class)
@Path("measures/{code}/indicators")
@Produces(MediaType.APPLICATION_JSON)
public final class FigureResource implements ApiResource {
    private final Reports reports;
    private final RowsBehind rows;
    private final YearRows years;

    @Activate
    public FigureResource(@Reference Reports reports, @Reference RowsBehind rows, @Reference YearRows years) {
        this.reports = reports;
        this.rows = rows;
        this.years = years;
    }

    /**
     * All indicators of the measure.
     *
     * @param year from 2020 to the running year, which is also the default
     * @param territory KATO code of any unit, a region's first 2 digits; by default all that the caller may see
     */
    @GET
    @Needs(Right.REPORTS_READ)
    public MeasureFigures indicators(
            @Context Caller caller,
            @PathParam("code") String code,
            @QueryParam("year") @DefaultValue("") String year,
            @QueryParam("territory") @DefaultValue("") String territory) {
        return reports.measure(caller.user(), caller.language(), code, year, territory);
    }

    /** The rows an indicator counts, a page at a time in the order of their ids. */
    @GET
    @Path("{indicator}/rows")
    @Needs(Right.REPORTS_READ)
    public RowsBehind.Listing rows(
            @Context Caller caller,
            @PathParam("code") String code,
            @PathParam("indicator") String indicator,
            @QueryParam("year") @DefaultValue("") String year,
            @QueryParam("territory") @DefaultValue("") String territory,
            @QueryParam("limit") @DefaultValue("") String limit,
            @QueryParam("after") @DefaultValue("") String after) {
        RowsBehind.Question question = new RowsBehind.Question(code, indicator, year, territory, limit, after);
        return rows.page(caller.user(), caller.language(), question);
    }

    /**
     * The rows by which an indicator differs from an earlier year's, a page at a time in the order of their ids, by the right to all of them.
     *
     * @param against the earlier year; by default the one before
     * @param side came, which is the default, went or stayed
     * @param part of a share: share or whole
     */
    @GET
    @Path("{indicator}/years")
    @Needs(Right.REPORTS_READ)
    public YearRows.Answer years(
            @Context Caller caller,
            @PathParam("code") String code,
            @PathParam("indicator") String indicator,
            @QueryParam("year") @DefaultValue("") String year,
            @QueryParam("against") @DefaultValue("") String against,
            @QueryParam("territory") @DefaultValue("") String territory,
            @QueryParam("side") @DefaultValue("") String side,
            @QueryParam("part") @DefaultValue("") String part,
            @QueryParam("limit") @DefaultValue("") String limit,
            @QueryParam("after") @DefaultValue("") String after) {
        return years.page(
                caller.user(),
                caller.language(),
                new YearRows.Question(code, indicator, year, against, territory, side, part, limit, after));
    }
}
