package kz.jolkarta.reporting;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.OptionalLong;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Ordering the draft of the country's report on a page: it comes at once, or as a job with a page of its own. */
@Path("nation/{year}/papers/{format}/{language}")
@Component(service = Pages.class)
public final class NationPaperPages implements Pages {
    private final NationPaperDesk desk;

    @Activate
    public NationPaperPages(@Reference NationPaperDesk desk) {
        this.desk = desk;
    }

    static String href(int year, PaperFormat format, Language language) {
        return NationPages.NATION + "/" + year + "/papers/" + format.code() + "/" + language.tag();
    }

    @POST
    @Needs(Right.REPORTS_READ)
    public Response order(
            @Context Caller caller,
            @PathParam("year") String year,
            @PathParam("format") String format,
            @PathParam("language") String language,
            FormInput input) {
        PaperFormat as = PaperFormat.of(format);
        Language in = PaperFormat.language(language);
        OptionalLong job = desk.order(caller.user(), year, as, in);
        return Answer.to(job.isPresent() ? "/jobs/" + job.getAsLong() : NationPaperDesk.href(year, as, in));
    }
}
