package kz.jolkarta.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A node as shipped with the demonstration data, started once for the whole run, and given to tests as a {@link Node} parameter. */
public final class DemoNode implements ParameterResolver {
    private static final ExtensionContext.Namespace ALL = ExtensionContext.Namespace.create(DemoNode.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Node.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ALL)
                .getOrComputeIfAbsent(Started.class, k -> new Started(), Started.class)
                .node;
    }

    /** Starts the node and waits until the demonstration data are in. */
    public static Node loaded(OwnNode own) {
        Node node = own.with("JOLKARTA_DEMO", "true").start();
        Poll.until(
                "the demonstration data",
                Duration.ofMinutes(8),
                () -> Files.exists(node.data().resolve("demo.done")) ? Optional.of(true) : Optional.empty());
        return node;
    }

    /** JUnit closes it when the run is over. */
    static final class Started implements AutoCloseable {
        private final OwnNode own;
        private final Node node;

        Started() {
            try {
                Path work = Files.createDirectories(Path.of("target/demo-node").toAbsolutePath());
                own = OwnNode.unpacked(Files.createTempDirectory(work, "run-"));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            node = loaded(own);
        }

        @Override
        public void close() {
            own.close();
        }
    }
}
