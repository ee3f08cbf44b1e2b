package kz.jolkarta.registry.copies;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import kz.jolkarta.core.access.Audit.Action;
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

/** The access log of a child over HTTP. */
@Path("children/{child}/access-log")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class AccessLogResource implements ApiResource {
    private final AccessLog log;

    @Activate
    public AccessLogResource(@Reference AccessLog log) {
        this.log = log;
    }

    /**
     * @param from first day, inclusive
     * @param to last day, inclusive
     * @param login of who did it
     */
    @GET
    @Needs({Right.AUDIT_READ, Right.CHILDREN_EXPORT})
    public Page<AccessEntry> list(
            @Context Caller caller,
            @PathParam("child") long child,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("login") String login,
            @QueryParam("action") String action,
            @QueryParam("limit") String limit,
            @QueryParam("after") String after) {
        return log.list(caller, child, filter(from, to, login, action), Params.paging(limit, after));
    }

    static AccessFilter filter(String from, String to, String login, String action) {
        return new AccessFilter(
                Params.date("from", from),
                Params.date("to", to),
                Params.text("login", login),
                Choice.of(Action.class, "action", action));
    }
}
