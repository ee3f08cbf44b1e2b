package kz.jolkarta.acceptance;

import static org.ops4j.pax.exam.CoreOptions.vmOptions;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.replaceConfigurationFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.spi.PaxExamRuntime;

/**
 * Boots the assembled distribution in Pax Exam's container, once for the whole run, and gives it to tests as a {@link Node} parameter.
 * Tests share its records: each makes its own children and looks at nothing else.
 */
public final class SharedNode implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace ALL = ExtensionContext.Namespace.create(SharedNode.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        booted(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Node.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return booted(context).node;
    }

    private static Booted booted(ExtensionContext context) {
        return context.getRoot().getStore(ALL).getOrComputeIfAbsent(Booted.class, k -> new Booted(), Booted.class);
    }

    /** JUnit closes it when the run is over. */
    static final class Booted implements AutoCloseable {
        private final TestContainer container;
        private final Node node;

        Booted() {
            try {
                Path work =
                        Files.createDirectories(Path.of("target/shared-node").toAbsolutePath());
                Path folder = Files.createTempDirectory(work, "run-");
                Path data = Files.createDirectory(folder.resolve("data"));
                Path keys = folder.resolve("keys.properties");
                makeKey(data);
                Files.writeString(keys, ShellKeys.lines(data));
                int port = Node.freePort();
                int sshPort = Node.freePort();
                container = PaxExamRuntime.createContainer(
                        PaxExamRuntime.createServerSystem(options(folder, data, keys, port, sshPort)));
                container.start();
                node = new Node(
                        "http://127.0.0.1:" + port, sshPort, unpackedIn(folder), data, data.resolve("shell.key"));
                Poll.healthy(node.url(), () -> true, () -> "");
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        }

        private static void makeKey(Path data) {
            String starter = kz.jolkarta.starter.Starter.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath();
            OwnNode.run(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    starter,
                    kz.jolkarta.starter.Starter.class.getName(),
                    "key",
                    data.resolve("shell.key").toString()));
        }

        private static Option[] options(Path folder, Path data, Path keys, int port, int sshPort) {
            String container =
                    Path.of("target/exam-repository").toAbsolutePath().toUri() + "@id=container";
            return new Option[] {
                karafDistributionConfiguration()
                        .frameworkUrl(OwnNode.archive().toUri().toString())
                        .karafVersion(System.getProperty("karaf.version"))
                        .name("Jolkarta")
                        .unpackDirectory(folder.resolve("node").toFile())
                        .useDeployFolder(false),
                keepRuntimeFolder(),
                configureConsole().ignoreLocalConsole().startRemoteShell(),
                // The node as shipped fetches nothing; the container's own bundles come from a folder of the build.
                editConfigurationFilePut(
                        "etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.repositories", container),
                editConfigurationFilePut("etc/system.properties", "jolkarta.data", data.toString()),
                editConfigurationFilePut("etc/system.properties", "jolkarta.port", Integer.toString(port)),
                editConfigurationFilePut("etc/system.properties", "jolkarta.ssh.port", Integer.toString(sshPort)),
                replaceConfigurationFile("etc/keys.properties", keys.toFile()),
                vmOptions(
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.timezone=UTC",
                        "-Dfile.encoding=UTF-8"),
            };
        }

        private static Path unpackedIn(Path folder) throws IOException {
            try (Stream<Path> all = Files.walk(folder.resolve("node"), 4)) {
                return all.filter(p -> p.endsWith("etc/keys.properties"))
                        .map(p -> p.getParent().getParent())
                        .findFirst()
                        .orElseThrow();
            }
        }

        @Override
        public void close() {
            container.stop();
        }
    }
}
