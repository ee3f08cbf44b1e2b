package kz.jolkarta.core.internal.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import kz.jolkarta.core.pages.Pages;
import kz.jolkarta.core.pages.Renderer;
import org.glassfish.jersey.server.internal.RuntimeDelegateImpl;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The pages of all bundles, at the node's root. What renders them may be away: a node has to resolve without it, so the reference is optional, and
 * the front page stands in.
 */
@Component(
        service = Servlet.class,
        immediate = true,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/*",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true"
        })
public final class Site extends HttpServlet {
    private static final long serialVersionUID = 1L;
    /** Nothing from outside, nothing inline. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final transient Endpoints endpoints;
    private final transient PageFailures failures;
    private final transient SitePlan plan;
    private final transient Optional<Front> standIn;

    @Activate
    public Site(
            @Reference Authentication authentication,
            @Reference Refusals refusals,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    Renderer renderer,
            @Reference Frames frames,
            @Reference SitePlan plan,
            @Reference Texts texts) {
        this.standIn = renderer == null ? Optional.of(new Front(texts)) : Optional.empty();
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
        ViewWriter writer = new ViewWriter(renderer, frames);
        this.failures = new PageFailures(writer, frames);
        this.plan = plan;
        this.endpoints = new Endpoints(
                authentication,
                path -> path.startsWith("/first-run") || path.equals("/sign-out"),
                request -> request.setAttribute(Attributes.WORDS, frames.words(request)),
                () -> Set.of(
                        new Failures(failures::of, refusals),
                        new WordsParameter(),
                        writer.forRequests(),
                        new FormReader(),
                        new FormGuard(),
                        new ViewStatus()));
    }

    @Reference(service = Pages.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(Pages pages, ServiceReference<Pages> reference) {
        add(pages, reference.getBundle().getBundleId());
    }

    void add(Pages pages, long bundle) {
        endpoints.add(bundle, pages);
        plan.is(endpoints.entryPoints());
    }

    void remove(Pages pages, ServiceReference<Pages> reference) {
        Optional.ofNullable(reference.getBundle()).ifPresent(b -> {
            endpoints.remove(b.getBundleId(), pages);
            plan.is(endpoints.entryPoints());
        });
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        endpoints.stop();
    }

    @Override
    public void destroy() {
        endpoints.stop();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (standIn.isPresent()) {
            standIn.get().service(request, response);
            return;
        }
        response.setHeader("Content-Security-Policy", POLICY);
        // Without any referrer a browser calls the origin of its own forms null, and they would look forged.
        response.setHeader("Referrer-Policy", "same-origin");
        Optional<Language> wanted = Frames.parameter(request, "lang")
                .filter(l -> request.getMethod().equals("GET"))
                .flatMap(Language::of);
        if (wanted.isPresent()) {
            keep(wanted.get(), request, response);
            return;
        }
        try {
            endpoints.answer(request, response, getServletConfig());
        } catch (ServletException | IOException | RuntimeException | LinkageError failure) {
            if (response.isCommitted()) {
                throw failure;
            }
            failures.write(failure, request, response);
        }
    }

    /** The choice stays in the browser, and the address without it is what can be passed on. */
    private static void keep(Language language, HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = new Cookie(Attributes.LANGUAGE_COOKIE, language.tag());
        cookie.setPath("/");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Strict");
        response.addCookie(cookie);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", Frames.wanted(request));
    }
}
