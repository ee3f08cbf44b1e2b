package kz.jolkarta.registry.destruction;

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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
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
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.children.ChildChoice;
import kz.jolkarta.registry.children.ChildState;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Acts of destruction on pages: the list, the proposal, and the second person's answer. */
@Path("destructions")
@Component(service = Pages.class)
public final class DestructionPages implements Pages {
    static final String LIST = "/destructions";
    static final String NEW = LIST + "/new";
    private static final String CHILDREN = "children";
    private static final FormInput FRESH = FormInput.of(Map.of());

    private final Destructions destructions;
    private final TerritoryChoice territories;
    private final ChildChoice children;

    @Activate
    public DestructionPages(
            @Reference Destructions destructions,
            @Reference TerritoryChoice territories,
            @Reference ChildChoice children) {
        this.destructions = destructions;
        this.territories = territories;
        this.children = children;
    }

    @GET
    @Needs({Right.CHILDREN_WRITE, Right.AWARDS_APPROVE})
    public View list(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        Address address = Address.of(asked);
        ActFilter filter = DestructionResource.acts(
                address.value("territory"), address.value("state"), address.value("from"), address.value("until"));
        Page<Act> page = destructions.list(caller.user(), filter, Params.paging(address));
        List<Field> fields = address.filled(List.of(
                territories.field(words, Destructions.seeing(caller.user()), address.value("territory")),
                Field.choice(
                        "state",
                        words.text("record.heading.state"),
                        words.options(Act.State.class, "destruction.state.")),
                Field.date("from", words.text("page.destructions.from")),
                Field.date("until", words.text("page.destructions.until"))));
        List<Filters.Chip> active = address.active(fields);
        Filters filters = Filters.of(
                        LIST, words.text("page.list.apply"), Action.link(words.text("page.list.reset"), LIST), fields)
                .active(active);
        Table table = Table.of(
                        List.of(
                                Table.Column.of(words.text("destruction.paper.number")),
                                Table.Column.number(words.text("destruction.paper.date")),
                                Table.Column.of(words.text("page.territory")),
                                Table.Column.of(words.text("destruction.paper.ground")),
                                Table.Column.number(words.text("destruction.paper.children")),
                                Table.Column.of(words.text("record.heading.state"))),
                        page.items().stream().map(act -> line(words, act)).toList())
                .caption(words.text("page.destructions.title"))
                .pages(address.previous(), address.next(page.next()))
                .empty(words.text(active.isEmpty() ? "page.destructions.none" : "page.destructions.nothing-found"))
                .exports(address.files("/api/destructions/list"));
        View view = View.of(words.text("page.destructions.title"), filters, table)
                .lead(words.text("page.destructions.lead"));
        return caller.user().has(Right.CHILDREN_READ)
                ? view.actions(Action.go(words.text("page.destructions.due"), DuePages.LIST))
                : view;
    }

    private Table.Line line(Words words, Act act) {
        return Table.Line.of(
                Cell.link(act.actNumber(), act.reason(), LIST + "/" + act.id()),
                Cell.number(words.date(act.actDate())),
                Cell.of(territories.name(words, act.territory())),
                Cell.of(words.text("destruction.ground." + Json.name(act.ground()))),
                Cell.number(words.number(act.children())),
                Cell.badge(ActSheet.state(words, act)));
    }

    /** @param children their numbers */
    @GET
    @Path("new")
    @Needs(Right.CHILDREN_WRITE)
    public View ask(@Context Caller caller, @Context Words words, @QueryParam("id") List<Long> children) {
        return proposal(words, form(caller, words, FRESH, children));
    }

    private static View proposal(Words words, Form form) {
        return View.of(
                        words.text("page.destructions.new"),
                        Block.Notice.of(Tone.LATE, words.text("page.destructions.follows")),
                        form)
                .lead(words.text("page.destructions.new-lead"))
                .up(words.text("page.destructions.title"), LIST);
    }

