package kz.jolkarta.core.internal.http;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import kz.jolkarta.core.http.ApiResource;
import kz.jolkarta.core.http.Json;
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

    private final transient Endpoints endpoints;
    private final transient ProblemAnswer answers;

    @Activate
    public Api(
            BundleContext context,
            @Reference Authentication authentication,
            @Reference Refusals refusals,
            @Reference Texts texts,
            @Reference SitePlan plan) {
        this(authentication, refusals, texts, context.getBundle().getBundleId(), plan);
    }

    Api(Authentication authentication, Refusals refusals, Texts texts, long core, SitePlan plan) {
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
        this.answers = new ProblemAnswer(texts);
        this.endpoints = new Endpoints(
                authentication,
                path -> path.startsWith(SESSION),
                request -> {},
                () -> Set.of(new Failures(answers::of, refusals), new JacksonJsonProvider(Json.mapper())));
        endpoints.add(core, new OpenApiResource(endpoints, plan));
    }

    @Reference(
            service = ApiResource.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void add(ApiResource resource, ServiceReference<ApiResource> reference) {
        add(resource, reference.getBundle().getBundleId());
    }

    void add(ApiResource resource, long bundle) {
        endpoints.add(bundle, resource);
    }

    void remove(ApiResource resource, ServiceReference<ApiResource> reference) {
        Optional.ofNullable(reference.getBundle()).ifPresent(b -> remove(resource, b.getBundleId()));
    }

    void remove(ApiResource resource, long bundle) {
        endpoints.remove(bundle, resource);
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
        try {
            endpoints.answer(request, response, getServletConfig());
        } catch (ServletException | IOException | RuntimeException | LinkageError failure) {
            if (response.isCommitted()) {
                // The container cuts the connection, so that half an answer is not taken for a whole one.
                throw failure;
            }
            answers.write(response, failure, Attributes.language(request));
        }
    }
}
