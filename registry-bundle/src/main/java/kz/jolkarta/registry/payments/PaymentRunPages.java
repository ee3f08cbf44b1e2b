package kz.jolkarta.registry.payments;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Payment runs on pages: the list, the preview with the proposal, one with its lines and the decision. */
@Path("measures/{code}/payment-runs")
@Component(service = Pages.class)
public final class PaymentRunPages implements Pages {
    private final PaymentRuns runs;
    private final RunDecisions decisions;
    private final TerritoryChoice territories;
    private final Ledger ledger;

    @Activate
    public PaymentRunPages(
            @Reference PaymentRuns runs,
            @Reference RunDecisions decisions,
            @Reference TerritoryChoice territories,
            @Reference Ledger ledger) {
        this.runs = runs;
        this.decisions = decisions;
        this.territories = territories;
        this.ledger = ledger;
    }

    private RunWords look(Words words, String code) {
        return new RunWords(words, ledger.measures().require(code), territories);
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public View list(
            @Context Caller caller, @Context Words words, @Context UriInfo asked, @PathParam("code") String code) {
        RunWords look = look(words, code);
        Address address = Address.of(asked);
        RunFilter filter = new RunFilter(
                Params.year("year", address.value("year")),
                Choice.of(RunState.class, "state", address.value("state")),
                Params.territory(address.value("territory")),
                Params.text("type", address.value("type")));
        Page<PaymentRun> page = runs.list(
                caller.user(),
                code,
                filter,
                RunStore.ORDERS.of(address.value("sort")),
                Params.paging(address.value("limit"), address.value("after")));
        List<Field> fields = address.filled(List.of(
                territories.field(words, caller.user().scope(Right.RECORDS_READ), address.value("territory")),
                Field.choice("type", words.text("record.heading.type"), look.kinds()),
                Field.choice("state", words.text("record.heading.state"), look.states()),
                Field.number("year", words.text("record.heading.year"))));
        Filters filters = Filters.of(
                        look.home(),
                        words.text("page.list.apply"),
                        Action.link(words.text("page.list.reset"), look.home()),
                        fields)
                .active(address.active(fields));
        Table table = Table.of(
                        List.of(
                                address.sortable(Table.Column.of(words.text("page.runs.month")), "-month"),
                                Table.Column.of(words.text("page.territory")),
                                Table.Column.of(words.text("record.heading.source")),
                                address.sortable(Table.Column.number(words.text("page.runs.lines")), "-lines"),
                                address.sortable(Table.Column.number(words.text("page.awards.amount")), "-total"),
                                Table.Column.of(words.text("record.heading.state"))),
                        page.items().stream().map(r -> line(look, r)).toList())
                .caption(words.text("page.runs.title"))
                .pages(address.previous(), address.next(page.next()))
                .exports(address.files("/api" + look.home()))
                .empty(words.text("page.runs.none"));
        View view = View.of(words.text("page.runs.title"), filters, table)
                .lead(look.measureName())
                .up(look.measureName(), "/measures/" + code)
                .actions(Action.go(words.text("page.payments.title"), "/measures/" + code + "/payments"));
        return caller.user().has(Right.RECORDS_WRITE)
                ? view.actions(Action.primary(words.text("page.runs.new"), look.home() + "/new")
                        .icon("plus"))
                : view;
    }

    private Table.Line line(RunWords look, PaymentRun run) {
        Words words = look.words();
        return Table.Line.of(
                Cell.link(look.month(run.month()), look.kind(run.type()), look.home() + "/" + run.id()),
                Cell.of(territories.name(words, run.territory())),
                Cell.of(look.source(run.source())),
                Cell.number(words.number(run.lines())),
                Cell.number(words.money(run.total())),
                Cell.badge(look.state(run.state())));
    }

    /** Who would be paid and who not and why, before anything is written. */
    @GET
    @Path("new")
    @Needs(Right.RECORDS_WRITE)
    public Response preview(
            @Context Caller caller, @Context Words words, @Context UriInfo asked, @PathParam("code") String code) {
        RunProposal proposal = proposal(words, code);
        Address address = Address.of(asked);
        return Answer.of(
                () -> Response.ok(proposal.preview(caller.user(), address)).build(),
                problem -> proposal.refused(caller.user(), address, problem));
    }

    private RunProposal proposal(Words words, String code) {
        return new RunProposal(runs, look(words, code), ledger.clock().today());
    }

    @POST
    @Needs(Right.RECORDS_WRITE)
    public Response propose(
            @Context Caller caller, @Context Words words, @PathParam("code") String code, FormInput input) {
        RunWords look = look(words, code);
        return Answer.of(
                () -> {
                    PaymentRuns.Proposed made = runs.propose(caller.user(), code, input.as(RunInput.class));
                    return Answer.to(look.home() + "/" + made.run().id(), "page.runs.proposed");
                },
                problem -> proposal(words, code).refused(caller.user(), RunProposal.address(look, input), problem));
    }

    @GET
    @Path("{id}")
    @Needs(Right.RECORDS_READ)
    public View open(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @PathParam("code") String code,
            @PathParam("id") long id) {
        return new RunPage(runs, look(words, code)).view(caller.user(), id, Address.of(asked));
    }

    /** Approves and pays, or rejects; the one who proposed the run may not. */
    @POST
    @Path("{id}/decision")
    @Needs(Right.AWARDS_APPROVE)
    public Response decide(
            @Context Caller caller,
            @Context Words words,
            @PathParam("code") String code,
            @PathParam("id") long id,
            FormInput input) {
        RunPage page = new RunPage(runs, look(words, code));
        Address here = Address.of(look(words, code).home() + "/" + id);
        return Answer.of(
                () -> {
                    RunDecisions.Decided decided =
                            decisions.decide(caller.user(), code, id, input.version(), input.as(RunDecision.class));
                    return decided.warnings().isEmpty()
                            ? Answer.to(here.href(), "page.runs.decided")
                            : Response.ok(page.warned(caller.user(), id, here, decided.warnings()))
                                    .build();
                },
                problem -> page.refused(caller.user(), id, here, input, problem));
    }
}
