package kz.jolkarta.registry.staff;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.organisations.Organisation;
import kz.jolkarta.registry.organisations.Organisations;
import kz.jolkarta.registry.records.Paging;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Coordinators of a methodical cabinet (clause 3): who was appointed, a new appointment, the end of one. */
@Path("organisations/{organisation}/appointments")
@Component(service = Pages.class)
public final class AppointmentPages implements Pages {
    private final Organisations organisations;
    private final Appointments appointments;
    private final Staff staff;

    @Activate
    public AppointmentPages(
            @Reference Organisations organisations, @Reference Appointments appointments, @Reference Staff staff) {
        this.organisations = organisations;
        this.appointments = appointments;
        this.staff = staff;
    }

    @GET
    @Needs(Right.ORGANISATIONS_WRITE)
    public View page(@Context Caller caller, @Context Words words, @PathParam("organisation") long cabinet) {
        return view(caller, words, cabinet, form -> form);
    }

    private View view(Caller caller, Words words, long cabinet, UnaryOperator<Form> seen) {
        Organisation found = organisations.get(caller, cabinet);
        List<Appointment> all = appointments.of(caller.user(), cabinet);
        List<Block> blocks = new ArrayList<>();
        blocks.add(StaffTable.appointments(all, words));
        all.stream()
                .filter(a -> a.to() == null)
                .map(a -> Block.Card.of(
                        words.text("page.appointments.end-of", a.name()), seen.apply(end(words, cabinet, a))))
                .forEach(blocks::add);
        blocks.add(Block.Card.of(words.text("page.appointments.new"), seen.apply(form(caller, words, cabinet))));
        return View.of(words.text("page.appointments.title"), blocks)
                .lead(found.name())
                .up(found.name(), OrganisationPages.LIST + "/" + cabinet);
    }

    private static String here(long cabinet) {
        return OrganisationPages.LIST + "/" + cabinet + "/appointments";
    }

    private Form form(Caller caller, Words words, long cabinet) {
        List<Field.Option> members = staff
                .list(caller.user(), Optional.of(cabinet), Optional.empty(), "", new Paging(Page.MAX_LIMIT, ""))
                .items()
                .stream()
                .map(m -> new Field.Option(String.valueOf(m.id()), StaffTable.name(m)))
                .toList();
        return Form.of(
                here(cabinet),
                words.text("page.appointments.appoint"),
                List.of(
                        Field.choice("staffId", words.text("page.appointments.who"), members)
                                .require()
                                .help(words.text("page.appointments.who.help")),
                        Field.text("orderNumber", words.text("page.appointments.order"))
                                .require(),
                        Field.date("orderDate", words.text("page.appointments.order-date"))
                                .require(),
                        Field.date("from", words.text("page.staff.first-day")).require(),
                        Field.date("to", words.text("page.staff.last-day"))));
    }

    private static Form end(Words words, long cabinet, Appointment appointment) {
        return Form.of(
                        here(cabinet) + "/" + appointment.id() + "/end",
                        words.text("page.appointments.end"),
                        List.of(
                                Field.hidden(FormInput.VERSION, appointment.version()),
                                Field.date("to", words.text("page.staff.last-day"))
                                        .require()))
                .takesAway();
    }

    private Response told(
            Caller caller, Words words, long cabinet, FormInput input, String action, Supplier<Response> act) {
        return Answer.of(
                act,
                problem -> view(
                        caller,
                        words,
                        cabinet,
                        form -> form.action().equals(action) ? form.refused(input, problem, words) : form));
    }

    @POST
    @Needs(Right.ORGANISATIONS_WRITE)
    public Response appoint(
            @Context Caller caller, @Context Words words, @PathParam("organisation") long cabinet, FormInput input) {
        return told(caller, words, cabinet, input, here(cabinet), () -> {
            appointments.appoint(caller.user(), cabinet, input.as(AppointmentInput.class));
            return Answer.to(OrganisationPages.LIST + "/" + cabinet, "page.appointments.appointed");
        });
    }

    @POST
    @Path("{id}/end")
    @Needs(Right.ORGANISATIONS_WRITE)
    public Response end(
            @Context Caller caller,
            @Context Words words,
            @PathParam("organisation") long cabinet,
            @PathParam("id") long id,
            FormInput input) {
        return told(caller, words, cabinet, input, here(cabinet) + "/" + id + "/end", () -> {
            appointments.end(
                    caller.user(),
                    cabinet,
                    id,
                    input.version().orElse(0),
                    input.as(AppointmentResource.End.class).to());
            return Answer.to(OrganisationPages.LIST + "/" + cabinet, "page.appointments.ended");
        });
    }
}
