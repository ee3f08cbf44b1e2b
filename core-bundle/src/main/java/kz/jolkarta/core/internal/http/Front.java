package kz.jolkarta.core.internal.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The node's address itself: says in three languages what runs here; every path that nobody answers gets a 404 in the API's form. */
@Component(
        service = Servlet.class,
        property = {"osgi.http.whiteboard.servlet.pattern=/", "service.ranking:Integer=-1000"})
public final class Front extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient ProblemAnswer answers;

    @Activate
    public Front(@Reference Texts texts) {
        this.texts = texts;
        this.answers = new ProblemAnswer(texts);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            // The API has a servlet of its own, which is there once the database is.
            answers.write(
                    response,
                    Problem.of(Problem.Kind.UNAVAILABLE, "problem.starting").with(ProblemAnswer.RETRY_AFTER, 2),
                    Attributes.language(request));
            return;
        }
        boolean reading =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!isRoot(request) || !reading) {
            answers.write(response, Problem.notFound(), Attributes.language(request));
            return;
        }
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(page().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static boolean isRoot(HttpServletRequest request) {
        String path = request.getServletPath()
                + Optional.ofNullable(request.getPathInfo()).orElse("");
        return path.isEmpty() || path.equals("/");
    }

    private String page() {
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"kk\">\n<head><meta charset=\"utf-8\">")
                .append(
                        "<meta name=\"viewport\" content=\"width=device-width\"><title>Jolkarta</title></head>\n<body>\n")
                .append("<h1>Jolkarta</h1>\n");
        for (Language language : Language.values()) {
            page.append("<p lang=\"").append(language.tag()).append("\">");
            page.append(texts.text(language, "front.what")).append("<br><a href=\"/api/openapi.json\">");
            page.append(texts.text(language, "front.api")).append("</a> · <a href=\"/health\">");
            page.append(texts.text(language, "front.health")).append("</a></p>\n");
        }
        return page.append("</body>\n</html>\n").toString();
    }
}
