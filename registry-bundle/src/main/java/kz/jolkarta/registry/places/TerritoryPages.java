package kz.jolkarta.registry.places;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Open;
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
import kz.jolkarta.registry.records.Orders;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The territorial units on pages: the list, a new one, one with its names and days. */
@Path("territories")
@Component(service = Pages.class)
public final class TerritoryPages implements Pages {
    private static final String LIST = "/territories";
    private static final String KINDS = "page.territories.kind.";
    private static final FormInput NOTHING = FormInput.of(Map.of());

    private final Gazetteer gazetteer;
    private final TerritoryRegister register;
    private final PlaceChoice places;

    @Activate
    public TerritoryPages(
            @Reference Gazetteer gazetteer, @Reference TerritoryRegister register, @Reference PlaceChoice places) {
        this.gazetteer = gazetteer;
        this.register = register;
        this.places = places;
    }

    @GET
    @Open
    public View list(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        Address address = Address.of(asked);
        UnitFilter filter = UnitFilter.of(
                address.value("q"), address.value("kind"), address.value("rural"), address.value("parent"));
        String parent = filter.parent();
        Paging paging = Params.paging(address);
        Orders<Unit> orders = Unit.orders(words.language());
        Page<Unit> page = orders.of(address.value("sort"))
                .part(paging, gazetteer.search(filter.q(), filter, "", Integer.MAX_VALUE));
        Address sorted = address.usually(orders.usual());
        List<Field> fields = new ArrayList<>(List.of(
                Field.text("q", words.text("page.territories.name")),
                Field.choice("kind", words.text("page.territories.kind"), words.options(UnitKind.class, KINDS)),
                Field.choice(
                        "rural",
                        words.text("page.territories.rural"),
                        List.of(
                                new Field.Option("true", words.text("page.territories.village")),
                                new Field.Option("false", words.text("page.territories.town"))))));
        if (!parent.isEmpty()) {
            fields.add(Field.choice(
                    "parent",
                    words.text("page.territories.parent"),
                    List.of(new Field.Option(parent, words.text(gazetteer.name(parent))))));
        }
        List<Field> filled = address.filled(fields);
        Filters filters = Filters.of(
                        LIST, words.text("page.list.apply"), Action.link(words.text("page.list.reset"), LIST), filled)
                .active(address.active(filled));
        Table table = Table.of(
                        List.of(
                                sorted.sortable(Table.Column.of(words.text("page.territories.name")), "name"),
                                Table.Column.of(words.text("page.territories.kind")),
                                sorted.sortable(Table.Column.of(words.text("record.heading.territory")), "code"),
                                Table.Column.of("")),
                        page.items().stream().map(u -> line(u, words)).toList())
                .caption(words.text("page.territories.title"))
                .pages(address.previous(), address.next(page.next()))
                .exports(address.files("/api/territories"))
                .empty(words.text("page.territories.none"), Action.link(words.text("page.list.reset"), LIST));
        View view =
                View.of(words.text("page.territories.title"), filters, table).lead(words.text("page.territories.lead"));
        return caller.user().has(Right.TERRITORIES_WRITE)
                ? view.actions(Action.primary(words.text("page.territories.new"), LIST + "/new")
                        .icon("plus"))
                : view;
    }

    private Table.Line line(Unit unit, Words words) {
        String above = unit.parent().isEmpty() ? "" : words.text(gazetteer.name(unit.parent()));
        return Table.Line.of(
                Cell.link(words.text(unit.name()), above, LIST + "/" + unit.code()),
                Cell.of(words.text(KINDS + Json.name(unit.kind()))),
                Cell.of(unit.code()),
                Cell.action(Action.link(words.text("page.territories.below"), LIST + "?parent=" + unit.code())));
    }

    @GET
    @Path("new")
    @Needs(Right.TERRITORIES_WRITE)
    public View fresh(@Context Caller caller, @Context Words words) {
        return creating(words, form(caller, words, NOTHING));
    }

    private static View creating(Words words, Form form) {
        return View.of(words.text("page.territories.new"), form).up(words.text("page.territories.title"), LIST);
    }

    private LookUp parent(Caller caller) {
        return places.units(caller.language(), "parent", caller.user().scope(Right.TERRITORIES_WRITE));
    }

    private Form form(Caller caller, Words words, FormInput input) {
        List<Field> fields = new ArrayList<>(parent(caller)
                .fields(words.text("page.territories.parent"), words.text("page.organisations.place.help"), input, ""));
        List<Field.Option> kinds = words.options(UnitKind.class, KINDS).stream()
                .filter(o -> !o.value().equals(Json.name(UnitKind.REGION)))
                .toList();
        fields.add(
                Field.choice("kind", words.text("page.territories.kind"), kinds).require());
        fields.add(Field.choice(
                "rural",
                words.text("page.territories.rural"),
                List.of(
                        new Field.Option("true", words.text("page.territories.village")),
                        new Field.Option("false", words.text("page.territories.town")))));
        fields.add(Field.text("code", words.text("record.heading.territory"))
                .help(words.text("page.territories.code.help")));
        fields.addAll(names(words, Optional.empty()));
        return Form.of(LIST, words.text("page.organisations.save"), fields).cancel(LIST);
    }

