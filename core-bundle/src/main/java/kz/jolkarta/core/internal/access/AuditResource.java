package kz.jolkarta.core.internal.access;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import java.util.Optional;
import kz.jolkarta.core.access.Audit;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The audit trail, newest first; entries without a territory are seen with the right over the country only. */
@Component(service = ApiResource.class)
@Path("audit")
@Produces("application/json")
public final class AuditResource implements ApiResource {
    private final AuditSearch trail;

    record View(
            long seq,
            Instant at,
            long actor,
            String login,
            Audit.Action action,
            String kind,
            Optional<Long> id,
            Optional<String> territory,
            Optional<String> detail) {
        static View of(AuditStore.Stored entry) {
            return new View(
                    entry.id(),
                    entry.at(),
                    entry.actor(),
                    entry.login(),
                    entry.action(),
                    entry.kind(),
                    entry.object() == 0 ? Optional.empty() : Optional.of(entry.object()),
                    Optional.of(entry.territory()).filter(t -> !t.isEmpty()),
                    Optional.of(entry.detail()).filter(d -> !d.isEmpty()));
        }
    }

    @Activate
    public AuditResource(@Reference AuditSearch trail) {
        this.trail = trail;
    }

    /**
     * @param actor login of who did it
     * @param from first moment, inclusive
     * @param to last moment, exclusive
     */
    @GET
    @Needs(Right.AUDIT_READ)
    public Page<View> list(
            @QueryParam("kind") String kind,
            @QueryParam("id") Long id,
            @QueryParam("actor") String actor,
            @QueryParam("action") Audit.Action action,
            @QueryParam("from") Instant from,
            @QueryParam("to") Instant to,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) int limit,
            @QueryParam("after") @DefaultValue("") String after,
            @Context Caller caller) {
        AuditStore.Query query = new AuditStore.Query(
                Optional.ofNullable(kind),
                Optional.ofNullable(id),
                Optional.ofNullable(actor),
                Optional.ofNullable(action),
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                false);
        Page<AuditStore.Stored> page = trail.list(caller.user(), query, after, limit);
        return new Page<>(page.items().stream().map(View::of).toList(), page.next());
    }
}
