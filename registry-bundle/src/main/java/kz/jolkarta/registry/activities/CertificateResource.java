package kz.jolkarta.registry.activities;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Certificates by their number, over HTTP: whoever is shown one does not know the activity's. */
@Path("certificates")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class CertificateResource implements ApiResource {
    private final Activities activities;

    @Activate
    public CertificateResource(@Reference Activities activities) {
        this.activities = activities;
    }

    @GET
    @Path("{number}")
    @Needs(Right.RECORDS_READ)
    public Certificate find(@Context Caller caller, @PathParam("number") String number) {
        return activities.certificate(caller.user(), number);
    }
}
