package kz.jolkarta.registry.children;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.registry.children.Parts.Versioned;
import kz.jolkarta.registry.records.Params;

/** One kind of a child's parts over HTTP; ETag and If-Match carry the child's version. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public abstract class PartResource<T extends Part> implements ApiResource {
    private final Parts parts;
    private final PartTable<T> kind;

    PartResource(Parts parts, PartTable<T> kind) {
        this.parts = parts;
        this.kind = kind;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public Response list(@Context Caller caller, @PathParam("child") long child) {
        Versioned<List<T>> found = parts.list(caller.user(), kind, child);
        return answer(new Page<>(found.value(), ""), found.version());
    }

    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response create(@Context Caller caller, @PathParam("child") long child, T input) {
        Versioned<T> made = parts.add(caller.user(), kind, child, Params.body(input));
        URI where = URI.create("/api/children/" + child + "/" + kind.name() + "/"
                + made.value().id());
        return Response.created(where)
                .entity(made.value())
                .tag(Integer.toString(made.version()))
                .build();
    }

    @PUT
    @Path("{id}")
    @Needs(Right.CHILDREN_WRITE)
    public Response change(
            @Context Caller caller,
            @PathParam("child") long child,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            T input) {
        int version = Versions.required(ifMatch);
        Versioned<T> changed = parts.replace(caller.user(), kind, child, id, version, Params.body(input));
        return answer(changed.value(), changed.version());
    }

    /** Ends a category, withdraws a consent, removes anything else. */
    @DELETE
    @Path("{id}")
    @Needs(Right.CHILDREN_WRITE)
    public Response end(
            @Context Caller caller,
            @PathParam("child") long child,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch) {
        int version = parts.end(caller.user(), kind, child, id, Versions.required(ifMatch));
        return Response.noContent().tag(Integer.toString(version)).build();
    }

    static Response answer(Object entity, int version) {
        return Response.ok(entity).tag(Integer.toString(version)).build();
    }
}
