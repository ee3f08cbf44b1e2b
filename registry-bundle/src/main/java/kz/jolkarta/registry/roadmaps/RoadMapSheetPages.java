package kz.jolkarta.registry.roadmaps;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.places.TerritoryChoice;
import kz.jolkarta.registry.records.Params;
import kz.jolkarta.registry.records.Tables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One road map: what it says, its way from draft to conclusion, and what became of it. */
@Path("road-maps/{id: \\d+}")
@Component(service = Pages.class)
public final class RoadMapSheetPages implements Pages {
    private final RoadMaps maps;
    private final RoadMapCopies copies;
    private final TerritoryChoice territories;
    private final Tables texts;

    @Activate
    public RoadMapSheetPages(
            @Reference RoadMaps maps,
            @Reference RoadMapCopies copies,
            @Reference TerritoryChoice territories,
            @Reference Tables texts) {
        this.maps = maps;
        this.copies = copies;
        this.territories = territories;
        this.texts = texts;
    }

    @GET
    @Needs(Right.CHILDREN_READ)
    public View open(@Context Caller caller, @Context Words words, @PathParam("id") long id) {
        return view(caller, words, id, Optional.empty());
    }

    private View view(Caller caller, Words words, long id, Optional<MapForms.Sent> sent) {
        RoadMap map = shown(caller, id);
        Map<Long, String> representatives = map.state().drafted() && MapTabs.writes(caller.user(), map)
                ? maps.representatives(caller.user(), map)
                : Map.of();
        return new MapSheet(words, caller.user(), map, sent)
                .view(representatives, territories.name(words, map.territory()));
    }

    private RoadMap shown(Caller caller, long id) {
        return maps.get(caller.user(), id).shownTo(caller.user()).in(caller.language(), texts);
    }

    /** The child's representative agrees to the map as it is. */
    @POST
    @Path("agreement")
    @Needs(Right.CHILDREN_WRITE)
    public Response agree(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        return Answer.of(
                () -> {
                    maps.agree(caller.user(), id, input.version(), input.as(Agreement.class));
                    return Answer.to(MapTabs.page(id, MapTabs.WHOLE), "page.roadmap.agreement.done");
                },
                problem -> view(caller, words, id, Optional.of(new MapForms.Sent(MapForms.AGREEMENT, input, problem))));
    }

    /** Approves, gives back or ends the map. */
    @POST
    @Path("state")
    @Needs(Right.AWARDS_APPROVE)
    public Response move(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        return Answer.of(
                () -> {
                    RoadMap moved = maps.move(caller.user(), id, input.version(), input.as(MapChange.class));
                    String done = switch (moved.state()) {
                        case APPROVED -> "page.roadmap.approve.done";
                        case CLOSED -> "page.roadmap.close.done";
                        default -> "page.roadmap.return.done";
                    };
                    return Answer.to(MapTabs.page(id, MapTabs.WHOLE), done);
                },
                problem ->
                        view(caller, words, id, Optional.of(new MapForms.Sent(input.first("state"), input, problem))));
    }

    /** Draws up the map of the next school year like this one. */
    @POST
    @Path("copy")
    @Needs(Right.CHILDREN_WRITE)
    public Response copy(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        return Answer.of(
                () -> {
                    RoadMapCopies.Copy copy = copies.copy(caller.user(), id);
                    boolean whole =
                            copy.fieldsLeft().isEmpty() && copy.measuresLeft().isEmpty();
                    return Answer.to(
                            MapTabs.page(copy.map().id(), MapTabs.WHOLE),
                            whole ? "page.roadmap.copy.done" : "page.roadmap.copy.done-partly");
                },
                problem -> view(caller, words, id, Optional.of(new MapForms.Sent("copy", input, problem))));
    }

    @GET
    @Path("history")
    @Needs(Right.CHILDREN_READ)
    public View history(
            @Context Caller caller, @Context Words words, @Context UriInfo asked, @PathParam("id") long id) {
        Address address = Address.of(asked);
        Page<MapEvent> events =
                maps.history(caller.user(), id, Params.paging(address.value("limit"), address.value("after")));
        RoadMap map = shown(caller, id);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Card.of(
                words.text("page.roadmap.tab.history"), new MapHistoryBlocks(words, map).of(events.items())));
        if (!events.next().isEmpty()) {
            blocks.add(Block.Buttons.of(
                    Action.go(words.text("page.roadmap.history.earlier"), address.next(events.next()))));
        }
        return MapTabs.view(words, caller.user(), map, MapTabs.HISTORY, blocks);
    }
}
