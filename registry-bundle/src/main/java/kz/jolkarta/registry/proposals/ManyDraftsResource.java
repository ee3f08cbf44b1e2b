package kz.jolkarta.registry.proposals;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Drafts the road maps of many children in the background, over HTTP. */
@Path("road-map-drafts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class ManyDraftsResource implements ApiResource {
    private final ManyDrafts drafts;

    @Activate
    public ManyDraftsResource(@Reference ManyDrafts drafts) {
        this.drafts = drafts;
    }

    /**
     * Whose maps are to be drafted: either children or a filter.
     *
     * @param schoolYear the year the school year begins in; the running one when not given
     * @param children ids, at most 1000
     * @param filter as the list of children takes it, without names and IIN, e.g. {@code {"school": "7", "grade": "6"}}
     */
    public record ManyInput(Integer schoolYear, List<Long> children, Map<String, String> filter) {
        public ManyInput {
            children = children == null
                    ? List.of()
                    : children.stream().filter(Objects::nonNull).toList();
            filter = filter == null ? Map.of() : Collections.unmodifiableMap(new HashMap<>(filter));
        }
    }

    /** @param job its id; how far it is and what became of it is told at {@code /api/jobs/…} */
    public record Started(long job) {}

    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response start(@Context Caller caller, ManyInput input) {
        ManyInput sent = Params.body(input);
        long job = drafts.start(caller.user(), Optional.ofNullable(sent.schoolYear()), sent.children(), sent.filter());
        return Response.accepted(new Started(job))
                .location(URI.create("/api/jobs/" + job))
                .build();
    }
}
