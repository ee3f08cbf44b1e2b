package kz.jolkarta.registry.bulk;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.measure.Audience;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.activities.Activities;
import kz.jolkarta.registry.activities.Activity;
import kz.jolkarta.registry.activities.ActivityFilter;
import kz.jolkarta.registry.activities.ActivityState;
import kz.jolkarta.registry.activities.Application;
import kz.jolkarta.registry.activities.Participants;
import kz.jolkarta.registry.activities.ParticipationState;
import kz.jolkarta.registry.children.ChildQuery;
import kz.jolkarta.registry.children.Children;
import kz.jolkarta.registry.entitlement.EntitledProposals;
import kz.jolkarta.registry.records.Ledger;
import kz.jolkarta.registry.records.Paging;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts chosen children into an activity, or proposes support for them. The measure is chosen first, then what of it. */
@Path("children/bulk/records")
@Component(service = Pages.class)
public final class ChildRecordPages implements Pages {
    private static final String HERE = "/children/bulk/records";
    private static final String WHAT = "what";
    private static final int MOST_ACTIVITIES = 100;

    private final Ledger ledger;
    private final Choices choices;
    private final Activities activities;
    private final Participants participants;
    private final EntitledProposals proposals;
    private final Children children;

    @Activate
    public ChildRecordPages(
            @Reference Ledger ledger,
            @Reference Choices choices,
            @Reference Activities activities,
            @Reference Participants participants,
            @Reference EntitledProposals proposals,
            @Reference Children children) {
        this.ledger = ledger;
        this.choices = choices;
        this.activities = activities;
        this.participants = participants;
        this.proposals = proposals;
        this.children = children;
    }

    @GET
    @Path("activity")
    @Needs(Right.RECORDS_WRITE)
    public View activityOfAll(
            @Context Caller caller, @Context Words words, @Context UriInfo asked, @BeanParam ChildQuery query) {
        return activity(caller, words, choices.all(caller, Address.of(asked), query));
    }

    @POST
    @Path("activity")
    @Needs(Right.RECORDS_WRITE)
    public Response activity(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @BeanParam ChildQuery query,
            FormInput input) {
        Chosen chosen = choices.sent(caller, Address.of(asked), query, input);
        View question = activity(caller, words, chosen);
        if (!input.flag(Choices.SURE)) {
            return Response.ok(question).build();
        }
        return Answer.of(
                () -> Response.ok(entered(caller, words, chosen, what(input))).build(),
                problem -> Choices.refused(question, input, problem, words));
    }

    /** What is open of all measures for children, the nearest first. */
    private View activity(Caller caller, Words words, Chosen chosen) {
        List<Field.Option> options = new ArrayList<>();
        for (Installed measure : ledger.measures().installed()) {
            if (measure.activities().stream().anyMatch(a -> a.audience() == Audience.CHILDREN)) {
                Stream.of(ActivityState.OPEN, ActivityState.PLANNED)
                        .flatMap(state -> of(caller, measure, state))
                        .forEach(a -> options.add(new Field.Option(
                                measure.code() + "/" + a.id(),
                                measure.clause().number() + " · " + a.title() + " · " + words.date(a.starts()))));
            }
        }
        Field field = Field.choice(WHAT, words.text("page.bulk.activity.which"), options)
                .require()
                .help(options.isEmpty() ? words.text("page.bulk.activity.none") : "");
        Form form = choices.form(words, chosen, HERE + "/activity", "page.bulk.activity", List.of(field));
        return choices.view(words, chosen, "page.bulk.activity", "page.bulk.activity.will.", form);
    }

