package kz.jolkarta.registry.copies;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.i18n.Language;
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
import kz.jolkarta.registry.children.ChildTabs;
import kz.jolkarta.registry.records.Params;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The representative's copy on a page: who asks and why first, then the files, each of which is noted when it is fetched. */
@Path("children/{child: \\d+}/copy")
@Component(service = Pages.class)
public final class CopyPages implements Pages {
    private static final String COPY = "copy";

    private final Copies copies;

    @Activate
    public CopyPages(@Reference Copies copies) {
        this.copies = copies;
    }

    @GET
    @Needs(Right.CHILDREN_EXPORT)
    public View ask(@Context Caller caller, @Context Words words, @PathParam("child") long child) {
        Copies.Asking asking = copies.asking(caller.user(), child);
        return view(words, child, asking, form(words, child, asking), Optional.empty());
    }

    private static Form form(Words words, long child, Copies.Asking asking) {
        List<Field.Option> representatives = asking.representatives().entrySet().stream()
                .map(r -> new Field.Option(String.valueOf(r.getKey()), r.getValue()))
                .toList();
        Field who = Field.choice("representativeId", words.text("page.child.copy.who"), representatives)
                .require();
        return Form.of(
                        ChildTabs.page(child, COPY),
                        words.text("page.child.copy.submit"),
                        List.of(
                                representatives.size() == 1
                                        ? who.value(representatives.get(0).value())
                                        : who,
                                Field.lines("reason", words.text("page.child.copy.reason"))
                                        .require()
                                        .help(words.text("page.child.copy.reason-help"))))
                .cancel(ChildTabs.page(child, ChildTabs.WHOLE));
    }

    private static View view(Words words, long child, Copies.Asking asking, Form form, Optional<CopyRequest> request) {
        List<Block> blocks = new ArrayList<>();
        request.ifPresent(asked -> blocks.add(files(words, child, asking, asked)));
        if (asking.representatives().isEmpty()) {
            blocks.add(Block.Notice.of(
                    Tone.RUN,
                    words.text("page.child.copy.nobody"),
                    Action.go(words.text("page.child.tab.representatives"), ChildTabs.page(child, "representatives"))));
        } else {
            blocks.add(Block.Card.of(words.text("page.child.copy.asking"), form));
        }
        return View.of(words.text("page.child.copy"), blocks)
                .lead(asking.name() + ". " + words.text("page.child.copy.lead"))
                .up(asking.name(), ChildTabs.page(child, ChildTabs.WHOLE));
    }

    private static Block files(Words words, long child, Copies.Asking asking, CopyRequest asked) {
        List<Action> files = new ArrayList<>(Stream.of(Language.values())
                .map(l -> file(words, child, asked, "pdf", l))
                .toList());
        files.add(file(words, child, asked, "json", words.language()));
        return Block.Card.of(
                        words.text("page.child.copy.files"),
                        new Block.Facts(List.of(
                                Block.Fact.of(
                                        words.text("page.child.copy.who"),
                                        asking.representatives().get(asked.representativeId())),
                                Block.Fact.of(words.text("page.child.copy.reason"), asked.reason()))),
                        new Block.Paragraph(words.text("page.child.copy.noted")),
                        new Block.Buttons(files))
                .mark();
    }

    private static Action file(Words words, long child, CopyRequest asked, String format, Language language) {
        String href = Address.of(ChildTabs.page(child, COPY) + "/file")
                .with("representative", asked.representativeId())
                .with("reason", asked.reason())
                .with("format", format)
                .with("language", language.tag())
                .href();
        String label = format.equals("pdf")
                ? "PDF, " + words.text("page.roadmap.language." + language.tag())
                : words.text("page.child.copy.json");
        return Action.download(label, href);
    }

    /** Offers the files, of which none is made before it is fetched. */
    @POST
    @Needs(Right.CHILDREN_EXPORT)
    public Response asked(
            @Context Caller caller, @Context Words words, @PathParam("child") long child, FormInput input) {
        Copies.Asking asking = copies.asking(caller.user(), child);
        Form form = form(words, child, asking);
        return Answer.of(
                () -> {
                    CopyRequest request = input.as(CopyRequest.class);
                    asking.check(request);
                    return Response.ok(view(words, child, asking, form.typed(input), Optional.of(request)))
                            .build();
                },
                problem -> view(words, child, asking, form.refused(input, problem, words), Optional.empty()));
    }

    @GET
    @Path("file")
    @Needs(Right.CHILDREN_EXPORT)
    public Response file(
            @Context Caller caller,
            @PathParam("child") long child,
            @QueryParam("representative") String representative,
            @QueryParam("reason") String reason,
            @QueryParam("format") String format,
            @QueryParam("language") String language) {
        CopyRequest request = new CopyRequest(
                Params.number("representativeId", representative).orElse(null), reason);
        return CopyResource.file(copies, caller, child, format, language, request);
    }
}
