package kz.jolkarta.registry.activities;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.pages.Address;
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

/** Sessions of an activity on pages: the roll of everybody in one form, and the second marks of a session. */
@Path("measures/{code}/activities/{activity}/sessions")
@Component(service = Pages.class)
public final class SessionPages implements Pages {
    private final Measures measures;
    private final Activities activities;
    private final Rolls rolls;
    private final Marks marks;
    private final Applicants applicants;

    @Activate
    public SessionPages(
            @Reference Measures measures,
            @Reference Activities activities,
            @Reference Rolls rolls,
            @Reference Marks marks,
            @Reference Applicants applicants) {
        this.measures = measures;
        this.activities = activities;
        this.rolls = rolls;
        this.marks = marks;
        this.applicants = applicants;
    }

    @GET
    @Needs(Right.RECORDS_READ)
    public View list(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @PathParam("code") String code,
            @PathParam("activity") long id) {
        return list(caller, words, asked, activity(caller, code, id), UnaryOperator.identity());
    }

    private Activity activity(Caller caller, String code, long id) {
        measures.require(code);
        return activities.get(caller.user(), code, id);
    }

    static String here(Activity activity) {
        return ActivityLook.of(activity.measure(), activity.id()) + "/sessions";
    }

    private View list(Caller caller, Words words, UriInfo asked, Activity activity, UnaryOperator<Form> sent) {
        Address address = new Address(here(activity), Address.of(asked).parameters());
        return new SessionList(rolls, applicants, words).view(caller, activity, address, sent);
    }

    @POST
    @Needs(Right.RECORDS_WRITE)
    public Response mark(
            @Context Caller caller,
            @Context Words words,
            @Context UriInfo asked,
            @PathParam("code") String code,
            @PathParam("activity") long id,
            FormInput input) {
        Activity activity = activity(caller, code, id);
        return Answer.of(
                () -> {
                    SessionInput roll = input.as(SessionInput.class, root -> {
                        var present = root.putArray("present");
                        input.numbers("present").forEach(present::add);
                        return root;
                    });
                    Session made = rolls.mark(caller.user(), code, id, roll);
                    return Answer.to(here(activity) + "/" + made.id(), "page.activities.roll-marked");
                },
                problem -> list(caller, words, asked, activity, form -> form.refused(input, problem, words)));
    }

    @GET
    @Path("{session}")
    @Needs(Right.RECORDS_READ)
    public View open(
            @Context Caller caller,
            @Context Words words,
            @PathParam("code") String code,
            @PathParam("activity") long id,
            @PathParam("session") long session) {
        return open(caller, words, activity(caller, code, id), session, UnaryOperator.identity(), List.of());
    }

    private View open(
            Caller caller, Words words, Activity activity, long session, UnaryOperator<Form> sent, List<Block> first) {
        Session found = rolls.get(caller.user(), activity.measure(), activity.id(), session);
        SessionMarks shown = new SessionMarks(
                words,
                found,
                applicants.all(caller, activity, Optional.empty()),
                marks.all(caller.user(), activity.measure(), activity.id(), session));
        List<Block> blocks = new ArrayList<>(first);
        blocks.add(shown.roll());
        boolean tells = activity.state() != ActivityState.CANCELLED
                && !found.present().isEmpty()
                && caller.user().scope(Right.RECORDS_WRITE).covers(activity.territory());
        if (tells) {
            blocks.addAll(shown.forms(here(activity) + "/" + session, sent));
        }
        return View.of(words.text("page.activities.session-of", words.date(found.heldOn())), blocks)
                .lead(found.topic() == null ? "" : found.topic())
                .up(activity.title(), here(activity));
    }

    @POST
    @Path("{session}/marks")
    @Needs(Right.RECORDS_WRITE)
    public Response confirm(
            @Context Caller caller,
            @Context Words words,
            @PathParam("code") String code,
            @PathParam("activity") long id,
            @PathParam("session") long session,
            FormInput input) {
        Activity activity = activity(caller, code, id);
        return Answer.of(
                () -> {
                    MarkInput given = input.as(MarkInput.class, root -> {
                        var who = root.putArray("participations");
                        input.numbers("participations").forEach(who::add);
                        return root;
                    });
                    marks.mark(caller.user(), code, id, session, given);
                    return Answer.to(here(activity) + "/" + session, "page.activities.confirmed-done");
                },
                problem -> open(caller, words, activity, session, refused("marks", input, problem, words), List.of()));
    }

    /** The code is told this once, so that the page that shows it is the answer itself. */
    @POST
    @Path("{session}/code")
    @Needs(Right.RECORDS_WRITE)
    public Response code(
            @Context Caller caller,
            @Context Words words,
            @PathParam("code") String code,
            @PathParam("activity") long id,
            @PathParam("session") long session,
            FormInput input) {
        Activity activity = activity(caller, code, id);
        return Answer.of(
                () -> {
                    SessionCode made = marks.code(caller.user(), code, id, session, input.as(CodeWish.class));
                    Block told = new Block.Notice(
                            Tone.OK,
                            made.code(),
                            words.text("page.activities.code-until", words.moment(made.until())),
                            List.of());
                    View view = open(caller, words, activity, session, UnaryOperator.identity(), List.of(told));
                    return Response.ok(view).build();
                },
                problem -> open(caller, words, activity, session, refused("code", input, problem, words), List.of()));
    }

    @POST
    @Path("{session}/entered")
    @Needs(Right.RECORDS_WRITE)
    public Response enter(
            @Context Caller caller,
            @Context Words words,
            @PathParam("code") String code,
            @PathParam("activity") long id,
            @PathParam("session") long session,
            FormInput input) {
        Activity activity = activity(caller, code, id);
        return Answer.of(
                () -> {
                    marks.enter(caller.user(), code, id, session, input.as(CodeEntry.class));
                    return Answer.to(here(activity) + "/" + session, "page.activities.confirmed-done");
                },
                problem ->
                        open(caller, words, activity, session, refused("entered", input, problem, words), List.of()));
    }

    private static UnaryOperator<Form> refused(
            String act, FormInput input, kz.jolkarta.core.Problem problem, Words words) {
        return form -> form.action().endsWith("/" + act) ? form.refused(input, problem, words) : form;
    }
}
