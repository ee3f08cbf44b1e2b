package kz.jolkarta.reporting;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A region's report that is locked, and until when the level above has opened it. */
@Path("reports/{year}/{region}/opening")
@Component(service = Pages.class)
public final class OpeningPages implements Pages {
    private final LateOpenings openings;
    private final ReportCalendar calendar;
    private final Submissions submissions;
    private final OfficeClock clock;

    @Activate
    public OpeningPages(
            @Reference LateOpenings openings,
            @Reference ReportCalendar calendar,
            @Reference Submissions submissions,
            @Reference OfficeClock clock) {
        this.openings = openings;
        this.calendar = calendar;
        this.submissions = submissions;
        this.clock = clock;
    }

    static String href(int year, String region) {
        return ReportPages.href(year, region) + "/opening";
    }

    @GET
    @Needs(Right.REPORTS_READ)
    public View open(
            @Context Caller caller,
            @Context Words words,
            @PathParam("year") String year,
            @PathParam("region") String region) {
        return view(caller, words, year, region, form(words, year, region));
    }

    @POST
    @Needs(Right.PROGRAMME_WRITE)
    public Response grant(
            @Context Caller caller,
            @Context Words words,
            @PathParam("year") String year,
            @PathParam("region") String region,
            FormInput input) {
        return Answer.of(
                () -> {
                    openings.grant(caller.user(), year, region, input.as(LateOpenings.OpeningInput.class));
                    return Answer.to(ReportPages.REPORTS + "/" + year + "/" + region, "page.opening.granted");
                },
                problem -> view(
                        caller, words, year, region, form(words, year, region).refused(input, problem, words)));
    }

    private View view(Caller caller, Words words, String year, String region, Form form) {
        List<LateOpening> granted = openings.list(caller.user(), year, region);
        List<Submission> revisions = submissions.list(caller.user(), year, region);
        Due due = calendar.of(Integer.parseInt(year)).region();
        List<Block.Fact> facts = new ArrayList<>(List.of(
                Block.Fact.of(words.text("page.calendar.due"), words.date(due.day())),
                Block.Fact.of(
                        words.text("page.calendar.lock"),
                        due.lock().map(words::date).orElseGet(() -> words.text("page.calendar.never"))),
                new Block.Fact(
                        words.text("page.report.state"),
                        Cell.badge(Shown.standing(
                                words,
                                revisions.stream().findFirst(),
                                Timeliness.of(revisions.stream().findFirst(), due, clock.now()))))));
        openings.holding(granted)
                .ifPresent(o -> facts.add(Block.Fact.of(words.text("page.opening.now"), words.date(o.until()))));
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Card.of(words.text("page.opening.term"), new Block.Facts(facts))
                .wide(5));
        if (openings.mayGrant(caller.user()) && due.lock().isPresent()) {
            blocks.add(Block.Card.of(form.submit(), form).wide(7));
        }
        List<Block.Event> events = granted.stream()
                .map(o -> new Block.Event(
                        words.moment(o.grantedAt()),
                        o.grantedBy(),
                        words.text("page.opening.until", words.date(o.until())),
                        o.reason()))
                .toList();
        blocks.add(Block.Card.of(
                words.text("page.opening.list"), new Block.History(events, words.text("page.opening.none"))));
        return View.of(words.text("page.opening.title"), blocks)
                .lead(words.text("page.opening.lead"))
                .up(words.text("page.report.title", year), ReportPages.REPORTS + "/" + year + "/" + region);
    }

    private static Form form(Words words, String year, String region) {
        return Form.of(
                ReportPages.REPORTS + "/" + year + "/" + region + "/opening",
                words.text("page.opening.grant"),
                List.of(
                        Field.date("until", words.text("page.opening.day")).require(),
                        Field.lines("reason", words.text("page.calendar.reason"))
                                .require()
                                .help(words.text("page.opening.reason-help"))));
    }
}
