package kz.jolkarta.registry.children;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.time.OfficeClock;
import kz.jolkarta.registry.duplicates.AlikeChildren;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A child is looked for before it can be registered: the form stands below what was found. */
@Path("children/new")
@Component(service = Pages.class)
public final class ChildNewPages implements Pages {
    private static final String HERE = "/children/new";
    private static final String SURE = HERE + "/registered";
    private static final int LIKELY = 50;

    private final Children children;
    private final AlikeChildren alike;
    private final ChildForm form;
    private final OfficeClock clock;

    /** What a search needs. */
    record Search(String surname, String givenName, String patronymic, LocalDate birthDate, String iin) {}

    @Activate
    public ChildNewPages(
            @Reference Children children,
            @Reference AlikeChildren alike,
            @Reference ChildForm form,
            @Reference OfficeClock clock) {
        this.children = children;
        this.alike = alike;
        this.form = form;
        this.clock = clock;
    }

    @GET
    @Needs(Right.CHILDREN_WRITE)
    public View ask(@Context Words words) {
        return view(words, search(words));
    }

    private static Form search(Words words) {
        return Form.of(
                        HERE,
                        words.text("page.children.new.search"),
                        List.of(
                                Field.text("surname", words.text("import.column.surname")),
                                Field.text("givenName", words.text("import.column.given-name"))
                                        .require(),
                                Field.text("patronymic", words.text("import.column.patronymic")),
                                Field.date("birthDate", words.text("import.column.birth-date"))
                                        .require(),
                                Field.text("iin", words.text("import.column.iin"))
                                        .help(words.text("page.children.new.iin-help"))))
                .cancel(ChildPages.LIST);
    }

    /** The number is sent by POST, so that it stands in no address. */
    @POST
    @Needs({Right.CHILDREN_WRITE})
    public Response find(@Context Caller caller, @Context Words words, FormInput input) {
        caller.user().require(Right.CHILDREN_READ);
        return Answer.of(
                () -> Response.ok(found(caller, words, input)).build(),
                problem -> view(words, search(words).refused(input, problem, words)));
    }

    private View found(Caller caller, Words words, FormInput input) {
        Search search = input.as(Search.class);
        if (search.givenName() == null) {
            throw Problem.field("givenName", "record.required");
        }
        if (search.birthDate() == null) {
            throw Problem.field("birthDate", "record.required");
        }
        List<AlikeChildren.Hit> hits = alike.find(
                caller.user(),
                new AlikeChildren.Sought(
                        or(search.surname()),
                        search.givenName(),
                        or(search.patronymic()),
                        search.birthDate(),
                        or(search.iin())));
        Form made = Form.of(SURE, words.text("page.children.new.register"), form.fields(caller, words, input))
                .typed(input)
                .cancel(HERE);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Disclosure.of(
                words.text("page.children.new.again"), search(words).typed(input)));
        blocks.add(Block.Card.of(
                words.text("page.children.new.found"),
                new Block.Rows(rows(caller, words, hits), words.text("page.children.new.nobody"))));
        blocks.add(Block.Card.of(words.text("page.children.new.form"), made).at("form"));
        return view(words, blocks.toArray(Block[]::new));
    }

    private List<Block.Row> rows(Caller caller, Words words, List<AlikeChildren.Hit> hits) {
        Map<Long, Integer> degrees =
                hits.stream().collect(Collectors.toMap(AlikeChildren.Hit::id, AlikeChildren.Hit::degree));
        ChildLines lines = new ChildLines(words, clock.today());
        return children.rows(caller, hits.stream().map(AlikeChildren.Hit::id).toList()).stream()
                .map(child -> row(words, lines, child, degrees.get(child.id())))
                .toList();
    }

    private static Block.Row row(Words words, ChildLines lines, ChildRow child, int degree) {
        Tone tone = degree >= LIKELY ? Tone.LATE : Tone.NONE;
        String href = ChildPages.LIST + "/" + child.id();
        String small = words.date(child.birthDate()) + " · " + lines.where(child) + " · " + lines.iin(child);
        return Block.Row.of("users", tone, ChildLines.name(child), small, href)
                .badges(Badge.of(words.text("page.children.new.alike", String.valueOf(degree)), tone))
                .actions(Action.go(words.text("page.children.new.this-one"), href));
    }

    @POST
    @Path("registered")
    @Needs(Right.CHILDREN_WRITE)
    public Response create(@Context Caller caller, @Context Words words, FormInput input) {
        return Answer.of(
                () -> {
                    Child made = children.create(caller, form.child(caller, input));
                    String done = made.warnings().isEmpty() ? "page.children.made" : "page.children.made-look";
                    return Answer.to(ChildPages.LIST + "/" + made.id(), done);
                },
                problem -> refused(caller, words, input, problem));
    }

    private View refused(Caller caller, Words words, FormInput input, Problem problem) {
        Form again = Form.of(SURE, words.text("page.children.new.register"), form.fields(caller, words, input))
                .cancel(HERE)
                .refused(input, problem, words);
        List<Block> blocks = new ArrayList<>(known(words, problem));
        blocks.add(again);
        return view(words, blocks.toArray(Block[]::new));
    }

    /** A link to the child who has the number already. */
    static List<Block> known(Words words, Problem problem) {
        return problem.details().get("id") instanceof Long id
                ? List.of(Block.Notice.of(
                        Tone.LATE,
                        words.text(problem.message()),
                        Action.go(words.text("page.children.new.this-one"), ChildPages.LIST + "/" + id)))
                : List.of();
    }

    private static String or(String text) {
        return text == null ? "" : text;
    }

    private static View view(Words words, Block... blocks) {
        return View.of(words.text("page.children.new.title"), blocks)
                .lead(words.text("page.children.new.lead"))
                .up(words.text("page.children.title"), ChildPages.LIST);
    }
}
