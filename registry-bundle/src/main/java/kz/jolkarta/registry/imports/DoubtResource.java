package kz.jolkarta.registry.imports;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.i18n.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The queue of doubtful rows over HTTP. */
@Path("doubtful")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class DoubtResource implements ApiResource {
    private final Doubts doubts;
    private final Texts texts;

    @Activate
    public DoubtResource(@Reference Doubts doubts, @Reference Texts texts) {
        this.doubts = doubts;
        this.texts = texts;
    }

    /** @param given what the row of the list says, {@code known} what the registry has, by the same fields */
    record View(
            long id,
            long importId,
            int row,
            String code,
            String evidence,
            long child,
            Map<String, String> given,
            Map<String, String> known) {}

    /** @param decision same, different or discard */
    record Decision(String decision) {}

    record Settled(long id, String decision) {}

    @GET
    @Needs(Right.CHILDREN_IMPORT)
    public Page<View> open(
            @Context Caller caller, @QueryParam("limit") String limit, @QueryParam("after") String after) {
        int most = ImportResource.limit(limit);
        long from = after == null || after.isBlank() ? 0 : ImportResource.number("after", after);
        List<Doubts.Doubt> found = doubts.open(caller.user(), from, most + 1);
        List<View> page = found.stream()
                .limit(most)
                .map(d -> new View(
                        d.id(),
                        d.batch(),
                        d.row(),
                        d.evidence(),
                        texts.text(caller.language(), "import.evidence." + d.evidence()),
                        d.childId(),
                        d.cells(),
                        d.child()))
                .toList();
        return new Page<>(
                page, found.size() > most ? String.valueOf(page.get(most - 1).id()) : "");
    }

    @POST
    @Path("{id}")
    @Needs(Right.CHILDREN_IMPORT)
    public Settled settle(@Context Caller caller, @PathParam("id") long id, Decision decision) {
        if (decision == null || decision.decision() == null) {
            throw Problem.field("decision", "import.decision-unknown", "");
        }
        doubts.settle(caller.user(), id, decision.decision());
        return new Settled(id, decision.decision());
    }
}
