package kz.jolkarta.core.internal.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Json;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.i18n.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A failure as {@code application/problem+json} (RFC 9457) in the caller's language; of a bug only a number leaves the node. */
final class ProblemAnswer {
    static final String TYPE = "application/problem+json";
    static final String RETRY_AFTER = "retryAfter";
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswer.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Texts texts;

    ProblemAnswer(Texts texts) {
        this.texts = texts;
    }

    /** @param retryAfter seconds, for the header of that name */
    record Answer(int status, byte[] json, OptionalLong retryAfter) {}

    Answer of(Throwable failure, Language language) {
        return FailureKinds.problem(failure).map(p -> of(p, language)).orElseGet(() -> ofBug(failure, language));
    }

    private Answer of(Problem problem, Language language) {
        int status = problem.kind().status();
        Map<String, Object> body = head(status, problem.message().key(), language);
        body.put("detail", texts.text(language, problem.message()));
        if (!problem.fields().isEmpty()) {
            List<Map<String, String>> errors = new ArrayList<>();
            for (Problem.FieldError error : problem.fields()) {
                errors.add(Map.of("field", error.field(), "message", texts.text(language, error.message())));
            }
            body.put("errors", errors);
        }
        problem.details().forEach(body::putIfAbsent);
        OptionalLong retry = problem.details().get(RETRY_AFTER) instanceof Number seconds
                ? OptionalLong.of(seconds.longValue())
                : OptionalLong.empty();
        return new Answer(status, json(body), retry);
    }

    private Answer ofBug(Throwable failure, Language language) {
        String incident = incident(failure);
        Map<String, Object> body = head(500, "problem.incident", language);
        body.put("detail", texts.text(language, "problem.incident", incident));
        body.put("incident", incident);
        return new Answer(500, json(body), OptionalLong.empty());
    }

    /** The number under which the log holds the failure. */
    static String incident(Throwable failure) {
        String incident = Long.toString(RANDOM.nextLong(1L << 40), 36).toUpperCase(java.util.Locale.ROOT);
        LOG.error("Incident {}", incident, failure);
        return incident;
    }

    private Map<String, Object> head(int status, String key, Language language) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:jolkarta:problem:" + key.replaceFirst("^problem\\.", ""));
        body.put("title", texts.text(language, "problem.title." + status));
        body.put("status", status);
        return body;
    }

    private static byte[] json(Map<String, Object> body) {
        try {
            return Json.mapper().writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem's details are not JSON", e);
        }
    }

    /** The answer of an endpoint. */
    Response.ResponseBuilder of(Throwable failure, HttpServletRequest request) {
        Language language = Attributes.language(request);
        Answer answer = of(failure, language);
        Response.ResponseBuilder response = Response.status(answer.status())
                .type(TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .entity(answer.json());
        if (answer.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"jolkarta\"");
        }
        answer.retryAfter().ifPresent(s -> response.header(HttpHeaders.RETRY_AFTER, s));
        return response;
    }

    /** Writes the answer unless another one is already on its way. */
    void write(HttpServletResponse response, Throwable failure, Language language) throws IOException {
        Answer answer = of(failure, language);
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(answer.status());
        response.setContentType(TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Language", language.tag());
        if (answer.status() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"jolkarta\"");
        }
        answer.retryAfter().ifPresent(s -> response.setHeader("Retry-After", Long.toString(s)));
        response.setContentLength(answer.json().length);
        response.getOutputStream().write(answer.json());
        response.getOutputStream().flush();
    }
}
