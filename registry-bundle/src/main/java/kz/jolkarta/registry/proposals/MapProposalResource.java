package kz.jolkarta.registry.proposals;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Tables;
import kz.jolkarta.registry.roadmaps.RoadMapResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts one proposal into a road map as a step, over HTTP; the answer is the whole map. */
@Path("road-maps/{map}/proposals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ApiResource.class)
public final class MapProposalResource implements ApiResource {
    private final MapDrafts drafts;
    private final Tables texts;

    @Activate
    public MapProposalResource(@Reference MapDrafts drafts, @Reference Tables texts) {
        this.drafts = drafts;
        this.texts = texts;
    }

    /** @param proposal its code, e.g. {@code health-camps/camp} */
    public record Chosen(String proposal) {}

    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response add(
            @Context Caller caller,
            @PathParam("map") long map,
            @HeaderParam("If-Match") String ifMatch,
            Chosen chosen) {
        String code = Params.text("proposal", Params.body(chosen).proposal())
                .orElseThrow(() -> Problem.field("proposal", "record.required"));
        return RoadMapResource.made(
                        drafts.add(caller.user(), caller.language(), map, Versions.given(ifMatch), code), caller, texts)
                .build();
    }
}
