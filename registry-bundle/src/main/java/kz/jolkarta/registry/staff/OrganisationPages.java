package kz.jolkarta.registry.staff;

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
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.OrganisationKind;
import kz.jolkarta.registry.organisations.Organisation;
import kz.jolkarta.registry.organisations.OrganisationFilter;
import kz.jolkarta.registry.organisations.Organisations;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Organisations on pages: the list, a new one, one with its people. */
@Path("organisations")
@Component(service = Pages.class)
public final class OrganisationPages implements Pages {
    static final String LIST = "/organisations";

    private final Organisations organisations;
    private final Staff staff;
    private final Appointments appointments;
    private final TerritoryChoice territories;
    private final OrganisationForm forms;

    @Activate
    public OrganisationPages(
            @Reference Organisations organisations,
            @Reference Staff staff,
            @Reference Appointments appointments,
            @Reference TerritoryChoice territories,
            @Reference OrganisationForm forms) {
        this.organisations = organisations;
        this.staff = staff;
        this.appointments = appointments;
        this.territories = territories;
        this.forms = forms;
    }

    @GET
    @Needs(Right.ORGANISATIONS_READ)
    public View list(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        Address address = Address.of(asked);
        Page<Organisation> page = organisations.list(
                caller,
                OrganisationFilter.of(
                        address.value("kind"),
                        address.value("territory"),
                        address.value("active"),
                        address.value("q"),
                        address.value("sort")),
                Params.paging(address));
        List<Field> fields = address.filled(List.of(
                Field.text("q", words.text("page.organisations.name")),
                Field.choice(
                        "kind",
                        words.text("page.organisations.kind"),
                        words.options(OrganisationKind.class, "page.organisations.kind.")),
                territories.field(words, caller.user().scope(Right.ORGANISATIONS_READ), address.value("territory")),
                Field.choice(
                        "active",
                        words.text("page.organisations.state"),
                        List.of(
                                new Field.Option("true", words.text("page.organisations.open")),
                                new Field.Option("false", words.text("page.organisations.closed"))))));
        Filters filters = Filters.of(
                        LIST, words.text("page.list.apply"), Action.link(words.text("page.list.reset"), LIST), fields)
                .active(address.active(fields));
        Table table = Table.of(
                        List.of(
                                address.usually("name")
                                        .sortable(Table.Column.of(words.text("page.organisations.name")), "name"),
                                Table.Column.of(words.text("page.organisations.kind")),
                                Table.Column.of(words.text("page.territory")),
                                Table.Column.of(words.text("page.organisations.state"))),
                        page.items().stream().map(o -> line(o, words)).toList())
                .caption(words.text("page.organisations.title"))
                .pages(address.previous(), address.next(page.next()))
                .exports(address.files("/api/organisations"))
                .empty(words.text("page.organisations.none"), Action.link(words.text("page.list.reset"), LIST));
        View view = View.of(words.text("page.organisations.title"), filters, table)
                .lead(words.text("page.organisations.lead"));
        return caller.user().has(Right.ORGANISATIONS_WRITE)
                ? view.actions(Action.primary(words.text("page.organisations.new"), LIST + "/new")
                        .icon("plus"))
                : view;
    }

    private Table.Line line(Organisation found, Words words) {
        return Table.Line.of(
                Cell.link(found.name(), text(found.address()), LIST + "/" + found.id()),
                Cell.of(kind(found, words)),
                Cell.of(territories.name(words, found.territory().code())),
                Cell.badge(state(found, words)));
    }

    private static String kind(Organisation found, Words words) {
        return words.text("page.organisations.kind." + Json.name(found.kind()));
    }

    private static Badge state(Organisation found, Words words) {
        return found.active()
                ? Badge.of(words.text("page.organisations.open"), Tone.OK)
                : Badge.of(words.text("page.organisations.closed"), Tone.NONE);
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }

    @GET
    @Path("new")
    @Needs(Right.ORGANISATIONS_WRITE)
    public View fresh(@Context Caller caller, @Context Words words) {
        return view(words, forms.fresh(caller, words));
    }

    private static View view(Words words, Block form) {
        return View.of(words.text("page.organisations.new"), form).up(words.text("page.organisations.title"), LIST);
    }

