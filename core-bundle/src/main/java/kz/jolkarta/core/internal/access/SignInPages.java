package kz.jolkarta.core.internal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Open;
import kz.jolkarta.core.internal.node.NodeSettings;
import kz.jolkarta.core.pages.Action;
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

/** Signing in on a page, and on a second one with the code of the second factor. */
@Path("login")
@Component(service = Pages.class)
public final class SignInPages implements Pages {
    private static final Set<Problem.Kind> TOLD = Set.of(Problem.Kind.UNAUTHENTICATED, Problem.Kind.TOO_MANY_REQUESTS);

    private final SignIns signIns;
    private final NodeSettings settings;
    private final Attempts attempts;

    @Activate
    public SignInPages(@Reference SignIns signIns, @Reference NodeSettings settings, @Reference Attempts attempts) {
        this.attempts = attempts;
        this.signIns = signIns;
        this.settings = settings;
    }

    @GET
    @Open(anonymous = true)
    public View page(@Context Words words, @QueryParam("to") String to) {
        return view(words, form(words, to));
    }

    @POST
    @Open(anonymous = true)
    public Response signIn(@Context Words words, @Context HttpServletRequest request, FormInput input) {
        String to = within(input.first("to"));
        return told(
                () -> {
                    attempts.count(Browser.address(request));
                    SignIns.Entered entered = signIns.enter(input.first("login"), password(input));
                    return entered.opened()
                            .map(opened -> opened(request, opened, to))
                            .orElseGet(() -> {
                                String next = "/login/code?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
                                return Response.seeOther(URI.create(next))
                                        .cookie(Browser.ticketCookie(
                                                request, entered.ticket().orElseThrow()))
                                        .build();
                            });
                },
                problem -> view(words, form(words, to).refused(input, problem, words)));
    }

    /** Blanks at its ends belong to a password. */
    private static String password(FormInput input) {
        List<String> typed = input.values().getOrDefault("password", List.of());
        return typed.isEmpty() ? "" : typed.get(0);
    }

    @GET
    @Path("code")
    @Open(anonymous = true)
    public Response code(@Context Words words, @Context HttpServletRequest request, @QueryParam("to") String to) {
        return Browser.ticket(request)
                .filter(signIns::awaits)
                .map(t -> Response.ok(codeView(words, codeForm(words, to))).build())
                .orElseGet(() -> anew(request));
    }

    @POST
    @Path("code")
    @Open(anonymous = true)
    public Response confirm(@Context Words words, @Context HttpServletRequest request, FormInput input) {
        Optional<String> ticket = Browser.ticket(request).filter(signIns::awaits);
        if (ticket.isEmpty()) {
            return anew(request);
        }
        String to = within(input.first("to"));
        return told(
                () -> {
                    attempts.count(Browser.address(request));
                    return opened(request, signIns.confirm(ticket.get(), input.first("code")), to);
                },
                problem -> codeView(words, codeForm(words, to).refused(input, problem, words)));
    }

    /** The ticket has run out, or the account was locked meanwhile. */
    private static Response anew(HttpServletRequest request) {
        return Response.seeOther(URI.create("/login?done=page.login.anew"))
                .cookie(Browser.ticketCookie(request, ""))
                .build();
    }

    private static Response opened(HttpServletRequest request, SignIns.Opened opened, String to) {
        String place = opened.account().mustChange() ? "/first-run" : to;
        return Response.seeOther(URI.create(place))
                .cookie(Browser.cookie(request, opened.secret()), Browser.ticketCookie(request, ""))
                .build();
    }

    private static Response told(Supplier<Response> act, java.util.function.Function<Problem, View> again) {
        try {
            return act.get();
        } catch (Problem problem) {
            if (!TOLD.contains(problem.kind())) {
                throw problem;
            }
            View view = again.apply(problem).status(problem.kind().status());
            return Response.status(view.status()).entity(view).build();
        }
    }

    private View view(Words words, Form form) {
        String note = words.text("page.login.trail");
        String sentence = settings.factorForWideRoles() ? words.text("page.login.wide-roles") + " " + note : note;
        return View.of(words.text("page.login.title"), form, Block.Notice.of(Tone.OK, sentence))
                .lead(settings.name(words.language()));
    }

    private static Form form(Words words, String to) {
        return Form.of(
                "/login",
                words.text("page.login.submit"),
                List.of(
                        Field.hidden("to", within(to)),
                        Field.text("login", words.text("page.login.login")).require(),
                        Field.password("password", words.text("page.login.password"))
                                .require()
                                .help(words.text("page.login.help"))));
    }

    private static View codeView(Words words, Form form) {
        return View.of(words.text("page.login.code.title"), form, new Block.Paragraph(words.text("page.login.lost")))
                .lead(words.text("page.login.code.lead"))
                .actions(Action.link(words.text("page.login.other"), "/login"));
    }

    private static Form codeForm(Words words, String to) {
        return Form.of(
                "/login/code",
                words.text("page.login.submit"),
                List.of(
                        Field.hidden("to", within(to)),
                        Field.text("code", words.text("page.factor.code"))
                                .require()
                                .help(words.text("page.login.code.help"))));
    }

    /** A place within the node, its root when it is none. */
    private static String within(String place) {
        boolean own = place != null && place.matches("/(?!/)[^\\\\\\s]{0,1000}");
        return own ? place : "/";
    }
}