    private static List<Field> names(Words words, Optional<Unit> unit) {
        return List.of(
                Field.text("names.kk", words.text("page.territories.name-kk"))
                        .value(unit.map(u -> u.name().kk())),
                Field.text("names.ru", words.text("page.territories.name-ru"))
                        .value(unit.map(u -> u.name().ru())),
                Field.text("names.en", words.text("page.territories.name-en"))
                        .value(unit.map(u -> u.name().en())),
                Field.date("validFrom", words.text("page.territories.from"))
                        .require()
                        .value(unit.map(Unit::from)),
                Field.date("validTo", words.text("page.territories.to")).value(unit.flatMap(Unit::to)));
    }

    @POST
    @Needs(Right.TERRITORIES_WRITE)
    public Response create(@Context Caller caller, @Context Words words, FormInput input) {
        return Answer.of(
                () -> {
                    FormInput clear = parent(caller).chosen(input);
                    Unit added = register.add(caller.user(), clear.as(TerritoryInput.class));
                    return Answer.to(LIST + "/" + added.code(), "page.territories.made");
                },
                problem -> creating(
                        words, form(caller, words, input).refused(input, atFields(problem, "parent-search"), words)));
    }

    /** What is wrong with the names or the unit above is said where it is typed. */
    private static Problem atFields(Problem problem, String parent) {
        if (problem.fields().isEmpty()) {
            return problem;
        }
        Map<String, String> typed = Map.of("names", "names.kk", "parent", parent);
        return Problem.fields(problem.fields().stream()
                .map(e -> new Problem.FieldError(typed.getOrDefault(e.field(), e.field()), e.message()))
                .toList());
    }

    @GET
    @Path("{code}")
    @Open
    public View open(@Context Caller caller, @Context Words words, @PathParam("code") String code) {
        Unit unit = gazetteer.unit(code).orElseThrow(Problem::notFound);
        return view(caller, words, unit, form(words, unit));
    }

    private View view(Caller caller, Words words, Unit unit, Form form) {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(Block.Fact.of(words.text("record.heading.territory"), unit.code()));
        facts.add(Block.Fact.of(words.text("page.territories.kind"), words.text(KINDS + Json.name(unit.kind()))));
        if (!unit.parent().isEmpty()) {
            facts.add(new Block.Fact(
                    words.text("page.territories.parent"),
                    Cell.link(words.text(gazetteer.name(unit.parent())), LIST + "/" + unit.parent())));
        }
        unit.rural()
                .ifPresent(r -> facts.add(Block.Fact.of(
                        words.text("page.territories.rural"),
                        words.text(r ? "page.territories.village" : "page.territories.town"))));
        facts.add(Block.Fact.of(words.text("page.territories.from"), words.date(unit.from())));
        unit.to().ifPresent(day -> facts.add(Block.Fact.of(words.text("page.territories.to"), words.date(day))));
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Card.of(words.text("page.territories.about"), new Block.Facts(facts)));
        if (caller.user().scope(Right.TERRITORIES_WRITE).covers(unit.code())) {
            blocks.add(Block.Card.of(words.text("page.territories.edit"), form));
        }
        return View.of(words.text(unit.name()), blocks)
                .up(words.text("page.territories.title"), LIST)
                .actions(Action.go(words.text("page.territories.below"), LIST + "?parent=" + unit.code()));
    }

    private static Form form(Words words, Unit unit) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.hidden(FormInput.VERSION, unit.version()));
        fields.addAll(names(words, Optional.of(unit)));
        fields.add(Field.date("renamedOn", words.text("page.territories.renamed"))
                .help(words.text("page.territories.renamed.help")));
        return Form.of(LIST + "/" + unit.code(), words.text("page.organisations.save"), fields);
    }

    @POST
    @Path("{code}")
    @Needs(Right.TERRITORIES_WRITE)
    public Response change(
            @Context Caller caller, @Context Words words, @PathParam("code") String code, FormInput input) {
        return Answer.of(
                () -> {
                    register.change(caller.user(), code, input.version().orElse(0), input.as(TerritoryInput.class));
                    return Answer.to(LIST + "/" + code, "page.territories.changed");
                },
                problem -> {
                    Unit unit = gazetteer.unit(code).orElseThrow(Problem::notFound);
                    return view(
                            caller, words, unit, form(words, unit).refused(input, atFields(problem, "parent"), words));
                });
    }
}
