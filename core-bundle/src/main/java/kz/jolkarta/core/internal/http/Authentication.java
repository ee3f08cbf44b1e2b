package kz.jolkarta.core.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import kz.jolkarta.core.access.User;

/** Tells who sent a request. */
public interface Authentication {
    /**
     * @param session whether a browser's session was shown (not a token), so that forged requests have to be thought of
     * @param mustChange whether nothing but the change of the password is allowed
     */
    record Signed(User user, boolean session, boolean mustChange) {}

    /**
     * Empty when the request shows nothing.
     *
     * @throws kz.jolkarta.core.Problem UNAUTHENTICATED when what it shows is not (or no longer) valid, FORBIDDEN when it looks forged
     */
    Optional<Signed> of(HttpServletRequest request);
}
