package kz.jolkarta.registry.departures;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes one child's record out of the archive, over HTTP; If-Match carries the child's version. */
@Path("children/{child}/unarchive")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class UnarchiveResource implements ApiResource {
    private final Archive archive;

    @Activate
    public UnarchiveResource(@Reference Archive archive) {
        this.archive = archive;
    }

    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response take(
            @Context Caller caller,
            @PathParam("child") long child,
            @HeaderParam("If-Match") String ifMatch,
            ArchiveInput input) {
        Outcome outcome = archive.take(caller, child, Versions.required(ifMatch), Params.body(input));
        return Versions.answer(outcome, outcome.childVersion());
    }
}
