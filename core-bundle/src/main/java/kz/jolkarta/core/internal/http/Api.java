package kz.jolkarta.core.internal.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.IOException;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import org.glassfish.jersey.server.internal.RuntimeDelegateImpl;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Everything under {@code /api}: finds out who asks, and hands the request to the bundle whose resource has the path. */
@Component(
        service = Servlet.class,
        immediate = true,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/api/*",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true"
        })
public final class Api extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String SESSION = "/session";

    private final transient Authentication authentication;
    private final transient ProblemAnswer answers;
    private final transient Resources resources;

    @Activate
    public Api(
            BundleContext context,
            @Reference Authentication authentication,
            @Reference Refusals refusals,
            @Reference Texts texts) {
        this(authentication, refusals, texts, context.getBundle().getBundleId());
    }

    Api(Authentication authentication, Refusals refusals, Texts texts, long core) {
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
        this.authentication = authentication;
        this.answers = new ProblemAnswer(texts);
        this.resources = new Resources(answers, refusals);
        resources.add(core, new OpenApiResource(resources));
    }

    @Reference(
            service = ApiResource.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void add(ApiResource resource, ServiceReference<ApiResource> reference) {
        add(resource, reference.getBundle().getBundleId());
    }

    void add(ApiResource resource, long bundle) {
        resources.add(bundle, resource);
    }

    void remove(ApiResource resource, ServiceReference<ApiResource> reference) {
        Optional.ofNullable(reference.getBundle()).ifPresent(b -> remove(resource, b.getBundleId()));
    }

    void remove(ApiResource resource, long bundle) {
        resources.remove(bundle, resource);
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        resources.stop();
    }

    @Override
    public void destroy() {
        resources.stop();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            answer(request, response);
        } catch (ServletException | IOException | RuntimeException | LinkageError failure) {
            if (response.isCommitted()) {
                // The container cuts the connection, so that half an answer is not taken for a whole one.
                throw failure;
            }
            answers.write(response, failure, Attributes.language(request));
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Optional<Authentication.Signed> signed = authentication.of(request);
        signed.ifPresent(s -> request.setAttribute(Attributes.CALLER, caller(s, request)));
        Resources.Target target =
                resources.find(request.getMethod(), path(request)).orElseThrow(Problem::notFound);
        request.setAttribute(Attributes.PATH, target.path());
        boolean locked = signed.map(Authentication.Signed::mustChange).orElse(false);
        if (locked && !target.path().startsWith(SESSION)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "problem.password-must-change");
        }
        HttpServletRequest limited = LimitedRequest.of(request);
        target.application(getServletConfig()).serve(limited, response);
    }

    private static Caller caller(Authentication.Signed signed, HttpServletRequest request) {
        String wanted = request.getHeader("Accept-Language");
        Language language = wanted == null || wanted.isBlank() ? signed.user().language() : Language.accepted(wanted);
        return new Caller(signed.user(), language);
    }

    /** The path below {@code /api} as it was sent, as Jersey matches it. */
    private static String path(HttpServletRequest request) {
        String whole = request.getRequestURI();
        String own = whole.substring(Math.min(
                whole.length(),
                request.getContextPath().length() + request.getServletPath().length()));
        return own.replaceAll(";[^/]*", "");
    }
}
