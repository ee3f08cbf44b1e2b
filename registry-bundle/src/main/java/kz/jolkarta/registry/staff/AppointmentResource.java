package kz.jolkarta.registry.staff;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
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

/** Appointments of coordinators to one cabinet over HTTP. */
@Path("organisations/{organisation}/appointments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class AppointmentResource implements ApiResource {
    private final Appointments appointments;

    @Activate
    public AppointmentResource(@Reference Appointments appointments) {
        this.appointments = appointments;
    }

    /** The last day of an appointment. */
    public record End(LocalDate to) {}

    @GET
    @Needs(Right.ORGANISATIONS_READ)
    public Page<Appointment> list(@Context Caller caller, @PathParam("organisation") long cabinet) {
        return new Page<>(appointments.of(caller.user(), cabinet), "");
    }

    @POST
    @Needs(Right.ORGANISATIONS_WRITE)
    public Response appoint(@Context Caller caller, @PathParam("organisation") long cabinet, AppointmentInput input) {
        return answer(
                Response.status(Response.Status.CREATED),
                appointments.appoint(caller.user(), cabinet, Params.body(input)));
    }

    @POST
    @Path("{id}/end")
    @Needs(Right.ORGANISATIONS_WRITE)
    public Response end(
            @Context Caller caller,
            @PathParam("organisation") long cabinet,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            End end) {
        int version = Versions.required(ifMatch);
        return answer(
                Response.ok(),
                appointments.end(
                        caller.user(), cabinet, id, version, Params.body(end).to()));
    }

    private static Response answer(Response.ResponseBuilder response, Appointment appointment) {
        return response.entity(appointment)
                .tag(new EntityTag(String.valueOf(appointment.version())))
                .build();
    }
}
