package kz.jolkarta.core.internal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Open;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.node.NodeSettings;
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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is asked before an account can work: an own password and a language, of the first administrator also what this node is. */
@Path("first-run")
@Component(service = Pages.class)
public final class FirstRunPages implements Pages {
    private static final String HERE = "/first-run";

    private final SignIns signIns;
    private final SecondFactors factors;
    private final NodeSettings settings;

    @Activate
    public FirstRunPages(
            @Reference SignIns signIns, @Reference SecondFactors factors, @Reference NodeSettings settings) {
        this.signIns = signIns;
        this.factors = factors;
        this.settings = settings;
    }

    @GET
    @Open
    public View page(@Context Caller caller, @Context Words words, @Context HttpServletRequest request) {
        Optional<Account> account = Browser.session(request).flatMap(signIns::find);
        if (account.filter(Account::mustChange).isPresent()) {
            return questions(caller, words, form(caller, words));
        }
        return account.filter(factors::missing).isPresent()
                ? factor(caller, words, FactorBlocks.form(HERE + "/second-factor", words))
                : ready(caller, words);
    }

    /** Whoever keeps the country's accounts says what the node is, as long as nobody has. */
    private boolean namesNode(Caller caller) {
        return caller.user().scope(Right.ACCOUNTS_MANAGE).isCountry() && !settings.named();
    }

    private View questions(Caller caller, Words words, Form form) {
        boolean first = namesNode(caller);
        List<Block> blocks = new ArrayList<>(List.of(form));
        blocks.add(new Block.Paragraph(words.text(first ? "page.first-run.next-node" : "page.first-run.next")));
        blocks.add(Block.Buttons.of(Action.post(words.text("page.first-run.leave"), "/sign-out")));
        return View.of(words.text("page.first-run.title"), blocks)
                .lead(words.text(first ? "page.first-run.lead-node" : "page.first-run.lead"));
    }

    private Form form(Caller caller, Words words) {
        List<Field> fields = new ArrayList<>(PasswordFields.of(words));
        fields.add(PasswordFields.language(words).value(caller.language()));
        if (namesNode(caller)) {
            fields.addAll(NodeFields.of(settings, words));
        }
        return Form.of(HERE, words.text("page.first-run.submit"), fields);
    }

    @POST
    @Open
    public Response answer(
            @Context Caller caller, @Context Words words, @Context HttpServletRequest request, FormInput input) {
        return Answer.of(
                () -> {
                    User user = caller.user();
                    Language language = PasswordFields.language(input);
                    String wanted = PasswordFields.wanted(input);
                    PasswordFields.at(() -> Passwords.check(user.login(), wanted));
                    if (namesNode(caller)) {
                        settings.name(user, input.first("node"), input.first("region"));
                    }
                    PasswordFields.at(() -> signIns.choose(
                            user, wanted, language, Browser.session(request).orElse("")));
                    return Response.seeOther(URI.create(HERE))
                            .cookie(Browser.language(language))
                            .build();
                },
                problem -> questions(caller, words, form(caller, words).refused(input, problem, words)));
    }

    private View factor(Caller caller, Words words, Form form) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Notice.of(Tone.RUN, words.text("page.first-run.factor")));
        blocks.addAll(FactorBlocks.offer(caller.user(), factors.offer(caller.user()), form, words));
        blocks.add(Block.Buttons.of(Action.post(words.text("page.first-run.leave"), "/sign-out")));
        return View.of(words.text("page.factor.title"), blocks);
    }

    @POST
    @Path("second-factor")
    @Open
    public Response turnOn(@Context Caller caller, @Context Words words, FormInput input) {
        return Answer.of(
                () -> Response.ok(FactorBlocks.codes(factors.turnOn(caller.user(), input.first("code")), words, HERE))
                        .build(),
                problem -> factor(
                        caller,
                        words,
                        FactorBlocks.form(HERE + "/second-factor", words).refused(input, problem, words)));
    }

    /** Where to begin, by what the reader may do. */
    private static View ready(Caller caller, Words words) {
        User user = caller.user();
        List<Block.Row> rows = Stream.of(
                        step(user, words, Right.ACCOUNTS_MANAGE, "users", "accounts", "/accounts"),
                        step(
                                user,
                                words,
                                Right.ORGANISATIONS_WRITE,
                                "building-community",
                                "organisations",
                                "/organisations"),
                        step(user, words, Right.CHILDREN_IMPORT, "file-import", "imports", "/imports"),
                        step(user, words, Right.CHILDREN_READ, "list", "children", "/children"),
                        step(user, words, Right.REPORTS_READ, "report-analytics", "reports", "/reports"))
                .flatMap(Optional::stream)
                .toList();
        return View.of(
                        words.text("page.first-run.ready"),
                        Block.Card.of(
                                words.text("page.first-run.begin"),
                                new Block.Rows(rows, words.text("page.home.nothing"))))
                .lead(words.text("page.first-run.ready.lead"))
                .actions(Action.primary(words.text("page.problem.home"), "/"));
    }

    private static Optional<Block.Row> step(
            User user, Words words, Right right, String icon, String what, String href) {
        String key = "page.first-run.begin." + what;
        return Optional.of(Block.Row.of(icon, Tone.PLAIN, words.text(key), words.text(key + ".why"), href))
                .filter(r -> user.has(right));
    }
}
