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
import java.util.Optional;
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
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.places.TerritoryChoice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists of children on pages: one is brought in, watched, corrected and taken back. */
@Path("imports")
@Component(service = Pages.class)
public final class ImportPages implements Pages {
    static final String LIST = "/imports";
    private static final int ROWS = 25;

    private final Imports imports;
    private final Doubts doubts;
    private final Users users;
    private final TerritoryChoice territories;
    private final RemarkTexts texts;

    @Activate
    public ImportPages(
            @Reference Imports imports,
            @Reference Doubts doubts,
            @Reference Users users,
            @Reference TerritoryChoice territories,
            @Reference Texts texts) {
        this.imports = imports;
        this.doubts = doubts;
        this.users = users;
        this.territories = territories;
        this.texts = new RemarkTexts(texts);
    }

    @GET
    @Needs(Right.CHILDREN_IMPORT)
    public View list(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        return list(caller.user(), words, Address.of(asked), upload(caller.user(), words));
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
                problem ->
                        list(user, words, Address.of(LIST), upload(user, words).refused(input, problem, words)));
    }

    private Form upload(User user, Words words) {
        return Form.of(
                LIST,
                words.text("page.imports.start"),
                List.of(
                        Field.file("file", words.text("page.imports.file"))
                                .require()
                                .help(words.text("page.imports.file-help")),
                        territories
                                .field(words, user.scope(Right.CHILDREN_IMPORT), "")
                                .help(words.text("page.imports.territory-help")),
                        Field.flag("dryRun", words.text("page.imports.dry-run"))
                                .help(words.text("page.imports.dry-run-help"))));
    }

    private View list(User user, Words words, Address address, Form upload) {
        String after = address.value("after");
        long before = after.isEmpty() ? Long.MAX_VALUE : ImportResource.number("after", after);
        List<Batch> found = imports.list(user, before, ROWS + 1);
        List<Batch> shown = found.subList(0, Math.min(ROWS, found.size()));
        String next = found.size() > ROWS ? String.valueOf(shown.get(ROWS - 1).id()) : "";
        Table table = Table.of(
                        List.of(
                                Table.Column.of(words.text("page.imports.file")),
                                Table.Column.of(words.text("page.imports.when-and-who")),
                                Table.Column.of(words.text("page.territory")),
                                Table.Column.number(words.text("page.imports.count.created")),
                                Table.Column.number(words.text("page.imports.count.updated")),
                                Table.Column.number(words.text("page.imports.count.doubtful")),
                                Table.Column.number(words.text("page.imports.count.rejected")),
                                Table.Column.of(words.text("record.heading.state")),
                                Table.Column.of(words.text("page.imports.what-can-be-done"))),
                        shown.stream().map(b -> line(b, words)).toList())
                .pages(address.previous(), address.next(next))
                .empty(words.text("page.imports.none"));
        return View.of(
                        words.text("page.imports.title"),
                        Block.Card.of(words.text("page.imports.new"), upload),
                        Block.Card.of(words.text("page.imports.past"), table).at("past"))
                .lead(words.text("page.imports.lead"))
                .actions(Action.go(words.text("page.imports.doubtful"), DoubtPages.LIST));
    }

    private Table.Line line(Batch batch, Words words) {
        String own = LIST + "/" + batch.id();
        Batch.Counts counts = batch.counts();
        Cell undo = undoable(batch)
                ? Cell.action(Action.go(words.text("page.imports.undo"), own + "/undo")
                        .icon("arrow-back-up"))
                : Cell.of("");
        return Table.Line.of(
                Cell.link(
                        ImportView.name(batch, words),
                        batch.dryRun() ? words.text("page.imports.was-dry-run") : "",
                        own),
                Cell.of(words.moment(batch.created()), who(batch, words)),
                Cell.of(batch.territory().isEmpty() ? "" : territories.name(words, batch.territory())),
                Cell.number(words.number(counts.created())),
                Cell.number(words.number(counts.updated())),
                Cell.number(words.number(counts.doubtful())),
                Cell.number(words.number(counts.rejected())),
                Cell.badge(ImportView.state(batch, words)),
                undo);
    }

    private String who(Batch batch, Words words) {
        return users.find(batch.owner())
                .map(User::login)
                .orElseGet(() -> words.text("page.imports.account", String.valueOf(batch.owner())));
    }

    /** What a batch that was cancelled or failed did is taken back by itself. */
    private static boolean undoable(Batch batch) {
        return batch.state() == Batch.State.DONE && !batch.dryRun();
    }

    @GET
    @Path("{id}")
    @Needs(Right.CHILDREN_IMPORT)
    public View open(@Context Caller caller, @Context Words words, @Context UriInfo asked, @PathParam("id") long id) {
        return open(caller, words, Address.of(asked), id, Optional.empty());
    }

    private View open(Caller caller, Words words, Address address, long id, Optional<Form> refused) {
        User user = caller.user();
        Batch batch = imports.find(user, id);
        ImportView view = new ImportView(batch, words, texts);
        long waiting = batch.dryRun() ? 0 : doubts.waiting(user, id);
        List<Action> actions = undoable(batch)
                ? List.of(Action.go(words.text("page.imports.undo"), LIST + "/" + id + "/undo")
                        .icon("arrow-back-up"))
                : List.of();
        String place = batch.territory().isEmpty() ? "" : territories.name(words, batch.territory()) + " · ";
        View page = View.of(
                        ImportView.name(batch, words),
                        view.blocks(imports, user, waiting, address, refused.orElseGet(view::columns)))
                .lead(place + words.moment(batch.created()) + " · " + who(batch, words))
                .up(words.text("page.imports.title"), LIST)
                .actions(actions);
        return batch.state().ended() ? page : page.refresh(ImportView.LOOK_AGAIN_SECONDS);
    }

    @POST
    @Path("{id}/mapping")
    @Needs(Right.CHILDREN_IMPORT)
    public Response again(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        return Answer.of(
                () -> {
                    Batch batch = imports.find(caller.user(), id);
                    long fresh = imports.again(caller.user(), id, ImportView.said(batch, input));
                    return Answer.to(LIST + "/" + fresh, "page.imports.read-again");
                },
                problem -> {
                    Form columns = new ImportView(imports.find(caller.user(), id), words, texts).columns();
                    return open(
                            caller,
                            words,
                            Address.of(LIST + "/" + id),
                            id,
                            Optional.of(columns.refused(input, problem, words)));
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
        return new ImportView(batch, words, texts).undo(imports.foreseen(caller.user(), batch));
    }

    @POST
    @Path("{id}/undo")
    @Needs(Right.CHILDREN_IMPORT)
    public Response undo(@Context Caller caller, @PathParam("id") long id, FormInput input) {
        boolean all = imports.undo(caller.user(), id).kept().isEmpty();
        return Answer.to(LIST + "/" + id, all ? "page.imports.undone" : "page.imports.undone-in-part");
    }
}
