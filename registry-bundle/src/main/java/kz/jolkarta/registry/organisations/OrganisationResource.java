package kz.jolkarta.registry.organisations;

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

/** Organisations over HTTP. */
@Path("organisations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class OrganisationResource implements ApiResource {
    private final Organisations organisations;

    @Activate
    public OrganisationResource(@Reference Organisations organisations) {
        this.organisations = organisations;
    }

    @GET
    @Needs(Right.ORGANISATIONS_READ)
    public Page<Organisation> list(
            @Context Caller caller,
            @QueryParam("kind") String kind,
            @QueryParam("territory") String territory,
            @QueryParam("q") String q,
            @QueryParam("active") String active,
            @QueryParam("sort") String sort,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return organisations.list(
                caller, OrganisationFilter.of(kind, territory, active, q, sort), Params.paging(limit, after));
    }

    @POST
    @Needs(Right.ORGANISATIONS_WRITE)
    public Response create(@Context Caller caller, Organisation input) {
        Organisation made = organisations.create(caller, Params.body(input));
        return Response.created(URI.create("/api/organisations/" + made.id()))
                .entity(made)
                .tag(made.version().toString())
                .build();
    }

    @GET
    @Path("{id}")
    @Needs(Right.ORGANISATIONS_READ)
    public Response get(@Context Caller caller, @PathParam("id") long id) {
        return answer(organisations.get(caller, id));
    }

    @PUT
    @Path("{id}")
    @Needs(Right.ORGANISATIONS_WRITE)
    public Response change(
            @Context Caller caller,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            Organisation input) {
        int version = Versions.required(ifMatch);
        return answer(organisations.change(caller, id, version, Params.body(input)));
    }

    private static Response answer(Organisation organisation) {
        return Response.ok(organisation).tag(organisation.version().toString()).build();
    }
}
