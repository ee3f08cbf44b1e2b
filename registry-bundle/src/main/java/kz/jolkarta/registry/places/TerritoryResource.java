package kz.jolkarta.registry.places;

import jakarta.ws.rs.Consumes;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Open;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Paging;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The territorial units over HTTP. They are public knowledge, so that everybody who is signed in may read all of them. */
@Path("territories")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class TerritoryResource implements ApiResource {
    private final Gazetteer gazetteer;
    private final TerritoryRegister register;

    @Activate
    public TerritoryResource(@Reference Gazetteer gazetteer, @Reference TerritoryRegister register) {
        this.gazetteer = gazetteer;
        this.register = register;
    }

    /** @param q the beginning of a word of the name, in any spelling */
    @GET
    @Open
    public Page<TerritoryView> list(
            @Context Caller caller,
            @QueryParam("parent") String parent,
            @QueryParam("q") String q,
            @QueryParam("kind") String kind,
            @QueryParam("rural") String rural,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        Paging page = Params.paging(limit, after);
        Predicate<Unit> wanted = unit -> true;
        Optional<String> above = Params.text("parent", parent);
        if (above.isPresent()) {
            wanted = wanted.and(unit -> unit.parent().equals(above.get()));
        }
        Optional<UnitKind> one = Choice.of(UnitKind.class, "kind", kind);
        if (one.isPresent()) {
            wanted = wanted.and(unit -> unit.kind() == one.get());
        }
        Optional<Boolean> village = Params.flag("rural", rural);
        if (village.isPresent()) {
            wanted = wanted.and(unit -> unit.rural().equals(village));
        }
        String name = Params.text("q", q).orElse("");
        List<TerritoryView> found = gazetteer.search(name, wanted, page.after(), page.limit() + 1).stream()
                .map(unit -> TerritoryView.of(unit, caller.language()))
                .toList();
        return page.page(found, TerritoryView::code);
    }

    @GET
    @Path("{code}")
    @Open
    public Response get(@Context Caller caller, @PathParam("code") String code) {
        return answer(gazetteer.unit(code).orElseThrow(Problem::notFound), caller);
    }

    @POST
    @Needs(Right.TERRITORIES_WRITE)
    public Response create(@Context Caller caller, TerritoryInput input) {
        Unit unit = register.add(caller.user(), Params.body(input));
        return Response.created(URI.create("/api/territories/" + unit.code()))
                .entity(TerritoryView.of(unit, caller.language()))
                .tag(Integer.toString(unit.version()))
                .build();
    }

    /** Renames a unit or ends it. */
    @PUT
    @Path("{code}")
    @Needs(Right.TERRITORIES_WRITE)
    public Response change(
            @Context Caller caller,
            @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch,
            TerritoryInput input) {
        int version = Versions.required(ifMatch);
        return answer(register.change(caller.user(), code, version, Params.body(input)), caller);
    }

    private static Response answer(Unit unit, Caller caller) {
        return Response.ok(TerritoryView.of(unit, caller.language()))
                .tag(Integer.toString(unit.version()))
                .build();
    }
}
