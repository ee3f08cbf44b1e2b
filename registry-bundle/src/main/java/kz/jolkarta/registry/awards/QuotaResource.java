package kz.jolkarta.registry.awards;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
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

/** Quotas of a measure over HTTP. */
@Path("measures/{code}/quotas")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class QuotaResource implements ApiResource {
    private final Quotas quotas;

    @Activate
    public QuotaResource(@Reference Quotas quotas) {
        this.quotas = quotas;
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public Page<Quota> list(
            @Context Caller caller, @PathParam("code") String measure, @QueryParam("year") String year) {
        return new Page<>(quotas.list(caller.user(), measure, Params.year("year", year)), "");
    }

    /** Sets the cap of a kind, region and year; {@code If-Match} is needed once there is one. */
    @PUT
    @Needs(Right.QUOTAS_WRITE)
    public Response set(
            @Context Caller caller,
            @PathParam("code") String measure,
            @HeaderParam("If-Match") String ifMatch,
            QuotaInput input) {
        Quota quota = quotas.set(caller.user(), measure, Versions.given(ifMatch), Params.body(input));
        return Response.ok(quota)
                .tag(new EntityTag(String.valueOf(quota.version())))
                .build();
    }
}
