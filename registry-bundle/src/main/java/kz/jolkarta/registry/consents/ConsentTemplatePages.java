package kz.jolkarta.registry.consents;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.registry.ConsentPurpose;
import kz.jolkarta.registry.records.Choice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Versions of the texts of consents on pages. */
@Path("consent-templates")
@Component(service = Pages.class)
public final class ConsentTemplatePages implements Pages {
    private final ConsentTemplates templates;

    @Activate
    public ConsentTemplatePages(@Reference ConsentTemplates templates) {
        this.templates = templates;
    }

    @GET
    @Needs({Right.CHILDREN_READ, Right.PROGRAMME_WRITE})
    public View list(@Context Caller caller, @Context Words words, @Context UriInfo asked) {
        Address address = Address.of(asked);
        List<ConsentTemplate> found = templates.list(
                caller.user(),
                Choice.of(ConsentPurpose.class, "purpose", address.value("purpose")),
                Choice.of(ConsentTemplate.State.class, "state", address.value("state")));
        return look(caller, words).list(address, found);
    }

    @GET
    @Path("{id: \\d+}")
    @Needs({Right.CHILDREN_READ, Right.PROGRAMME_WRITE})
    public View open(@Context Caller caller, @Context Words words, @PathParam("id") long id) {
        return look(caller, words).one(templates.get(caller.user(), id), "");
    }

    /** A draft of the same purpose with the same text, to go on from. */
    @POST
    @Path("{id: \\d+}/copy")
    @Needs(Right.PROGRAMME_WRITE)
    public Response copy(@Context Caller caller, @Context Words words, @PathParam("id") long id) {
        ConsentTemplate from = templates.get(caller.user(), id);
        return Answer.of(
                () -> {
                    ConsentTemplate made =
                            templates.create(caller.user(), new TemplateInput(from.purpose(), from.content()));
                    return Answer.to(TemplateLook.page(made.id()) + "/edit", "page.consent-template.made");
                },
                problem -> look(caller, words).one(from, words.text(problem.message())));
    }

    @GET
    @Path("{id: \\d+}/edit")
    @Needs(Right.PROGRAMME_WRITE)
    public View edit(@Context Caller caller, @Context Words words, @PathParam("id") long id) {
        return look(caller, words).edit(templates.get(caller.user(), id), Optional.empty());
    }

    @POST
    @Path("{id: \\d+}/edit")
    @Needs(Right.PROGRAMME_WRITE)
    public Response save(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        return Answer.of(
                () -> {
                    int version =
                            input.version().orElseThrow(() -> Problem.field(FormInput.VERSION, "record.required"));
                    templates.update(caller.user(), id, version, TemplateForm.read(input));
                    return Answer.to(TemplateLook.page(id), "page.consent-template.saved");
                },
                problem -> look(caller, words)
                        .edit(templates.get(caller.user(), id), Optional.of(new TemplateLook.Sent(input, problem))));
    }

    /** What publishing does, before it is done. */
    @GET
    @Path("{id: \\d+}/publication")
    @Needs(Right.PROGRAMME_WRITE)
    public View ask(@Context Caller caller, @Context Words words, @PathParam("id") long id) {
        return look(caller, words).publication(templates.get(caller.user(), id), "");
    }

    @POST
    @Path("{id: \\d+}/publication")
    @Needs(Right.PROGRAMME_WRITE)
    public Response publish(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        return Answer.of(
                () -> {
                    templates.publish(caller.user(), id, input.version());
                    return Answer.to(TemplateLook.page(id), "page.roadmap-form.published");
                },
                problem -> look(caller, words)
                        .publication(templates.get(caller.user(), id), words.text(problem.message())));
    }

    private static TemplateLook look(Caller caller, Words words) {
        return new TemplateLook(
                words, caller.user().scope(Right.PROGRAMME_WRITE).isCountry());
    }
}
