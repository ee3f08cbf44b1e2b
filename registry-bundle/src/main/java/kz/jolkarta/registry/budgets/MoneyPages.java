package kz.jolkarta.registry.budgets;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Filters;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.roadmap.FundingSource;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Money on pages: planned and paid by measure and source, and the budgets of one measure with their form. */
@Path("money")
@Component(service = Pages.class)
public final class MoneyPages implements Pages {
    static final String HOME = "/money";

    private final Budgets budgets;
    private final TerritoryChoice territories;
    private final Ledger ledger;

    @Activate
    public MoneyPages(@Reference Budgets budgets, @Reference TerritoryChoice territories, @Reference Ledger ledger) {
        this.budgets = budgets;
        this.territories = territories;
        this.ledger = ledger;
    }

    private static BudgetFilter filter(Address address) {
        return BudgetResource.filter(address.value("year"), address.value("territory"), address.value("source"));
    }

    private Filters filters(User user, Words words, Address address) {
        List<Field> fields = address.filled(List.of(
                Field.number("year", words.text("record.heading.year")),
                territories.field(words, user.scope(Right.RECORDS_READ), address.value("territory")),
                Field.choice("source", words.text("record.heading.source"), sources(words))));
        return Filters.of(
                        address.path(),
                        words.text("page.list.apply"),
                        Action.link(words.text("page.list.reset"), address.path()),
                        fields)
                .active(address.active(fields));
    }

    static List<Field.Option> sources(Words words) {
        return Stream.of(FundingSource.values())
                .map(s -> new Field.Option(Json.name(s), words.text(Money.name(s))))
                .toList();
    }

    static String name(Words words, Installed measure) {
        return words.text(
                "page.measures.name",
                measure.clause().number(),
                words.text(measure.clause().name()));
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public View all(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        Address address = Address.of(asked);
        BudgetFilter filter = filter(address);
        List<MeasureMoney> money = budgets.money(caller.user(), filter);
        int year = filter.year().orElse(ledger.clock().today().getYear());
        List<Block> blocks = new ArrayList<>();
        blocks.add(filters(caller.user(), words, address));
        List<Block.Meter> meters = money.stream()
                .flatMap(m -> m.percent().stream().map(p -> meter(words, m, p, address)))
                .toList();
        if (!meters.isEmpty()) {
            blocks.add(Block.Card.of(words.text("page.money.shares"), new Block.Meters(meters, List.of())));
        }
        blocks.add(table(words, money, address));
        String free = ledger.measures().installed().stream()
                .filter(m -> m.clause().sources().isEmpty())
                .map(m -> name(words, m))
                .collect(Collectors.joining("; "));
        if (!free.isEmpty()) {
            blocks.add(Block.Notice.of(Tone.NONE, words.text("page.money.none-needed", free)));
        }
        return View.of(words.text("page.money.title", String.valueOf(year)), blocks)
                .lead(words.text("page.money.lead"));
    }

    private Block.Meter meter(Words words, MeasureMoney money, int percent, Address address) {
        return new Block.Meter(
                name(words, money.measure()) + " · " + words.text(Money.name(money.source())),
                words.text("page.money.percent", String.valueOf(percent)),
                address.at(HOME + "/" + money.measure().code()),
                List.of(new Block.Part(words.text("page.awards.paid"), Tone.OK, percent)));
    }

    private Table table(Words words, List<MeasureMoney> money, Address address) {
        List<Table.Line> lines = money.stream()
                .map(m -> Table.Line.of(
                        Cell.link(
                                name(words, m.measure()),
                                address.at(HOME + "/" + m.measure().code())),
                        Cell.of(words.text(Money.name(m.source()))),
                        m.planned().isPresent()
                                ? Cell.number(words.money(m.planned().get()))
                                : Cell.of("", words.text("page.money.no-plan")),
                        Cell.number(words.money(m.paid())),
                        m.cap().isPresent()
                                ? Cell.number(words.text(
                                        "page.money.places",
                                        words.number(m.used()),
                                        words.number(m.cap().get())))
                                : Cell.of("")))
                .toList();
        return Table.of(
                        List.of(
                                Table.Column.of(words.text("page.money.measure")),
                                Table.Column.of(words.text("record.heading.source")),
                                Table.Column.number(words.text("page.money.planned")),
                                Table.Column.number(words.text("page.awards.paid")),
                                Table.Column.number(words.text("page.quotas.cap"))),
                        lines)
                .caption(words.text("page.money.caption"))
                .empty(words.text("page.money.nothing"));
    }

    /** The budgets of one measure; {@code set} is the number of the one whose form is open. */
    @GET
    @Path("{code}")
    @Needs(Right.RECORDS_READ)
    public View one(
            @Context Caller caller, @Context Words words, @Context UriInfo asked, @PathParam("code") String code) {
        Address address = Address.of(asked);
        BudgetFilter filter = filter(address);
        return view(caller.user(), words, code, address, filter);
    }

    private View view(User user, Words words, String code, Address address, BudgetFilter filter) {
        List<Budget> all = budgets.list(user, code, filter);
        BudgetPage page = page(user, words, code, filter);
        return page.view(
                filters(user, words, address.without("set")), all, page.form(all, address.value("set")), address);
    }

    private BudgetPage page(User user, Words words, String code, BudgetFilter filter) {
        Installed measure = ledger.measures().require(code);
        int year = filter.year().orElse(ledger.clock().today().getYear());
        return new BudgetPage(user, words, measure, name(words, measure), territories, year);
    }

    @POST
    @Path("{code}")
    @Needs(Right.QUOTAS_WRITE)
    public Response set(@Context Caller caller, @Context Words words, @PathParam("code") String code, FormInput input) {
        return Answer.of(
                () -> {
                    BudgetInput wanted = input.as(BudgetInput.class);
                    budgets.set(caller.user(), code, input.version(), wanted);
                    return Answer.to(HOME + "/" + code + "?year=" + wanted.year(), "page.money.saved");
                },
                problem -> {
                    Address here = Address.of(HOME + "/" + code);
                    BudgetFilter filter = BudgetResource.filter(
                            input.first("year").matches("20\\d\\d") ? input.first("year") : "", "", "");
                    List<Budget> all = budgets.list(caller.user(), code, filter);
                    BudgetPage page = page(caller.user(), words, code, filter);
                    return page.view(
                            filters(caller.user(), words, here),
                            all,
                            page.form(all, input.first("set")).refused(input, problem, words),
                            here);
                });
    }

    /** Takes a plan away; what was paid stays. */
    @POST
    @Path("{code}/{id}/removal")
    @Needs(Right.QUOTAS_WRITE)
    public Response remove(
            @Context Caller caller, @PathParam("code") String code, @PathParam("id") long id, FormInput input) {
        int version = input.version()
                .orElseThrow(() -> Problem.of(Problem.Kind.PRECONDITION_REQUIRED, "problem.if-match-missing"));
        budgets.delete(caller.user(), code, id, version);
        return Answer.to(HOME + "/" + code, "page.money.removed");
    }
}
