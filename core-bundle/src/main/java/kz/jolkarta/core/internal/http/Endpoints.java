package kz.jolkarta.core.internal.http;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;

/** What a servlet of endpoints does for each request: finds out who asks, and hands it to the bundle whose resource has the path. */
final class Endpoints {
    private final Authentication authentication;
    private final Predicate<String> beforeChange;
    private final Resources resources;
    private final Consumer<HttpServletRequest> known;

    /**
     * @param beforeChange paths that are open while something else has to be done first
     * @param known done as soon as it is known who asks
     * @param parts what each application gets besides its resources
     */
    Endpoints(
            Authentication authentication,
            Predicate<String> beforeChange,
            Consumer<HttpServletRequest> known,
            Supplier<Set<Object>> parts) {
        this.known = known;
        this.authentication = authentication;
        this.beforeChange = beforeChange;
        this.resources = new Resources(parts);
    }

    void add(long bundle, Object resource) {
        resources.add(bundle, resource);
    }

    void remove(long bundle, Object resource) {
        resources.remove(bundle, resource);
    }

    void stop() {
        resources.stop();
    }

    Set<Class<?>> types() {
        return resources.types();
    }

    List<EntryPoints.EntryPoint> entryPoints() {
        return resources.entryPoints();
    }

    /** @throws Problem FORBIDDEN while something else has to be done first, e.g. the one-time password be changed */
    void answer(HttpServletRequest request, HttpServletResponse response, ServletConfig config)
            throws ServletException, IOException {
        Optional<Authentication.Signed> signed = authentication.of(request);
        signed.ifPresent(s -> request.setAttribute(Attributes.CALLER, new Caller(s.user(), language(s, request))));
        signed.ifPresent(s -> request.setAttribute(Attributes.SIGNED, s));
        signed.flatMap(Authentication.Signed::csrf).ifPresent(c -> request.setAttribute(Attributes.CSRF, c));
        Optional<Authentication.Signed.Duty> first = signed.flatMap(Authentication.Signed::first);
        first.ifPresent(duty -> request.setAttribute(Attributes.FIRST, duty));
        known.accept(request);
        Resources.Target target =
                resources.find(request.getMethod(), path(request)).orElseThrow(Problem::notFound);
        request.setAttribute(Attributes.PATH, target.path());
        if (first.isPresent() && !beforeChange.test(target.path())) {
            throw Problem.of(Problem.Kind.FORBIDDEN, first.get().key());
        }
        target.application(config).serve(LimitedRequest.of(request), response);
    }

    /** In a browser the language chosen on the pages counts, else what the request asks for, else the account's. */
    private static Language language(Authentication.Signed signed, HttpServletRequest request) {
        if (signed.csrf().isPresent()) {
            return Attributes.chosen(request).orElse(signed.user().language());
        }
        String wanted = request.getHeader("Accept-Language");
        return wanted == null || wanted.isBlank() ? signed.user().language() : Language.accepted(wanted);
    }

    /** The path below the servlet's own as it was sent, as Jersey matches it. */
    private static String path(HttpServletRequest request) {
        String whole = request.getRequestURI();
        String own = whole.substring(Math.min(
                whole.length(),
                request.getContextPath().length() + request.getServletPath().length()));
        return own.replaceAll(";[^/]*", "");
    }
}
