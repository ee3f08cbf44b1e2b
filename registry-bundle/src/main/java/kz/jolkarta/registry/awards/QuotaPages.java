package kz.jolkarta.registry.awards;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.measure.AwardType;
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
import kz.jolkarta.registry.allocation.Allocations;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Quotas of a measure on pages: the caps with a form for each, and the queue of one. */
@Path("measures/{code}/quotas")
@Component(service = Pages.class)
public final class QuotaPages implements Pages {
    private final Quotas quotas;
    private final Allocations allocations;
    private final TerritoryChoice territories;
    private final Ledger ledger;

    @Activate
    public QuotaPages(
            @Reference Quotas quotas,
            @Reference Allocations allocations,
            @Reference TerritoryChoice territories,
            @Reference Ledger ledger) {
        this.quotas = quotas;
        this.allocations = allocations;
        this.territories = territories;
        this.ledger = ledger;
    }

    private AwardWords look(Words words, String code) {
        return new AwardWords(words, ledger.measures().require(code));
    }

    private static String home(AwardWords look) {
        return "/measures/" + look.measure().code() + "/quotas";
    }

    private int year(Address address) {
        return Params.year("year", address.value("year"))
                .orElse(ledger.clock().today().getYear());
    }

    /** All caps of a year; {@code set} is the number of the one whose form is open. */
    @GET
    @Needs(Right.RECORDS_READ)
    public View list(
            @Context Caller caller, @Context Words words, @Context UriInfo asked, @PathParam("code") String code) {
        AwardWords look = look(words, code);
        Address address = Address.of(asked);
        int year = year(address);
        List<Quota> all = quotas.list(caller.user(), code, Optional.of(year));
        Optional<Quota> edited = all.stream()
                .filter(q -> String.valueOf(q.id()).equals(address.value("set")))
                .findFirst();
        return view(caller.user(), look, year, all, form(caller.user(), look, year, edited));
    }

    private View view(User user, AwardWords look, int year, List<Quota> all, Form form) {
        Words words = look.words();
        boolean sets = user.has(Right.QUOTAS_WRITE);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Buttons.of(
                Action.go(String.valueOf(year - 1), home(look) + "?year=" + (year - 1)),
                Action.go(String.valueOf(year + 1), home(look) + "?year=" + (year + 1))));
        Table table = Table.of(
                        List.of(
                                Table.Column.of(words.text("page.territory")),
                                Table.Column.of(words.text("record.heading.type")),
                                Table.Column.number(words.text("page.quotas.cap")),
                                Table.Column.number(words.text("page.quotas.taken")),
                                Table.Column.number(words.text("page.quotas.free")),
                                Table.Column.of("")),
                        all.stream().map(q -> line(look, q, year, sets)).toList())
                .caption(words.text("page.quotas.title", String.valueOf(year)))
                .empty(words.text("page.quotas.none", String.valueOf(year)));
        blocks.add(table);
        if (sets && form.fields().size() > 1) {
            blocks.add(Block.Card.of(form.submit(), form).at("set").wide(6));
        }
        return View.of(words.text("page.quotas.title", String.valueOf(year)), blocks)
                .lead(look.measureName())
                .up(words.text("page.awards.title"), look.list());
    }

    private String place(Words words, Quota quota) {
        return quota.territory().isEmpty() ? words.text("budget.country") : territories.name(words, quota.territory());
    }

    private Table.Line line(AwardWords look, Quota quota, int year, boolean sets) {
        Words words = look.words();
        Cell act = sets
                ? Cell.action(Action.link(
                        words.text("page.quotas.change"), home(look) + "?year=" + year + "&set=" + quota.id() + "#set"))
                : Cell.of("");
        return Table.Line.of(
                Cell.link(place(words, quota), home(look) + "/" + quota.id()),
                Cell.of(look.kind(quota.type())),
                Cell.number(words.number(quota.cap())),
                Cell.number(words.number(quota.used())),
                Cell.number(words.number(quota.free())),
                act);
    }

    private Form form(User user, AwardWords look, int year, Optional<Quota> edited) {
        Words words = look.words();
        List<Field> fields = new ArrayList<>();
        if (edited.isPresent()) {
            Quota quota = edited.get();
            fields.add(Field.shown(words.text("page.territory"), place(words, quota)));
            fields.add(Field.shown(words.text("record.heading.type"), look.kind(quota.type())));
            fields.add(Field.hidden("type", quota.type()));
            fields.add(Field.hidden("territory", quota.territory()));
            fields.add(Field.hidden(FormInput.VERSION, quota.version()));
            fields.add(Field.hidden("set", quota.id()));
        } else {
            List<Field.Option> kinds = look.measure().awards().stream()
                    .filter(t -> t.quota() != AwardType.Quota.NONE)
                    .map(t -> new Field.Option(t.code(), look.kind(t.code())))
                    .toList();
            if (kinds.isEmpty()) {
                return Form.of(home(look), words.text("page.quotas.add"), List.of());
            }
            fields.add(Field.choice("type", words.text("record.heading.type"), kinds)
                    .value(kinds.get(0).value())
                    .require());
            fields.add(territories
                    .field(words, user.scope(Right.QUOTAS_WRITE), "")
                    .help(words.text("page.quotas.territory-help")));
        }
        fields.add(Field.hidden("year", year));
        fields.add(Field.number("cap", words.text("page.quotas.cap"))
                .value(edited.map(Quota::cap))
                .help(edited.map(q -> words.text("page.quotas.cap-help", words.number(q.used())))
                        .orElse(""))
                .require());
        String submit = words.text(edited.isPresent() ? "page.quotas.change" : "page.quotas.add");
        return Form.of(home(look), submit, fields);
    }

    @POST
    @Needs(Right.QUOTAS_WRITE)
    public Response set(@Context Caller caller, @Context Words words, @PathParam("code") String code, FormInput input) {
        AwardWords look = look(words, code);
        return Answer.of(
                () -> {
                    QuotaInput wanted = input.as(QuotaInput.class);
                    quotas.set(caller.user(), code, input.version(), wanted);
                    return Answer.to(home(look) + "?year=" + wanted.year(), "page.quotas.saved");
                },
                problem -> {
                    int year = Params.year("year", input.first("year"))
                            .orElse(ledger.clock().today().getYear());
                    List<Quota> all = quotas.list(caller.user(), code, Optional.of(year));
                    Optional<Quota> edited = all.stream()
                            .filter(q -> String.valueOf(q.id()).equals(input.first("set")))
                            .findFirst();
                    Form form = form(caller.user(), look, year, edited).refused(input, problem, words);
                    return view(caller.user(), look, year, all, form);
                });
    }

    /** Who has a place of the quota, who waits and by which order; {@code replay=true} computes it anew. */
    @GET
    @Path("{quota}")
    @Needs(Right.RECORDS_READ)
    public View queue(
            @Context Caller caller,
            @Context Words words,
            @PathParam("code") String code,
            @PathParam("quota") long quota,
            @QueryParam("replay") String replay) {
        return new QuotaQueue(allocations, look(words, code))
                .view(caller.user(), quota, Params.flag("replay", replay).orElse(false));
    }
}
