package kz.jolkarta.registry.tasks;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Days off and moved working days over HTTP. */
@Path("office-days")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class OfficeDayResource implements ApiResource {
    private final OfficeDays days;
    private final OfficeClock clock;

    @Activate
    public OfficeDayResource(@Reference OfficeDays days, @Reference OfficeClock clock) {
        this.days = days;
        this.clock = clock;
    }

    /** @param year this one when it is not given */
    @GET
    @Needs(Right.RECORDS_READ)
    public Page<OfficeDay> list(@Context Caller caller, @QueryParam("year") String year) {
        int wanted = Params.year("year", year).orElse(clock.today().getYear());
        return new Page<>(days.of(caller.user(), wanted), "");
    }

    @POST
    @Needs(Right.PROGRAMME_WRITE)
    public Response add(@Context Caller caller, OfficeDay day) {
        OfficeDay made = days.add(caller.user(), Params.body(day));
        return Response.created(URI.create("/api/office-days/" + made.day()))
                .entity(made)
                .build();
    }

    /** @param day as {@code 2026-05-11} */
    @DELETE
    @Path("{day}")
    @Needs(Right.PROGRAMME_WRITE)
    public Response remove(@Context Caller caller, @PathParam("day") String day) {
        days.remove(caller.user(), Params.date("day", day).orElseThrow(Problem::notFound));
        return Response.noContent().build();
    }
}
