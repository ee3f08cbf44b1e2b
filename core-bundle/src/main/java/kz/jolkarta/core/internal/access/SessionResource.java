package kz.jolkarta.core.internal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Scope;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.http.Open;
import kz.jolkarta.core.i18n.Language;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signing in and out, and the own password. */
@Component(service = ApiResource.class)
@Path("session")
@Produces("application/json")
@Consumes("application/json")
public final class SessionResource implements ApiResource {
    private final SignIns signIns;
    private final Attempts attempts;

    /** @param code of the second factor, or a recovery code; only for accounts that have switched it on */
    record SignIn(String login, String password, Optional<String> code) {
        SignIn {
            if (login == null || login.isBlank() || password == null || password.isEmpty()) {
                throw Problem.invalid("session.both");
            }
        }

        @Override
        public String toString() {
            return "SignIn";
        }
    }

    record Change(String current, String password) {
        Change {
            if (current == null || current.isEmpty() || password == null || password.isEmpty()) {
                throw Problem.invalid("session.both-passwords");
            }
        }

        @Override
        public String toString() {
            return "Change";
        }
    }

    /**
     * @param rights each right with the territories it reaches, "" for the country
     * @param schools rights that reach the pupils of single schools, with the ids of these
     * @param csrf to be sent as X-CSRF-Token with every change; absent when a token was used
     */
    record WhoAmI(
            long id,
            String login,
            Language language,
            Map<String, List<String>> rights,
            Map<String, List<Long>> schools,
            Optional<Boolean> mustChange,
            Optional<String> csrf) {}

    @Activate
    public SessionResource(@Reference SignIns signIns, @Reference Attempts attempts) {
        this.attempts = attempts;
        this.signIns = signIns;
    }

    @POST
    @Open(anonymous = true)
    public Response open(SignIn signIn, @Context HttpServletRequest request) {
        attempts.count(Browser.address(request));
        SignIns.Opened opened = signIns.open(
                required(signIn).login(), signIn.password(), signIn.code().orElse(""));
        return Response.ok(whoAmI(
                        opened.account().user(),
                        Optional.of(opened.account().mustChange()),
                        Optional.of(opened.secret())))
                .cookie(Browser.cookie(request, opened.secret()))
                .build();
    }

    @GET
    @Open
    public WhoAmI whoAmI(@Context Caller caller, @Context HttpServletRequest request) {
        Optional<String> secret = secret(request);
        Optional<Boolean> mustChange = secret.flatMap(signIns::find).map(Account::mustChange);
        return whoAmI(caller.user(), mustChange, secret);
    }

    private static Optional<String> secret(HttpServletRequest request) {
        return request.getHeader("Authorization") == null ? Browser.session(request) : Optional.empty();
    }

    private static WhoAmI whoAmI(User user, Optional<Boolean> mustChange, Optional<String> secret) {
        Map<String, List<String>> rights = new TreeMap<>();
        Map<String, List<Long>> schools = new TreeMap<>();
        user.rights().forEach((right, scope) -> {
            rights.put(Json.name(right), territories(scope));
            if (!scope.pupils().isEmpty()) {
                schools.put(
                        Json.name(right),
                        scope.pupils().stream().map(Scope.Pupils::school).toList());
            }
        });
        return new WhoAmI(
                user.id(), user.login(), user.language(), rights, schools, mustChange, secret.map(Browser::csrf));
    }

    private static List<String> territories(Scope scope) {
        return scope.prefixes().stream()
                .map(p -> p.isEmpty() ? "" : (p + "0000000").substring(0, 9))
                .toList();
    }

    @DELETE
    @Open
    public Response close(@Context Caller caller, @Context HttpServletRequest request) {
        secret(request).ifPresent(s -> signIns.close(caller.user(), s));
        return Response.noContent().cookie(Browser.cookie(request, "")).build();
    }

    @PUT
    @Path("password")
    @Open
    public Response password(Change change, @Context Caller caller, @Context HttpServletRequest request) {
        attempts.count(Browser.address(request));
        signIns.changePassword(
                caller.user(),
                required(change).current(),
                change.password(),
                secret(request).orElse(""));
        return Response.noContent().build();
    }

    private static <T> T required(T body) {
        return Optional.ofNullable(body).orElseThrow(() -> Problem.invalid("problem.body-missing"));
    }
}
