package kz.jolkarta.core.internal.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.i18n.Language;

/**
 * What tells a browser's own request from a forged one, and the cookie of a session. Over TLS the cookie is {@code __Host-sid} and
 * Secure; over plain http, which the node speaks on loopback only, {@code sid}.
 */
final class Browser {
    static final String CSRF_HEADER = "X-CSRF-Token";
    private static final String SECURE_NAME = "__Host-sid";
    private static final String PLAIN_NAME = "sid";
    private static final String TICKET_NAME = "sign-in";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private Browser() {}

    static boolean changes(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod());
    }

    /** Whether the request came through a proxy on this machine, whose word on the client counts. */
    static boolean proxied(HttpServletRequest request) {
        return loopback(request.getRemoteAddr()) && request.getHeader("X-Forwarded-For") != null;
    }

    static boolean loopback(String address) {
        return address != null
                && (address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1"));
    }

    /** The client's address; behind a proxy the one that the nearest proxy saw. */
    static String address(HttpServletRequest request) {
        if (!proxied(request)) {
            return String.valueOf(request.getRemoteAddr());
        }
        String[] hops = request.getHeader("X-Forwarded-For").split(",");
        return hops[hops.length - 1].strip();
    }

    static boolean secure(HttpServletRequest request) {
        return request.isSecure()
                || loopback(request.getRemoteAddr()) && "https".equals(request.getHeader("X-Forwarded-Proto"));
    }

    static Optional<String> session(HttpServletRequest request) {
        String name = secure(request) ? SECURE_NAME : PLAIN_NAME;
        return Optional.ofNullable(request.getCookies())
                .flatMap(cookies -> Stream.of(cookies)
                        .filter(c -> c.getName().equals(name))
                        .map(Cookie::getValue)
                        .filter(v -> v.matches("[\\w-]{43}"))
                        .findFirst());
    }

    /** @param secret "" to end the session */
    static NewCookie cookie(HttpServletRequest request, String secret) {
        boolean secure = secure(request);
        return new NewCookie.Builder(secure ? SECURE_NAME : PLAIN_NAME)
                .value(secret)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge(secret.isEmpty() ? 0 : (int) SignIns.ABSOLUTE.toSeconds())
                .build();
    }

    /** What the browser keeps between the two steps of signing in. */
    static Optional<String> ticket(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies())
                .flatMap(cookies -> Stream.of(cookies)
                        .filter(c -> c.getName().equals(TICKET_NAME))
                        .map(Cookie::getValue)
                        .filter(v -> v.matches("[\\w-]{43}"))
                        .findFirst());
    }

    /** @param ticket "" to take it away */
    static NewCookie ticketCookie(HttpServletRequest request, String ticket) {
        return new NewCookie.Builder(TICKET_NAME)
                .value(ticket)
                .path("/login")
                .httpOnly(true)
                .secure(secure(request))
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge(ticket.isEmpty() ? 0 : (int) SignIns.TICKET.toSeconds())
                .build();
    }

    /** The language in which pages are shown from now on. */
    static NewCookie language(Language language) {
        return new NewCookie.Builder("lang")
                .value(language.tag())
                .path("/")
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge((int) Duration.ofDays(365).toSeconds())
                .build();
    }

    /** What the pages send along with a change; it follows from the cookie, which no script can read. */
    static String csrf(String secret) {
        return Passwords.digest("csrf:" + secret);
    }

    /** @throws Problem FORBIDDEN when another site made the browser send this */
    static void sameSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OWN_SITES.contains(site)) {
            throw forged();
        }
        String origin = request.getHeader("Origin");
        if (origin != null && !sameHost(origin, request.getHeader("Host"))) {
            throw forged();
        }
    }

    /** @throws Problem FORBIDDEN without the session's own token */
    static void csrf(HttpServletRequest request, String secret) {
        String shown = Optional.ofNullable(request.getHeader(CSRF_HEADER)).orElse("");
        if (!MessageDigest.isEqual(
                shown.getBytes(StandardCharsets.UTF_8), csrf(secret).getBytes(StandardCharsets.UTF_8))) {
            throw forged();
        }
    }

    private static boolean sameHost(String origin, String host) {
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static Problem forged() {
        return Problem.of(Problem.Kind.FORBIDDEN, "problem.forged");
    }
}
