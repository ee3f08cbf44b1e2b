package kz.jolkarta.registry.roadmaps;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.settings.SettingHistory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Versions of the form of the individual road map on pages: read by many, drafted and published for the whole country. */
@Path("road-map-forms")
@Component(service = Pages.class)
public final class RoadMapFormPages implements Pages {
    private static final int MOST_BYTES = 1 << 20;

    private final Forms forms;
    private final SettingHistory history;

    @Activate
    public RoadMapFormPages(@Reference Forms forms, @Reference SettingHistory history) {
        this.forms = forms;
        this.history = history;
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public View list(@Context Caller caller, @Context Words words) {
        return list(caller, words, Optional.empty());
    }

    private View list(Caller caller, Words words, Optional<FormPageLook.Sent> sent) {
        return look(caller, words)
                .list(forms.list(caller.user()), history.card(caller.user(), words, "road-map-form"), sent);
    }

    @GET
    @Path("{id: \\d+}")
    @Needs(Right.RECORDS_READ)
    public View open(@Context Caller caller, @Context Words words, @PathParam("id") long id) {
        return one(caller, words, id, "", Optional.empty());
    }

    private View one(Caller caller, Words words, long id, String wrong, Optional<FormPageLook.Sent> sent) {
        return look(caller, words)
                .one(forms.get(caller.user(), id), forms.changes(caller.user(), id, Optional.empty()), wrong, sent);
    }

    /** A draft like this version. */
    @POST
    @Path("{id: \\d+}/copy")
    @Needs(Right.PROGRAMME_WRITE)
    public Response copy(@Context Caller caller, @Context Words words, @PathParam("id") long id) {
        return Answer.of(
                () -> Answer.to(FormPageLook.page(forms.copy(caller.user(), id).id()), "page.roadmap-form.copied"),
                problem -> one(caller, words, id, MapForms.told(words, problem), Optional.empty()));
    }

    /** What publishing does, before it is done. */
    @GET
    @Path("{id: \\d+}/publication")
    @Needs(Right.PROGRAMME_WRITE)
    public View ask(@Context Caller caller, @Context Words words, @PathParam("id") long id) {
        return look(caller, words)
                .publication(
                        forms.get(caller.user(), id),
                        forms.changes(caller.user(), id, Optional.empty()),
                        Optional.empty());
    }

    @POST
    @Path("{id: \\d+}/publication")
    @Needs(Right.PROGRAMME_WRITE)
    public Response publish(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        return Answer.of(
                () -> {
                    Optional<LocalDate> from = Optional.ofNullable(
                            input.as(FormResource.Publication.class).from());
                    forms.publish(caller.user(), id, input.version(), from);
                    return Answer.to(FormPageLook.page(id), "page.roadmap-form.published");
                },
                problem -> look(caller, words)
                        .publication(
                                forms.get(caller.user(), id),
                                forms.changes(caller.user(), id, Optional.empty()),
                                Optional.of(new FormPageLook.Sent(input, problem))));
    }

    /** Gives the draft up. */
    @POST
    @Path("{id: \\d+}/removal")
    @Needs(Right.PROGRAMME_WRITE)
    public Response discard(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        return Answer.of(
                () -> {
                    forms.discard(caller.user(), id, version(input));
                    return Answer.to(FormPageLook.LIST, "page.roadmap-form.discarded");
                },
                problem -> one(caller, words, id, MapForms.told(words, problem), Optional.empty()));
    }

    /** A file becomes a new draft. */
    @POST
    @Path("file")
    @Needs(Right.PROGRAMME_WRITE)
    public Response take(@Context Caller caller, @Context Words words, FormInput input) {
        return Answer.of(
                () -> Answer.to(
                        FormPageLook.page(
                                forms.create(caller.user(), content(input)).id()),
                        "page.roadmap-form.taken"),
                problem -> list(caller, words, Optional.of(new FormPageLook.Sent(input, problem))));
    }

    /** A file takes the draft's place. */
    @POST
    @Path("{id: \\d+}/file")
    @Needs(Right.PROGRAMME_WRITE)
    public Response replace(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        return Answer.of(
                () -> {
                    forms.update(caller.user(), id, version(input), content(input));
                    return Answer.to(FormPageLook.page(id), "page.roadmap-form.taken");
                },
                problem -> one(caller, words, id, "", Optional.of(new FormPageLook.Sent(input, problem))));
    }

    private FormPageLook look(Caller caller, Words words) {
        return new FormPageLook(
                words, caller.user().scope(Right.PROGRAMME_WRITE).isCountry(), forms.today());
    }

    private static int version(FormInput input) {
        return input.version().orElseThrow(() -> Problem.field(FormInput.VERSION, "record.required"));
    }

    /** @throws Problem INVALID at the file for what is no such file, with everything that is wrong in it */
    private static FormContent content(FormInput input) {
        FormInput.Upload file = input.upload("file").orElseThrow(() -> Problem.field("file", "record.required"));
        try {
            byte[] bytes = file.content().readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw Problem.field("file", "page.roadmap-form.too-large");
            }
            FormFile read = Json.mapper().readValue(bytes, FormFile.class);
            return Optional.ofNullable(read)
                    .orElseThrow(() -> Problem.field("file", "page.roadmap-form.unreadable"))
                    .content();
        } catch (JsonProcessingException malformed) {
            throw Problem.field("file", "page.roadmap-form.unreadable");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
