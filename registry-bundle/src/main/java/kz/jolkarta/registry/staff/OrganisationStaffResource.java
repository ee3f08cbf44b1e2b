package kz.jolkarta.registry.staff;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.registry.Position;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The staff of one organisation over HTTP. */
@Path("organisations/{organisation}/staff")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class OrganisationStaffResource implements ApiResource {
    private final Staff staff;

    @Activate
    public OrganisationStaffResource(@Reference Staff staff) {
        this.staff = staff;
    }

    @GET
    @Needs(Right.ORGANISATIONS_READ)
    public Page<StaffMember> list(
            @Context Caller caller,
            @PathParam("organisation") long organisation,
            @QueryParam("position") String position,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return staff.list(
                caller.user(),
                Optional.of(organisation),
                Choice.of(Position.class, "position", position),
                "",
                Params.paging(limit, after));
    }

    @POST
    @Needs(Right.ORGANISATIONS_WRITE)
    public Response create(@Context Caller caller, @PathParam("organisation") long organisation, StaffMember input) {
        StaffMember made = staff.create(caller.user(), organisation, Params.body(input));
        return Response.created(URI.create("/api/staff/" + made.id()))
                .entity(made)
                .tag(made.version().toString())
                .build();
    }
}
