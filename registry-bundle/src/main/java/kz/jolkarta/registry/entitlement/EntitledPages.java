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
import kz.jolkarta.core.access.Right;
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
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The children who are entitled to a measure, with how far each has come, on a page; support is proposed to the chosen ones. */
@Path("entitlements/children")
@Component(service = Pages.class)
public final class EntitledPages implements Pages {
    static final String LIST = "/entitlements/children";

    private final EntitledChildren children;
    private final EntitledProposals proposals;
    private final EntitlementFilters filters;

    @Activate
    public EntitledPages(
            @Reference EntitledChildren children,
            @Reference EntitledProposals proposals,
            @Reference TerritoryChoice territories,
            @Reference Sweeps sweeps) {
        this.children = children;
        this.proposals = proposals;
        this.filters = new EntitlementFilters(territories, sweeps);
    }

    @GET
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

    private View listed(Caller caller, Words words, Address address, EntitledQuery query, Paging paging) {
        EntitledFilter filter = query.filter();
        String name = proposals.name(filter.measure(), caller.language());
        Page<EntitledChildren.Row> page = children.list(caller, filter, paging);
        List<Field> fields = address.filled(List.of(
                Field.text("q", words.text("page.entitlements.search")),
                filters.place(caller, words, address, Right.CHILDREN_READ),
                Field.choice(
                        "state",
                        words.text("record.heading.state"),
                        words.options(EntitlementState.class, "entitlement.state.")),
                filters.year(words)));
        List<Field> all = new ArrayList<>(fields);
        all.add(Field.hidden("measure", filter.measure()));
        String bare = Address.of(LIST).with("measure", filter.measure()).href();
        Filters shown = Filters.of(LIST, words.text("page.list.apply"), EntitlementFilters.reset(words, bare), all)
                .active(address.active(fields));
        Table table = Table.of(
                        List.of(
                                address.usually("name")
                                        .sortable(Table.Column.of(words.text("record.heading.name")), "name"),
                                Table.Column.of(words.text("entitlement.heading.place")),
                                Table.Column.of(words.text("entitlement.heading.school")),
                                Table.Column.of(words.text("record.heading.state")),
                                Table.Column.of(words.text("entitlement.heading.reasons"))),
                        page.items().stream().map(row -> line(row, words)).toList())
                .caption(name)
                .pages(address.previous(), address.next(page.next()))
                .empty(words.text("page.entitlements.nobody"), EntitlementFilters.reset(words, bare));
        if (caller.user().has(Right.CHILDREN_EXPORT)) {
            table = table.exports(address.files("/api/entitlements/children"));
        }
        List<Action> acts =
                caller.user().has(Right.RECORDS_WRITE) ? proposing(filter, caller, words, address) : List.of();
        if (!acts.isEmpty()) {
            table = table.bulk(List.of(), acts.toArray(Action[]::new));
        }
        return View.of(words.text("page.entitlements.children", name), shown, table)
                .up(words.text("page.entitlements.title"), EntitlementPages.FIGURES)
                .actions(inChildren(words, filter.measure(), address.value("territory")));
    }

    /** The same children in the list with all its filters and acts. */
    static Action inChildren(Words words, String measure, String territory) {
        Address list = Address.of("/children").with("notReached", measure).with("territory", territory);
        return Action.go(words.text("page.entitlements.in-children"), list.href());
    }

    /** One act for each kind of support that the measure can give to a child. */
    private List<Action> proposing(EntitledFilter filter, Caller caller, Words words, Address address) {
        return proposals.kinds(filter.measure()).stream()
                .map(kind -> Action.post(
                                words.text(
                                        "page.entitlements.propose",
                                        proposals.name(filter.measure(), kind, caller.language())),
                                LIST + "/proposals")
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
    @Path("proposals")
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
                .up(words.text("page.entitlements.title"), EntitlementPages.FIGURES);
        return Response.ok(view).build();
    }

    /** The list that was left, or the measure's whole one when the form names no place of these pages. */
    private static String back(FormInput input, String measure) {
        String sent = input.first("back");
        return sent.startsWith(LIST + "?")
                ? sent
                : Address.of(LIST).with("measure", measure).href();
    }
}
