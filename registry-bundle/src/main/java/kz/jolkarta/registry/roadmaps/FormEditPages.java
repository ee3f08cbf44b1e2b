package kz.jolkarta.registry.roadmaps;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.roadmaps.FormPageLook.Sent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sections and fields of a draft of the form: added, changed, moved up and down, removed. */
@Path("road-map-forms/{id: \\d+}/sections")
@Component(service = Pages.class)
public final class FormEditPages implements Pages {
    private static final String SAVED = "page.roadmap-form.saved";

    private final Forms forms;

    @Activate
    public FormEditPages(@Reference Forms forms) {
        this.forms = forms;
    }

    private FormEditLook look(Caller caller, Words words, long id) {
        return new FormEditLook(words, forms.draft(caller.user(), id));
    }

    private Response edited(
            Caller caller,
            long id,
            FormInput input,
            UnaryOperator<FormContent> change,
            String next,
            Function<Problem, View> again) {
        return Answer.of(
                () -> {
                    int version =
                            input.version().orElseThrow(() -> Problem.field(FormInput.VERSION, "record.required"));
                    forms.edit(caller.user(), id, version, change);
                    return Answer.to(FormPageLook.page(id) + next, SAVED);
                },
                again);
    }

    @GET
    @Needs(Right.PROGRAMME_WRITE)
    public View newSection(@Context Caller caller, @Context Words words, @PathParam("id") long id) {
        return look(caller, words, id).section(Optional.empty(), "", Optional.empty());
    }

    @POST
    @Needs(Right.PROGRAMME_WRITE)
    public Response addSection(
            @Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        return edited(
                caller,
                id,
                input,
                content -> FormEdits.section(content, "", input.as(FormEdits.SectionInput.class)),
                "#order",
                problem ->
                        look(caller, words, id).section(Optional.empty(), "", Optional.of(new Sent(input, problem))));
    }

    private View section(Caller caller, Words words, long id, String section, String wrong, Optional<Sent> sent) {
        FormEditLook look = look(caller, words, id);
        return look.section(Optional.of(FormEdits.section(look.form().content(), section)), wrong, sent);
    }

    @GET
    @Path("{section}")
    @Needs(Right.PROGRAMME_WRITE)
    public View section(
            @Context Caller caller,
            @Context Words words,
            @PathParam("id") long id,
            @PathParam("section") String section) {
        return section(caller, words, id, section, "", Optional.empty());
    }

    @POST
    @Path("{section}")
    @Needs(Right.PROGRAMME_WRITE)
    public Response saveSection(
            @Context Caller caller,
            @Context Words words,
            @PathParam("id") long id,
            @PathParam("section") String section,
            FormInput input) {
        return edited(
                caller,
                id,
                input,
                content -> FormEdits.section(content, section, input.as(FormEdits.SectionInput.class)),
                "#order",
                problem -> section(caller, words, id, section, "", Optional.of(new Sent(input, problem))));
    }

    @POST
    @Path("{section}/move")
    @Needs(Right.PROGRAMME_WRITE)
    public Response moveSection(
            @Context Caller caller,
            @Context Words words,
            @PathParam("id") long id,
            @PathParam("section") String section,
            FormInput input) {
        return edited(
                caller,
                id,
                input,
                content -> FormEdits.moveSection(content, section, by(input)),
                "#order",
                problem -> section(caller, words, id, section, MapForms.told(words, problem), Optional.empty()));
    }

    private static int by(FormInput input) {
        return input.first("to").equals("up") ? -1 : 1;
    }

    @POST
    @Path("{section}/removal")
    @Needs(Right.PROGRAMME_WRITE)
    public Response removeSection(
            @Context Caller caller,
            @Context Words words,
            @PathParam("id") long id,
            @PathParam("section") String section,
            FormInput input) {
        return edited(
                caller,
                id,
                input,
                content -> FormEdits.withoutSection(content, section),
                "#order",
                problem -> section(caller, words, id, section, MapForms.told(words, problem), Optional.empty()));
    }

    private View field(
            Caller caller, Words words, long id, String section, Optional<String> field, Optional<Sent> sent) {
        FormEditLook look = look(caller, words, id);
        FormContent content = look.form().content();
        return look.field(FormEdits.section(content, section), field.map(f -> FormEdits.field(content, f)), sent);
    }

    @GET
    @Path("{section}/fields")
    @Needs(Right.PROGRAMME_WRITE)
    public View newField(
            @Context Caller caller,
            @Context Words words,
            @PathParam("id") long id,
            @PathParam("section") String section) {
        return field(caller, words, id, section, Optional.empty(), Optional.empty());
    }

    @POST
    @Path("{section}/fields")
    @Needs(Right.PROGRAMME_WRITE)
    public Response addField(
            @Context Caller caller,
            @Context Words words,
            @PathParam("id") long id,
            @PathParam("section") String section,
            FormInput input) {
        return edited(
                caller,
                id,
                input,
                content -> FormEdits.field(content, "", input.as(FormEdits.FieldInput.class)),
                fields(section),
                problem -> field(caller, words, id, section, Optional.empty(), Optional.of(new Sent(input, problem))));
    }

    private static String fields(String section) {
        return "/sections/" + section + "#fields";
    }

    @GET
    @Path("{section}/fields/{field}")
    @Needs(Right.PROGRAMME_WRITE)
    public View field(
            @Context Caller caller,
            @Context Words words,
            @PathParam("id") long id,
            @PathParam("section") String section,
            @PathParam("field") String field) {
        return field(caller, words, id, section, Optional.of(field), Optional.empty());
    }

    @POST
    @Path("{section}/fields/{field}")
    @Needs(Right.PROGRAMME_WRITE)
    public Response saveField(
            @Context Caller caller,
            @Context Words words,
            @PathParam("id") long id,
            @PathParam("section") String section,
            @PathParam("field") String field,
            FormInput input) {
        return edited(
                caller,
                id,
                input,
                content -> FormEdits.field(content, field, input.as(FormEdits.FieldInput.class)),
                fields(section),
                problem ->
                        field(caller, words, id, section, Optional.of(field), Optional.of(new Sent(input, problem))));
    }

    @POST
    @Path("{section}/fields/{field}/move")
    @Needs(Right.PROGRAMME_WRITE)
    public Response moveField(
            @Context Caller caller,
            @Context Words words,
            @PathParam("id") long id,
            @PathParam("section") String section,
            @PathParam("field") String field,
            FormInput input) {
        return edited(
                caller,
                id,
                input,
                content -> FormEdits.moveField(content, field, by(input)),
                fields(section),
                problem -> section(caller, words, id, section, MapForms.told(words, problem), Optional.empty()));
    }

    @POST
    @Path("{section}/fields/{field}/removal")
    @Needs(Right.PROGRAMME_WRITE)
    public Response removeField(
            @Context Caller caller,
            @Context Words words,
            @PathParam("id") long id,
            @PathParam("section") String section,
            @PathParam("field") String field,
            FormInput input) {
        return edited(
                caller,
                id,
                input,
                content -> FormEdits.withoutField(content, field),
                fields(section),
                problem -> section(caller, words, id, section, MapForms.told(words, problem), Optional.empty()));
    }
}
