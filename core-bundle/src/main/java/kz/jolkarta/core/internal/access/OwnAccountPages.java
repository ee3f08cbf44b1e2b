package kz.jolkarta.core.internal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Open;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.internal.node.NodeSettings;
import kz.jolkarta.core.pages.Action;
import kz.jolkarta.core.pages.Answer;
import kz.jolkarta.core.pages.Badge;
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Cell;
import kz.jolkarta.core.pages.Field;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Table;
import kz.jolkarta.core.pages.Tone;
import kz.jolkarta.core.pages.View;
import kz.jolkarta.core.pages.Words;
import kz.jolkarta.core.time.OfficeClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The own account: language, password, sessions elsewhere, tokens. */
@Path("account")
@Component(service = Pages.class)
public final class OwnAccountPages implements Pages {
    static final String HERE = "/account";
    private static final String PASSWORD = HERE + "/password";
    private static final String TOKENS = HERE + "/tokens";

    private final SignIns signIns;
    private final SecondFactors factors;
    private final Tokens tokens;
    private final NodeSettings settings;
    private final OfficeClock clock;
    private final Attempts attempts;

    @Activate
    public OwnAccountPages(
            @Reference SignIns signIns,
            @Reference SecondFactors factors,
            @Reference Tokens tokens,
            @Reference NodeSettings settings,
            @Reference OfficeClock clock,
            @Reference Attempts attempts) {
        this.attempts = attempts;
        this.signIns = signIns;
        this.factors = factors;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    @GET
    @Open
    public View page(@Context Caller caller, @Context Words words, @Context HttpServletRequest request) {
        return view(caller, words, request, form -> form);
    }

    /** @param seen what becomes of a form of the page, e.g. the one that was refused */
    private View view(Caller caller, Words words, HttpServletRequest request, UnaryOperator<Form> seen) {
        Account account = signIns.account(caller.user());
        return View.of(
                        words.text("page.account.title"),
                        Block.Card.of(words.text("page.account.own"), own(account, words))
                                .wide(6),
                        factor(caller, words).wide(6),
                        Block.Card.of(words.text("page.account.language"), seen.apply(language(account, words)))
                                .wide(6),
                        Block.Card.of(words.text("page.account.password"), seen.apply(password(words)))
                                .wide(6),
                        sessions(caller, words, request),
                        Block.Card.of(
                                        words.text("page.account.tokens"),
                                        new Block.Paragraph(words.text("page.account.tokens.lead")),
                                        table(caller, words),
                                        seen.apply(token(words)))
                                .at("tokens"))
                .lead(account.name());
    }

    private Block own(Account account, Words words) {
        return new Block.Facts(List.of(
                Block.Fact.of(words.text("page.login.login"), account.login()),
                Block.Fact.of(words.text("page.accounts.name"), account.name()),
                Block.Fact.of(
                        words.text("page.accounts.roles"),
                        String.join("; ", GrantFields.told(account, signIns.schools(account), settings, words)))));
    }

    private Block.Card factor(Caller caller, Words words) {
        SecondFactors.State state = factors.state(caller.user());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(words.text("page.account.factor.lead")));
        if (state.on()) {
            blocks.add(new Block.Paragraph(words.text("page.account.factor.left", words.number(state.left()))));
        }
        blocks.add(Block.Buttons.of(Action.go(
                words.text(state.on() ? "page.account.factor.change" : "page.account.factor.set"), FactorPages.HERE)));
        Badge badge = state.on()
                ? Badge.of(words.text("page.account.factor.on"), Tone.OK)
                : Badge.of(words.text("page.account.factor.off"), Tone.NONE);
        return Block.Card.of(words.text("page.factor.title"), blocks).badge(badge);
    }

    private static Form language(Account account, Words words) {
        return Form.of(
                HERE + "/language",
                words.text("page.accounts.save"),
                List.of(PasswordFields.language(words).value(account.language())));
    }

    private static Form password(Words words) {
        List<Field> fields = new ArrayList<>();
        fields.add(
                Field.password("current", words.text("page.password.current")).require());
        fields.addAll(PasswordFields.of(words));
        return Form.of(PASSWORD, words.text("page.password.change"), fields);
    }

