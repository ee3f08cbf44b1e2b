package kz.jolkarta.registry.childpage;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.attachments.Attachments;
import kz.jolkarta.registry.attachments.ContentKind;
import kz.jolkarta.registry.attachments.Owner;
import kz.jolkarta.registry.attachments.Upload;
import kz.jolkarta.registry.childpage.ChildSheet.Asked;
import kz.jolkarta.registry.children.ChildTabs;
import kz.jolkarta.registry.children.Children;
import kz.jolkarta.registry.proposals.ChildOffers;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One child's page, with what is done on it. */
@Path("children/{child: \\d+}")
@Component(service = Pages.class)
public final class ChildSheetPages implements Pages {
    private final Children children;
    private final ChildSheet sheet;
    private final ChildOffers offers;
    private final Attachments attachments;

    @Activate
    public ChildSheetPages(
            @Reference Children children,
            @Reference ChildSheet sheet,
            @Reference ChildOffers offers,
            @Reference Attachments attachments) {
        this.children = children;
        this.sheet = sheet;
        this.offers = offers;
        this.attachments = attachments;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public View open(
            @Context Caller caller,
            @Context Words words,
            @PathParam("child") long child,
            @QueryParam("year") String year) {
        return sheet.view(caller, words, children.open(caller, child), Asked.of(Params.year("year", year)));
    }

    /** The page with the whole IIN, this once. */
    @POST
    @Path("iin")
    @Needs({Right.CHILDREN_WRITE, Right.CHILDREN_EXPORT})
    public View number(@Context Caller caller, @Context Words words, @PathParam("child") long child) {
        Asked asked = new Asked(Optional.empty(), true, Optional.empty(), "");
        return sheet.view(caller, words, children.openWithNumber(caller, child), asked);
    }

    /** Makes what a measure offers a step of the child's road map. */
    @POST
    @Path("proposals")
    @Needs(Right.CHILDREN_WRITE)
    public Response propose(
            @Context Caller caller, @Context Words words, @PathParam("child") long child, FormInput input) {
        return Answer.of(
                () -> {
                    offers.take(caller, child, input.first("proposal"));
                    return Answer.to(ChildTabs.page(child, ChildTabs.WHOLE) + "#plan", "page.child.proposed");
                },
                problem -> refused(caller, words, child, problem));
    }

    /** The second mark of the child's last lesson, from its representative. */
    @POST
    @Path("lessons")
    @Needs(Right.RECORDS_WRITE)
    public Response confirm(
            @Context Caller caller, @Context Words words, @PathParam("child") long child, FormInput input) {
        return Answer.of(
                () -> {
                    long participation = Params.number("participation", input.first("participation"))
                            .orElseThrow(Problem::notFound);
                    sheet.confirm(caller, child, participation);
                    return Answer.to(ChildTabs.page(child, ChildTabs.WHOLE), "page.activities.confirmed-done");
                },
                problem -> refused(caller, words, child, problem));
    }

    /** Drafts the road map of the running school year from what the measures offer. */
    @POST
    @Path("road-map")
    @Needs(Right.CHILDREN_WRITE)
    public Response draft(@Context Caller caller, @Context Words words, @PathParam("child") long child) {
        return Answer.of(
                () -> Answer.to("/road-maps/" + offers.draft(caller, child).id(), "page.child.drafted"),
                problem -> refused(caller, words, child, problem));
    }

    private View refused(Caller caller, Words words, long child, Problem problem) {
        String fields = problem.fields().stream()
                .map(f -> " " + words.text(f.message()))
                .reduce("", String::concat);
        Asked asked = new Asked(Optional.empty(), false, Optional.empty(), words.text(problem.message()) + fields);
        return sheet.view(caller, words, children.open(caller, child), asked);
    }

    @POST
    @Path("documents")
    @Needs(Right.CHILDREN_WRITE)
    public Response keep(
            @Context Caller caller, @Context Words words, @PathParam("child") long child, FormInput input) {
        return Answer.of(
                () -> {
                    add(caller, child, upload(input));
                    return Answer.to(
                            ChildTabs.page(child, ChildTabs.WHOLE) + "#documents", "page.child.documents.kept");
                },
                problem -> {
                    Form form = Documents.form(words, child).refused(input, problem, words);
                    Asked asked = new Asked(Optional.empty(), false, Optional.of(form), "");
                    return sheet.view(caller, words, children.open(caller, child), asked);
                });
    }

    /** A kind that is not taken is mended in the form like a wrong field. */
    private void add(Caller caller, long child, Upload upload) {
        try {
            attachments.add(caller.user(), Owner.of("child:" + child), upload);
        } catch (Problem problem) {
            throw problem.kind() == Problem.Kind.UNSUPPORTED ? Problem.field("file", "attachment.kind") : problem;
        }
    }

    /** One byte more than is taken tells that it is too large without reading the rest. */
    private static Upload upload(FormInput input) {
        FormInput.Upload file = input.upload("file").orElseThrow(() -> Problem.field("file", "record.required"));
        try {
            return new Upload(
                    file.name(),
                    file.content().readNBytes(Attachments.MOST_BYTES + 1),
                    Choice.of(ContentKind.class, "kind", input.first("kind")).orElse(ContentKind.OTHER),
                    input.flag("noIdentityDocument"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @POST
    @Path("documents/{file: \\d+}/removal")
    @Needs(Right.CHILDREN_WRITE)
    public Response remove(@Context Caller caller, @PathParam("child") long child, @PathParam("file") long file) {
        boolean own = attachments.list(caller.user(), Owner.of("child:" + child)).stream()
                .anyMatch(kept -> kept.id() == file);
        if (!own) {
            throw Problem.notFound();
        }
        attachments.remove(caller.user(), file);
        return Answer.to(ChildTabs.page(child, ChildTabs.WHOLE) + "#documents", "page.child.documents.removed");
    }
}