    /** @param chosen numbers of the children who are in the act so far */
    private Form form(Caller caller, Words words, FormInput input, List<Long> chosen) {
        List<String> own = caller.user().scope(Right.CHILDREN_WRITE).prefixes();
        String sent = input.first("territory");
        String territory = sent.isEmpty() && own.size() == 1 && !own.get(0).isEmpty()
                ? (own.get(0) + "0000000").substring(0, 9)
                : sent;
        List<Field> fields = new ArrayList<>(List.of(
                Field.text("actNumber", words.text("destruction.paper.number")).require(),
                Field.date("actDate", words.text("destruction.paper.date")).require(),
                Field.radio(
                                "ground",
                                words.text("destruction.paper.ground"),
                                words.options(Ground.class, "destruction.ground."))
                        .value(Ground.TERM),
                Field.lines("reason", words.text("destruction.paper.reason")).require(),
                territories
                        .field(words, caller.user().scope(Right.CHILDREN_WRITE), territory)
                        .require()));
        List<String> numbers = chosen.stream().map(String::valueOf).toList();
        fields.addAll(those(caller, words)
                .several(
                        words.text("page.destructions.children"),
                        words.text("page.destructions.children-help"),
                        input,
                        children.named(caller.user(), words, Right.CHILDREN_WRITE, numbers)));
        return Form.of(NEW, words.text("page.destructions.propose"), fields).cancel(DuePages.LIST);
    }

    /** Both grounds ask for a child that has left or was archived. */
    private LookUp those(Caller caller, Words words) {
        return children.of(caller.user(), words, CHILDREN, Right.CHILDREN_WRITE, ChildState.LEFT, ChildState.ARCHIVED);
    }

    /** Asks for the act of the children that were chosen in a list, and proposes it when that is sent. */
    @POST
    @Path("new")
    @Needs(Right.CHILDREN_WRITE)
    public Response propose(@Context Caller caller, @Context Words words, FormInput input) {
        List<Long> ids = input.numbers("id");
        if (!ids.isEmpty()) {
            return Response.ok(proposal(words, form(caller, words, FRESH, ids))).build();
        }
        List<Long> chosen = input.numbers(CHILDREN);
        return Answer.of(
                () -> {
                    those(caller, words).requireTicked(input);
                    Act act = destructions.propose(caller.user(), input.as(ActInput.class, json -> {
                        chosen.forEach(json.putArray(CHILDREN)::add);
                        return json;
                    }));
                    return Answer.to(LIST + "/" + act.id(), "page.destructions.proposed");
                },
                problem -> {
                    Form again =
                            form(caller, words, input, chosen).refused(input, named(caller, words, problem), words);
                    return proposal(words, LookUp.told(again));
                });
    }

    /** The same refusal, which calls the children by name as far as the reader may know them. */
    private Problem named(Caller caller, Words words, Problem problem) {
        if (!(problem.details().get(CHILDREN) instanceof List<?> refused)) {
            return problem;
        }
        List<Long> ids = refused.stream().map(Long.class::cast).toList();
        Map<Long, String> names = children.names(caller.user(), ids);
        String all = ids.stream()
                .map(id -> names.getOrDefault(id, words.text("page.activities.unnamed", String.valueOf(id))))
                .collect(Collectors.joining(", "));
        return problem.fields().isEmpty()
                ? Problem.of(problem.kind(), problem.message().key(), all)
                : Problem.field(CHILDREN, problem.fields().get(0).message().key(), all);
    }

    @GET
    @Path("{id: \\d+}")
    @Needs({Right.CHILDREN_WRITE, Right.AWARDS_APPROVE})
    public View open(@Context Caller caller, @Context Words words, @PathParam("id") long id) {
        return sheet(caller, words, id, "", UnaryOperator.identity());
    }

    private View sheet(Caller caller, Words words, long id, String answer, UnaryOperator<Form> change) {
        Act act = destructions.get(caller.user(), id);
        ActSheet sheet = new ActSheet(words, act, territories.name(words, act.territory()));
        return View.of(
                        words.text("page.destructions.act", act.actNumber()),
                        sheet.blocks(caller.user(), answer, change))
                .lead(words.text("destruction.ground." + Json.name(act.ground())))
                .up(words.text("page.destructions.title"), LIST);
    }

    /** Confirms, which destroys for good, or refuses with a reason. */
    @POST
    @Path("{id: \\d+}/decision")
    @Needs(Right.AWARDS_APPROVE)
    public Response decide(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        return Answer.of(
                () -> {
                    ActDecision decision = input.as(ActDecision.class);
                    destructions.decide(caller.user(), id, input.version().orElse(0), decision);
                    return Answer.to(
                            LIST + "/" + id,
                            decision.answer() == ActDecision.Answer.CONFIRM
                                    ? "page.destructions.done"
                                    : "page.destructions.refused");
                },
                problem -> sheet(
                        caller,
                        words,
                        id,
                        input.first("answer"),
                        form -> form.refused(input, named(caller, words, problem), words)));
    }
}