    private Block.Card sessions(Caller caller, Words words, HttpServletRequest request) {
        long elsewhere = signIns.elsewhere(caller.user(), session(request));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(
                elsewhere == 0
                        ? words.text("page.account.sessions.none")
                        : words.count("page.account.sessions.", elsewhere)));
        if (elsewhere > 0) {
            blocks.add(Block.Buttons.of(Action.danger(words.text("page.account.sessions.end"), HERE + "/sessions")));
        }
        return Block.Card.of(words.text("page.account.sessions"), blocks);
    }

    private Table table(Caller caller, Words words) {
        List<Table.Line> lines = tokens.of(caller.user()).stream()
                .map(t -> Table.Line.of(
                        Cell.of(t.label()),
                        Cell.of(words.moment(t.created())),
                        Cell.of(t.expires().map(words::moment).orElse(words.text("page.account.tokens.no-end"))),
                        Cell.of(t.lastUsed().map(words::moment).orElse(words.text("page.account.tokens.unused"))),
                        Cell.action(Action.danger(
                                words.text("page.account.tokens.revoke"), TOKENS + "/" + t.id() + "/revoke"))))
                .toList();
        return Table.of(
                        List.of(
                                Table.Column.of(words.text("page.account.tokens.label")),
                                Table.Column.of(words.text("page.account.tokens.created")),
                                Table.Column.of(words.text("page.account.tokens.expires")),
                                Table.Column.of(words.text("page.account.tokens.used")),
                                Table.Column.of("")),
                        lines)
                .caption(words.text("page.account.tokens"))
                .empty(words.text("page.account.tokens.none"));
    }

    private static Form token(Words words) {
        return Form.of(
                TOKENS,
                words.text("page.account.tokens.create"),
                List.of(
                        Field.text("label", words.text("page.account.tokens.label"))
                                .require()
                                .help(words.text("page.account.tokens.label.help")),
                        Field.date("expires", words.text("page.account.tokens.last-day"))));
    }

    private static String session(HttpServletRequest request) {
        return Browser.session(request).orElse("");
    }

    private Response refused(
            Caller caller,
            Words words,
            HttpServletRequest request,
            FormInput input,
            String action,
            java.util.function.Supplier<Response> act) {
        return Answer.of(
                act,
                problem -> view(
                        caller,
                        words,
                        request,
                        form -> form.action().equals(action) ? form.refused(input, problem, words) : form));
    }

    @POST
    @Path("language")
    @Open
    public Response language(
            @Context Caller caller, @Context Words words, @Context HttpServletRequest request, FormInput input) {
        return refused(caller, words, request, input, HERE + "/language", () -> {
            Language language = PasswordFields.language(input);
            signIns.language(caller.user(), language);
            return Response.fromResponse(Answer.to(HERE, "page.accounts.saved"))
                    .cookie(Browser.language(language))
                    .build();
        });
    }

    @POST
    @Path("password")
    @Open
    public Response password(
            @Context Caller caller, @Context Words words, @Context HttpServletRequest request, FormInput input) {
        return refused(caller, words, request, input, PASSWORD, () -> {
            attempts.count(Browser.address(request));
            String wanted = PasswordFields.wanted(input);
            PasswordFields.at(() -> change(caller, PasswordFields.raw(input, "current"), wanted, request));
            return Answer.to(HERE, "page.password.changed");
        });
    }

    private void change(Caller caller, String current, String wanted, HttpServletRequest request) {
        try {
            signIns.changePassword(caller.user(), current, wanted, session(request));
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.UNAUTHENTICATED) {
                throw Problem.field("current", "page.password.wrong", SignIns.FAILURES, SignIns.LOCK.toMinutes());
            }
            throw problem;
        }
    }

    @POST
    @Path("sessions")
    @Open
    public Response endElsewhere(@Context Caller caller, @Context HttpServletRequest request, FormInput input) {
        signIns.endElsewhere(caller.user(), session(request));
        return Answer.to(HERE, "page.account.sessions.ended");
    }

    @POST
    @Path("tokens")
    @Open
    public Response create(
            @Context Caller caller, @Context Words words, @Context HttpServletRequest request, FormInput input) {
        return refused(caller, words, request, input, TOKENS, () -> {
            Tokens.Created made = tokens.create(caller.user(), input.first("label"), expires(input));
            View view = View.of(
                            made.token().label(),
                            Block.Notice.of(Tone.RUN, words.text("page.account.tokens.once")),
                            new Block.Facts(
                                    List.of(Block.Fact.of(words.text("page.account.tokens.token"), made.secret()))),
                            Block.Buttons.of(Action.primary(words.text("page.account.tokens.kept"), HERE + "#tokens")))
                    .up(words.text("page.account.title"), HERE);
            return Response.ok(view).build();
        });
    }

    /** It holds to the end of the day that was chosen. */
    private Optional<Instant> expires(FormInput input) {
        try {
            return input.text("expires")
                    .map(LocalDate::parse)
                    .map(day -> day.plusDays(1).atStartOfDay(clock.zone()).toInstant());
        } catch (java.time.format.DateTimeParseException malformed) {
            throw Problem.field("expires", "problem.value");
        }
    }

    @POST
    @Path("tokens/{id}/revoke")
    @Open
    public Response revoke(@Context Caller caller, @PathParam("id") long id, FormInput input) {
        tokens.revoke(caller.user(), id);
        return Answer.to(HERE, "page.account.tokens.revoked");
    }
}
