package kz.jolkarta.reporting;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Making a report ready, the step before another person hands it in. */
@Path("reports/{year}/{region}/preparation")
@Component(service = Pages.class)
public final class PreparationPages implements Pages {
    private final Submissions submissions;
    private final ReportBooks books;

    @Activate
    public PreparationPages(@Reference Submissions submissions, @Reference ReportBooks books) {
        this.submissions = submissions;
        this.books = books;
    }

    static String href(RegionReport report) {
        return ReportPages.href(report) + "/preparation";
    }

    @GET
    @Needs(Right.RECORDS_WRITE)
    public View open(
            @Context Caller caller,
            @Context Words words,
            @PathParam("year") String year,
            @PathParam("region") String region) {
        return view(caller, words, year, region, Optional.empty());
    }

    private View view(Caller caller, Words words, String year, String region, Optional<String> problem) {
        ReportBook book = books.open(caller.user(), caller.language(), year, region);
        StepBlocks step = new StepBlocks(words, book);
        boolean prepares =
                submissions.mayPrepare(caller.user(), book.report().region().code());
        return step.page(words.text("page.report.prepare.title"), step.prepare(prepares), problem);
    }

    @POST
    @Needs(Right.RECORDS_WRITE)
    public Response prepare(
            @Context Caller caller,
            @Context Words words,
            @PathParam("year") String year,
            @PathParam("region") String region,
            FormInput input) {
        return Answer.of(
                () -> {
                    submissions.prepare(caller.user(), year, region);
                    return Answer.to(ReportPages.REPORTS + "/" + year + "/" + region, "page.report.prepare.done");
                },
                problem -> view(caller, words, year, region, Optional.of(words.text(problem.message()))));
    }
}
