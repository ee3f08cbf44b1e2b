package kz.jolkarta.registry.children;

import jakarta.ws.rs.BeanParam;
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

/** Children over HTTP. */
@Path("children")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class ChildResource implements ApiResource {
    private final Children children;

    @Activate
    public ChildResource(@Reference Children children) {
        this.children = children;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public Page<ChildRow> list(
            @Context Caller caller,
            @BeanParam ChildQuery query,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return children.list(caller, query.filter(), Params.paging(limit, after));
    }

    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response create(@Context Caller caller, Child input) {
        Child made = children.create(caller, Params.body(input));
        return Response.created(URI.create("/api/children/" + made.id()))
                .entity(made)
                .tag(made.version().toString())
                .build();
    }

    @GET
    @Path("{id}")
    @Needs(Right.CHILDREN_READ)
    public Response open(@Context Caller caller, @PathParam("id") long id) {
        return answer(children.open(caller, id));
    }

    @PUT
    @Path("{id}")
    @Needs(Right.CHILDREN_WRITE)
    public Response change(
            @Context Caller caller, @PathParam("id") long id, @HeaderParam("If-Match") String ifMatch, Child input) {
        int version = Versions.required(ifMatch);
        return answer(children.change(caller, id, version, Params.body(input)));
    }

    private static Response answer(Child child) {
        return PartResource.answer(child, child.version());
    }
}
