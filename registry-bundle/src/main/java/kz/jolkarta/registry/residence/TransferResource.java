package kz.jolkarta.registry.residence;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Moves between territories over HTTP: what was asked for, and the other side's answer. */
@Path("transfers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class TransferResource implements ApiResource {
    private final Moves moves;
    private final Transfers transfers;

    @Activate
    public TransferResource(@Reference Moves moves, @Reference Transfers transfers) {
        this.moves = moves;
        this.transfers = transfers;
    }

    /** {@code waiting=true}: what the caller has to answer. */
    @GET
    @Needs(Right.CHILDREN_READ)
    public Page<Transfer> list(
            @Context Caller caller,
            @QueryParam("state") String state,
            @QueryParam("asking") String asking,
            @QueryParam("waiting") String waiting,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        TransferFilter filter = new TransferFilter(
                Choice.of(Transfer.State.class, "state", state),
                Choice.of(Transfer.Side.class, "asking", asking),
                Params.flag("waiting", waiting).orElse(false));
        return transfers.list(caller, filter, Params.paging(limit, after));
    }

    /** The new place asks for a child. */
    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response ask(@Context Caller caller, TransferRequest request) {
        TransferRequest asked = Params.body(request);
        return Response.accepted(moves.ask(caller, asked.iin(), asked.input())).build();
    }

    @GET
    @Path("{id}")
    @Needs(Right.CHILDREN_READ)
    public Response get(@Context Caller caller, @PathParam("id") long id) {
        Transfer transfer = transfers.get(caller, id);
        return Versions.answer(transfer, transfer.version());
    }

    /** Accepts, which moves the child, or refuses with a reason. */
    @POST
    @Path("{id}/answer")
    @Needs(Right.CHILDREN_WRITE)
    public Response answer(
            @Context Caller caller,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            MoveAnswer answer) {
        int version = Versions.required(ifMatch);
        MoveResult result = moves.answer(caller, id, version, Params.body(answer));
        return Versions.answer(result, result.transfer().version());
    }
}
