package kz.jolkarta.registry.residence;

import jakarta.ws.rs.BeanParam;
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
import java.util.Arrays;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.files.Sheets;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Tables;
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
    private final Tables tables;

    @Activate
    public TransferResource(@Reference Moves moves, @Reference Transfers transfers, @Reference Tables tables) {
        this.moves = moves;
        this.transfers = transfers;
        this.tables = tables;
    }

    /** {@code waiting=true}: what the caller has to answer. */
    @GET
    @Needs(Right.CHILDREN_READ)
    public Page<Transfer> list(
            @Context Caller caller,
            @BeanParam TransferQuery query,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return transfers.list(caller, query.filter(), Params.paging(limit, after));
    }

    @GET
    @Path("list.{format: xlsx|csv}")
    @Produces({Tables.XLSX, Tables.CSV})
    @Needs(Right.CHILDREN_EXPORT)
    public Response file(
            @Context Caller caller, @PathParam("format") Sheets.Format format, @BeanParam TransferQuery query) {
        Language language = caller.language();
        return tables.file(
                language,
                format,
                "transfers",
                Stream.of(
                        "record.heading.id",
                        "record.heading.name",
                        "page.transfers.from-place",
                        "page.transfers.to-place",
                        "page.child.move.day",
                        "page.transfers.asking",
                        "record.heading.state",
                        "record.heading.reason",
                        "page.transfers.answer"),
                transfers.export(caller, query.filter()),
                t -> Arrays.asList(
                        t.id(),
                        t.name(),
                        t.from().name(),
                        t.to().name(),
                        t.onDay(),
                        tables.text(language, "page.transfers.asking." + Json.name(t.asking())),
                        tables.text(language, "copy.word.transfer." + Json.name(t.state())),
                        t.reason(),
                        t.answer()));
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
