package kz.jolkarta.registry.entitlement;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Badge;
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
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Moves;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who is entitled to the measures and not reached, on pages: the figures, and the children behind each. */
@Path("entitlements")
@Component(service = Pages.class)
public final class EntitlementPages implements Pages {
    private static final String FIGURES = "/entitlements";
    private static final String CHILDREN = "/entitlements/children";
    private static final int FIRST_YEAR = 2020;

    private final EntitlementFigures figures;
    private final EntitledChildren children;
    private final EntitledProposals proposals;
    private final TerritoryChoice territories;
    private final Sweeps sweeps;

    @Activate
    public EntitlementPages(
            @Reference EntitlementFigures figures,
            @Reference EntitledChildren children,
            @Reference EntitledProposals proposals,
            @Reference TerritoryChoice territories,
            @Reference Sweeps sweeps) {
        this.figures = figures;
        this.children = children;
        this.proposals = proposals;
        this.territories = territories;
        this.sweeps = sweeps;
    }

    @GET
    @Needs(Right.REPORTS_READ)
    public View figures(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @QueryParam("territory") String territory,
            @QueryParam("year") String year) {
        Address address = Address.of(asked);
        EntitlementFigures.Answer answer = figures.of(caller, Params.territory(territory), Params.year("year", year));
        List<Field> fields = address.filled(List.of(place(caller, words, address, Right.REPORTS_READ), year(words)));
        Filters filters = Filters.of(FIGURES, words.text("page.list.apply"), reset(words, FIGURES), fields)
                .active(address.active(fields));
        boolean lists = caller.user().has(Right.CHILDREN_READ);
        Table table = Table.of(
                        headings(words, words.text("page.entitlements.measure")),
                        answer.measures().stream()
                                .map(line -> line(line, address, words, lists))
                                .toList())
                .caption(words.text("page.entitlements.title"))
                .empty(words.text("page.entitlements.none"));
        List<Block> blocks = new ArrayList<>(List.of(filters, table));
        answer.measures().forEach(line -> blocks.add(detail(line, address, words, lists)));
        if (!answer.leftOut().isEmpty()) {
            blocks.add(leftOut(answer, words));
        }
        return View.of(words.text("page.entitlements.title"), blocks)
                .lead(words.text("page.entitlements.lead", String.valueOf(answer.year()), words.date(answer.day())));
    }

    private static Action reset(Words words, String href) {
        return Action.link(words.text("page.list.reset"), href);
    }

    private Field place(Caller caller, Words words, Address address, Right right) {
        Scope scope = caller.user().scope(right);
        return territories.field(words, scope, address.value("territory"));
    }

    private Field year(Words words) {
        int running = sweeps.ledger().clock().today().getYear();
        return Field.choice(
                "year",
                words.text("page.entitlements.year"),
                IntStream.rangeClosed(FIRST_YEAR, running)
                        .map(i -> running + FIRST_YEAR - i)
                        .mapToObj(y -> new Field.Option(String.valueOf(y), String.valueOf(y)))
                        .toList());
    }

    private static List<Table.Column> headings(Words words, String first) {
        return List.of(
                Table.Column.of(first),
                Table.Column.number(words.text("entitlement.heading.entitled")),
                Table.Column.number(words.text("entitlement.heading.reached")),
                Table.Column.number(words.text("entitlement.heading.on-the-way")),
                Table.Column.number(words.text("entitlement.heading.not-reached")));
    }

    private static Table.Line line(EntitlementFigures.Line line, Address address, Words words, boolean lists) {
        Cell name = Cell.link(line.number() + ". " + line.name(), "#" + line.measure());
        if (line.total() == null) {
            String nowhere = words.text("page.entitlements.nowhere");
            return Table.Line.of(name, Cell.of(nowhere), Cell.of(""), Cell.of(""), Cell.of(""));
        }
        return Table.Line.of(counts(name, line.total(), lists ? list(address, line.measure()) : null, words));
    }

