package kz.jolkarta.core.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import kz.jolkarta.core.access.User;
import kz.jolkarta.core.pages.Frame;
import kz.jolkarta.core.pages.Words;

/** Tells who sent a request. */
public interface Authentication {
    /**
     * @param shown the user as pages name them
     * @param csrf what the own pages send along with a change; empty when a token was shown, which no browser sends by itself
     * @param first what has to be done before anything else is allowed
     */
    record Signed(User user, Function<Words, Frame.Reader> shown, Optional<String> csrf, Optional<Duty> first) {
        public Signed(User user, Optional<String> csrf, Optional<Duty> first) {
            this(user, words -> new Frame.Reader(user.login(), user.login(), ""), csrf, first);
        }

        /** What an account may have to do first. */
        public enum Duty {
            PASSWORD("problem.password-must-change"),
            SECOND_FACTOR("problem.factor-must-set");

            private final String key;

            Duty(String key) {
                this.key = key;
            }

            /** The sentence that says so. */
            String key() {
                return key;
            }
        }
    }

    /**
     * Empty when the request shows nothing.
     *
     * @throws kz.jolkarta.core.Problem UNAUTHENTICATED when what it shows is not (or no longer) valid, FORBIDDEN when it looks forged
     */
    Optional<Signed> of(HttpServletRequest request);
}
