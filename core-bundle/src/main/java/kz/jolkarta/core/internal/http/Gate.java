package kz.jolkarta.core.internal.http;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Set;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.i18n.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The first filter of all: refuses methods that echo or tunnel, sets the headers that protect a browser, and measures. */
@Component(
        service = Filter.class,
        property = {
            "osgi.http.whiteboard.filter.pattern=/*",
            "osgi.http.whiteboard.filter.asyncSupported:Boolean=true",
            "service.ranking:Integer=100000"
        })
public final class Gate extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final transient Meters meters;
    private final transient ProblemAnswer answers;

    @Activate
    public Gate(@Reference Meters meters, @Reference Texts texts) {
        this.meters = meters;
        this.answers = new ProblemAnswer(texts);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        protect(response);
        try {
            if (METHODS.contains(request.getMethod())) {
                chain.doFilter(request, new Worded(request, response));
            } else {
                response.setHeader("Allow", "GET, HEAD, POST, PUT, DELETE, OPTIONS");
                answers.write(
                        response,
                        Problem.of(Problem.Kind.METHOD_NOT_ALLOWED, "problem.method"),
                        Attributes.language(request));
            }
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new MeasureAtEnd(request, response, start));
            } else {
                readToEnd(request);
                measure(request, response, start);
            }
        }
    }

    /** A refusal leaves the body unread, and the container then cuts a connection on which the client may already send its next request. */
    private static void readToEnd(HttpServletRequest request) {
        boolean body = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        if (!body || request.getHeader("Expect") != null) {
            return;
        }
        try {
            request.getInputStream().skip(LimitedRequest.BODY);
        } catch (IOException | IllegalStateException gone) {
            // The client has left, or the body was read as text: there is nothing to keep.
        }
    }

    /** Pages may set headers of their own; these are what a part of the node gets that does not think of them. */
    private static void protect(HttpServletResponse response) {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        response.setHeader("Cache-Control", "no-store");
    }

    private void measure(HttpServletRequest request, HttpServletResponse response, long start) {
        String verb = METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER";
        String group = request.getRequestURI().startsWith("/api/") ? "api" : "page";
        meters.answered(group, verb, response.getStatus(), System.nanoTime() - start);
    }

    /** A servlet that refuses gets the API's form of error in place of the container's page. */
    private final class Worded extends HttpServletResponseWrapper {
        private final HttpServletRequest request;

        Worded(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void sendError(int status) throws IOException {
            sendError(status, "");
        }

        @Override
        public void sendError(int status, String reason) throws IOException {
            if (status == SC_METHOD_NOT_ALLOWED) {
                Problem problem = Problem.of(Problem.Kind.METHOD_NOT_ALLOWED, "problem.method");
                answers.write((HttpServletResponse) getResponse(), problem, Attributes.language(request));
            } else {
                super.sendError(status, reason);
            }
        }
    }

    private final class MeasureAtEnd implements AsyncListener {
        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private final long start;

        MeasureAtEnd(HttpServletRequest request, HttpServletResponse response, long start) {
            this.request = request;
            this.response = response;
            this.start = start;
        }

        @Override
        public void onComplete(AsyncEvent event) {
            measure(request, response, start);
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // onComplete follows
        }

        @Override
        public void onError(AsyncEvent event) {
            // onComplete follows
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
