package kz.jolkarta.registry.children;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.registry.children.Parts.Versioned;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The consents of a child's representatives over HTTP. */
@Path("children/{child}/consents")
@Component(service = ApiResource.class)
public final class ConsentResource extends PartResource<ConsentEntry> {
    private final Parts parts;

    @Activate
    public ConsentResource(@Reference Parts parts) {
        super(parts, PartTable.CONSENTS);
        this.parts = parts;
    }

    /** Records the representative's application to withdraw it, and makes the task that follows from it. */
    @POST
    @Path("{id}/withdrawal")
    @Needs(Right.CHILDREN_WRITE)
    public Response withdraw(
            @Context Caller caller,
            @PathParam("child") long child,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            Withdrawal input) {
        int version = Versions.required(ifMatch);
        Versioned<ConsentEntry> changed = parts.withdraw(caller.user(), child, id, version, Params.body(input));
        return answer(changed.value(), changed.version());
    }
}
