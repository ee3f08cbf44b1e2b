package kz.jolkarta.registry.activities;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.measure.ActivityType;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Measures.Installed;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Address;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.LookUp;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.records.StateChange;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Activities of a measure on pages: the list, one with its participants, its form, its states. */
@Path("measures/{code}/activities")
@Component(service = Pages.class)
public final class ActivityPages implements Pages {
    private final Measures measures;
    private final Activities activities;
    private final ActivityForms forms;
    private final ActivityList list;
    private final ActivityCards cards;

    @Activate
    public ActivityPages(
            @Reference Measures measures,
            @Reference Activities activities,
            @Reference ActivityForms forms,
            @Reference ActivityList list,
            @Reference ActivityCards cards) {
        this.measures = measures;
        this.activities = activities;
        this.forms = forms;
        this.list = list;
        this.cards = cards;
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public View list(
            @Context Caller caller, @Context Words words, @Context UriInfo asked, @PathParam("code") String code) {
        return list.view(caller, words, measures.require(code), asked);
    }

    /** Of a measure with several kinds the kind is chosen first, since it decides what is asked. */
    @GET
    @Path("new")
    @Needs(Right.RECORDS_WRITE)
    public View fresh(
            @Context Caller caller,
            @Context Words words,
            @PathParam("code") String code,
            @QueryParam("type") String type) {
        Installed measure = measures.require(code);
        if (measure.activities().isEmpty()) {
            throw Problem.notFound();
        }
        Optional<ActivityType> chosen = type == null && measure.activities().size() == 1
                ? Optional.of(measure.activities().get(0))
                : measure.activity(type == null ? "" : type);
        return chosen.map(kind -> fresh(words, measure, kind, form(caller, words, code, kind, Optional.empty())))
                .orElseGet(() -> View.of(
                                words.text("page.activities.new"),
                                Block.Card.of(words.text("page.activities.choose-kind"), kinds(words, measure)))
                        .up(words.text("page.activities.title"), ActivityLook.list(code)));
    }

    private static Block kinds(Words words, Installed measure) {
        List<Block.Row> rows = measure.activities().stream()
                .map(t -> Block.Row.of(
                        "calendar-plus",
                        Tone.PLAIN,
                        ActivityLook.type(words, measure.code(), t.code()),
                        words.text("page.activities.for-" + kz.jolkarta.core.http.Json.name(t.audience())),
                        ActivityLook.list(measure.code()) + "/new?type=" + t.code()))
                .toList();
        return new Block.Rows(rows, "");
    }

    private View fresh(Words words, Installed measure, ActivityType kind, Form form) {
        return View.of(words.text("page.activities.new"), form)
                .lead(ActivityLook.type(words, measure.code(), kind.code()))
                .up(words.text("page.activities.title"), ActivityLook.list(measure.code()));
    }

    private Form form(Caller caller, Words words, String code, ActivityType kind, Optional<Activity> stored) {
        return forms.form(caller, words, code, kind, stored, Optional.empty());
    }

    @POST
    @Needs(Right.RECORDS_WRITE)
    public Response create(
            @Context Caller caller, @Context Words words, @PathParam("code") String code, FormInput input) {
        Installed measure = measures.require(code);
        ActivityType kind = measure.activity(input.first("type")).orElseThrow(Problem::notFound);
        return Answer.of(
                () -> {
                    Activity made = activities.create(caller.user(), code, forms.read(caller, code, kind, input));
                    return Answer.to(ActivityLook.of(code, made.id()), "page.activities.created");
                },
                problem -> fresh(
                        words, measure, kind, refused(caller, words, code, kind, Optional.empty(), input, problem)));
    }

    private Form refused(
            Caller caller,
            Words words,
            String code,
            ActivityType kind,
            Optional<Activity> stored,
            FormInput input,
            Problem problem) {
        Form again = forms.form(caller, words, code, kind, stored, Optional.of(input));
        return LookUp.told(again.refused(input, problem, words));
    }

    @GET
    @Path("{id}")
    @Needs(Right.RECORDS_READ)
    public View open(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @PathParam("code") String code,
            @PathParam("id") long id) {
        Installed measure = measures.require(code);
        return cards.view(
                caller,
                words,
                measure,
                activities.get(caller.user(), code, id),
                Address.of(asked),
                UnaryOperator.identity());
    }

    @GET
    @Path("{id}/edit")
    @Needs(Right.RECORDS_WRITE)
    public View edit(
            @Context Caller caller, @Context Words words, @PathParam("code") String code, @PathParam("id") long id) {
        Installed measure = measures.require(code);
        Activity found = activities.get(caller.user(), code, id);
        ActivityType kind = kind(measure, found);
        return edit(words, measure, found, form(caller, words, code, kind, Optional.of(found)));
    }

    private static ActivityType kind(Installed measure, Activity found) {
        return measure.activity(found.type()).orElseThrow(() -> Problem.conflict("record.type-gone", found.type()));
    }

    private static View edit(Words words, Installed measure, Activity found, Form form) {
        return View.of(words.text("page.activities.edit"), form)
                .lead(ActivityLook.type(words, measure.code(), found.type()))
                .up(found.title(), ActivityLook.of(measure.code(), found.id()));
    }

    @POST
    @Path("{id}")
    @Needs(Right.RECORDS_WRITE)
    public Response update(
            @Context Caller caller,
            @Context Words words,
            @PathParam("code") String code,
            @PathParam("id") long id,
            FormInput input) {
        Installed measure = measures.require(code);
        Activity found = activities.get(caller.user(), code, id);
        ActivityType kind = kind(measure, found);
        return Answer.of(
                () -> {
                    activities.update(
                            caller.user(), code, id, input.version().orElse(0), forms.read(caller, code, kind, input));
                    return Answer.to(ActivityLook.of(code, id), "page.activities.saved");
                },
                problem -> {
                    Activity now = activities.get(caller.user(), code, id);
                    return edit(
                            words, measure, now, refused(caller, words, code, kind, Optional.of(now), input, problem));
                });
    }

    @POST
    @Path("{id}/state")
    @Needs(Right.RECORDS_WRITE)
    public Response move(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @PathParam("code") String code,
            @PathParam("id") long id,
            FormInput input) {
        Installed measure = measures.require(code);
        return Answer.of(
                () -> {
                    activities.move(caller.user(), code, id, input.version(), input.as(StateChange.class));
                    return Answer.to(ActivityLook.of(code, id), "page.activities.moved");
                },
                problem -> {
                    Activity now = activities.get(caller.user(), code, id);
                    return cards.view(
                            caller,
                            words,
                            measure,
                            now,
                            Address.of(asked),
                            form -> form.uploads() ? form : form.refused(input, problem, words));
                });
    }

    /** Presence that only the roll tells of: whom to ask for a second mark. */
    @GET
    @Path("{id}/unconfirmed")
    @Needs(Right.RECORDS_READ)
    public View unconfirmed(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @PathParam("code") String code,
            @PathParam("id") long id) {
        measures.require(code);
        return cards.unconfirmed(caller, words, activities.get(caller.user(), code, id), asked);
    }

    /** Links of a measure's page that the card on it and the list share. */
    static List<Action> acts(Caller caller, Words words, String code) {
        return caller.user().has(Right.RECORDS_WRITE)
                ? List.of(Action.primary(words.text("page.activities.new"), ActivityLook.list(code) + "/new")
                        .icon("plus"))
                : List.of();
    }
}
