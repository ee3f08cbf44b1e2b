package kz.jolkarta.core.internal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Open;
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

/** Signing in on a page. */
@Path("login")
@Component(service = Pages.class)
public final class SignInPages implements Pages {
    private final SignIns signIns;
    private final Attempts attempts = new Attempts();

    @Activate
    public SignInPages(@Reference SignIns signIns) {
        this.signIns = signIns;
    }

    @GET
    @Open(anonymous = true)
    public View page(@Context Words words, @QueryParam("to") String to) {
        return view(words, form(words, to));
    }

    @POST
    @Open(anonymous = true)
    public Response signIn(@Context Words words, @Context HttpServletRequest request, FormInput input) {
        try {
            attempts.count(Browser.address(request));
            SignIns.Opened opened = signIns.open(input.first("login"), input.first("password"));
            String place = opened.account().mustChange() ? "/first-run" : within(input.first("to"));
            return Response.seeOther(URI.create(place))
                    .cookie(Browser.cookie(request, opened.secret()))
                    .build();
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.UNAUTHENTICATED && problem.kind() != Problem.Kind.TOO_MANY_REQUESTS) {
                throw problem;
            }
            Form again = form(words, input.first("to")).refused(input, problem, words);
            int status = problem.kind().status();
            return Response.status(status)
                    .entity(view(words, again).status(status))
                    .build();
        }
    }

    private static View view(Words words, Form form) {
        return View.of(words.text("page.login.title"), form, new Block.Paragraph(words.text("page.login.help")));
    }

    private static Form form(Words words, String to) {
        return Form.of(
                "/login",
                words.text("page.login.submit"),
                List.of(
                        Field.hidden("to", within(to)),
                        Field.text("login", words.text("page.login.login")).require(),
                        Field.password("password", words.text("page.login.password"))
                                .require()));
    }

    /** A place within the node, its root when it is none. */
    private static String within(String place) {
        boolean own = place != null && place.matches("/(?!/)[^\\\\\\s]{0,1000}");
        return own ? place : "/";
    }
}
