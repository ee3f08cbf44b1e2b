package kz.jolkarta.registry.residence;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves of one child over HTTP; If-Match carries the child's version. */
@Path("children/{child}/move")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class MoveResource implements ApiResource {
    private final Moves moves;
    private final Transfers transfers;

    @Activate
    public MoveResource(@Reference Moves moves, @Reference Transfers transfers) {
        this.moves = moves;
        this.transfers = transfers;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public Page<Transfer> list(@Context Caller caller, @PathParam("child") long child) {
        return transfers.ofChild(caller, child);
    }

    /** Done at once by who may write at both places, else 202: the new place is asked. */
    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response move(
            @Context Caller caller,
            @PathParam("child") long child,
            @HeaderParam("If-Match") String ifMatch,
            MoveInput input) {
        int version = Versions.required(ifMatch);
        MoveResult result = moves.move(caller, child, version, Params.body(input));
        return result.childVersion() == null
                ? Response.accepted(result).build()
                : Versions.answer(result, result.childVersion());
    }

    /** Takes the child's last move back, while nothing was changed since. */
    @POST
    @Path("{id}/undo")
    @Needs(Right.CHILDREN_WRITE)
    public Response undo(@Context Caller caller, @PathParam("child") long child, @PathParam("id") long id) {
        MoveResult result = moves.undo(caller, child, id);
        return Versions.answer(result, result.childVersion());
    }
}
