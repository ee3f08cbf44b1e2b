package kz.jolkarta.registry.departures;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leaving school over HTTP; If-Match carries the child's version. */
@Path("children/{child}/departure")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class DepartureResource implements ApiResource {
    private final Departures departures;

    @Activate
    public DepartureResource(@Reference Departures departures) {
        this.departures = departures;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public Page<Departure> list(@Context Caller caller, @PathParam("child") long child) {
        return departures.list(caller, child);
    }

    /** @param day today when it is not told */
    @GET
    @Path("preview")
    @Needs(Right.CHILDREN_WRITE)
    public Response preview(@Context Caller caller, @PathParam("child") long child, @QueryParam("onDay") String day) {
        Outcome outcome =
                departures.preview(caller, child, Params.date("onDay", day).orElse(null));
        return Versions.answer(outcome, outcome.childVersion());
    }

    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response leave(
            @Context Caller caller,
            @PathParam("child") long child,
            @HeaderParam("If-Match") String ifMatch,
            DepartureInput input) {
        Outcome outcome = departures.leave(caller, child, Versions.required(ifMatch), Params.body(input));
        return Versions.answer(outcome, outcome.childVersion());
    }

    /** Takes the departure back that lasts. */
    @POST
    @Path("{id}/undo")
    @Needs(Right.CHILDREN_WRITE)
    public Response undo(@Context Caller caller, @PathParam("child") long child, @PathParam("id") long id) {
        Outcome outcome = departures.undo(caller, child, id);
        return Versions.answer(outcome, outcome.childVersion());
    }
}
