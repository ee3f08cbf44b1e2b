package kz.jolkarta.registry.payments;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
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
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Payments of a measure on pages: the list, a payment for one award, and a correction. */
@Path("measures/{code}/payments")
@Component(service = Pages.class)
public final class PaymentPages implements Pages {
    private final Payments payments;
    private final TerritoryChoice territories;
    private final Ledger ledger;

    @Activate
    public PaymentPages(
            @Reference Payments payments, @Reference TerritoryChoice territories, @Reference Ledger ledger) {
        this.payments = payments;
        this.territories = territories;
        this.ledger = ledger;
    }

    private RunWords look(Words words, String code) {
        return new RunWords(words, ledger.measures().require(code), territories);
    }

    private static String home(RunWords look) {
        return "/measures/" + look.measure().code() + "/payments";
    }

    /** With {@code award} only what was paid for it, and a form to pay. */
    @GET
    @Needs(Right.RECORDS_READ)
    public View list(
            @Context Caller caller, @Context Words words, @Context UriInfo asked, @PathParam("code") String code) {
        RunWords look = look(words, code);
        Address address = Address.of(asked);
        return view(caller.user(), look, address, form(look, address.value("award")));
    }

    private View view(User user, RunWords look, Address address, Form form) {
        Words words = look.words();
        Optional<Long> award = Params.number("award", address.value("award"));
        Page<Payment> page = payments.list(
                user,
                look.measure().code(),
                Params.year("year", address.value("year")),
                award,
                PaymentStore.ORDERS.of(address.value("sort")),
                Params.paging(address.value("limit"), address.value("after")));
        List<Field> fields = address.filled(List.of(Field.number("year", words.text("record.heading.year"))));
        List<Block> blocks = new ArrayList<>();
        blocks.add(Filters.of(
                        home(look),
                        words.text("page.list.apply"),
                        Action.link(words.text("page.list.reset"), home(look)),
                        fields)
                .active(address.active(fields)));
        blocks.add(table(user, look, address, page.items())
                .pages(address.previous(), address.next(page.next()))
                .exports(address.files("/api" + home(look))));
        if (award.isPresent() && user.has(Right.AWARDS_APPROVE)) {
            blocks.add(Block.Card.of(words.text("page.payments.pay"), form).wide(6));
        }
        View view = View.of(words.text("page.payments.title"), blocks).lead(look.measureName());
        return award.map(id -> view.up(words.text("page.awards.number", String.valueOf(id)), look.awards() + "/" + id))
                .orElseGet(() -> view.up(
                        look.measureName(), "/measures/" + look.measure().code()));
    }

    private Table table(User user, RunWords look, Address address, List<Payment> all) {
        Words words = look.words();
        Set<Long> corrected = all.stream()
                .map(Payment::reverses)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
        return Table.of(
                        List.of(
                                address.sortable(Table.Column.of(words.text("page.payments.paid-on")), "-paid"),
                                Table.Column.of(words.text("page.payments.for")),
                                Table.Column.of(words.text("page.territory")),
                                address.sortable(Table.Column.number(words.text("page.awards.amount")), "-amount"),
                                Table.Column.of(words.text("record.heading.source")),
                                Table.Column.of("")),
                        all.stream()
                                .map(p -> line(look, p, user, corrected.contains(p.id())))
                                .toList())
                .caption(words.text("page.payments.title"))
                .empty(words.text("page.payments.none"));
    }

    private Table.Line line(RunWords look, Payment payment, User user, boolean corrected) {
        Words words = look.words();
        boolean reversible = payment.reverses() == null
                && !corrected
                && user.scope(Right.AWARDS_APPROVE).covers(payment.territory());
        String reverse =
                words.text("page.payments.reverse", words.money(payment.amount().negate()));
        Cell act = reversible
                ? Cell.action(Action.danger(reverse, home(look) + "/" + payment.id() + "/reversal"))
                : Cell.of(payment.reverses() == null ? "" : words.text("page.payments.is-correction"));
        return Table.Line.of(
                Cell.of(words.date(payment.paidOn()), payment.documentNumber() == null ? "" : payment.documentNumber()),
                Cell.link(look.kind(payment.type()), record(look, payment)),
                Cell.of(territories.name(words, payment.territory())),
                Cell.number(words.money(payment.amount())),
                Cell.of(look.source(payment.source())),
                act);
    }

    private static String record(RunWords look, Payment payment) {
        String measure = "/measures/" + look.measure().code();
        return payment.awardId() != null
                ? look.awards() + "/" + payment.awardId()
                : payment.activityId() != null
                        ? measure + "/activities/" + payment.activityId()
                        : measure + "/deliverables/" + payment.deliverableId();
    }

    private Form form(RunWords look, String award) {
        Words words = look.words();
        return Form.of(
                home(look),
                words.text("page.payments.pay"),
                List.of(
                        Field.hidden("awardId", award),
                        Field.money("amount", words.text("record.heading.amount"))
                                .require(),
                        Field.choice("source", words.text("record.heading.source"), look.sources())
                                .require(),
                        Field.date("paidOn", words.text("page.payments.paid-on"))
                                .value(ledger.clock().today())
                                .require(),
                        Field.text("documentNumber", words.text("record.heading.document-number"))));
    }

    @POST
    @Needs(Right.AWARDS_APPROVE)
    public Response pay(@Context Caller caller, @Context Words words, @PathParam("code") String code, FormInput input) {
        RunWords look = look(words, code);
        Address here = Address.of(home(look)).with("award", input.first("awardId"));
        return Answer.of(
                () -> {
                    Payment paid = payments.pay(caller.user(), code, input.as(PaymentInput.class));
                    if (paid.exceeded().isEmpty()) {
                        return Answer.to(here.href(), "page.payments.paid");
                    }
                    View view = view(caller.user(), look, here, form(look, input.first("awardId")));
                    List<Block> blocks = new ArrayList<>(look.warnings(paid.exceeded()));
                    blocks.addAll(view.blocks());
                    return Response.ok(View.of(view.title(), blocks)
                                    .lead(view.lead())
                                    .up(look.measureName(), here.href()))
                            .build();
                },
                problem -> view(
                        caller.user(),
                        look,
                        here,
                        form(look, input.first("awardId")).refused(input, problem, words)));
    }

    /** Corrects a payment by one of the opposite amount. */
    @POST
    @Path("{id}/reversal")
    @Needs(Right.AWARDS_APPROVE)
    public Response reverse(
            @Context Caller caller, @Context Words words, @PathParam("code") String code, @PathParam("id") long id) {
        RunWords look = look(words, code);
        Payment correction = payments.reverse(caller.user(), code, id);
        Address list = Address.of(home(look));
        return Answer.to(
                correction.awardId() == null
                        ? list.href()
                        : list.with("award", correction.awardId()).href(),
                "page.payments.reversed");
    }
}
