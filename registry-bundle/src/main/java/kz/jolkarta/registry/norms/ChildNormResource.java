package kz.jolkarta.registry.norms;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.registry.norms.Norms.Beside;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A child's results and scores beside those of others. */
@Path("children/{child}/norms")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class ChildNormResource implements ApiResource {
    private final Norms norms;
    private final Texts texts;

    @Activate
    public ChildNormResource(@Reference Norms norms, @Reference Texts texts) {
        this.norms = norms;
        this.texts = texts;
    }

    /** @param notice that it is advice and a named person decides */
    public record Answer(String notice, Beside norms) {}

    @GET
    @Needs(Right.CHILDREN_READ)
    public Answer get(@Context Caller caller, @PathParam("child") long child) {
        return new Answer(texts.text(caller.language(), "norms.notice"), norms.of(caller.user(), child));
    }
}
