package kz.jolkarta.core.internal.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.pages.FormInput;
import org.glassfish.jersey.server.ContainerRequest;

/**
 * A change by a page needs the session's own token: in a header when script sends it, in the form otherwise. A form with files is too large to be
 * read twice, so it brings the token in its address.
 */
final class FormGuard implements ContainerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public void filter(ContainerRequestContext request) {
        if (SAFE.contains(request.getMethod()) || !(request.getProperty(Attributes.CSRF) instanceof String expected)) {
            return;
        }
        String shown = Optional.ofNullable(request.getHeaderString("X-CSRF-Token"))
                .or(() -> Optional.ofNullable(
                        request.getUriInfo().getQueryParameters().getFirst(FormInput.CSRF)))
                .or(() -> inForm((ContainerRequest) request))
                .orElse("");
        if (!MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8))) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "problem.forged");
        }
    }

    private static Optional<String> inForm(ContainerRequest request) {
        MediaType type = request.getMediaType();
        if (type == null || !type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
            return Optional.empty();
        }
        request.bufferEntity();
        return Optional.ofNullable(request.readEntity(Form.class).asMap().getFirst(FormInput.CSRF));
    }
}
