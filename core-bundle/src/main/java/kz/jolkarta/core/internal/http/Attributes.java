package kz.jolkarta.core.internal.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;

/** What the node hands along with a request. */
final class Attributes {
    static final String CALLER = "kz.jolkarta.caller";
    static final String SIGNED = "kz.jolkarta.signed";
    static final String PATH = "kz.jolkarta.path";
    static final String WORDS = "kz.jolkarta.words";
    static final String FIRST = "kz.jolkarta.first";
    static final String CSRF = "kz.jolkarta.csrf";

    /** Keeps the language chosen on the pages. */
    static final String LANGUAGE_COOKIE = "lang";

    private Attributes() {}

    /** The language asked for; otherwise the account's, once it is known. */
    static Language language(HttpServletRequest request) {
        if (request.getAttribute(CALLER) instanceof Caller caller) {
            return caller.language();
        }
        return chosen(request).orElseGet(() -> Language.accepted(request.getHeader("Accept-Language")));
    }

    static Optional<Language> chosen(HttpServletRequest request) {
        return cookie(request, LANGUAGE_COOKIE).flatMap(Language::of);
    }

    static Optional<String> cookie(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getCookies())
                .flatMap(all -> Stream.of(all)
                        .filter(c -> c.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst());
    }

    /** Whether the very sender is on this machine; a proxy on it speaks for others. */
    static boolean fromThisMachine(HttpServletRequest request) {
        String address = String.valueOf(request.getRemoteAddr());
        boolean loopback = address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
        return loopback && request.getHeader("X-Forwarded-For") == null && request.getHeader("Forwarded") == null;
    }
}
