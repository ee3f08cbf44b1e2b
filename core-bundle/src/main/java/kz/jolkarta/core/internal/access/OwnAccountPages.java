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
import kz.jolkarta.core.pages.Block;
import kz.jolkarta.core.pages.Form;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
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
    static final String LANGUAGE = HERE + "/language";
    static final String PASSWORD = HERE + "/password";
    static final String TOKENS = HERE + "/tokens";

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

    private View view(Caller caller, Words words, HttpServletRequest request, UnaryOperator<Form> seen) {
        return new OwnAccountView(signIns, factors, tokens, settings).of(caller, words, session(request), seen);
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
        return refused(caller, words, request, input, LANGUAGE, () -> {
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
