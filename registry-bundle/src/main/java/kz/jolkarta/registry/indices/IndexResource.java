package kz.jolkarta.registry.indices;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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

/** Indices over HTTP, e.g. {@code indices/MRP}. */
@Path("indices/{index}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class IndexResource implements ApiResource {
    private final Indices indices;

    @Activate
    public IndexResource(@Reference Indices indices) {
        this.indices = indices;
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public Page<IndexValue> list(@PathParam("index") String index) {
        return new Page<>(indices.list(index), "");
    }

    /** Sets the value from a day on; {@code If-Match} is needed once there is one of that day. */
    @PUT
    @Needs(Right.PROGRAMME_WRITE)
    public Response set(
            @Context Caller caller,
            @PathParam("index") String index,
            @HeaderParam("If-Match") String ifMatch,
            IndexInput input) {
        IndexValue value = indices.set(caller.user(), index, Versions.given(ifMatch), Params.body(input));
        return Versions.answer(value, value.version());
    }
}
