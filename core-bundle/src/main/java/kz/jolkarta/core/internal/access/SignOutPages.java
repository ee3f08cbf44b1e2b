package kz.jolkarta.core.internal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Open;
import kz.jolkarta.core.pages.FormInput;
import kz.jolkarta.core.pages.Pages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signing out on every page. */
@Path("sign-out")
@Component(service = Pages.class)
public final class SignOutPages implements Pages {
    private final SignIns signIns;

    @Activate
    public SignOutPages(@Reference SignIns signIns) {
        this.signIns = signIns;
    }

    @POST
    @Open
    public Response signOut(@Context Caller caller, @Context HttpServletRequest request, FormInput input) {
        Browser.session(request).ifPresent(s -> signIns.close(caller.user(), s));
        return Response.seeOther(URI.create("/login?done=page.login.left"))
                .cookie(Browser.cookie(request, ""))
                .build();
    }
}
