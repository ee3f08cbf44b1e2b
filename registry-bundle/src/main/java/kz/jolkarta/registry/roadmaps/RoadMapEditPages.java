package kz.jolkarta.registry.roadmaps;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The content of a road map as a form. */
@Path("road-maps/{id: \\d+}/edit")
@Component(service = Pages.class)
public final class RoadMapEditPages implements Pages {
    private final RoadMaps maps;

    @Activate
    public RoadMapEditPages(@Reference RoadMaps maps) {
        this.maps = maps;
    }

    @GET
    @Needs({Right.CHILDREN_WRITE, Right.DIAGNOSTICS_WRITE})
    public View open(@Context Caller caller, @Context Words words, @PathParam("id") long id) {
        RoadMap map = maps.get(caller.user(), id);
        return view(caller, words, map, new ContentForm(words, caller.user(), map).form());
    }

    /** Whoever may write diagnostics only changes those alone. */
    @POST
    @Needs({Right.CHILDREN_WRITE, Right.DIAGNOSTICS_WRITE})
    public Response save(@Context Caller caller, @Context Words words, @PathParam("id") long id, FormInput input) {
        RoadMap map = maps.get(caller.user(), id);
        ContentForm form = new ContentForm(words, caller.user(), map);
        return Answer.of(
                () -> {
                    int version =
                            input.version().orElseThrow(() -> Problem.field(FormInput.VERSION, "record.required"));
                    maps.update(caller.user(), id, version, form.read(input));
                    return Answer.to(MapTabs.page(id, MapTabs.WHOLE), "page.roadmap.edit.done");
                },
                problem -> view(caller, words, map, form.refused(input, problem)));
    }

    private static View view(Caller caller, Words words, RoadMap map, Form form) {
        List<Block> blocks = new ArrayList<>();
        if (!map.state().drafted()) {
            blocks.add(Block.Notice.of(
                    Tone.NONE, words.text("roadmap.fixed", words.text(RoadMapState.MOVES.name(map.state())))));
        } else {
            if (map.state() == RoadMapState.AGREED) {
                blocks.add(Block.Notice.of(Tone.RUN, words.text("page.roadmap.edit.agreed")));
            }
            blocks.add(Block.Card.of(words.text("page.roadmap.edit"), form));
        }
        return MapTabs.view(words, caller.user(), map, MapTabs.WHOLE, blocks);
    }
}
