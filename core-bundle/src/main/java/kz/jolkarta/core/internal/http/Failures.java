package kz.jolkarta.core.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Optional;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Caller;
import kz.jolkarta.core.i18n.Language;

/** Turns whatever an endpoint throws into the one form of error of the API, and keeps what was refused in the audit trail. */
final class Failures implements ExceptionMapper<Throwable> {
    private final ProblemAnswer answers;
    private final Refusals refusals;

    @Context
    private HttpServletRequest request;

    @Context
    private ResourceInfo endpoint;

    Failures(ProblemAnswer answers, Refusals refusals) {
        this.answers = answers;
        this.refusals = refusals;
    }

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        Language language = Attributes.language(request);
        ProblemAnswer.Answer answer = answers.of(kept(failure), language);
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

    /** By now the transaction that was refused has ended, so the trail gets one of its own. What cannot be kept is not answered. */
    private Throwable kept(Throwable failure) {
        if (failure instanceof Problem problem && request.getAttribute(Attributes.CALLER) instanceof Caller caller) {
            try {
                refusal(problem).ifPresent(what -> refusals.refused(caller.user(), what));
            } catch (RuntimeException unkept) {
                return unkept;
            }
        }
        return failure;
    }

    private Optional<Problem.Refused> refusal(Problem problem) {
        return problem.refused()
                .or(() -> problem.kind() == Problem.Kind.FORBIDDEN
                        ? Optional.of(new Problem.Refused(
                                Rights.ENDPOINT,
                                0,
                                "",
                                Rights.name(endpoint) + " " + problem.message().key()))
                        : Optional.empty());
    }
}
