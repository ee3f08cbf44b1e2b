package kz.jolkarta.registry.roadmaps;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.records.Ledger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Steps of a road map: a new one, a changed one, and what became of it. */
@Path("road-maps/{map: \\d+}/steps")
@Component(service = Pages.class)
public final class MapStepPages implements Pages {
    private final RoadMaps maps;
    private final RoadMapSteps steps;
    private final Ledger ledger;

    @Activate
    public MapStepPages(@Reference RoadMaps maps, @Reference RoadMapSteps steps, @Reference Ledger ledger) {
        this.maps = maps;
        this.steps = steps;
        this.ledger = ledger;
    }

    /** @param goal that the step is to serve */
    @GET
    @Path("new")
    @Needs(Right.CHILDREN_WRITE)
    public View fresh(
            @Context Caller caller, @Context Words words, @PathParam("map") long map, @QueryParam("goal") String goal) {
        RoadMap found = maps.get(caller.user(), map);
        Form form = forms(words, found).content(Optional.empty(), goal == null ? "" : goal);
        return view(caller, words, found, "page.roadmap.step.add", List.of(form));
    }

    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response add(@Context Caller caller, @Context Words words, @PathParam("map") long map, FormInput input) {
        return Answer.of(
                () -> {
                    steps.add(caller.user(), map, input.version(), StepForms.read(input));
                    return Answer.to(plan(map), "page.roadmap.step.added");
                },
                problem -> {
                    RoadMap found = maps.get(caller.user(), map);
                    Form form =
                            forms(words, found).content(Optional.empty(), "").refused(input, problem, words);
                    return view(caller, words, found, "page.roadmap.step.add", List.of(form));
                });
    }

    @GET
    @Path("{step: \\d+}")
    @Needs(Right.CHILDREN_WRITE)
    public View open(
            @Context Caller caller, @Context Words words, @PathParam("map") long map, @PathParam("step") long step) {
        return one(caller, words, map, step, "", Function.identity());
    }

    @POST
    @Path("{step: \\d+}")
    @Needs(Right.CHILDREN_WRITE)
    public Response update(
            @Context Caller caller,
            @Context Words words,
            @PathParam("map") long map,
            @PathParam("step") long step,
            FormInput input) {
        return Answer.of(
                () -> {
                    int version =
                            input.version().orElseThrow(() -> Problem.field(FormInput.VERSION, "record.required"));
                    steps.update(caller.user(), map, step, version, StepForms.read(input));
                    return Answer.to(plan(map), "page.roadmap.step.changed");
                },
                problem -> one(caller, words, map, step, "content", f -> f.refused(input, problem, words)));
    }

    @POST
    @Path("{step: \\d+}/state")
    @Needs(Right.CHILDREN_WRITE)
    public Response move(
            @Context Caller caller,
            @Context Words words,
            @PathParam("map") long map,
            @PathParam("step") long step,
            FormInput input) {
        return Answer.of(
                () -> {
                    steps.move(caller.user(), map, step, input.version(), input.as(StepChange.class));
                    return Answer.to(plan(map), "page.roadmap.step.moved");
                },
                problem -> one(caller, words, map, step, input.first("state"), f -> f.refused(input, problem, words)));
    }

    /** @param sent which of the forms comes again, "" for none */
    private View one(Caller caller, Words words, long map, long step, String sent, Function<Form, Form> refused) {
        RoadMap found = maps.get(caller.user(), map);
        RoadMapStep own =
                found.steps().stream().filter(s -> s.id() == step).findFirst().orElseThrow(Problem::notFound);
        StepForms forms = forms(words, found);
        List<Block> blocks = new ArrayList<>();
        if (own.state() != StepState.PLANNED) {
            blocks.add(Block.Notice.of(
                    Tone.NONE, words.text("page.roadmap.step.fixed", new MapLook(words).state(own.state()))));
            return view(caller, words, found, "page.roadmap.step.change", blocks);
        }
        Form content = forms.content(Optional.of(own), "");
        blocks.add(sent.equals("content") ? refused.apply(content) : content);
        if (found.state() == RoadMapState.APPROVED) {
            blocks.add(new Block.Heading(words.text("page.roadmap.step.done.title")));
            blocks.add(mended(forms.done(own), StepState.DONE, sent, refused));
        }
        blocks.add(new Block.Heading(words.text("page.roadmap.step.drop.title")));
        blocks.add(mended(forms.drop(own), StepState.DROPPED, sent, refused));
        return view(caller, words, found, "page.roadmap.step.change", blocks);
    }

    private static Form mended(Form form, StepState to, String sent, Function<Form, Form> refused) {
        return sent.equals(Json.name(to)) ? refused.apply(form) : form;
    }

    private StepForms forms(Words words, RoadMap map) {
        return new StepForms(words, ledger.measures(), map);
    }

    private static View view(Caller caller, Words words, RoadMap map, String title, List<? extends Block> blocks) {
        return MapTabs.view(
                words, caller.user(), map, MapTabs.WHOLE, List.of(Block.Card.of(words.text(title), blocks)));
    }

    private static String plan(long map) {
        return MapTabs.page(map, MapTabs.WHOLE) + "#plan";
    }
}
