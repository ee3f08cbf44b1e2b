package kz.jolkarta.registry.activities;

import jakarta.ws.rs.BeanParam;
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
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.measure.Audience;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.children.ChildQuery;
import kz.jolkarta.registry.records.Met;
import kz.jolkarta.registry.records.StateChange;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who takes part in an activity, on pages: finding and adding several at once, deciding on several at once. */
@Path("measures/{code}/activities/{activity}/participants")
@Component(service = Pages.class)
public final class ParticipantPages implements Pages {
    private final Measures measures;
    private final Activities activities;
    private final Participants participants;
    private final Applicants applicants;

    @Activate
    public ParticipantPages(
            @Reference Measures measures,
            @Reference Activities activities,
            @Reference Participants participants,
            @Reference Applicants applicants) {
        this.measures = measures;
        this.activities = activities;
        this.participants = participants;
        this.applicants = applicants;
    }

    @GET
    @Path("new")
    @Needs(Right.RECORDS_WRITE)
    public View find(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @PathParam("code") String code,
            @PathParam("activity") long id,
            @BeanParam ChildQuery query) {
        Installed measure = measures.require(code);
        Activity activity = activities.get(caller.user(), code, id);
        Block list = children(measure, activity)
                ? applicants.children(caller, words, activity, query, asked)
                : applicants.staff(caller, words, activity, asked);
        return view(
                words, activity, List.of(applicants.filters(caller, words, children(measure, activity), asked), list));
    }

    private static boolean children(Installed measure, Activity activity) {
        return measure.activity(activity.type())
                        .orElseThrow(() -> Problem.conflict("record.type-gone", activity.type()))
                        .audience()
                == Audience.CHILDREN;
    }

    private static View view(Words words, Activity activity, List<Block> blocks) {
        return View.of(words.text("page.activities.add"), blocks)
                .lead(activity.title() + " · " + ActivityLook.days(words, activity) + " · "
                        + ActivityLook.seats(words, activity))
                .up(activity.title(), ActivityLook.of(activity.measure(), activity.id()));
    }

    @POST
    @Needs(Right.RECORDS_WRITE)
    public Response add(
            @Context Caller caller,
            @Context Words words,
            @PathParam("code") String code,
            @PathParam("activity") long id,
            FormInput input) {
        Installed measure = measures.require(code);
        Activity activity = activities.get(caller.user(), code, id);
        boolean children = children(measure, activity);
        return Answer.of(
                () -> {
                    List<Long> chosen = input.numbers("id");
                    Application wish = new Application(
                            children ? chosen : List.of(), children ? List.of() : chosen, input.first("state"));
                    Participants.Outcome outcome = participants.apply(caller.user(), code, id, wish);
                    if (outcome.refused().isEmpty()) {
                        boolean some = outcome.count(ParticipationState.WAITING) > 0;
                        return Answer.to(
                                ActivityLook.of(code, id),
                                some ? "page.activities.added-waiting" : "page.activities.added");
                    }
                    return Response.ok(refused(caller, words, activity, outcome))
                            .build();
                },
                problem -> view(words, activity, List.of(told(words, problem))));
    }

    private View refused(Caller caller, Words words, Activity activity, Participants.Outcome outcome) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Notice.of(
                Tone.RUN,
                words.text(
                        "page.activities.outcome",
                        words.number(outcome.count(ParticipationState.ACCEPTED)),
                        words.number(outcome.count(ParticipationState.WAITING)),
                        words.number(outcome.already().size()),
                        words.number(outcome.refused().size()))));
        Map<Long, String> names = participants.names(
                caller.user(), outcome.children(), outcome.refused().keySet());
        Map<Long, List<Met>> conditions = outcome.children()
                ? participants.conditions(
                        caller.user(),
                        activity.measure(),
                        activity.id(),
                        outcome.refused().keySet())
                : Map.of();
        outcome.refused().forEach((who, objections) -> {
            List<Block.Condition> lines = new ArrayList<>();
            conditions.getOrDefault(who, List.of()).stream()
                    .filter(Met::holds)
                    .forEach(met -> lines.add(new Block.Condition(true, words.text(met.condition()), "")));
            objections.forEach(objection -> lines.add(new Block.Condition(false, words.text(objection), "")));
            String name = names.getOrDefault(who, words.text("page.activities.unnamed", String.valueOf(who)));
            blocks.add(Block.Card.of(
                    name, new Block.Conditions(lines, words.text("page.activities.not-admitted"), Tone.LATE)));
        });
        return view(words, activity, blocks);
    }

    private static Block told(Words words, Problem problem) {
        String fields = String.join(
                " ", problem.fields().stream().map(f -> words.text(f.message())).toList());
        return Block.Notice.of(Tone.LATE, fields.isEmpty() ? words.text(problem.message()) : fields);
    }

    /** Decides on those who are ticked, one after the other; who cannot be moved is named with the reason, the others are. */
    @POST
    @Path("state")
    @Needs(Right.RECORDS_WRITE)
    public Response move(
            @Context Caller caller,
            @Context Words words,
            @PathParam("code") String code,
            @PathParam("activity") long id,
            FormInput input) {
        measures.require(code);
        Activity activity = activities.get(caller.user(), code, id);
        List<Long> chosen = input.numbers("id");
        if (chosen.isEmpty()) {
            Block none = Block.Notice.of(Tone.LATE, words.text("page.activities.choose-some"));
            return Response.status(400)
                    .entity(view(words, activity, List.of(none)).status(400))
                    .build();
        }
        List<Block.Row> refused = new ArrayList<>();
        Map<Long, String> names = applicants.named(caller, words, activity, chosen);
        for (Long participation : chosen) {
            try {
                participants.move(caller.user(), code, id, participation, input.as(StateChange.class));
            } catch (Problem problem) {
                refused.add(Block.Row.of(
                        "circle-x",
                        Tone.LATE,
                        names.getOrDefault(
                                participation, words.text("page.activities.unnamed", String.valueOf(participation))),
                        ((Block.Notice) told(words, problem)).text(),
                        ""));
            }
        }
        if (refused.isEmpty()) {
            return Answer.to(ActivityLook.of(code, id), "page.activities.decided");
        }
        String title =
                words.text("page.activities.not-moved", words.number(refused.size()), words.number(chosen.size()));
        View view = view(words, activity, List.of(Block.Card.of(title, new Block.Rows(refused, ""))));
        return Response.status(409).entity(view.status(409)).build();
    }
}
