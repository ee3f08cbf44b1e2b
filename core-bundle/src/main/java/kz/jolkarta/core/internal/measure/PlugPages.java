package kz.jolkarta.core.internal.measure;

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
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.internal.node.NodeSettings;
import kz.jolkarta.core.internal.profile.NodeProfile;
import kz.jolkarta.core.internal.profile.NodeProfile.Preview;
import kz.jolkarta.core.internal.profile.PlugWork;
import kz.jolkarta.core.internal.profile.PlugWork.Thing;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Installing and removing a measure or a centre: first what it will do, then that it is done. */
@Path("plugs")
@Component(service = Pages.class)
public final class PlugPages implements Pages {
    private final NodeProfile profile;
    private final PlugWork work;
    private final NodeSettings settings;

    @Activate
    public PlugPages(@Reference NodeProfile profile, @Reference PlugWork work, @Reference NodeSettings settings) {
        this.profile = profile;
        this.work = work;
        this.settings = settings;
    }

    @GET
    @Path("{thing}/{number: \\d{1,2}}")
    @Needs(Right.MEASURES_MANAGE)
    public View preview(
            @Context Caller caller,
            @Context Words words,
            @PathParam("thing") Thing thing,
            @PathParam("number") int number) {
        boolean may = work.may(caller.user(), thing, number);
        return view(words, thing, preview(thing, number), may, may ? "" : words.text(work.refusal(thing, number)));
    }

    @POST
    @Path("{thing}/{number: \\d{1,2}}")
    @Needs(Right.MEASURES_MANAGE)
    public Response change(
            @Context Caller caller,
            @Context Words words,
            @PathParam("thing") Thing thing,
            @PathParam("number") int number,
            FormInput input) {
        return Answer.of(
                () -> {
                    boolean install = !preview(thing, number).offer().installed();
                    if (install != input.flag("install")) {
                        throw Problem.conflict("page.plugs.changed");
                    }
                    work.start(caller.user(), thing, number, install);
                    return Answer.to("/measures#" + Json.name(thing) + "-" + number);
                },
                problem -> view(words, thing, preview(thing, number), true, words.text(problem.message())));
    }

    private Preview preview(Thing thing, int number) {
        if (thing == Thing.FILE) {
            throw Problem.notFound();
        }
        return thing == Thing.MEASURE ? profile.previewMeasure(number) : profile.previewCentre(number);
    }

    private View view(Words words, Thing thing, Preview preview, boolean may, String refusal) {
        boolean install = !preview.offer().installed();
        String act = install ? "install" : "remove";
        String kind = Json.name(thing);
        int number = preview.offer().number();
        List<Block> blocks = new ArrayList<>();
        if (!refusal.isEmpty()) {
            blocks.add(Block.Notice.of(Tone.LATE, refusal));
        }
        List<Block.Fact> facts = new ArrayList<>(List.of(
                Block.Fact.of(words.text("page.plugs.feature"), preview.offer().feature()),
                Block.Fact.of(
                        words.text("page.plugs.bundles." + act),
                        preview.bundles().isEmpty()
                                ? words.number(0)
                                : words.number(preview.bundles().size()) + ": " + String.join(", ", preview.bundles())),
                Block.Fact.of(words.text("page.plugs.refreshed"), words.number(0))));
        if (install) {
            facts.add(Block.Fact.of(words.text("page.plugs.tables"), words.number(preview.tables())));
        }
        blocks.add(Block.Card.of(words.text("page.plugs.does"), new Block.Facts(facts)));
        if (thing == Thing.CENTRE) {
            blocks.add(Block.Card.of(
                    words.text("page.plugs.centre"),
                    new Block.Facts(configuration(words, preview)),
                    new Block.Paragraph(words.text("page.plugs.centre.file", number))));
        }
        blocks.add(Block.Notice.of(install ? Tone.OK : Tone.RUN, words.text("page.plugs.keeps." + act + "." + kind)));
        if (may) {
            Form form = Form.of(
                            "/plugs/" + kind + "/" + number,
                            words.text("page.plugs.submit." + act),
                            List.of(Field.hidden("install", install)))
                    .cancel("/measures");
            blocks.add(install ? form : form.takesAway());
        }
        return View.of(PlugWords.title(words, settings, install, thing, number), blocks)
                .up(words.text("page.measures.title"), "/measures");
    }

    /** What is configured of a centre, in the order of its file; names only in the reader's language. */
    private List<Block.Fact> configuration(Words words, Preview preview) {
        List<Block.Fact> facts = new ArrayList<>();
        fact(words, facts, preview, "name", "name." + words.language().tag());
        String territory = preview.settings().getOrDefault("territory", "");
        facts.add(
                Block.Fact.of(words.text("page.plugs.centre.territory"), settings.place(territory, words.language())));
        for (String name : List.of("opened", "capacity", "director", "bin", "address")) {
            fact(words, facts, preview, name, name);
        }
        return facts;
    }

    private static void fact(Words words, List<Block.Fact> facts, Preview preview, String label, String name) {
        String value = preview.settings().getOrDefault(name, "");
        facts.add(Block.Fact.of(
                words.text("page.plugs.centre." + label),
                value.isEmpty() ? words.text("page.plugs.centre.unset") : value));
    }
}
