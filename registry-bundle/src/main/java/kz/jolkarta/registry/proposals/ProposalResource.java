package kz.jolkarta.registry.proposals;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.registry.proposals.ProposalView.WithheldView;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the measures can offer one child, over HTTP. */
@Path("children/{child}/proposals")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class ProposalResource implements ApiResource {
    private final Proposals proposals;
    private final Tables texts;

    @Activate
    public ProposalResource(@Reference Proposals proposals, @Reference Tables texts) {
        this.proposals = proposals;
        this.texts = texts;
    }

    /**
     * What a child can have. Members that are null are absent in JSON.
     *
     * @param items the best first
     * @param withheld what it cannot have, with the reasons; null unless asked for
     */
    public record Answer(long childId, List<ProposalView> items, List<WithheldView> withheld) {
        public Answer {
            items = List.copyOf(items);
            withheld = withheld == null ? null : List.copyOf(withheld);
        }
    }

    /**
     * @param year the school year begins in; the running one when not given
     * @param all whether to tell what the child cannot have too
     */
    @GET
    @Needs(Right.CHILDREN_READ)
    public Answer list(
            @Context Caller caller,
            @PathParam("child") long child,
            @QueryParam("year") String year,
            @QueryParam("all") String all) {
        boolean everything = Params.flag("all", all).orElse(false);
        ForChild found = proposals.open(caller.user(), child, Params.year("year", year));
        return new Answer(
                child,
                found.offered().stream()
                        .map(p -> ProposalView.of(p, found.responsible(), caller.language(), texts))
                        .toList(),
                everything
                        ? found.withheld().stream()
                                .map(w -> ProposalView.of(w, caller.language(), texts))
                                .toList()
                        : null);
    }
}
