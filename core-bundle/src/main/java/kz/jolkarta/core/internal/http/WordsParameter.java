package kz.jolkarta.core.internal.http;

import java.util.function.Function;
import kz.jolkarta.core.pages.Words;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;

/** Fills a parameter of type {@link Words} with those of the reader's language, also when nobody is signed in. */
final class WordsParameter extends AbstractBinder implements ValueParamProvider {
    @Override
    protected void configure() {
        bind(this).to(ValueParamProvider.class);
    }

    @Override
    public Function<ContainerRequest, ?> getValueProvider(Parameter parameter) {
        return parameter.getRawType() == Words.class ? WordsParameter::words : null;
    }

    private static Words words(ContainerRequest request) {
        return (Words) request.getProperty(Attributes.WORDS);
    }

    @Override
    public PriorityType getPriority() {
        return Priority.HIGH;
    }
}
