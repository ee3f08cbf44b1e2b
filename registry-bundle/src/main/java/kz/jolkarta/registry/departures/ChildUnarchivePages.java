package kz.jolkarta.registry.departures;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.children.ChildTabs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Taking one child's record out of the archive, on a page. */
@Path("children/{child: \\d+}/unarchive")
@Component(service = Pages.class)
public final class ChildUnarchivePages implements Pages {
    private final Archive archive;
    private final Departures departures;

    @Activate
    public ChildUnarchivePages(@Reference Archive archive, @Reference Departures departures) {
        this.archive = archive;
        this.departures = departures;
    }

    @GET
    @Needs(Right.CHILDREN_WRITE)
    public View open(@Context Caller caller, @Context Words words, @PathParam("child") long child) {
        return view(caller, words, child, Function.identity());
    }

    private View view(Caller caller, Words words, long child, Function<Form, Form> change) {
        int version = departures.of(caller, child).version();
        Form form = ChildArchivePages.form(words, child, "unarchive", version);
        return View.of(words.text("page.child.unarchive"), change.apply(form))
                .lead(words.text("page.child.unarchive.lead"))
                .up(words.text("page.child.back"), ChildTabs.page(child, ChildTabs.WHOLE));
    }

    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response take(
            @Context Caller caller, @Context Words words, @PathParam("child") long child, FormInput input) {
        return Answer.of(
                () -> {
                    archive.take(caller, child, input.version().orElse(0), input.as(ArchiveInput.class));
                    return Answer.to(ChildTabs.page(child, ChildTabs.WHOLE), "page.child.unarchive.done");
                },
                problem -> view(caller, words, child, form -> form.refused(input, problem, words)));
    }
}
