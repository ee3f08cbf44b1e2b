package kz.jolkarta.core.internal.access;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.http.Open;
import kz.jolkarta.core.http.Page;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The own tokens; administrators also revoke those of others. */
@Component(service = ApiResource.class)
@Path("tokens")
@Produces("application/json")
@Consumes("application/json")
public final class TokenResource implements ApiResource {
    private final Tokens tokens;

    record Input(String label, Optional<Instant> expires) {
        Input {
            label = label == null ? "" : label;
        }
    }

    /** @param token the token itself, told this once */
    record View(
            long id,
            String label,
            Instant created,
            Optional<Instant> expires,
            Optional<Instant> lastUsed,
            Optional<String> token) {
        static View of(TokenStore.Token token, Optional<String> secret) {
            return new View(token.id(), token.label(), token.created(), token.expires(), token.lastUsed(), secret);
        }
    }

    @Activate
    public TokenResource(@Reference Tokens tokens) {
        this.tokens = tokens;
    }

    @GET
    @Open
    public Page<View> list(@Context Caller caller) {
        return new Page<>(
                tokens.of(caller.user()).stream()
                        .map(t -> View.of(t, Optional.empty()))
                        .toList(),
                "");
    }

    @POST
    @Open
    public Response create(Input input, @Context Caller caller) {
        Input given = Optional.ofNullable(input).orElseThrow(() -> Problem.invalid("problem.body-missing"));
        Tokens.Created created = tokens.create(caller.user(), given.label(), given.expires());
        return Response.created(URI.create("tokens/" + created.token().id()))
                .entity(View.of(created.token(), Optional.of(created.secret())))
                .build();
    }

    @DELETE
    @Path("{id}")
    @Open
    public Response revoke(@PathParam("id") long id, @Context Caller caller) {
        tokens.revoke(caller.user(), id);
        return Response.noContent().build();
    }
}
