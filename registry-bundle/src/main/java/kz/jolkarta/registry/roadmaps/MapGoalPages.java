package kz.jolkarta.registry.roadmaps;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Goals of a road map: a new one, a changed one, one less. */
@Path("road-maps/{map: \\d+}/goals")
@Component(service = Pages.class)
public final class MapGoalPages implements Pages {
    private final RoadMaps maps;
    private final RoadMapGoals goals;

    @Activate
    public MapGoalPages(@Reference RoadMaps maps, @Reference RoadMapGoals goals) {
        this.maps = maps;
        this.goals = goals;
    }

    @GET
    @Path("new")
    @Needs(Right.CHILDREN_WRITE)
    public View fresh(@Context Caller caller, @Context Words words, @PathParam("map") long map) {
        RoadMap found = maps.get(caller.user(), map);
        return view(caller, words, found, Optional.empty(), form(words, found, Optional.empty()));
    }

    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response add(@Context Caller caller, @Context Words words, @PathParam("map") long map, FormInput input) {
        return Answer.of(
                () -> {
                    goals.add(caller.user(), map, input.version(), input.as(GoalInput.class));
                    return Answer.to(plan(map), "page.roadmap.goal.added");
                },
                problem -> refused(caller, words, map, Optional.empty(), input, problem));
    }

    @GET
    @Path("{goal: \\d+}")
    @Needs(Right.CHILDREN_WRITE)
    public View open(
            @Context Caller caller, @Context Words words, @PathParam("map") long map, @PathParam("goal") long goal) {
        RoadMap found = maps.get(caller.user(), map);
        Optional<Goal> one = goal(found, goal);
        return view(caller, words, found, one, form(words, found, one));
    }

    @POST
    @Path("{goal: \\d+}")
    @Needs(Right.CHILDREN_WRITE)
    public Response update(
            @Context Caller caller,
            @Context Words words,
            @PathParam("map") long map,
            @PathParam("goal") long goal,
            FormInput input) {
        return Answer.of(
                () -> {
                    int version =
                            input.version().orElseThrow(() -> Problem.field(FormInput.VERSION, "record.required"));
                    goals.update(caller.user(), map, goal, version, input.as(GoalInput.class));
                    return Answer.to(plan(map), "page.roadmap.goal.changed");
                },
                problem -> refused(caller, words, map, Optional.of(goal), input, problem));
    }

    /** The goal's steps stay in the map. */
    @POST
    @Path("{goal: \\d+}/removal")
    @Needs(Right.CHILDREN_WRITE)
    public Response remove(
            @Context Caller caller,
            @Context Words words,
            @PathParam("map") long map,
            @PathParam("goal") long goal,
            FormInput input) {
        return Answer.of(
                () -> {
                    goals.delete(caller.user(), map, goal, input.version());
                    return Answer.to(plan(map), "page.roadmap.goal.deleted");
                },
                problem -> refused(caller, words, map, Optional.of(goal), input, problem));
    }

    private View refused(Caller caller, Words words, long map, Optional<Long> goal, FormInput input, Problem problem) {
        RoadMap found = maps.get(caller.user(), map);
        Optional<Goal> one = goal.flatMap(id -> goal(found, id));
        return view(caller, words, found, one, form(words, found, one).refused(input, problem, words));
    }

    /** @throws Problem NOT_FOUND */
    private static Optional<Goal> goal(RoadMap map, long id) {
        return Optional.of(
                map.goals().stream().filter(g -> g.id() == id).findFirst().orElseThrow(Problem::notFound));
    }

    private static Form form(Words words, RoadMap map, Optional<Goal> goal) {
        String at =
                MapTabs.page(map.id(), "goals") + goal.map(g -> "/" + g.id()).orElse("");
        return Form.of(
                        at,
                        words.text(goal.isPresent() ? "page.roadmap.goal.save" : "page.roadmap.goal.add"),
                        List.of(
                                Field.hidden(FormInput.VERSION, map.version()),
                                Field.text("title", words.text("page.roadmap.goal.title"))
                                        .require()
                                        .value(goal.map(Goal::title)),
                                Field.lines("expected", words.text("page.roadmap.expected"))
                                        .value(goal.map(Goal::expected))))
                .cancel(plan(map.id()));
    }

    private static View view(Caller caller, Words words, RoadMap map, Optional<Goal> goal, Form form) {
        String title = words.text(goal.isPresent() ? "page.roadmap.goal.change" : "page.roadmap.goal.add");
        return MapTabs.view(words, caller.user(), map, MapTabs.WHOLE, List.of(Block.Card.of(title, form)));
    }

    private static String plan(long map) {
        return MapTabs.page(map, MapTabs.WHOLE) + "#plan";
    }
}
