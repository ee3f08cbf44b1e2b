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
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.Position;
import kz.jolkarta.registry.lineage.Lineage;
import kz.jolkarta.registry.organisations.OrganisationChoice;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Staff on pages: the list, one with what the children won and what was learned. */
@Path("staff")
@Component(service = Pages.class)
public final class StaffPages implements Pages {
    static final String LIST = "/staff";
    private static final int OF_EACH = 20;

    private final Staff staff;
    private final Lineage lineage;
    private final OrganisationChoice organisations;

    @Activate
    public StaffPages(@Reference Staff staff, @Reference Lineage lineage, @Reference OrganisationChoice organisations) {
        this.staff = staff;
        this.lineage = lineage;
        this.organisations = organisations;
    }

    @GET
    @Needs(Right.ORGANISATIONS_READ)
    public View list(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        Address address = Address.of(asked);
        StaffFilter filter = StaffFilter.of(
                address.value("organisation"), address.value("position"), address.value("q"), address.value("sort"));
        Page<StaffStore.Kept> page = staff.list(caller.user(), filter, Params.paging(address));
        List<Field> fields = new ArrayList<>(List.of(
                Field.text("q", words.text("record.heading.name")),
                Field.choice(
                        "position",
                        words.text("page.staff.position"),
                        words.options(Position.class, "page.staff.position."))));
        Optional.of(address.value("organisation"))
                .filter(id -> !id.isEmpty())
                .ifPresent(id -> fields.add(Field.choice(
                        "organisation",
                        words.text("page.staff.organisation"),
                        List.of(organisations.named(caller, id)))));
        List<Field> filled = address.filled(fields);
        Filters filters = Filters.of(
                        LIST, words.text("page.list.apply"), Action.link(words.text("page.list.reset"), LIST), filled)
                .active(address.active(filled));
        return View.of(
                        words.text("page.staff.title"),
                        filters,
                        StaffTable.of(page.items(), words, address)
                                .pages(address.previous(), address.next(page.next()))
                                .exports(address.files("/api/staff")))
                .lead(words.text("page.staff.lead"));
    }

    @GET
    @Path("{id}")
    @Needs(Right.ORGANISATIONS_READ)
    public View open(@Context Caller caller, @Context Words words, @PathParam("id") long id) {
        StaffMember member = staff.get(caller.user(), id);
        return view(caller, words, member, form(words, member));
    }

    private View view(Caller caller, Words words, StaffMember member, Form form) {
        String organisation = String.valueOf(member.organisationId());
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Card.of(
                words.text("page.staff.about"),
                new Block.Facts(List.of(
                        new Block.Fact(
                                words.text("page.staff.organisation"),
                                Cell.link(
                                        organisations
                                                .named(caller, organisation)
                                                .label(),
                                        OrganisationPages.LIST + "/" + organisation)),
                        Block.Fact.of(words.text("page.staff.position"), StaffTable.position(member, words)),
                        new Block.Fact(words.text("page.staff.phone"), StaffTable.phone(member, words)),
                        Block.Fact.of(words.text("record.heading.id"), String.valueOf(member.id()))))));
        if (caller.user().has(Right.RECORDS_READ)) {
            blocks.addAll(
                    LineageBlocks.of(lineage.ofStaff(caller.user(), member.id(), new Paging(OF_EACH, "")), words));
        }
        if (caller.user().has(Right.ORGANISATIONS_WRITE)) {
            blocks.add(Block.Card.of(words.text("page.staff.edit"), form));
        }
        return View.of(StaffTable.name(member), blocks)
                .lead(StaffTable.position(member, words))
                .up(words.text("page.staff.title"), LIST);
    }

    private static Form form(Words words, StaffMember member) {
        return StaffFields.form(LIST + "/" + member.id(), words, Optional.of(member));
    }

    @POST
    @Path("{id}")
    @Needs(Right.ORGANISATIONS_WRITE)
    public Response change(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        return Answer.of(
                () -> {
                    staff.change(caller.user(), id, input.version().orElse(0), input.as(StaffMember.class));
                    return Answer.to(LIST + "/" + id, "page.staff.changed");
                },
                problem -> {
                    StaffMember member = staff.get(caller.user(), id);
                    return view(caller, words, member, form(words, member).refused(input, problem, words));
                });
    }
}
