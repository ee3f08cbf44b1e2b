package kz.jolkarta.registry.deliverables;

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
import kz.jolkarta.core.measure.DeliverableType;
import kz.jolkarta.core.measure.Measures;
import kz.jolkarta.core.measure.Measures.Installed;
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

/** Deliverables of a measure on pages: the list, one with its steps, its form, its states. */
@Path("measures/{code}/deliverables")
@Component(service = Pages.class)
public final class DeliverablePages implements Pages {
    private final Measures measures;
    private final Deliverables deliverables;
    private final DeliverableSteps steps;
    private final DeliverableForms forms;
    private final DeliverableList list;
    private final DeliverableCards cards;

    @Activate
    public DeliverablePages(
            @Reference Measures measures,
            @Reference Deliverables deliverables,
            @Reference DeliverableSteps steps,
            @Reference DeliverableForms forms,
            @Reference DeliverableList list,
            @Reference DeliverableCards cards) {
        this.measures = measures;
        this.deliverables = deliverables;
        this.steps = steps;
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

    /** Adopted materials that show a child without a consent that holds today. */
    @GET
    @Path("to-pull")
    @Needs(Right.RECORDS_READ)
    public View toPull(
            @Context Caller caller, @Context Words words, @Context UriInfo asked, @PathParam("code") String code) {
        return list.toPull(caller, words, measures.require(code), asked);
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
        if (measure.deliverables().isEmpty()) {
            throw Problem.notFound();
        }
        Optional<DeliverableType> chosen =
                type == null && measure.deliverables().size() == 1
                        ? Optional.of(measure.deliverables().get(0))
                        : measure.deliverable(type == null ? "" : type);
        return chosen.map(kind -> fresh(
                        words, code, kind, forms.form(caller, words, code, kind, Optional.empty(), Optional.empty())))
                .orElseGet(() -> View.of(words.text("page.deliverables.new"), kinds(words, measure))
                        .up(words.text("page.deliverables.title"), DeliverableLook.list(code)));
    }

    private static Block kinds(Words words, Installed measure) {
        List<Block.Row> rows = measure.deliverables().stream()
                .map(t -> Block.Row.of(
                        "file-text",
                        Tone.PLAIN,
                        DeliverableLook.type(words, measure.code(), t.code()),
                        t.showsChildren() ? words.text("page.deliverables.may-show") : "",
                        DeliverableLook.list(measure.code()) + "/new?type=" + t.code()))
                .toList();
        return Block.Card.of(words.text("page.deliverables.choose-kind"), new Block.Rows(rows, ""));
    }

    private static View fresh(Words words, String code, DeliverableType kind, Form form) {
        return View.of(words.text("page.deliverables.new"), form)
                .lead(DeliverableLook.type(words, code, kind.code()))
                .up(words.text("page.deliverables.title"), DeliverableLook.list(code));
    }

    @POST
    @Needs(Right.RECORDS_WRITE)
    public Response create(
            @Context Caller caller, @Context Words words, @PathParam("code") String code, FormInput input) {
        Installed measure = measures.require(code);
        DeliverableType kind = measure.deliverable(input.first("type")).orElseThrow(Problem::notFound);
        return Answer.of(
                () -> {
                    Deliverable made = deliverables.create(caller.user(), code, forms.read(caller, code, kind, input));
                    return Answer.to(DeliverableLook.of(code, made.id()), "page.deliverables.created");
                },
                problem ->
                        fresh(words, code, kind, refused(caller, words, code, kind, Optional.empty(), input, problem)));
    }

    private Form refused(
            Caller caller,
            Words words,
            String code,
            DeliverableType kind,
            Optional<Deliverable> stored,
            FormInput input,
            Problem problem) {
        Form again = forms.form(caller, words, code, kind, stored, Optional.of(input));
        return LookUp.told(again.refused(input, problem, words));
    }

    @GET
    @Path("{id}")
    @Needs(Right.RECORDS_READ)
    public View open(
            @Context Caller caller, @Context Words words, @PathParam("code") String code, @PathParam("id") long id) {
        return view(caller, words, code, id, UnaryOperator.identity());
    }

    private View view(Caller caller, Words words, String code, long id, UnaryOperator<Form> sent) {
        Installed measure = measures.require(code);
        return cards.view(caller, words, measure, deliverables.get(caller.user(), code, id), sent);
    }

    @GET
    @Path("{id}/edit")
    @Needs(Right.RECORDS_WRITE)
    public View edit(
            @Context Caller caller, @Context Words words, @PathParam("code") String code, @PathParam("id") long id) {
        Installed measure = measures.require(code);
        Deliverable found = deliverables.get(caller.user(), code, id);
        return edit(
                words,
                found,
                forms.form(caller, words, code, kind(measure, found), Optional.of(found), Optional.empty()));
    }

    private static DeliverableType kind(Installed measure, Deliverable found) {
        return measure.deliverable(found.type()).orElseThrow(() -> Problem.conflict("record.type-gone", found.type()));
    }

    private static View edit(Words words, Deliverable found, Form form) {
        return View.of(words.text("page.deliverables.edit"), form)
                .lead(DeliverableLook.type(words, found.measure(), found.type()))
                .up(found.title(), DeliverableLook.of(found.measure(), found.id()));
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
        DeliverableType kind = kind(measure, deliverables.get(caller.user(), code, id));
        return Answer.of(
                () -> {
                    DeliverableInput changed = forms.read(caller, code, kind, input);
                    deliverables.update(caller.user(), code, id, input.version().orElse(0), changed);
                    return Answer.to(DeliverableLook.of(code, id), "page.deliverables.saved");
                },
                problem -> {
                    Deliverable now = deliverables.get(caller.user(), code, id);
                    return edit(words, now, refused(caller, words, code, kind, Optional.of(now), input, problem));
                });
    }

    @POST
    @Path("{id}/state")
    @Needs(Right.RECORDS_WRITE)
    public Response move(
            @Context Caller caller,
            @Context Words words,
            @PathParam("code") String code,
            @PathParam("id") long id,
            FormInput input) {
        measures.require(code);
        return Answer.of(
                () -> {
                    deliverables.move(caller.user(), code, id, input.version(), input.as(StateChange.class));
                    return Answer.to(DeliverableLook.of(code, id), "page.deliverables.moved");
                },
                problem -> view(
                        caller,
                        words,
                        code,
                        id,
                        form -> form.action().endsWith("/state")
                                        && form.fields().get(0).first().equals(input.first("state"))
                                ? form.refused(input, problem, words)
                                : form));
    }

    @POST
    @Path("{id}/steps")
    @Needs(Right.RECORDS_WRITE)
    public Response reach(
            @Context Caller caller,
            @Context Words words,
            @PathParam("code") String code,
            @PathParam("id") long id,
            FormInput input) {
        measures.require(code);
        return Answer.of(
                () -> {
                    steps.reach(caller.user(), code, id, input.version(), input.as(StepInput.class));
                    return Answer.to(DeliverableLook.of(code, id), "page.deliverables.step-reached");
                },
                problem -> view(
                        caller,
                        words,
                        code,
                        id,
                        form -> form.action().endsWith("/steps") ? form.refused(input, problem, words) : form));
    }
}
