package kz.jolkarta.registry.awards;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.measure.Rule;
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
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Awards of a measure on pages: the list with its states, quotas and queues, and decisions on many at once. */
@Path("measures/{code}/awards")
@Component(service = Pages.class)
public final class AwardPages implements Pages {
    private static final String BEST = "-score";

    private final Awards awards;
    private final Quotas quotas;
    private final QueueCards queues;
    private final TerritoryChoice territories;
    private final Ledger ledger;

    @Activate
    public AwardPages(
            @Reference Awards awards,
            @Reference Quotas quotas,
            @Reference kz.jolkarta.registry.allocation.Allocations allocations,
            @Reference TerritoryChoice territories,
            @Reference Ledger ledger) {
        this.awards = awards;
        this.quotas = quotas;
        this.queues = new QueueCards(allocations, territories);
        this.territories = territories;
        this.ledger = ledger;
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public View list(
            @Context Caller caller, @Context Words words, @Context UriInfo asked, @PathParam("code") String code) {
        AwardWords look = look(words, code);
        Address address = Address.of(asked);
        User user = caller.user();
        AwardFilter filter = filter(address);
        Page<Award> page =
                awards.list(user, code, filter, Params.paging(address.value("limit"), address.value("after")));
        List<Field> fields = address.filled(fields(user, look, address));
        Filters filters = Filters.of(
                        look.list(),
                        words.text("page.list.apply"),
                        Action.link(words.text("page.list.reset"), look.list()),
                        fields)
                .views(states(awards.states(user, code, filter.anyState()), look, address))
                .active(address.active(fields));
        List<Block> blocks = new ArrayList<>();
        int year = filter.year().orElse(ledger.clock().today().getYear());
        QuotaUse use = quotas.use(user, code, year);
        new QuotaBars(look, territories, use)
                .card(year, user.scope(Right.RECORDS_READ), user.has(Right.QUOTAS_WRITE))
                .ifPresent(blocks::add);
        queues.card(user, look, use).ifPresent(blocks::add);
        blocks.add(filters);
        blocks.add(table(user, look, address, page));
        return View.of(words.text("page.awards.title"), blocks)
                .lead(look.measureName())
                .up(look.measureName(), "/measures/" + code)
                .actions(actions(user, look));
    }

    private AwardWords look(Words words, String code) {
        return new AwardWords(words, ledger.measures().require(code));
    }

    private static AwardFilter filter(Address address) {
        return AwardResource.filter(
                address.value("year"),
                address.value("type"),
                address.value("state"),
                address.value("territory"),
                address.value("child"),
                address.value("staff"),
                address.value("q"),
                address.value("sort"));
    }

    private static List<Action> actions(User user, AwardWords look) {
        List<Action> actions = new ArrayList<>();
        if (look.measure().awards().stream()
                .anyMatch(t -> t.rule(Rule.Monthly.class).isPresent())) {
            actions.add(Action.go(
                            look.words().text("page.runs.title"),
                            "/measures/" + look.measure().code() + "/payment-runs")
                    .icon("coin"));
        }
        if (user.has(Right.RECORDS_WRITE)) {
            actions.add(Action.primary(look.words().text("page.awards.propose"), look.list() + "/new")
                    .icon("plus"));
        }
        return actions;
    }

    private List<Field> fields(User user, AwardWords look, Address address) {
        Words words = look.words();
        return List.of(
                Field.text("q", words.text("record.heading.document-number")),
                territories.field(words, user.scope(Right.RECORDS_READ), address.value("territory")),
                Field.choice("type", words.text("record.heading.type"), look.kinds()),
                Field.choice("state", words.text("record.heading.state"), look.states()),
                Field.number("year", words.text("record.heading.year")));
    }

    private static List<Filters.Chip> states(Map<AwardState, Long> counts, AwardWords look, Address address) {
        Words words = look.words();
        Address all = address.without("state", "after");
        long sum = counts.values().stream().mapToLong(Long::longValue).sum();
        Stream<Filters.Chip> chips = Stream.of(AwardState.values()).map(s -> {
            String state = Json.name(s);
            return new Filters.Chip(
                    look.state(s),
                    all.with("state", state).href(),
                    address.value("state").equals(state),
                    words.number(counts.getOrDefault(s, 0L)));
        });
        Filters.Chip every = new Filters.Chip(
                words.text("page.awards.all"),
                all.href(),
                address.value("state").isEmpty(),
                words.number(sum));
        return Stream.concat(Stream.of(every), chips).toList();
    }

    private Table table(User user, AwardWords look, Address address, Page<Award> page) {
        Words words = look.words();
        boolean scored = look.measure().awards().stream()
                .anyMatch(t -> t.rule(Rule.Coached.class).isPresent());
        List<Table.Column> columns = new ArrayList<>(List.of(
                Table.Column.of(words.text("record.heading.name")),
                address.sortable(Table.Column.of(words.text("page.awards.kind")), "id"),
                Table.Column.of(words.text("record.heading.document-number")),
                Table.Column.of(words.text("page.territory")),
                Table.Column.number(words.text("page.awards.amount")),
                Table.Column.of(words.text("record.heading.state"))));
        if (scored) {
            columns.add(Table.Column.number(words.text("record.heading.score"))
                    .sort(
                            address.without("after").with("sort", BEST).href(),
                            address.value("sort").equals(BEST) ? Table.Sorted.DESCENDING : Table.Sorted.NOT));
        }
        Table table = Table.of(
                        columns,
                        page.items().stream().map(a -> line(look, a, scored)).toList())
                .caption(words.text("page.awards.title"))
                .pages(address.previous(), address.next(page.next()))
                .empty(words.text("page.awards.none"))
                .exports(address.files(look.api()));
        List<Action> acts = bulk(user, look, address.value("state"));
        return acts.isEmpty()
                ? table
                : table.bulk(
                        List.of(Field.text("reason", words.text("record.heading.reason"))),
                        acts.toArray(Action[]::new));
    }

    private Table.Line line(AwardWords look, Award award, boolean scored) {
        Words words = look.words();
        String days = look.days(award);
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.link(look.person(award), look.page(award)),
                Cell.of(look.kind(award.type()), days.isEmpty() ? String.valueOf(award.year()) : days),
                Cell.of(Optional.ofNullable(award.documentNumber()).orElse("")),
                Cell.of(territories.name(words, award.territory())),
                Cell.number(look.amount(award)),
                Cell.of("", Optional.ofNullable(award.reason()).orElse("")).and(look.state(award))));
        if (scored) {
            cells.add(Cell.number(award.score() == null ? "" : words.number(award.score())));
        }
        return Table.Line.of(award.id(), cells);
    }

    /** What can be done with many of one state; without a state chosen, nothing. */
    private static List<Action> bulk(User user, AwardWords look, String state) {
        return Stream.of(AwardState.values())
                .filter(s -> Json.name(s).equals(state))
                .flatMap(s -> AwardState.MOVES.after(s).stream().sorted(Comparator.naturalOrder()))
                .filter(to -> user.has(to.approving() ? Right.AWARDS_APPROVE : Right.RECORDS_WRITE)
                        || user.has(Right.AWARDS_APPROVE) && to == AwardState.REFUSED)
                .map(to -> {
                    String href = look.list() + "/decision";
                    Action act = to == AwardState.REFUSED || to == AwardState.RETURNED
                            ? Action.danger(look.act(to), href)
                            : Action.post(look.act(to), href);
                    return act.with("state", Json.name(to));
                })
                .toList();
    }

    /** Brings the chosen awards into a state, each by itself; those that are refused are named with the reason. */
    @POST
    @Path("decision")
    @Needs({Right.RECORDS_WRITE, Right.AWARDS_APPROVE})
    public Response decide(
            @Context Caller caller, @Context Words words, @PathParam("code") String code, FormInput input) {
        AwardWords look = look(words, code);
        ManyAwards.Outcome outcome = new ManyAwards(awards, look).move(caller.user(), input);
        return outcome.refused().isEmpty()
                ? Answer.to(look.list(), "page.awards.moved-all")
                : Response.ok(outcome.view()).build();
    }
}
