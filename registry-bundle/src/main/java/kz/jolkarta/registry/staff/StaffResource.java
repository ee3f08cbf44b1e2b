package kz.jolkarta.registry.staff;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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
import kz.jolkarta.core.registry.Position;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Staff of all organisations over HTTP. */
@Path("staff")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class StaffResource implements ApiResource {
    private final Staff staff;

    @Activate
    public StaffResource(@Reference Staff staff) {
        this.staff = staff;
    }

    @GET
    @Needs(Right.ORGANISATIONS_READ)
    public Page<StaffMember> list(
            @Context Caller caller,
            @QueryParam("organisation") String organisation,
            @QueryParam("position") String position,
            @QueryParam("q") String q,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return staff.list(
                caller.user(),
                Params.number("organisation", organisation),
                Choice.of(Position.class, "position", position),
                Params.text("q", q).orElse(""),
                Params.paging(limit, after));
    }

    @GET
    @Path("{id}")
    @Needs(Right.ORGANISATIONS_READ)
    public Response get(@Context Caller caller, @PathParam("id") long id) {
        return answer(staff.get(caller.user(), id));
    }

    @PUT
    @Path("{id}")
    @Needs(Right.ORGANISATIONS_WRITE)
    public Response change(
            @Context Caller caller,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            StaffMember input) {
        int version = Versions.required(ifMatch);
        return answer(staff.change(caller.user(), id, version, Params.body(input)));
    }

    private static Response answer(StaffMember member) {
        return Response.ok(member).tag(member.version().toString()).build();
    }
}
