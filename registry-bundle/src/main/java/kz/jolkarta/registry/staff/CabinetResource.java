package kz.jolkarta.registry.staff;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The methodical cabinets with their coordinators of today, over HTTP. */
@Path("cabinets")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class CabinetResource implements ApiResource {
    private final Appointments appointments;

    @Activate
    public CabinetResource(@Reference Appointments appointments) {
        this.appointments = appointments;
    }

    /** @param covered true for those with a coordinator, false for those without */
    @GET
    @Needs(Right.ORGANISATIONS_READ)
    public Page<AppointmentStore.Cabinet> list(
            @Context Caller caller,
            @QueryParam("territory") String territory,
            @QueryParam("covered") String covered,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return appointments.cabinets(
                caller.user(),
                Params.territory(territory),
                Params.flag("covered", covered),
                Params.paging(limit, after));
    }
}
