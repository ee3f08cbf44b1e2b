package kz.jolkarta.core.internal.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.jolkarta.core.Problem;
import org.glassfish.jersey.server.ParamException;
import org.jvnet.mimepull.MIMEParsingException;

/** Which failures the caller can mend, and how to say it; all others are bugs. */
final class FailureKinds {
    private FailureKinds() {}

    static Optional<Problem> problem(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof Problem p) {
                return Optional.of(p);
            }
        }
        for (Throwable t = failure; t != null; t = t.getCause()) {
            Optional<Problem> found = one(t);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> one(Throwable failure) {
        if (failure instanceof ParamException.PathParamException) {
            return Optional.of(Problem.notFound());
        }
        if (failure instanceof ParamException wrong) {
            return Optional.of(Problem.field(wrong.getParameterName(), "problem.value"));
        }
        if (failure instanceof JsonProcessingException json) {
            return json(json);
        }
        if (failure instanceof MIMEParsingException) {
            return Optional.of(Problem.invalid("problem.multipart"));
        }
        if (failure instanceof WebApplicationException web) {
            return web(web);
        }
        return Optional.empty();
    }

    private static Optional<Problem> web(WebApplicationException failure) {
        if (failure instanceof NotFoundException) {
            return Optional.of(Problem.notFound());
        }
        if (failure instanceof NotAllowedException) {
            return Optional.of(Problem.of(Problem.Kind.METHOD_NOT_ALLOWED, "problem.method"));
        }
        if (failure instanceof NotAcceptableException) {
            return Optional.of(Problem.of(Problem.Kind.NOT_ACCEPTABLE, "problem.not-acceptable"));
        }
        if (failure instanceof NotSupportedException) {
            return Optional.of(Problem.of(Problem.Kind.UNSUPPORTED, "problem.media-type"));
        }
        if (failure.getResponse().getStatus() == 413) {
            return Optional.of(Problem.of(Problem.Kind.TOO_LARGE, "problem.too-large"));
        }
        if (failure.getResponse().getStatus() / 100 == 4) {
            return Optional.of(Problem.invalid("problem.request"));
        }
        return Optional.empty();
    }

    private static Optional<Problem> json(JsonProcessingException failure) {
        if (failure instanceof InvalidDefinitionException) {
            return Optional.empty();
        }
        int line = Optional.ofNullable(failure.getLocation())
                .map(JsonLocation::getLineNr)
                .orElse(0);
        if (failure instanceof StreamConstraintsException) {
            return Optional.of(Problem.invalid("problem.json-limits"));
        }
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return Optional.of(Problem.field(member(unknown), "problem.unknown-member", line));
        }
        if (failure instanceof ValueInstantiationException refused) {
            // A record's own check; anything but that is a bug.
            return refused.getCause() instanceof IllegalArgumentException
                    ? Optional.of(Problem.field(member(refused), "problem.value"))
                    : Optional.empty();
        }
        if (failure instanceof MismatchedInputException wrong) {
            return Optional.of(Problem.field(member(wrong), "problem.json-value", line));
        }
        return Optional.of(Problem.invalid("problem.json", line));
    }

    private static String member(JsonMappingException failure) {
        String path = failure.getPath().stream()
                .map(r -> r.getFieldName() != null ? "." + r.getFieldName() : "[" + r.getIndex() + "]")
                .collect(Collectors.joining());
        return path.startsWith(".") ? path.substring(1) : path;
    }
}