    /** The list of the measure's children, with the territory and year of the figures. */
    private static Address list(Address address, String measure) {
        Address list = new Address(CHILDREN, java.util.Map.of()).with("measure", measure);
        return list.with("territory", address.value("territory")).with("year", address.value("year"));
    }

    /** @param list null where the reader may open no child */
    private static List<Cell> counts(Cell name, Counts counts, Address list, Words words) {
        return List.of(
                name,
                count(counts.entitled(), list, "", words),
                count(counts.reached(), list, "reached", words),
                count(counts.onTheWay(), list, "on-the-way", words),
                count(counts.notReached(), list, "not-reached", words));
    }

    private static Cell count(Long count, Address list, String state, Words words) {
        if (count == null) {
            return Cell.number(words.text("page.entitlements.few"));
        }
        String shown = words.number(count);
        return list == null || count == 0
                ? Cell.number(shown)
                : Cell.number(shown, list.with("state", state).href());
    }

    private static Block detail(EntitlementFigures.Line line, Address address, Words words, boolean lists) {
        List<Table.Line> rows = line.districts().stream()
                .map(d -> {
                    Address list = list(address, line.measure())
                            .with("territory", d.territory().code());
                    Cell name = Cell.of(d.territory().name());
                    return Table.Line.of(counts(name, d.counts(), lists ? list : null, words));
                })
                .toList();
        List<Block> inside = new ArrayList<>();
        inside.add(new Block.Paragraph(words.text("page.entitlements.rule", line.rule())));
        line.notCarriedOut()
                .forEach(a -> inside.add(Block.Notice.of(Tone.NONE, a.region().name() + ": " + a.reason())));
        if (!rows.isEmpty()) {
            inside.add(Table.of(headings(words, words.text("page.entitlements.district")), rows)
                    .scrolls());
        }
        String value = line.total() == null || line.total().notReached() == null
                ? ""
                : words.text("page.entitlements.left", words.number(line.total().notReached()));
        return new Block.Disclosure(
                line.measure(), line.number() + ". " + line.name(), value, List.of(), false, inside);
    }

    private static Block leftOut(EntitlementFigures.Answer answer, Words words) {
        List<Block.Row> rows = answer.leftOut().stream()
                .map(m -> Block.Row.of("info-circle", Tone.NONE, m.number() + ". " + m.name(), m.reason(), ""))
                .toList();
        return Block.Card.of(words.text("page.entitlements.left-out"), new Block.Rows(rows, ""));
    }

    @GET
    @Path("children")
    @Needs(Right.CHILDREN_READ)
    public View children(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @BeanParam EntitledQuery query,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return listed(caller, words, Address.of(asked), query, Params.paging(limit, after));
    }

    private View listed(
            Caller caller,
            Words words,
            Address address,
            EntitledQuery query,
            kz.jolkarta.registry.records.Paging paging) {
        EntitledFilter filter = query.filter();
        String name = proposals.name(filter.measure(), caller.language());
        Page<EntitledChildren.Row> page = children.list(caller, filter, paging);
        List<Field> fields = address.filled(List.of(
                Field.text("q", words.text("page.entitlements.search")),
                place(caller, words, address, Right.CHILDREN_READ),
                Field.choice(
                        "state",
                        words.text("record.heading.state"),
                        words.options(EntitlementState.class, "entitlement.state.")),
                year(words)));
        List<Field> all = new ArrayList<>(fields);
        all.add(Field.hidden("measure", filter.measure()));
        String bare = Address.of(CHILDREN).with("measure", filter.measure()).href();
        Filters filters = Filters.of(CHILDREN, words.text("page.list.apply"), reset(words, bare), all)
                .active(address.active(fields));
        Table table = Table.of(
                        List.of(
                                Table.Column.of(words.text("record.heading.name")),
                                Table.Column.of(words.text("entitlement.heading.place")),
                                Table.Column.of(words.text("entitlement.heading.school")),
                                Table.Column.of(words.text("record.heading.state")),
                                Table.Column.of(words.text("entitlement.heading.reasons"))),
                        page.items().stream().map(row -> line(row, words)).toList())
                .caption(name)
                .pages(address.previous(), address.next(page.next()))
                .empty(words.text("page.entitlements.nobody"), reset(words, bare));
        if (caller.user().has(Right.CHILDREN_EXPORT)) {
            table = table.exports(address.files("/api/entitlements/children"));
        }
        List<Action> acts =
                caller.user().has(Right.RECORDS_WRITE) ? proposing(filter, caller, words, address) : List.of();
        if (!acts.isEmpty()) {
            table = table.bulk(List.of(), acts.toArray(Action[]::new));
        }
        return View.of(words.text("page.entitlements.children", name), filters, table)
                .up(words.text("page.entitlements.title"), FIGURES);
    }

