package kz.jolkarta.registry.roadmaps;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Versions of the form of the individual road map over HTTP. */
@Path("road-map-forms")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class FormResource implements ApiResource {
    private final Forms forms;

    @Activate
    public FormResource(@Reference Forms forms) {
        this.forms = forms;
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public Page<RoadMapForm> list(@Context Caller caller) {
        return new Page<>(forms.list(caller.user()), "");
    }

    @GET
    @Path("{id}")
    @Needs(Right.RECORDS_READ)
    public Response get(@Context Caller caller, @PathParam("id") long id) {
        return answer(forms.get(caller.user(), id));
    }

    @POST
    @Needs(Right.PROGRAMME_WRITE)
    public Response create(@Context Caller caller, FormContent content) {
        return created(forms.create(caller.user(), Params.body(content)));
    }

    @PUT
    @Path("{id}")
    @Needs(Right.PROGRAMME_WRITE)
    public Response update(
            @Context Caller caller,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            FormContent content) {
        int version = Versions.required(ifMatch);
        return answer(forms.update(caller.user(), id, version, Params.body(content)));
    }

    @POST
    @Path("{id}/publish")
    @Needs(Right.PROGRAMME_WRITE)
    public Response publish(
            @Context Caller caller,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            Publication publication) {
        Optional<LocalDate> from = Optional.ofNullable(publication).map(Publication::from);
        return answer(forms.publish(caller.user(), id, Versions.given(ifMatch), from));
    }

    /** @param from the first day on which maps are drawn up with it; null for today */
    record Publication(LocalDate from) {}

    /** What differs from the version published before, or from the one named. */
    @GET
    @Path("{id}/changes")
    @Needs(Right.RECORDS_READ)
    public Page<FormChange> changes(
            @Context Caller caller, @PathParam("id") long id, @QueryParam("since") String since) {
        return new Page<>(forms.changes(caller.user(), id, Params.number("since", since)), "");
    }

    @DELETE
    @Path("{id}")
    @Needs(Right.PROGRAMME_WRITE)
    public void discard(@Context Caller caller, @PathParam("id") long id, @HeaderParam("If-Match") String ifMatch) {
        forms.discard(caller.user(), id, Versions.required(ifMatch));
    }

    /** A draft like this version. */
    @POST
    @Path("{id}/copy")
    @Needs(Right.PROGRAMME_WRITE)
    public Response copy(@Context Caller caller, @PathParam("id") long id) {
        return created(forms.copy(caller.user(), id));
    }

    /** The version as one file. */
    @GET
    @Path("{id}/file")
    @Needs(Right.RECORDS_READ)
    public Response file(@Context Caller caller, @PathParam("id") long id) {
        RoadMapForm form = forms.get(caller.user(), id);
        return Response.ok(FormFile.of(form))
                .header("Content-Disposition", "attachment; filename=\"" + FormFile.name(form) + "\"")
                .build();
    }

    /** Such a file becomes the draft. */
    @POST
    @Path("file")
    @Needs(Right.PROGRAMME_WRITE)
    public Response take(@Context Caller caller, FormFile file) {
        return created(forms.create(caller.user(), Params.body(file).content()));
    }

    private static Response created(RoadMapForm made) {
        return Response.created(URI.create("/api/road-map-forms/" + made.id()))
                .entity(made)
                .tag(Integer.toString(made.version()))
                .build();
    }

    private static Response answer(RoadMapForm form) {
        return Versions.answer(form, form.version());
    }
}
