package kz.jolkarta.registry.residence;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.LookUp;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.registry.children.ChildTabs;
import kz.jolkarta.registry.organisations.OrganisationChoice;
import kz.jolkarta.registry.places.PlaceChoice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves of one child on a page. */
@Path("children/{child: \\d+}/move")
@Component(service = Pages.class)
public final class MovePages implements Pages {
    private static final String SCHOOL = "schoolId";
    private static final String TERRITORY = "territory";

    private final Moves moves;
    private final Transfers transfers;
    private final PlaceChoice places;
    private final OrganisationChoice organisations;

    @Activate
    public MovePages(
            @Reference Moves moves,
            @Reference Transfers transfers,
            @Reference PlaceChoice places,
            @Reference OrganisationChoice organisations) {
        this.moves = moves;
        this.transfers = transfers;
        this.places = places;
        this.organisations = organisations;
    }

    private LookUp place(Caller caller) {
        return places.settlements(caller.language(), TERRITORY, Scope.COUNTRY);
    }

    private LookUp school(Caller caller) {
        return organisations.of(caller, SCHOOL, Optional.of(OrganisationKind.SCHOOL));
    }

    @GET
    @Needs(Right.CHILDREN_WRITE)
    public View open(@Context Caller caller, @Context Words words, @PathParam("child") long child) {
        return view(caller, words, child, form(caller, words, child, new FormInput(Map.of(), Map.of())));
    }

    private View view(Caller caller, Words words, long child, Form form) {
        List<Transfer> all = transfers.ofChild(caller, child).items();
        List<Block.Row> rows = new ArrayList<>();
        boolean last = true;
        for (Transfer transfer : all) {
            Block.Row row = TransferSheet.row(words, transfer);
            boolean undo = last && transfer.state() == Transfer.State.DONE;
            rows.add(
                    undo
                            ? row.actions(Action.danger(
                                    words.text("page.child.move.undo"),
                                    ChildTabs.page(child, "move/" + transfer.id() + "/undo")))
                            : row);
            last = last && transfer.state() != Transfer.State.DONE;
        }
        return View.of(
                        words.text("page.child.move"),
                        Block.Notice.of(Tone.RUN, words.text("page.child.move.follows")),
                        form,
                        Block.Card.of(
                                words.text("page.child.move.past"),
                                new Block.Rows(rows, words.text("page.child.part.none"))))
                .up(words.text("page.child.back"), ChildTabs.page(child, ChildTabs.WHOLE));
    }

    private Form form(Caller caller, Words words, long child, FormInput input) {
        List<Field> fields = new ArrayList<>();
        String help = words.text("page.child.look-up");
        fields.addAll(place(caller).fields(words.text("import.column.settlement"), help, input, ""));
        fields.addAll(school(caller).fields(words.text("record.heading.school"), help, input, ""));
        fields.add(Field.number("grade", words.text("record.heading.grade")));
        fields.add(Field.text("gradeLetter", words.text("copy.column.grade-letter")));
        fields.add(Field.text("address", words.text("copy.column.address")));
        fields.add(Field.date("onDay", words.text("page.child.move.day")).require());
        fields.add(Field.lines("reason", words.text("copy.column.reason")).require());
        fields.add(Field.hidden(FormInput.VERSION, transfers.version(caller, child)));
        return Form.of(ChildTabs.page(child, "move"), words.text("page.child.move.submit"), fields)
                .cancel(ChildTabs.page(child, ChildTabs.WHOLE));
    }

    /** Done at once by who may write at both places, else the new place is asked. */
    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response move(
            @Context Caller caller, @Context Words words, @PathParam("child") long child, FormInput input) {
        return Answer.of(
                () -> {
                    FormInput whole = school(caller).chosen(place(caller).chosen(input));
                    MoveInput sent = whole.as(MoveInput.class, json -> {
                        whole.number(SCHOOL).ifPresent(id -> json.put("school", id));
                        return json;
                    });
                    MoveResult result =
                            moves.move(caller, child, input.version().orElse(0), sent);
                    return Answer.to(
                            ChildTabs.page(child, "move"),
                            result.childVersion() == null ? "page.child.move.asked" : "page.child.move.done");
                },
                problem -> view(
                        caller,
                        words,
                        child,
                        LookUp.told(form(caller, words, child, input).refused(input, problem, words))));
    }

    /** Takes the child's last move back, while nothing was changed since. */
    @POST
    @Path("{id: \\d+}/undo")
    @Needs(Right.CHILDREN_WRITE)
    public Response undo(@Context Caller caller, @PathParam("child") long child, @PathParam("id") long id) {
        moves.undo(caller, child, id);
        return Answer.to(ChildTabs.page(child, "move"), "page.child.move.undone");
    }
}
