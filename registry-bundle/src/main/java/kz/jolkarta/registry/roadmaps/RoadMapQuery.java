package kz.jolkarta.registry.roadmaps;

import jakarta.ws.rs.QueryParam;
import kz.jolkarta.registry.records.Choice;
import kz.jolkarta.registry.records.Params;

/** The filter of a list of road maps as it is asked for over HTTP. */
public final class RoadMapQuery {
    @QueryParam("territory")
    String territory;

    @QueryParam("state")
    String state;

    @QueryParam("schoolYear")
    String schoolYear;

    @QueryParam("overdue")
    String overdue;

    @QueryParam("withoutSteps")
    String withoutSteps;

    @QueryParam("coordinator")
    String coordinator;

    @QueryParam("school")
    String school;

    @QueryParam("grade")
    String grade;

    @QueryParam("letter")
    String letter;

    @QueryParam("q")
    String q;

    @QueryParam("sort")
    String sort;

    /** @throws kz.jolkarta.core.Problem INVALID for what is no filter */
    public RoadMapFilter filter() {
        return new RoadMapFilter(
                Params.territory(territory),
                Choice.of(RoadMapState.class, "state", state),
                Params.year("schoolYear", schoolYear),
                Params.flag("overdue", overdue),
                Params.flag("withoutSteps", withoutSteps),
                Params.number("coordinator", coordinator),
                Params.number("school", school),
                Params.number("grade", grade).map(g -> (int) Math.max(-1, Math.min(99, g))),
                Params.text("letter", letter),
                Params.text("q", q),
                RoadMapFilter.Order.of(sort));
    }
}
