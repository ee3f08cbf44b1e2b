package kz.jolkarta.core.internal.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.internal.http.Authentication;
import kz.jolkarta.core.internal.node.NodeSettings;
import kz.jolkarta.core.pages.Frame;
import kz.jolkarta.core.pages.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A token in the header Authorization, or a session's cookie with what proves that the own pages sent it. */
@Component
public final class RequestAuthentication implements Authentication {
    private static final String BEARER = "bearer ";

    private final Tokens tokens;
    private final SignIns signIns;
    private final SecondFactors factors;
    private final Accounts accounts;
    private final NodeSettings settings;

    @Activate
    public RequestAuthentication(
            @Reference Tokens tokens,
            @Reference SignIns signIns,
            @Reference SecondFactors factors,
            @Reference Accounts accounts,
            @Reference NodeSettings settings) {
        this.tokens = tokens;
        this.signIns = signIns;
        this.factors = factors;
        this.accounts = accounts;
        this.settings = settings;
    }

    @Override
    public Optional<Signed> of(HttpServletRequest request) {
        String header = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        if (!header.isBlank()) {
            return Optional.of(byToken(header));
        }
        if (Browser.changes(request)) {
            Browser.sameSite(request);
        }
        Optional<String> secret = Browser.session(request);
        Optional<Account> account = secret.flatMap(signIns::find);
        if (account.isPresent() && Browser.changes(request) && isApi(request) && !isSignIn(request)) {
            Browser.csrf(request, secret.get());
        }
        return account.map(a -> new Signed(a.user(), words -> shown(a, words), secret.map(Browser::csrf), first(a)));
    }

    private Frame.Reader shown(Account account, Words words) {
        String role = account.roles().stream()
                .min(Comparator.comparing(Account.Grant::role))
                .map(grant -> RoleWords.of(
                        grant, accounts.places().names(List.of(account), words.language()), settings, words))
                .orElse("");
        return new Frame.Reader(account.login(), account.name(), role);
    }

    private Optional<Signed.Duty> first(Account account) {
        if (account.mustChange()) {
            return Optional.of(Signed.Duty.PASSWORD);
        }
        return factors.missing(account) ? Optional.of(Signed.Duty.SECOND_FACTOR) : Optional.empty();
    }

    private Signed byToken(String header) {
        boolean bearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return Optional.of(header)
                .filter(h -> bearer && h.length() <= 200)
                .flatMap(h -> tokens.find(h.substring(BEARER.length()).strip()))
                .map(a -> new Signed(a.user(), Optional.empty(), Optional.empty()))
                .orElseThrow(() -> Problem.of(Problem.Kind.UNAUTHENTICATED, "problem.token"));
    }

    /** A page's form brings its proof in its body, which is read later. */
    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    /** Signing in anew needs no proof of the session before. */
    private static boolean isSignIn(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().equals("/api/session");
    }
}