    /** One act for each kind of support that the measure can give to a child. */
    private List<Action> proposing(EntitledFilter filter, Caller caller, Words words, Address address) {
        return proposals.kinds(filter.measure()).stream()
                .map(kind -> Action.post(
                                words.text(
                                        "page.entitlements.propose",
                                        proposals.name(filter.measure(), kind, caller.language())),
                                CHILDREN + "/proposals")
                        .with("measure", filter.measure())
                        .with("type", kind)
                        .with("back", address.without("after").href()))
                .toList();
    }

    private static Table.Line line(EntitledChildren.Row row, Words words) {
        Tone tone = switch (row.state()) {
            case REACHED -> Tone.OK;
            case ON_THE_WAY -> Tone.RUN;
            case NOT_REACHED -> Tone.LATE;
        };
        String school = row.school() == null ? "" : row.school().name();
        String form =
                row.grade() == null ? "" : row.grade() + (row.gradeLetter() == null ? "" : " " + row.gradeLetter());
        return Table.Line.of(
                row.id(),
                List.of(
                        Cell.link(row.name(), "/children/" + row.id()),
                        Cell.of(row.territory().name(), row.territory().district()),
                        Cell.of(school, form),
                        Cell.badge(Badge.of(words.text("entitlement.state." + Moves.code(row.state())), tone)),
                        Cell.of(String.join("; ", row.reasons()))));
    }

    @POST
    @Path("children/proposals")
    @Needs(Right.RECORDS_WRITE)
    public Response propose(@Context Caller caller, @Context Words words, FormInput input) {
        String measure = input.first("measure");
        EntitledProposals.Outcome outcome =
                proposals.propose(caller, measure, input.first("type"), input.numbers("id"));
        if (outcome.refused().isEmpty()) {
            return Answer.to(back(input, measure), "page.entitlements.proposed");
        }
        List<Block.Row> rows = outcome.refused().stream()
                .map(r -> Block.Row.of("x", Tone.LATE, r.name(), r.reason(), "/children/" + r.child()))
                .toList();
        View view = View.of(
                        words.text("page.entitlements.outcome"),
                        Block.Notice.of(
                                Tone.RUN,
                                words.text(
                                        "page.entitlements.outcome-counts",
                                        words.number(outcome.made()),
                                        words.number(rows.size())),
                                Action.go(words.text("page.entitlements.back"), back(input, measure))),
                        Block.Card.of(words.text("page.entitlements.refused"), new Block.Rows(rows, "")))
                .up(words.text("page.entitlements.title"), FIGURES);
        return Response.ok(view).build();
    }

    /** The list that was left, or the measure's whole one when the form names no place of these pages. */
    private static String back(FormInput input, String measure) {
        String sent = input.first("back");
        return sent.startsWith(CHILDREN + "?")
                ? sent
                : Address.of(CHILDREN).with("measure", measure).href();
    }
}
