package kz.jolkarta.registry.awards;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.measure.AwardType;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.payments.Payments;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.StateChange;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One award on pages: what it is, how it came about, the acts its state allows, and its form. */
@Path("measures/{code}/awards/{id: \\d+}")
@Component(service = Pages.class)
public final class AwardRecordPages implements Pages {
    private final Awards awards;
    private final Payments payments;
    private final TerritoryChoice territories;
    private final Ledger ledger;

    @Activate
    public AwardRecordPages(
            @Reference Awards awards,
            @Reference Payments payments,
            @Reference TerritoryChoice territories,
            @Reference Ledger ledger) {
        this.awards = awards;
        this.payments = payments;
        this.territories = territories;
        this.ledger = ledger;
    }

    private AwardWords look(Words words, String code) {
        return new AwardWords(words, ledger.measures().require(code));
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public View open(
            @Context Caller caller, @Context Words words, @PathParam("code") String code, @PathParam("id") long id) {
        AwardWords look = look(words, code);
        Award award = awards.get(caller.user(), code, id);
        return view(caller.user(), look, award, AwardActs.forms(caller.user(), look, award));
    }

    private View view(User user, AwardWords look, Award award, List<Form> acts) {
        Words words = look.words();
        AwardCards cards = new AwardCards(look, territories);
        List<Block> left = new ArrayList<>();
        left.add(cards.facts(award));
        if (award.score() != null) {
            left.add(cards.score(awards.score(user, look.measure().code(), award.id())));
        }
        cards.payments(user, award, payments).ifPresent(left::add);
        left.add(Block.Card.of(
                words.text("page.awards.history"),
                cards.history(awards.history(user, look.measure().code(), award.id()))));
        List<Block> right = new ArrayList<>();
        if (!acts.isEmpty()) {
            right.add(Block.Card.of(words.text("page.awards.acts"), acts));
        } else if (!AwardState.MOVES.after(award.state()).isEmpty()) {
            right.add(Block.Card.of(
                    words.text("page.awards.acts"), new Block.Paragraph(words.text("page.awards.acts-none"))));
        }
        View view = View.of(
                        look.person(award) + " · " + look.kind(award.type()),
                        new Block.Column(8, left),
                        new Block.Column(4, right))
                .lead(look.measureName())
                .up(words.text("page.awards.title"), look.list());
        return edits(user, award)
                ? view.actions(Action.go(words.text("page.awards.edit"), look.page(award) + "/edit")
                        .icon("edit"))
                : view;
    }

    private static boolean edits(User user, Award award) {
        Right right = award.state().placed() ? Right.AWARDS_APPROVE : Right.RECORDS_WRITE;
        return user.scope(right).covers(award.territory())
                && !AwardState.MOVES.after(award.state()).isEmpty();
    }

    @POST
    @Path("state")
    @Needs({Right.RECORDS_WRITE, Right.AWARDS_APPROVE})
    public Response move(
            @Context Caller caller,
            @Context Words words,
            @PathParam("code") String code,
            @PathParam("id") long id,
            FormInput input) {
        AwardWords look = look(words, code);
        return Answer.of(
                () -> {
                    StateChange change = input.as(StateChange.class);
                    look.told(() -> awards.move(caller.user(), code, id, input.version(), change));
                    return Answer.to(look.list() + "/" + id, "page.awards.moved");
                },
                problem -> {
                    Award award = awards.get(caller.user(), code, id);
                    List<Form> acts = AwardActs.forms(caller.user(), look, award).stream()
                            .map(f -> AwardActs.is(f, input) ? f.refused(input, problem, words) : f)
                            .toList();
                    View again = view(caller.user(), look, award, acts);
                    return acts.stream().anyMatch(f -> AwardActs.is(f, input))
                            ? again
                            : AwardActs.told(again, problem, words);
                });
    }

    @GET
    @Path("edit")
    @Needs({Right.RECORDS_WRITE, Right.AWARDS_APPROVE})
    public View edit(
            @Context Caller caller, @Context Words words, @PathParam("code") String code, @PathParam("id") long id) {
        AwardWords look = look(words, code);
        Award award = awards.get(caller.user(), code, id);
        return editView(look, award, form(look, award));
    }

    private static View editView(AwardWords look, Award award, Form form) {
        Words words = look.words();
        return View.of(
                        words.text("page.awards.edit-of", look.person(award)),
                        Block.Card.of(look.kind(award.type()), form).wide(8))
                .lead(look.measureName())
                .up(look.person(award), look.page(award));
    }

    private Form form(AwardWords look, Award award) {
        AwardType type = look.measure()
                .award(award.type())
                .orElseThrow(() -> Problem.conflict("record.type-gone", award.type()));
        List<Field> fields = new ArrayList<>();
        fields.add(Field.hidden("type", award.type()));
        Optional.ofNullable(award.childId()).ifPresent(c -> fields.add(Field.hidden("childId", c)));
        Optional.ofNullable(award.staffId()).ifPresent(s -> fields.add(Field.hidden("staffId", s)));
        fields.add(Field.hidden("year", award.year()));
        fields.add(Field.hidden(FormInput.VERSION, award.version()));
        fields.addAll(new AwardForm(look, type).edit(award));
        return Form.of(look.page(award) + "/edit", look.words().text("page.awards.save"), fields)
                .cancel(look.page(award));
    }

    @POST
    @Path("edit")
    @Needs({Right.RECORDS_WRITE, Right.AWARDS_APPROVE})
    public Response save(
            @Context Caller caller,
            @Context Words words,
            @PathParam("code") String code,
            @PathParam("id") long id,
            FormInput input) {
        AwardWords look = look(words, code);
        Award award = awards.get(caller.user(), code, id);
        AwardType type = look.measure()
                .award(award.type())
                .orElseThrow(() -> Problem.conflict("record.type-gone", award.type()));
        return Answer.of(
                () -> {
                    AwardInput wanted = new AwardForm(look, type).read(input);
                    int version = input.version()
                            .orElseThrow(
                                    () -> Problem.of(Problem.Kind.PRECONDITION_REQUIRED, "problem.if-match-missing"));
                    look.told(() -> awards.update(caller.user(), code, id, version, wanted));
                    return Answer.to(look.page(award), "page.awards.saved");
                },
                problem -> editView(look, award, form(look, award).refused(input, problem, words)));
    }
}
