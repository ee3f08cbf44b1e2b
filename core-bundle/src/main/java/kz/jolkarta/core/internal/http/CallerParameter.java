package kz.jolkarta.core.internal.http;

import java.util.function.Function;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.http.Caller;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;

/** Fills a parameter of type {@link Caller}. */
final class CallerParameter implements ValueParamProvider {
    @Override
    public Function<ContainerRequest, ?> getValueProvider(Parameter parameter) {
        return parameter.getRawType() == Caller.class ? CallerParameter::caller : null;
    }

    private static Caller caller(ContainerRequest request) {
        if (request.getProperty(Attributes.CALLER) instanceof Caller caller) {
            return caller;
        }
        throw Problem.of(Problem.Kind.UNAUTHENTICATED, "problem.unauthenticated");
    }

    @Override
    public PriorityType getPriority() {
        return Priority.HIGH;
    }
}
