package kz.jolkarta.reporting;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Versions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The calendar of reports over HTTP. */
@Component(service = ApiResource.class)
@Path("report-calendar")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ReportCalendarResource implements ApiResource {
    private final ReportCalendar calendar;

    @Activate
    public ReportCalendarResource(@Reference ReportCalendar calendar) {
        this.calendar = calendar;
    }

    /** Every report of a year in the order they are due. @param year the one whose report is the next to be made when it is not given */
    @GET
    @Needs(Right.REPORTS_READ)
    public List<ReportCalendar.Entry> entries(@QueryParam("year") String year) {
        return calendar.entries(
                year == null || year.isBlank() ? calendar.current().year() : year(year));
    }

    /** @throws Problem INVALID unless it is a year from 2000 to 2100 */
    static int year(String given) {
        if (!given.matches("20\\d\\d|2100")) {
            throw Problem.field(
                    "year",
                    "report.calendar.year",
                    String.valueOf(TermInput.FIRST_YEAR),
                    String.valueOf(TermInput.LAST_YEAR));
        }
        return Integer.parseInt(given);
    }

    /** What the act says of one report, then its changes; the ETag is the number of the last one. */
    @GET
    @Path("{programme}/{period}/{reporter}")
    @Needs(Right.REPORTS_READ)
    public Response changes(
            @PathParam("programme") String programme,
            @PathParam("period") String period,
            @PathParam("reporter") String reporter) {
        List<Term> terms = calendar.changes(programme, period, reporter);
        return Versions.answer(terms, terms.get(terms.size() - 1).number());
    }

    /** Adds a change by an order; {@code If-Match} is the number of the last one. */
    @POST
    @Path("{programme}/{period}/{reporter}")
    @Needs(Right.PROGRAMME_WRITE)
    public Response change(
            @Context Caller caller,
            @PathParam("programme") String programme,
            @PathParam("period") String period,
            @PathParam("reporter") String reporter,
            @HeaderParam("If-Match") String ifMatch,
            TermInput input) {
        if (input == null) {
            throw Problem.invalid("problem.request");
        }
        Term made = calendar.change(caller.user(), programme, period, reporter, Versions.given(ifMatch), input);
        return Response.status(Response.Status.CREATED)
                .entity(made)
                .tag(String.valueOf(made.number()))
                .build();
    }
}