    private Stream<Activity> of(Caller caller, Installed measure, ActivityState state) {
        ActivityFilter filter = new ActivityFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(state),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ledger.clock().today()),
                Optional.empty(),
                ActivityFilter.Order.EARLIEST);
        return activities.list(caller.user(), measure.code(), filter, new Paging(MOST_ACTIVITIES, "")).items().stream()
                .filter(a -> measure.activity(a.type())
                        .filter(t -> t.audience() == Audience.CHILDREN)
                        .isPresent());
    }

    private View entered(Caller caller, Words words, Chosen chosen, String[] what) {
        Participants.Outcome outcome = participants.apply(
                caller.user(), what[0], number(what[1]), new Application(choices.ids(caller, chosen), List.of(), ""));
        Map<Long, String> why = new LinkedHashMap<>();
        outcome.refused()
                .forEach((id, objections) ->
                        why.put(id, objections.stream().map(words::text).collect(Collectors.joining(" "))));
        outcome.already().forEach(id -> why.put(id, words.text("page.bulk.activity.already")));
        String href = "/measures/" + what[0] + "/activities/" + what[1];
        return result(
                caller,
                words,
                "page.bulk.activity",
                words.text(
                        "page.bulk.activity.done",
                        words.number(outcome.count(ParticipationState.ACCEPTED)),
                        words.number(outcome.count(ParticipationState.WAITING))),
                Action.go(words.text("page.bulk.activity.open"), href),
                why);
    }

    @GET
    @Path("award")
    @Needs(Right.RECORDS_WRITE)
    public View awardOfAll(
            @Context Caller caller, @Context Words words, @Context UriInfo asked, @BeanParam ChildQuery query) {
        return award(words, choices.all(caller, Address.of(asked), query));
    }

    @POST
    @Path("award")
    @Needs(Right.RECORDS_WRITE)
    public Response award(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @BeanParam ChildQuery query,
            FormInput input) {
        Chosen chosen = choices.sent(caller, Address.of(asked), query, input);
        View question = award(words, chosen);
        if (!input.flag(Choices.SURE)) {
            return Response.ok(question).build();
        }
        return Answer.of(
                () -> Response.ok(proposed(caller, words, chosen, what(input))).build(),
                problem -> Choices.refused(question, input, problem, words));
    }

    private View award(Words words, Chosen chosen) {
        List<Field.Option> options = new ArrayList<>();
        for (Installed measure : ledger.measures().installed()) {
            for (String kind : proposals.kinds(measure.code())) {
                String name = proposals.name(measure.code(), kind, words.language());
                options.add(new Field.Option(
                        measure.code() + "/" + kind, measure.clause().number() + " · " + name));
            }
        }
        Field field =
                Field.choice(WHAT, words.text("page.bulk.award.which"), options).require();
        Form form = choices.form(words, chosen, HERE + "/award", "page.bulk.award", List.of(field));
        return choices.view(words, chosen, "page.bulk.award", "page.bulk.award.will.", form);
    }

    private View proposed(Caller caller, Words words, Chosen chosen, String[] what) {
        EntitledProposals.Outcome outcome = proposals.propose(caller, what[0], what[1], choices.ids(caller, chosen));
        Map<Long, String> why = new LinkedHashMap<>();
        outcome.refused().forEach(r -> why.put(r.child(), r.reason()));
        return result(
                caller,
                words,
                "page.bulk.award",
                words.count("page.bulk.award.done.", outcome.made()),
                Action.go(words.text("page.bulk.award.open"), "/measures/" + what[0] + "/awards"),
                why);
    }

    private View result(Caller caller, Words words, String title, String done, Action next, Map<Long, String> why) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Notice.of(why.isEmpty() ? Tone.OK : Tone.RUN, done, next));
        if (!why.isEmpty()) {
            blocks.add(BulkJobPages.refusals(caller, words, children, why));
        }
        return View.of(words.text(title), blocks).up(words.text("page.children.title"), Choices.LIST);
    }

    /** Code of the measure, and what of it. */
    private static String[] what(FormInput input) {
        String[] parts = input.first(WHAT).split("/");
        if (parts.length != 2) {
            throw Problem.field(WHAT, "record.required");
        }
        return parts;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException foreign) {
            throw Problem.field(WHAT, "record.required");
        }
    }
}
