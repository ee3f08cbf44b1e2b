package kz.jolkarta.core.internal.access;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.access.Right;
import kz.jolkarta.core.access.Role;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Needs;
import kz.jolkarta.core.http.Page;
import kz.jolkarta.core.http.Versions;
import kz.jolkarta.core.i18n.Language;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The accounts of the own territories, for those who keep them. */
@Component(service = ApiResource.class)
@Path("accounts")
@Produces("application/json")
@Consumes("application/json")
public final class AccountResource implements ApiResource {
    private final Accounts accounts;

    /**
     * @param territory KATO code of 9 digits; "" or absent for the country; with a school its place, which need not be sent
     * @param school the organisation whose pupils a psychologist's role is over; absent for the whole territory
     */
    record Grant(Role role, Optional<String> territory, Optional<Long> school) {
        static Grant of(Account.Grant grant) {
            return new Grant(
                    grant.role(),
                    Optional.of(grant.territory()),
                    Optional.of(grant.school()).filter(id -> id > 0));
        }

        Account.Grant grant() {
            String code = territory.orElse("");
            if (role == null || !code.matches("(\\d{9})?")) {
                throw Problem.field("roles", "account.role");
            }
            return new Account.Grant(role, code, school.orElse(0L));
        }
    }

    /** @param login only for a new account */
    record Input(
            Optional<String> login,
            String name,
            Optional<Boolean> active,
            Optional<Language> language,
            List<Grant> roles) {
        AccountDraft draft() {
            List<Grant> given = roles == null ? List.of() : roles;
            return new AccountDraft(
                    name,
                    active.orElse(true),
                    language.orElse(Language.KK),
                    given.stream().map(Grant::grant).toList());
        }
    }

    record View(
            long id,
            String login,
            String name,
            boolean active,
            Language language,
            boolean mustChange,
            Optional<Instant> lockedUntil,
            int version,
            boolean secondFactor,
            List<Grant> roles,
            Optional<String> password) {
        static View of(Account account, Optional<String> password) {
            return new View(
                    account.id(),
                    account.login(),
                    account.name(),
                    account.active(),
                    account.language(),
                    account.mustChange(),
                    account.lockedUntil(),
                    account.version(),
                    account.secondFactor(),
                    account.roles().stream().map(Grant::of).toList(),
                    password);
        }
    }

    @Activate
    public AccountResource(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    @GET
    @Needs(Right.ACCOUNTS_MANAGE)
    public Page<View> list(
            @QueryParam("q") @DefaultValue("") String start,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("" + Page.DEFAULT_LIMIT) int limit,
            @Context Caller caller) {
        Page<Account> page = accounts.list(caller.user(), AccountFilter.of(start), after, Limits.checked(limit));
        return new Page<>(
                page.items().stream().map(a -> View.of(a, Optional.empty())).toList(), page.next());
    }

    @GET
    @Path("{id}")
    @Needs(Right.ACCOUNTS_MANAGE)
    public Response get(@PathParam("id") long id, @Context Caller caller) {
        Account account = accounts.get(caller.user(), id);
        return Versions.answer(View.of(account, Optional.empty()), account.version());
    }

    @POST
    @Needs(Right.ACCOUNTS_MANAGE)
    public Response create(Input input, @Context Caller caller) {
        Accounts.Created created =
                accounts.create(caller.user(), required(input).login().orElse(""), input.draft());
        return Response.created(URI.create("accounts/" + created.account().id()))
                .entity(View.of(created.account(), Optional.of(created.password())))
                .tag(Integer.toString(created.account().version()))
                .build();
    }

    @PUT
    @Path("{id}")
    @Needs(Right.ACCOUNTS_MANAGE)
    public Response update(
            @PathParam("id") long id, Input input, @HeaderParam("If-Match") String seen, @Context Caller caller) {
        int version = Versions.required(seen);
        if (required(input).login().isPresent()
                && !input.login().get().equals(accounts.get(caller.user(), id).login())) {
            throw Problem.field("login", "account.login-fixed");
        }
        Account account = accounts.update(caller.user(), id, version, input.draft());
        return Versions.answer(View.of(account, Optional.empty()), account.version());
    }

    @POST
    @Path("{id}/password")
    @Needs(Right.ACCOUNTS_MANAGE)
    public Map<String, String> resetPassword(@PathParam("id") long id, @Context Caller caller) {
        return Map.of("password", accounts.resetPassword(caller.user(), id));
    }

    /** Takes the second factor off an account whose owner has lost the device. */
    @DELETE
    @Path("{id}/second-factor")
    @Needs(Right.ACCOUNTS_MANAGE)
    public Response resetFactor(@PathParam("id") long id, @Context Caller caller) {
        accounts.resetFactor(caller.user(), id);
        return Response.noContent().build();
    }

    private static Input required(Input body) {
        return Optional.ofNullable(body).orElseThrow(() -> Problem.invalid("problem.body-missing"));
    }
}
