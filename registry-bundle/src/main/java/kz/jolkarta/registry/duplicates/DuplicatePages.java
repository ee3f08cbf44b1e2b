package kz.jolkarta.registry.duplicates;

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
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
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
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.LookUp;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.children.ChildChoice;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Children who may be registered twice, on pages: the queue, and a pair on which a person decides. */
@Path("duplicates")
@Component(service = Pages.class)
public final class DuplicatePages implements Pages {
    static final String LIST = "/duplicates";
    private static final FormInput FRESH = FormInput.of(Map.of());

    private final Pairs pairs;
    private final TerritoryChoice territories;
    private final ChildChoice children;
    private final PairDesk desk;

    @Activate
    public DuplicatePages(
            @Reference Pairs pairs,
            @Reference Merges merges,
            @Reference Unmerges unmerges,
            @Reference TerritoryChoice territories,
            @Reference ChildChoice children) {
        this.pairs = pairs;
        this.territories = territories;
        this.children = children;
        this.desk = new PairDesk(pairs, merges, unmerges, territories);
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public View list(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        return list(caller, words, Address.of(asked), two(caller, words, FRESH));
    }

    private View list(Caller caller, Words words, Address address, Form form) {
        String territory = address.value("territory");
        PairFilter filter = DuplicateResource.filter(
                territory,
                address.value("state"),
                address.value("likeness"),
                address.value("q"),
                address.value("sort"));
        Page<Pair> page = pairs.list(caller.user(), filter, Params.paging(address));
        List<Field> fields = address.filled(fields(caller, words, territory));
        Filters filters = Filters.of(
                        LIST, words.text("page.list.apply"), Action.link(words.text("page.list.reset"), LIST), fields)
                .active(address.active(fields));
        Address sorted = address.usually(PairFilter.ORDERS.usual());
        Table table = Table.of(
                        List.of(
                                Table.Column.of(words.text("page.duplicates.one")),
                                Table.Column.of(words.text("page.duplicates.other")),
                                sorted.sortable(
                                        Table.Column.number(words.text("duplicate.heading.likeness")), "-likeness"),
                                Table.Column.of(words.text("duplicate.heading.evidence")),
                                Table.Column.of(words.text("record.heading.state"))),
                        page.items().stream().map(p -> line(p, words)).toList())
                .caption(words.text("page.duplicates.title"))
                .pages(address.previous(), address.next(page.next()))
                .empty(words.text("page.duplicates.none"));
        if (caller.user().has(Right.CHILDREN_EXPORT)) {
            table = table.exports(address.files("/api/duplicates"));
        }
        if (!caller.user().has(Right.CHILDREN_WRITE)) {
            return View.of(words.text("page.duplicates.title"), filters, table)
                    .lead(words.text("page.duplicates.lead"));
        }
        Block two = new Block.Disclosure(
                "two",
                words.text("page.duplicates.put"),
                "",
                List.of(),
                !form.problem().isEmpty(),
                List.of(form));
        return View.of(words.text("page.duplicates.title"), filters, table, two)
                .lead(words.text("page.duplicates.lead"))
                .actions(search(words, territory));
    }

    /** Two records that somebody takes for one child. */
    private Form two(Caller caller, Words words, FormInput input) {
        String help = words.text("page.duplicates.put-help");
        List<Field> fields = new ArrayList<>();
        fields.addAll(one(caller, words, "one").fields(words.text("page.duplicates.put-one"), help, input, ""));
        fields.addAll(one(caller, words, "other").fields(words.text("page.duplicates.put-other"), help, input, ""));
        return Form.of(LIST, words.text("page.duplicates.put-submit"), fields);
    }

    private LookUp one(Caller caller, Words words, String field) {
        return children.of(caller.user(), words, field, Right.CHILDREN_WRITE);
    }

    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response put(@Context Caller caller, @Context Words words, FormInput input) {
        return Answer.of(
                () -> {
                    FormInput chosen = one(caller, words, "other")
                            .chosen(one(caller, words, "one").chosen(input));
                    long pair = pairs.put(caller.user(), number(chosen, "one"), number(chosen, "other"));
                    return Answer.to(LIST + "/" + pair);
                },
                problem -> {
                    Form again = two(caller, words, input).refused(input, problem, words);
                    return list(caller, words, Address.of(LIST), LookUp.told(again));
                });
    }

    private static long number(FormInput input, String field) {
        return input.number(field).orElseThrow(() -> Problem.field(field, "record.required"));
    }

    private List<Field> fields(Caller caller, Words words, String territory) {
        return List.of(
                Field.text("q", words.text("page.duplicates.name")),
                territories.field(words, caller.user().scope(Right.CHILDREN_READ), territory),
                Field.choice(
                                "state",
                                words.text("record.heading.state"),
                                words.options(PairState.class, "duplicate.state."))
                        .require(),
                Field.number("likeness", words.text("page.duplicates.likeness-from")));
    }

    /** The search of the territory that the list is narrowed to, else of all that the user may change. */
    private Action search(Words words, String territory) {
        String label = territory.isEmpty()
                ? words.text("page.duplicates.search")
                : words.text("page.duplicates.search-in", territories.name(words, territory));
        return Action.postPrimary(label, LIST + "/searches")
                .with("territory", territory)
                .icon("search");
    }

    private Table.Line line(Pair pair, Words words) {
        String evidence = pair.evidence().stream()
                .map(e -> words.text("duplicate.evidence." + Json.name(e)))
                .collect(Collectors.joining("; "));
        return Table.Line.of(
                child(pair.one(), pair, words),
                child(pair.other(), pair, words),
                Cell.number(words.number(pair.likeness())),
                Cell.of(evidence),
                Cell.badge(state(pair, words)));
    }

    private Cell child(Pair.Side side, Pair pair, Words words) {
        String place = territories.name(words, side.territory());
        return side.id() == null
                ? Cell.link(words.text("page.duplicates.outside"), place, LIST + "/" + pair.id())
                : Cell.link(side.name(), words.date(side.birthDate()) + " · " + place, LIST + "/" + pair.id());
    }

    static Badge state(Pair pair, Words words) {
        Tone tone = pair.state() == PairState.OPEN ? Tone.RUN : Tone.OK;
        return Badge.of(words.text("duplicate.state." + Json.name(pair.state())), tone);
    }

    @POST
    @Path("searches")
    @Needs(Right.CHILDREN_WRITE)
    public Response search(@Context Caller caller, @Context Words words, FormInput input) {
        return Answer.of(
                () -> {
                    String territory =
                            Params.territory(input.first("territory")).orElse("");
                    return Answer.to("/jobs/" + pairs.search(caller.user(), territory), "page.duplicates.searching");
                },
                problem -> {
                    View view = list(caller, words, Address.of(LIST), two(caller, words, FRESH));
                    String refusal = Stream.concat(
                                    Stream.of(problem.message()),
                                    problem.fields().stream().map(e -> e.message()))
                            .map(words::text)
                            .collect(Collectors.joining(" "));
                    List<Block> blocks = new ArrayList<>(List.of(Block.Notice.of(Tone.LATE, refusal)));
                    blocks.addAll(view.blocks());
                    return View.of(view.title(), blocks).lead(view.lead()).actions(view.actions());
                });
    }

    @GET
    @Path("{id}")
    @Needs(Right.CHILDREN_READ)
    public View open(
            @Context Caller caller, @Context Words words, @PathParam("id") long id, @QueryParam("keep") String keep) {
        return desk.open(caller, words, id, Params.number("keep", keep));
    }

    @POST
    @Path("{id}/merge")
    @Needs(Right.CHILDREN_WRITE)
    public Response merge(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        return desk.merge(caller, words, id, input);
    }

    @POST
    @Path("{id}/different")
    @Needs(Right.CHILDREN_WRITE)
    public Response different(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        return desk.different(caller, words, id, input);
    }

    @POST
    @Path("{id}/withdraw")
    @Needs(Right.CHILDREN_WRITE)
    public Response withdraw(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        return desk.withdraw(caller, words, id, input);
    }

    @POST
    @Path("{id}/unmerge")
    @Needs(Right.CHILDREN_WRITE)
    public Response unmerge(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        return desk.unmerge(caller, words, id, input);
    }
}
