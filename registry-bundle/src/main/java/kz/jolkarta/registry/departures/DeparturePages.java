package kz.jolkarta.registry.departures;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.registry.children.ChildTabs;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A child's leaving on a page: first what goes along with it, then the form; and taking it back. */
@Path("children/{child: \\d+}/departure")
@Component(service = Pages.class)
public final class DeparturePages implements Pages {
    private final Departures departures;

    @Activate
    public DeparturePages(@Reference Departures departures) {
        this.departures = departures;
    }

    /** @param day of which to show what would change; today when it is not told */
    @GET
    @Needs(Right.CHILDREN_WRITE)
    public View open(
            @Context Caller caller,
            @Context Words words,
            @PathParam("child") long child,
            @QueryParam("onDay") String day) {
        LocalDate on = Params.date("onDay", day).orElse(null);
        return view(caller, words, child, on, Function.identity());
    }

    private View view(Caller caller, Words words, long child, LocalDate on, Function<Form, Form> change) {
        List<Departure> all = departures.list(caller, child).items();
        boolean gone = !departures.of(caller, child).state().equals(Leaver.ACTIVE);
        List<Block> blocks = new ArrayList<>();
        if (!gone) {
            Outcome preview = departures.preview(caller, child, on);
            blocks.add(effects(words, preview));
            blocks.add(change.apply(form(words, child, preview.childVersion(), on)));
        }
        if (gone || !all.isEmpty()) {
            blocks.add(past(words, child, all));
        }
        return View.of(words.text("page.child.departure"), blocks)
                .up(words.text("page.child.back"), ChildTabs.page(child, ChildTabs.WHOLE));
    }

    private static Block past(Words words, long child, List<Departure> all) {
        List<Block.Row> rows = all.stream()
                .map(d -> {
                    String ground = d.ground() == null
                            ? words.text("copy.word.child-state." + d.kind())
                            : words.text("copy.word.departure-ground." + d.ground());
                    String small = words.date(d.onDay()) + (d.reason() == null ? "" : " · " + d.reason());
                    Block.Row row = Block.Row.of("history", Tone.PLAIN, ground, small, "");
                    return d.endedAt() == null && d.kind().equals("left")
                            ? row.actions(Action.danger(
                                    words.text("page.child.departure.undo"),
                                    ChildTabs.page(child, "departure/" + d.id() + "/undo")))
                            : row;
                })
                .toList();
        return Block.Card.of(
                words.text("page.child.departure.past"), new Block.Rows(rows, words.text("page.child.part.none")));
    }

    private static Form form(Words words, long child, int version, LocalDate on) {
        return Form.of(
                        ChildTabs.page(child, "departure"),
                        words.text("page.child.departure.submit"),
                        List.of(
                                Field.date("onDay", words.text("page.child.departure.day"))
                                        .require()
                                        .value(on),
                                Field.choice(
                                                "ground",
                                                words.text("copy.column.ground"),
                                                words.options(Ground.class, "copy.word.departure-ground."))
                                        .require(),
                                Field.lines("reason", words.text("copy.column.reason")),
                                Field.text("whereTo", words.text("copy.column.where-to")),
                                Field.lines("conclusion", words.text("copy.column.conclusion"))
                                        .help(words.text("page.child.departure.conclusion-help")),
                                Field.hidden(FormInput.VERSION, version)))
                .takesAway()
                .cancel(ChildTabs.page(child, ChildTabs.WHOLE));
    }

    /** What is given back, ended, closed or left to be decided. */
    static Block effects(Words words, Outcome outcome) {
        Effects effects = outcome.effects();
        List<Block.Row> rows = new ArrayList<>();
        effects.activities().forEach(s -> rows.add(row(words, "seat", s.title(), words.date(s.starts()))));
        effects.awards().forEach(a -> rows.add(award(words, "award", a)));
        effects.monthly().forEach(a -> rows.add(award(words, "monthly", a)));
        effects.roadMaps()
                .forEach(m -> rows.add(row(
                        words, "map", words.text("page.child.map", m.schoolYear() + "/" + (m.schoolYear() + 1)), "")));
        effects.undecided().forEach(a -> rows.add(award(words, "undecided", a)));
        outcome.warnings().forEach(w -> rows.add(Block.Row.of("info-circle", Tone.NONE, w, "", "")));
        return Block.Card.of(
                        words.text("page.child.departure.effects"),
                        new Block.Rows(rows, words.text("page.child.departure.no-effects")))
                .mark();
    }

    private static Block.Row award(Words words, String what, Effects.Given award) {
        String until = award.until() == null ? "" : words.date(award.until());
        return row(words, what, words.text(award.measure() + ".award." + award.type()), until);
    }

    private static Block.Row row(Words words, String what, String title, String small) {
        String done = words.text("page.child.departure.effect." + what);
        return Block.Row.of("alert-triangle", Tone.RUN, title, small.isEmpty() ? done : done + " · " + small, "");
    }

    @POST
    @Needs(Right.CHILDREN_WRITE)
    public Response leave(
            @Context Caller caller, @Context Words words, @PathParam("child") long child, FormInput input) {
        return Answer.of(
                () -> {
                    departures.leave(caller, child, input.version().orElse(0), input.as(DepartureInput.class));
                    return Answer.to(ChildTabs.page(child, ChildTabs.WHOLE), "page.child.departure.done");
                },
                problem -> view(caller, words, child, null, form -> form.refused(input, problem, words)));
    }

    /** Takes the departure back that lasts. */
    @POST
    @Path("{id: \\d+}/undo")
    @Needs(Right.CHILDREN_WRITE)
    public Response undo(@Context Caller caller, @PathParam("child") long child, @PathParam("id") long id) {
        departures.undo(caller, child, id);
        return Answer.to(ChildTabs.page(child, ChildTabs.WHOLE), "page.child.departure.undone");
    }
}