    @POST
    @Needs(Right.ORGANISATIONS_WRITE)
    public Response create(@Context Caller caller, @Context Words words, FormInput input) {
        return Answer.of(
                () -> {
                    Organisation made = organisations.create(caller, forms.read(caller, input));
                    return Answer.to(LIST + "/" + made.id(), "page.organisations.made");
                },
                problem -> view(words, forms.again(caller, words, input, Optional.empty(), problem)));
    }

    @GET
    @Path("{id}")
    @Needs(Right.ORGANISATIONS_READ)
    public View open(@Context Caller caller, @Context Words words, @PathParam("id") long id) {
        Organisation found = organisations.get(caller, id);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Card.of(words.text("page.organisations.about"), new Block.Facts(facts(found, words)))
                .badge(state(found, words)));
        Page<StaffMember> members =
                staff.list(caller.user(), Optional.of(id), Optional.empty(), "", new Paging(Page.DEFAULT_LIMIT, ""));
        List<Block> people = new ArrayList<>(List.of(StaffTable.of(members.items(), words)));
        if (!members.next().isEmpty()) {
            people.add(Block.Buttons.of(
                    Action.link(words.text("page.staff.all"), StaffPages.LIST + "?organisation=" + id)));
        }
        boolean writes = caller.user()
                .scope(Right.ORGANISATIONS_WRITE)
                .covers(found.territory().code());
        Block.Card card = Block.Card.of(words.text("page.staff.title"), people);
        blocks.add(writes ? card.actions(Action.go(words.text("page.staff.new"), LIST + "/" + id + "/staff")) : card);
        if (found.kind() == OrganisationKind.CABINET) {
            Block.Card coordinators = Block.Card.of(
                    words.text("page.appointments.title"),
                    StaffTable.appointments(appointments.of(caller.user(), id), words));
            blocks.add(
                    writes
                            ? coordinators.actions(
                                    Action.go(words.text("page.appointments.new"), LIST + "/" + id + "/appointments"))
                            : coordinators);
        }
        View view = View.of(found.name(), blocks)
                .lead(kind(found, words) + " · "
                        + territories.name(words, found.territory().code()))
                .up(words.text("page.organisations.title"), LIST);
        return writes
                ? view.actions(Action.primary(words.text("page.organisations.edit"), LIST + "/" + id + "/edit"))
                : view;
    }

    private List<Block.Fact> facts(Organisation found, Words words) {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(Block.Fact.of(words.text("record.heading.id"), Long.toString(found.id())));
        add(facts, words, "page.organisations.bin", found.bin());
        add(facts, words, "page.organisations.address", found.address());
        add(facts, words, "page.organisations.director", found.director());
        add(facts, words, "page.organisations.opened", found.openedOn() == null ? null : words.date(found.openedOn()));
        add(
                facts,
                words,
                "page.organisations.closed-on",
                found.closedOn() == null ? null : words.date(found.closedOn()));
        add(
                facts,
                words,
                "page.organisations.capacity",
                found.capacity() == null ? null : words.number(found.capacity()));
        add(facts, words, "page.organisations.ground", found.ground());
        if (found.smallSchool()) {
            facts.add(Block.Fact.of(words.text("page.organisations.school"), words.text("page.organisations.small")));
        }
        if (found.resourceSchool()) {
            facts.add(
                    Block.Fact.of(words.text("page.organisations.school"), words.text("page.organisations.resource")));
        }
        return facts;
    }

    private static void add(List<Block.Fact> facts, Words words, String key, String value) {
        if (value != null && !value.isBlank()) {
            facts.add(Block.Fact.of(words.text(key), value));
        }
    }

    @GET
    @Path("{id}/edit")
    @Needs(Right.ORGANISATIONS_WRITE)
    public View edit(@Context Caller caller, @Context Words words, @PathParam("id") long id) {
        Organisation found = organisations.get(caller, id);
        return editing(words, found, forms.of(caller, words, found));
    }

    private static View editing(Words words, Organisation found, Block form) {
        return View.of(found.name(), form).up(words.text("page.organisations.about"), LIST + "/" + found.id());
    }

    @POST
    @Path("{id}")
    @Needs(Right.ORGANISATIONS_WRITE)
    public Response change(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        return Answer.of(
                () -> {
                    organisations.change(caller, id, input.version().orElse(0), forms.read(caller, input));
                    return Answer.to(LIST + "/" + id, "page.organisations.changed");
                },
                problem -> {
                    Organisation found = organisations.get(caller, id);
                    return editing(words, found, forms.again(caller, words, input, Optional.of(found), problem));
                });
    }
}
