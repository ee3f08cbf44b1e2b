package kz.jolkarta.registry.imports;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.access.Users;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.children.ChildChoice;
import kz.jolkarta.registry.places.TerritoryChoice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists of children on pages: one is brought in, watched, corrected and taken back. */
@Path("imports")
@Component(service = Pages.class)
public final class ImportPages implements Pages {
    static final String LIST = "/imports";

    private final Imports imports;
    private final Doubts doubts;
    private final Users users;
    private final TerritoryChoice territories;
    private final ChildChoice children;
    private final RemarkTexts texts;

    @Activate
    public ImportPages(
            @Reference Imports imports,
            @Reference Doubts doubts,
            @Reference Users users,
            @Reference TerritoryChoice territories,
            @Reference ChildChoice children,
            @Reference Texts texts) {
        this.imports = imports;
        this.doubts = doubts;
        this.users = users;
        this.territories = territories;
        this.children = children;
        this.texts = new RemarkTexts(texts);
    }

    private ImportList list(User user, Words words) {
        return new ImportList(imports, territories, user, words);
    }

    @GET
    @Needs(Right.CHILDREN_IMPORT)
    public View list(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        ImportList list = list(caller.user(), words);
        return list.view(Address.of(asked), list.upload());
    }

    @POST
    @Needs(Right.CHILDREN_IMPORT)
    public Response start(@Context Caller caller, @Context Words words, FormInput input) {
        User user = caller.user();
        return Answer.of(
                () -> {
                    FormInput.Upload file =
                            input.upload("file").orElseThrow(() -> Problem.field("file", "import.file-needed"));
                    long id = imports.start(
                            user,
                            file.content(),
                            ImportResource.name(file.name()),
                            input.flag("dryRun"),
                            Map.of(),
                            input.first("territory"));
                    return Answer.to(LIST + "/" + id);
                },
                problem -> {
                    ImportList list = list(user, words);
                    return list.view(Address.of(LIST), list.upload().refused(input, problem, words));
                });
    }

    private String who(Batch batch, Words words) {
        return users.find(batch.owner())
                .map(User::login)
                .orElseGet(() -> words.text("page.imports.account", String.valueOf(batch.owner())));
    }

    @GET
    @Path("{id}")
    @Needs(Right.CHILDREN_IMPORT)
    public View open(@Context Caller caller, @Context Words words, @Context UriInfo asked, @PathParam("id") long id) {
        User user = caller.user();
        Batch batch = imports.find(user, id);
        ImportView view = new ImportView(batch, words, texts);
        long waiting = batch.dryRun() ? 0 : doubts.waiting(user, id);
        List<Action> actions = ImportView.undoable(batch)
                ? List.of(Action.go(words.text("page.imports.undo"), LIST + "/" + id + "/undo")
                        .icon("arrow-back-up"))
                : List.of();
        String place = batch.territory().isEmpty() ? "" : territories.name(words, batch.territory()) + " · ";
        View page = View.of(
                        ImportView.name(batch, words), view.blocks(imports, children, user, waiting, Address.of(asked)))
                .lead(place + words.moment(batch.created()) + " · " + who(batch, words))
                .up(words.text("page.imports.title"), LIST)
                .actions(actions);
        return batch.state().ended() ? page : page.refresh(ImportView.LOOK_AGAIN_SECONDS);
    }

    /** What each column is taken for, with values of it, to be corrected once the reading has ended. */
    @GET
    @Path("{id}/columns")
    @Needs(Right.CHILDREN_IMPORT)
    public View columns(@Context Caller caller, @Context Words words, @PathParam("id") long id) {
        Batch batch = imports.find(caller.user(), id);
        return ImportColumns.view(batch, ImportColumns.form(batch, imports.samples(batch), words), words);
    }

    @POST
    @Path("{id}/mapping")
    @Needs(Right.CHILDREN_IMPORT)
    public Response again(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        Batch batch = imports.find(caller.user(), id);
        return Answer.of(
                () -> {
                    long fresh = imports.again(caller.user(), id, ImportColumns.said(batch, input));
                    return Answer.to(LIST + "/" + fresh, "page.imports.read-again");
                },
                problem -> {
                    Form form = ImportColumns.form(batch, imports.samples(batch), words);
                    return ImportColumns.view(batch, form.refused(input, problem, words), words);
                });
    }

    /** Brings in for good what a dry run has tried. */
    @POST
    @Path("{id}/bring-in")
    @Needs(Right.CHILDREN_IMPORT)
    public Response bringIn(@Context Caller caller, @PathParam("id") long id, FormInput input) {
        return Answer.to(LIST + "/" + imports.bringIn(caller.user(), id));
    }

    @POST
    @Path("{id}/cancel")
    @Needs(Right.CHILDREN_IMPORT)
    public Response cancel(@Context Caller caller, @PathParam("id") long id, FormInput input) {
        imports.cancel(caller.user(), id);
        return Answer.to(LIST + "/" + id, "page.imports.cancelling");
    }

    /** Names what an undo takes back before it does. */
    @GET
    @Path("{id}/undo")
    @Needs(Right.CHILDREN_IMPORT)
    public View askToUndo(@Context Caller caller, @Context Words words, @PathParam("id") long id) {
        Batch batch = imports.find(caller.user(), id);
        return ImportUndo.view(batch, imports.foreseen(caller.user(), batch), caller.user(), children, words);
    }

    @POST
    @Path("{id}/undo")
    @Needs(Right.CHILDREN_IMPORT)
    public Response undo(@Context Caller caller, @PathParam("id") long id, FormInput input) {
        boolean all = imports.undo(caller.user(), id).kept().isEmpty();
        return Answer.to(LIST + "/" + id, all ? "page.imports.undone" : "page.imports.undone-in-part");
    }
}
