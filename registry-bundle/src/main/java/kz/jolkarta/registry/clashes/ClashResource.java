package kz.jolkarta.registry.clashes;

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
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Clashes over HTTP. */
@Path("clashes")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class ClashResource implements ApiResource {
    private final Clashes clashes;

    @Activate
    public ClashResource(@Reference Clashes clashes) {
        this.clashes = clashes;
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public Page<Clash> list(
            @Context Caller caller,
            @QueryParam("territory") String territory,
            @QueryParam("year") String year,
            @QueryParam("kind") String kind,
            @QueryParam("sort") String sort,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return clashes.list(caller.user(), filter(clashes, territory, year, kind, sort), Params.paging(limit, after));
    }

    static ClashFilter filter(Clashes clashes, String territory, String year, String kind, String sort) {
        return new ClashFilter(
                Params.year("year", year).orElse(clashes.thisYear()),
                Params.territory(territory),
                Choice.of(ClashKind.class, "kind", kind),
                ClashOrder.of(sort));
    }
}
