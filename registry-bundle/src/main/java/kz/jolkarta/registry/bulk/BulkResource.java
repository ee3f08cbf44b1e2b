package kz.jolkarta.registry.bulk;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes back what a job over many records did. Each kind of change asks for the right that the change itself needed. */
@Path("bulk-changes")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class BulkResource implements ApiResource {
    private final BulkChanges changes;
    private final Tables texts;

    @Activate
    public BulkResource(@Reference BulkChanges changes, @Reference Tables texts) {
        this.changes = changes;
        this.texts = texts;
    }

    /** @param reason in the caller's language */
    public record Kept(long id, String reason) {}

    /**
     * What became of the undo.
     *
     * @param undone how many records are as they were before the job
     * @param kept those that stay as they are
     */
    public record Answer(int undone, List<Kept> kept) {
        public Answer {
            kept = List.copyOf(kept);
        }
    }

    @POST
    @Path("{job}/undo")
    @Needs(Right.CHILDREN_READ)
    public Answer undo(@Context Caller caller, @PathParam("job") long job) {
        BulkChanges.Undone undone = changes.undo(caller.user(), job);
        return new Answer(
                undone.undone(),
                undone.kept().stream()
                        .map(kept -> new Kept(kept.id(), texts.text(caller.language(), kept.reason())))
                        .toList());
    }
}
