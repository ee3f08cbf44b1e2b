package kz.jolkarta.registry.proposals;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Tables;
import kz.jolkarta.registry.roadmaps.RoadMap;
import kz.jolkarta.registry.roadmaps.RoadMapResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A road map of a child that drafts itself, over HTTP. */
@Path("children/{child}/road-maps/draft")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class DraftResource implements ApiResource {
    private final MapDrafts drafts;
    private final Tables texts;

    @Activate
    public DraftResource(@Reference MapDrafts drafts, @Reference Tables texts) {
        this.drafts = drafts;
        this.texts = texts;
    }

    /**
     * What is to be drafted: what may be null was not given.
     *
     * @param schoolYear the year the school year begins in; the running one when not given
     * @param steps codes of proposals in their order, at most 8; the best ones when not given
     */
    public record DraftInput(Integer schoolYear, List<String> steps) {
        public DraftInput {
            steps = steps == null
                    ? null
                    : steps.stream().filter(Objects::nonNull).toList();
        }
    }

    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response draft(@Context Caller caller, @PathParam("child") long child, DraftInput input) {
        DraftInput sent = Params.body(input);
        RoadMap made = drafts.draft(
                caller.user(), caller.language(), child, Optional.ofNullable(sent.schoolYear()), sent.steps());
        return RoadMapResource.made(made, caller, texts)
                .location(URI.create("/api/road-maps/" + made.id()))
                .build();
    }
}
