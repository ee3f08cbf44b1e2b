package kz.jolkarta.reporting;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The calendar of reports on pages: a year of it, and one report's term with its changes. */
@Path("report-calendar")
@Component(service = Pages.class)
public final class ReportCalendarPages implements Pages {
    static final String CALENDAR = "/report-calendar";

    private final ReportCalendar calendar;

    @Activate
    public ReportCalendarPages(@Reference ReportCalendar calendar) {
        this.calendar = calendar;
    }

    @GET
    @Needs(Right.REPORTS_READ)
    public View list(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        String given = Address.of(asked).value("year");
        int year = given.isEmpty() ? calendar.current().year() : ReportCalendarResource.year(given);
        return new CalendarBlocks(words).year(year, calendar.entries(year), calendar.mayChange(caller.user()));
    }

    @GET
    @Path("{programme}/{period}/{reporter}")
    @Needs(Right.REPORTS_READ)
    public View open(
            @Context Caller caller,
            @Context Words words,
            @PathParam("programme") String programme,
            @PathParam("period") String period,
            @PathParam("reporter") String reporter) {
        List<Term> terms = calendar.changes(programme, period, reporter);
        CalendarBlocks blocks = new CalendarBlocks(words);
        return blocks.term(terms, blocks.form(terms), calendar.mayChange(caller.user()));
    }

    @POST
    @Path("{programme}/{period}/{reporter}")
    @Needs(Right.PROGRAMME_WRITE)
    public Response change(
            @Context Caller caller,
            @Context Words words,
            @PathParam("programme") String programme,
            @PathParam("period") String period,
            @PathParam("reporter") String reporter,
            FormInput input) {
        return Answer.of(
                () -> {
                    TermInput change = input.as(TermInput.class, ReportCalendarPages::days);
                    Term made = calendar.change(caller.user(), programme, period, reporter, input.version(), change);
                    return Answer.to(CalendarBlocks.href(made), "page.calendar.changed");
                },
                problem -> {
                    List<Term> terms = calendar.changes(programme, period, reporter);
                    CalendarBlocks blocks = new CalendarBlocks(words);
                    return blocks.term(
                            terms,
                            blocks.form(terms).refused(input, problem, words),
                            calendar.mayChange(caller.user()));
                });
    }

    /** A day and its month are two fields for people and one value for the calendar. */
    private static ObjectNode days(ObjectNode typed) {
        for (String name : List.of("due", "lock")) {
            String day = typed.path(name).asText("");
            String month = typed.path(name + "Month").asText("");
            if (!day.isEmpty()) {
                typed.put(name, "--" + padded(month) + "-" + padded(day));
            }
        }
        return typed;
    }

    private static String padded(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
