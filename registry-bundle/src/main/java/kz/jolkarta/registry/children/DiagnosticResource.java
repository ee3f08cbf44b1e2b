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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A child's diagnostics over HTTP, under rights of their own; ETag and If-Match carry the child's version. */
@Path("children/{child}/diagnostics")
@Component(service = ApiResource.class)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DiagnosticResource implements ApiResource {
    private final Parts parts;
    private final PartTable<DiagnosticEntry> kind = PartTable.DIAGNOSTICS;

    @Activate
    public DiagnosticResource(@Reference Parts parts) {
        this.parts = parts;
    }

    @GET
    @Needs(Right.DIAGNOSTICS_READ)
    public Response list(@Context Caller caller, @PathParam("child") long child) {
        Versioned<List<DiagnosticEntry>> found = parts.list(caller.user(), kind, child);
        return PartResource.answer(new Page<>(found.value(), ""), found.version());
    }

    @POST
    @Needs(Right.DIAGNOSTICS_WRITE)
    public Response create(@Context Caller caller, @PathParam("child") long child, DiagnosticEntry input) {
        Versioned<DiagnosticEntry> made = parts.add(caller.user(), kind, child, Params.body(input));
        URI where = URI.create("/api/children/" + child + "/" + kind.name() + "/"
                + made.value().id());
        return Response.created(where)
                .entity(made.value())
                .tag(Integer.toString(made.version()))
                .build();
    }

    @PUT
    @Path("{id}")
    @Needs(Right.DIAGNOSTICS_WRITE)
    public Response change(
            @Context Caller caller,
            @PathParam("child") long child,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            DiagnosticEntry input) {
        int version = Versions.required(ifMatch);
        Versioned<DiagnosticEntry> changed = parts.replace(caller.user(), kind, child, id, version, Params.body(input));
        return PartResource.answer(changed.value(), changed.version());
    }

    @DELETE
    @Path("{id}")
    @Needs(Right.DIAGNOSTICS_WRITE)
    public Response end(
            @Context Caller caller,
            @PathParam("child") long child,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch) {
        int version = parts.end(caller.user(), kind, child, id, Versions.required(ifMatch));
        return Response.noContent().tag(Integer.toString(version)).build();
    }
}
