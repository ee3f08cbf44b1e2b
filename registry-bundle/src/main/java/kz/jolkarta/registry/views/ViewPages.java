package kz.jolkarta.registry.views;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.places.TerritoryChoice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Saved views on a page: the filters that hold are kept, own views are renamed, shared and deleted. */
@Path("views")
@Component(service = Pages.class)
public final class ViewPages implements Pages {
    private static final String HERE = "/views";
    private static final String CHILDREN = "/children";

    private final SavedViews views;
    private final TerritoryChoice territories;

    @Activate
    public ViewPages(@Reference SavedViews views, @Reference TerritoryChoice territories) {
        this.views = views;
        this.territories = territories;
    }

    /** @param query the filters to be kept, "" for none */
    @GET
    @Needs(Right.CHILDREN_READ)
    public View list(@Context Caller caller, @Context Words words, @QueryParam("query") String query) {
        List<Block> blocks = new ArrayList<>();
        if (query != null && !SavedViews.kept(query).isEmpty()) {
            blocks.add(Block.Card.of(words.text("page.views.save"), save(caller, words, query)));
        }
        blocks.addAll(own(caller, words));
        return view(words, blocks);
    }

    private Form save(Caller caller, Words words, String query) {
        return Form.of(
                        HERE,
                        words.text("page.views.save"),
                        List.of(
                                Field.text("name", words.text("page.views.name"))
                                        .require(),
                                territory(caller, words, ""),
                                Field.hidden("page", CHILDREN),
                                Field.hidden("query", query)))
                .cancel(CHILDREN + "?" + query);
    }

    private Field territory(Caller caller, Words words, String chosen) {
        Field field = territories.field(words, caller.user().scope(Right.CHILDREN_READ), chosen);
        return new Field(
                field.name(),
                words.text("page.views.share"),
                field.kind(),
                field.values(),
                field.options(),
                false,
                words.text("page.views.share-help"),
                "");
    }

    private List<Block> own(Caller caller, Words words) {
        List<Block> blocks = new ArrayList<>();
        for (SavedView view : views.list(caller.user(), CHILDREN)) {
            if (view.owner() == caller.user().id()) {
                blocks.add(card(caller, words, view, form(caller, words, view)));
            }
        }
        if (blocks.isEmpty()) {
            blocks.add(Block.Notice.of(
                    Tone.NONE, words.text("page.views.none"), Action.go(words.text("page.children.title"), CHILDREN)));
        }
        return blocks;
    }

    private Block.Card card(Caller caller, Words words, SavedView view, Form form) {
        Block.Card card = Block.Card.of(view.name(), form)
                .actions(
                        Action.link(words.text("page.views.open"), view.page() + "?" + view.query()),
                        Action.danger(words.text("page.views.delete"), HERE + "/" + view.id() + "/delete"))
                .wide(6)
                .at("view-" + view.id());
        return view.shared()
                ? card.badge(Badge.of(
                        words.text("page.views.shared", territories.name(words, view.territory())), Tone.RUN, "users"))
                : card;
    }

    private Form form(Caller caller, Words words, SavedView view) {
        return Form.of(
                HERE + "/" + view.id(),
                words.text("page.children.save"),
                List.of(
                        Field.text("name", words.text("page.views.name"))
                                .require()
                                .value(view.name()),
                        territory(caller, words, view.territory()),
                        Field.hidden(FormInput.VERSION, view.version())));
    }

    @POST
    @Needs(Right.CHILDREN_READ)
    public Response create(@Context Caller caller, @Context Words words, FormInput input) {
        String query = input.first("query");
        return Answer.of(
                () -> {
                    SavedView made =
                            views.save(caller.user(), input.first("page"), query, input.as(SavedViews.Data.class));
                    return Answer.to(made.page() + "?" + made.query(), "page.views.saved");
                },
                problem -> view(
                        words,
                        List.of(Block.Card.of(
                                words.text("page.views.save"),
                                save(caller, words, query).refused(input, problem, words)))));
    }

    @POST
    @Path("{id}")
    @Needs(Right.CHILDREN_READ)
    public Response change(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        return Answer.of(
                () -> {
                    int version =
                            input.version().orElseThrow(() -> Problem.field(FormInput.VERSION, "record.required"));
                    views.change(caller.user(), id, version, input.as(SavedViews.Data.class));
                    return Answer.to(HERE + "#view-" + id, "page.views.saved");
                },
                problem -> view(words, again(caller, words, id, input, problem)));
    }

    private List<Block> again(Caller caller, Words words, long id, FormInput input, Problem problem) {
        SavedView view = views.list(caller.user(), CHILDREN).stream()
                .filter(v -> v.id() == id && v.owner() == caller.user().id())
                .findFirst()
                .orElseThrow(Problem::notFound);
        return List.of(card(caller, words, view, form(caller, words, view).refused(input, problem, words)));
    }

    @POST
    @Path("{id}/delete")
    @Needs(Right.CHILDREN_READ)
    public Response delete(@Context Caller caller, @PathParam("id") long id, FormInput input) {
        views.delete(caller.user(), id);
        return Answer.to(HERE, "page.views.deleted");
    }

    private static View view(Words words, List<Block> blocks) {
        return View.of(words.text("page.views.title"), blocks)
                .lead(words.text("page.views.lead"))
                .up(words.text("page.children.title"), CHILDREN);
    }
}
