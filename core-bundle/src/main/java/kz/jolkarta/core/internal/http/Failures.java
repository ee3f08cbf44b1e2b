package kz.jolkarta.core.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import kz.jolkarta.core.i18n.Language;

/** Turns whatever an endpoint throws into the one form of error of the API. */
final class Failures implements ExceptionMapper<Throwable> {
    private final ProblemAnswer answers;

    @Context
    private HttpServletRequest request;

    Failures(ProblemAnswer answers) {
        this.answers = answers;
    }

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        Language language = Attributes.language(request);
        ProblemAnswer.Answer answer = answers.of(failure, language);
        Response.ResponseBuilder response = Response.status(answer.status())
                .type(ProblemAnswer.TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .entity(answer.json());
        if (failure instanceof NotAllowedException not) {
            response.header(HttpHeaders.ALLOW, not.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        if (answer.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"jolkarta\"");
        }
        answer.retryAfter().ifPresent(s -> response.header(HttpHeaders.RETRY_AFTER, s));
        return response.build();
    }
}
