package kz.jolkarta.registry.entitlement;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What one child is entitled to, over HTTP. */
@Path("children/{child}/entitlements")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class ChildEntitlementResource implements ApiResource {
    private final ChildEntitlements entitlements;

    @Activate
    public ChildEntitlementResource(@Reference ChildEntitlements entitlements) {
        this.entitlements = entitlements;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public ChildEntitlements.Answer get(
            @Context Caller caller, @PathParam("child") long child, @QueryParam("year") String year) {
        return entitlements.of(caller, child, Params.year("year", year));
    }
}
