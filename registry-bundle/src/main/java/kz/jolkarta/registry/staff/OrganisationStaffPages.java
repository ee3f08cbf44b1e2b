package kz.jolkarta.registry.staff;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.organisations.Organisation;
import kz.jolkarta.registry.organisations.Organisations;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A new member of an organisation's staff. */
@Path("organisations/{organisation}/staff")
@Component(service = Pages.class)
public final class OrganisationStaffPages implements Pages {
    private final Organisations organisations;
    private final Staff staff;

    @Activate
    public OrganisationStaffPages(@Reference Organisations organisations, @Reference Staff staff) {
        this.organisations = organisations;
        this.staff = staff;
    }

    @GET
    @Needs(Right.ORGANISATIONS_WRITE)
    public View fresh(@Context Caller caller, @Context Words words, @PathParam("organisation") long organisation) {
        return view(caller, words, organisation, form(words, organisation));
    }

    private View view(Caller caller, Words words, long organisation, Form form) {
        Organisation found = organisations.get(caller, organisation);
        return View.of(words.text("page.staff.new"), form)
                .lead(found.name())
                .up(found.name(), OrganisationPages.LIST + "/" + organisation);
    }

    private static Form form(Words words, long organisation) {
        String place = OrganisationPages.LIST + "/" + organisation;
        return StaffFields.form(place + "/staff", words, Optional.empty()).cancel(place);
    }

    @POST
    @Needs(Right.ORGANISATIONS_WRITE)
    public Response create(
            @Context Caller caller,
            @Context Words words,
            @PathParam("organisation") long organisation,
            FormInput input) {
        return Answer.of(
                () -> {
                    staff.create(caller.user(), organisation, input.as(StaffMember.class));
                    return Answer.to(OrganisationPages.LIST + "/" + organisation, "page.staff.made");
                },
                problem -> view(
                        caller, words, organisation, form(words, organisation).refused(input, problem, words)));
    }
}
