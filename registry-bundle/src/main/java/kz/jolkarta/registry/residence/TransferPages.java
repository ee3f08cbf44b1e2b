package kz.jolkarta.registry.residence;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.LookUp;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.organisations.OrganisationChoice;
import kz.jolkarta.registry.places.PlaceChoice;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves between territories on pages: those that ask for an answer first, and the asking for a child. */
@Path("transfers")
@Component(service = Pages.class)
public final class TransferPages implements Pages {
    static final String LIST = "/transfers";
    private static final String NEW = LIST + "/new";

    private final Moves moves;
    private final Transfers transfers;
    private final TerritoryChoice territories;
    private final TransferForms forms;

    @Activate
    public TransferPages(
            @Reference Moves moves,
            @Reference Transfers transfers,
            @Reference TerritoryChoice territories,
            @Reference PlaceChoice places,
            @Reference OrganisationChoice organisations) {
        this.moves = moves;
        this.transfers = transfers;
        this.territories = territories;
        this.forms = new TransferForms(places, organisations);
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public View list(
            @Context Caller caller, @Context Words words, @Context UriInfo asked, @BeanParam TransferQuery query) {
        Address address = Address.of(asked);
        Page<Transfer> page = transfers.list(caller, query.filter(), Params.paging(address));
        List<Field> fields = address.filled(List.of(
                Field.text("q", words.text("page.children.q-name")),
                Field.choice(
                        "direction",
                        words.text("page.transfers.direction"),
                        words.options(TransferFilter.Direction.class, "page.transfers.direction.")),
                Field.choice(
                        "state",
                        words.text("record.heading.state"),
                        words.options(Transfer.State.class, "copy.word.transfer.")),
                territories.field(words, caller.user().scope(Right.CHILDREN_READ), address.value("territory")),
                Field.date("from", words.text("page.transfers.from-day")),
                Field.date("until", words.text("page.transfers.until-day")),
                Field.flag("waiting", words.text("page.transfers.waiting"))));
        List<Filters.Chip> active = address.active(fields);
        Filters filters = Filters.of(
                        LIST, words.text("page.list.apply"), Action.link(words.text("page.list.reset"), LIST), fields)
                .active(active);
        Table table = Table.of(
                        List.of(
                                Table.Column.of(words.text("record.heading.name")),
                                Table.Column.of(words.text("page.transfers.way")),
                                address.usually("-asked")
                                        .sortable(Table.Column.number(words.text("page.child.move.day")), "day"),
                                address.usually("-asked")
                                        .sortable(Table.Column.number(words.text("page.transfers.asked-on")), "asked"),
                                Table.Column.of(words.text("record.heading.state"))),
                        page.items().stream().map(row -> line(words, row)).toList())
                .caption(words.text("page.transfers.title"))
                .pages(address.previous(), address.next(page.next()))
                .empty(words.text(active.isEmpty() ? "page.transfers.none" : "page.transfers.nothing-found"));
        if (caller.user().has(Right.CHILDREN_EXPORT)) {
            table = table.exports(address.files("/api/transfers/list"));
        }
        View view = View.of(words.text("page.transfers.title"), filters, table).lead(words.text("page.transfers.lead"));
        return caller.user().has(Right.CHILDREN_WRITE)
                ? view.actions(
                        Action.primary(words.text("page.transfers.ask"), NEW).icon("plus"))
                : view;
    }

    private static Table.Line line(Words words, Transfer row) {
        return Table.Line.of(
                Cell.link(row.name(), row.reason(), LIST + "/" + row.id()),
                Cell.of(row.from().name() + " → " + row.to().name()),
                Cell.number(words.date(row.onDay())),
                Cell.number(words.moment(row.askedAt())),
                Cell.badge(TransferSheet.state(words, row)));
    }

    @GET
    @Path("new")
    @Needs(Right.CHILDREN_WRITE)
    public View ask(@Context Caller caller, @Context Words words) {
        return asking(words, forms.asking(caller, words, TransferForms.EMPTY));
    }

    private static View asking(Words words, Form form) {
        return View.of(words.text("page.transfers.ask"), form)
                .lead(words.text("page.transfers.ask-lead"))
                .up(words.text("page.transfers.title"), LIST);
    }

    /** The place where the child lives now is asked. */
    @POST
    @Path("new")
    @Needs(Right.CHILDREN_WRITE)
    public Response asked(@Context Caller caller, @Context Words words, FormInput input) {
        return Answer.of(
                () -> {
                    TransferRequest wanted = forms.chosen(caller, input, TransferRequest.class);
                    MoveResult result = moves.ask(caller, wanted.iin(), wanted.input());
                    return Answer.to(LIST + "/" + result.transfer().id(), "page.transfers.asked");
                },
                problem -> asking(
                        words, LookUp.told(forms.asking(caller, words, input).refused(input, problem, words))));
    }

    @GET
    @Path("{id: \\d+}")
    @Needs(Right.CHILDREN_READ)
    public View open(@Context Caller caller, @Context Words words, @PathParam("id") long id) {
        return sheet(caller, words, id, TransferForms.EMPTY, UnaryOperator.identity());
    }

    private View sheet(Caller caller, Words words, long id, FormInput input, UnaryOperator<Form> change) {
        Transfers.Opened opened = transfers.open(caller, id);
        Transfer transfer = opened.transfer();
        TransferSheet sheet = new TransferSheet(words, opened);
        List<Block> blocks = new ArrayList<>(sheet.blocks());
        if (transfer.yours()) {
            boolean refuses = input.first("accept").equals("false");
            Form accept = forms.accepting(caller, words, transfer, input);
            Form refuse = forms.refusing(words, transfer);
            blocks.add(Block.Card.of(words.text("page.transfers.accept"), refuses ? accept : change.apply(accept))
                    .at("accept")
                    .wide(6)
                    .mark());
            blocks.add(Block.Card.of(words.text("page.transfers.refuse"), refuses ? change.apply(refuse) : refuse)
                    .at("refuse")
                    .wide(6));
        }
        View view = View.of(transfer.name(), blocks)
                .lead(words.text("page.transfers.asking." + Json.name(transfer.asking())))
                .up(words.text("page.transfers.title"), LIST);
        return transfer.childId() == null
                ? view
                : view.actions(Action.go(words.text("page.transfers.child"), "/children/" + transfer.childId()));
    }

    /** Accepts, which moves the child, or refuses with a reason. */
    @POST
    @Path("{id: \\d+}/answer")
    @Needs(Right.CHILDREN_WRITE)
    public Response answer(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        return Answer.of(
                () -> {
                    MoveAnswer answer = forms.chosen(caller, input, MoveAnswer.class);
                    moves.answer(caller, id, input.version().orElse(0), answer);
                    return Answer.to(
                            LIST + "/" + id, answer.accept() ? "page.transfers.accepted" : "page.transfers.refused");
                },
                problem -> sheet(caller, words, id, input, form -> LookUp.told(form.refused(input, problem, words))));
    }
}
