package kz.jolkarta.registry.departures;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
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
import kz.jolkarta.registry.children.ChildTabs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Putting one child's record into the archive, on a page that says what is kept. */
@Path("children/{child: \\d+}/archive")
@Component(service = Pages.class)
public final class ChildArchivePages implements Pages {
    private final Archive archive;

    @Activate
    public ChildArchivePages(@Reference Archive archive) {
        this.archive = archive;
    }

    @GET
    @Needs(Right.CHILDREN_WRITE)
    public View open(@Context Caller caller, @Context Words words, @PathParam("child") long child) {
        return view(caller, words, child, Function.identity());
    }

    private View view(Caller caller, Words words, long child, Function<Form, Form> change) {
        ArchivePreview kept = archive.preview(caller, child);
        Block facts = Block.Card.of(
                words.text("page.child.archive.kept"),
                new Block.Facts(List.of(
                        fact(words, "copy.part.categories", kept.categories()),
                        fact(words, "copy.part.talents", kept.talents()),
                        fact(words, "copy.part.achievements", kept.achievements()),
                        fact(words, "copy.part.consents", kept.consents()),
                        fact(words, "copy.part.road-maps", kept.roadMaps()),
                        fact(words, "copy.part.participations", kept.activities()),
                        fact(words, "copy.part.awards", kept.awards()),
                        fact(words, "page.child.archive.open-awards", kept.openAwards()),
                        fact(words, "page.child.archive.open-tasks", kept.openTasks()))));
        Form form = form(words, child, "archive", kept.childVersion());
        return View.of(words.text("page.child.archive"), facts, change.apply(form))
                .lead(words.text("page.child.archive.lead"))
                .up(words.text("page.child.back"), ChildTabs.page(child, ChildTabs.WHOLE));
    }

    private static Block.Fact fact(Words words, String key, long number) {
        return new Block.Fact(words.text(key), Cell.number(words.number(number)));
    }

    /** @param act the last step of the address, and of the key of the act's name */
    static Form form(Words words, long child, String act, int version) {
        return Form.of(
                        ChildTabs.page(child, act),
                        words.text("page.child." + act + ".submit"),
                        List.of(
                                Field.lines("reason", words.text("copy.column.reason"))
                                        .require(),
                                Field.hidden(FormInput.VERSION, version)))
                .cancel(ChildTabs.page(child, ChildTabs.WHOLE));
    }

    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response put(@Context Caller caller, @Context Words words, @PathParam("child") long child, FormInput input) {
        return Answer.of(
                () -> {
                    archive.put(caller, child, input.version().orElse(0), input.as(ArchiveInput.class));
                    return Answer.to(ChildTabs.page(child, ChildTabs.WHOLE), "page.child.archive.done");
                },
                problem -> view(caller, words, child, form -> form.refused(input, problem, words)));
    }
}
