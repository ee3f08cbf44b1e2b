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

/** Making the country's report ready, the step before another person hands it in. */
@Path("nation/{year}/preparation")
@Component(service = Pages.class)
public final class NationPreparationPages implements Pages {
    private final NationReports nation;
    private final NationSubmissions submissions;

    @Activate
    public NationPreparationPages(@Reference NationReports nation, @Reference NationSubmissions submissions) {
        this.nation = nation;
        this.submissions = submissions;
    }

    @GET
    @Needs(Right.PROGRAMME_WRITE)
    public View open(@Context Caller caller, @Context Words words, @PathParam("year") String year) {
        return view(caller, words, year, Optional.empty());
    }

    private View view(Caller caller, Words words, String year, Optional<String> problem) {
        NationStepBlocks step = new NationStepBlocks(words, nation.book(caller.user(), caller.language(), year));
        return step.page(words.text("page.report.prepare.title"), step.prepare(), problem);
    }

    @POST
    @Needs(Right.PROGRAMME_WRITE)
    public Response prepare(
            @Context Caller caller, @Context Words words, @PathParam("year") String year, FormInput input) {
        return Answer.of(
                () -> {
                    submissions.prepare(caller.user(), year);
                    return Answer.to(NationPages.NATION + "/" + year, "page.report.prepare.done");
                },
                problem -> view(caller, words, year, Optional.of(words.text(problem.message()))));
    }
}
