package kz.jolkarta.registry.coordinators;

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

/** The load of cabinets and coordinators over HTTP; the children behind a row are {@code children?cabinet=…&state=active}. */
@Path("caseload")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class CaseloadResource implements ApiResource {
    private final Caseload caseload;

    @Activate
    public CaseloadResource(@Reference Caseload caseload) {
        this.caseload = caseload;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public Page<CabinetLoad> list(
            @Context Caller caller,
            @QueryParam("territory") String territory,
            @QueryParam("covered") String covered,
            @QueryParam("sort") String sort,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return caseload.list(caller.user(), filter(territory, covered, sort), Params.paging(limit, after));
    }

    static LoadFilter filter(String territory, String covered, String sort) {
        return new LoadFilter(Params.territory(territory), Params.flag("covered", covered), LoadFilter.Order.of(sort));
    }
}
