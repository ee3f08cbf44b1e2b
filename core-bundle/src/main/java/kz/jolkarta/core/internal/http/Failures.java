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

/** Turns whatever an endpoint throws into an answer, and keeps what was refused in the audit trail. */
final class Failures implements ExceptionMapper<Throwable> {
    /** The form in which a failure is told. */
    interface Told {
        Response.ResponseBuilder of(Throwable failure, HttpServletRequest request);
    }

    private final Told told;
    private final Refusals refusals;

    @Context
    private HttpServletRequest request;

    @Context
    private ResourceInfo endpoint;

    Failures(Told told, Refusals refusals) {
        this.told = told;
        this.refusals = refusals;
    }

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        Response.ResponseBuilder response = told.of(kept(failure), request);
        if (failure instanceof NotAllowedException not) {
            response.header(HttpHeaders.ALLOW, not.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
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
