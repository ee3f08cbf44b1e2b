package kz.jolkarta.registry.roadmaps;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.pages.Address;
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

/** Many road maps on paper: in which form and language, and the job that writes them. */
@Path("road-maps/prints")
@Component(service = Pages.class)
public final class RoadMapPrintPages implements Pages {
    private static final String HERE = RoadMapPages.LIST + "/prints";
    /** What the list is filtered by, and the name that a print knows it by. */
    private static final Map<String, String> FILTERS = Map.of(
            "territory", "territory",
            "school", "school",
            "grade", "grade",
            "letter", "gradeLetter",
            "schoolYear", "schoolYear",
            "state", "state");

    private final RoadMapPrints prints;

    @Activate
    public RoadMapPrintPages(@Reference RoadMapPrints prints) {
        this.prints = prints;
    }

    /** All maps of the list's filter. */
    @GET
    @Needs(Right.CHILDREN_EXPORT)
    public View ask(@Context Words words, @Context UriInfo asked) {
        Address address = Address.of(asked);
        List<Field> chosen = new ArrayList<>();
        FILTERS.forEach((from, to) -> {
            if (!address.value(from).isEmpty()) {
                chosen.add(Field.hidden(to, address.value(from)));
            }
        });
        return view(words, form(words, chosen, words.text("page.roadmaps.print.filter")));
    }

    @POST
    @Needs(Right.CHILDREN_EXPORT)
    public Response print(@Context Caller caller, @Context Words words, FormInput input) {
        List<Long> ids = input.numbers("id");
        if (!ids.isEmpty()) {
            List<Field> chosen =
                    ids.stream().map(id -> Field.hidden("maps[]", id)).toList();
            String shown = words.count("page.roadmaps.count.", ids.size());
            return Response.ok(view(words, form(words, chosen, shown))).build();
        }
        return Answer.of(
                () -> Answer.to("/jobs/" + prints.start(caller.user(), input.as(PrintChoice.class))),
                problem -> view(words, again(words, input, problem)));
    }

    private static Form again(Words words, FormInput input, kz.jolkarta.core.Problem problem) {
        List<Field> chosen = Stream.concat(FILTERS.values().stream(), Stream.of("maps[]"))
                .flatMap(name -> input.all(name).stream().map(value -> Field.hidden(name, value)))
                .toList();
        int maps = input.all("maps[]").size();
        String shown = maps == 0 ? words.text("page.roadmaps.print.filter") : words.count("page.roadmaps.count.", maps);
        return form(words, chosen, shown).refused(input, problem, words);
    }

    private static Form form(Words words, List<Field> chosen, String shown) {
        List<Field> fields = new ArrayList<>(chosen);
        fields.add(Field.shown(words.text("page.roadmaps.chosen"), shown));
        fields.add(Field.radio(
                        "format",
                        words.text("page.roadmaps.print.format"),
                        List.of(new Field.Option("pdf", "PDF"), new Field.Option("docx", "DOCX")))
                .value("pdf"));
        fields.add(Field.radio(
                        "language",
                        words.text("page.roadmaps.print.language"),
                        Stream.of(Language.values())
                                .map(l -> new Field.Option(l.tag(), words.text("page.roadmap.language." + l.tag())))
                                .toList())
                .value("kk"));
        return Form.of(HERE, words.text("page.roadmaps.print.submit"), fields).cancel(RoadMapPages.LIST);
    }

    private static View view(Words words, Form form) {
        return View.of(
                        words.text("page.roadmaps.print.title"),
                        Block.Card.of(
                                words.text("page.roadmaps.print.what"),
                                new Block.Paragraph(words.text("page.roadmaps.print.lead")),
                                form))
                .up(words.text("page.roadmaps.title"), RoadMapPages.LIST);
    }
}
