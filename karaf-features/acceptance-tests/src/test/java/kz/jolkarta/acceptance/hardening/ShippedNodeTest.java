package kz.jolkarta.acceptance.hardening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kz.jolkarta.acceptance.Api.Reply;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.OwnNode;
import kz.jolkarta.acceptance.Shell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The node of the archive, started as it is shipped, attacked from the machine it runs on. */
class ShippedNodeTest {
    private static OwnNode own;
    private static Node node;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        own = OwnNode.unpacked(folder);
        // Somebody who may open a shell and nothing more: the low user of the tests below.
        Files.writeString(
                own.node().home().resolve("etc/users.properties"),
                "low = a-low-users-passphrase,ssh\n",
                StandardOpenOption.APPEND);
        node = own.start();
    }

    @AfterAll
    static void stop() {
        own.close();
    }

    @Test
    void itListensOnTheLoopbackAndNowhereElse() throws IOException {
        List<Listeners.Listener> listeners = Listeners.of(own.process().pid());
        assertEquals(
                List.of(), listeners.stream().filter(l -> !l.loopback()).toList(), "listeners the network can reach");
        TreeSet<Integer> ports =
                new TreeSet<>(listeners.stream().map(Listeners.Listener::port).toList());
        assertEquals(new TreeSet<>(List.of(port(), node.sshPort())), ports, "only HTTP and the shell");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shell:cat etc/users.properties",
                "shell:echo x",
                "shell:exec id",
                "shell:ls",
                "feature:list",
                "feature:install jolkarta-core-bundle",
                "bundle:list",
                "bundle:install file:/nothing.jar",
                "config:list",
                "config:property-set --pid org.apache.karaf.shell sftpEnabled true",
                "system:property karaf.home",
                "system:shutdown -f",
                "jaas:user-list",
                "log:display",
                "service:list",
                "jolkarta:measures",
                "jolkarta:measure-install /tmp/nothing.kar",
                "jolkarta:centre-uninstall 23",
                "jolkarta:accounts"
            })
    void whoIsNoAdministratorRunsNoCommand(String command) {
        Shell.Answer answer = new Shell(node.sshPort()).byPassword("low", "a-low-users-passphrase", command);
        assertTrue(
                answer.output().contains("Command not found") || answer.output().contains("nsufficient"),
                () -> command + " answered: " + answer.output());
    }

    @Test
    void theMachinesAdministratorRunsCommands() {
        Shell.Answer answer = node.shell("feature:list -i");
        assertEquals(0, answer.exit(), answer.output());
        assertTrue(answer.output().contains("jolkarta-core-bundle"), answer.output());
    }

    @Test
    void theFeaturesThatOpenOtherWaysAreNotInstalledAndCannotBe() {
        String installed = node.shell("feature:list -i --no-format").output();
        for (String forbidden :
                List.of("http", "war", "webconsole", "jolokia", "management", "instance", "deployer", "kar")) {
            assertFalse(
                    Pattern.compile("(?m)^" + forbidden + "\\s")
                            .matcher(installed)
                            .find(),
                    forbidden + " is installed");
        }
        String refused = node.shell("feature:install webconsole").output();
        assertTrue(refused.contains("Error"), refused);
        assertFalse(node.shell("feature:list -i --no-format").output().contains("webconsole"));
    }

    @Test
    void filesAreNotServedOverSsh() {
        Throwable refused = assertThrows(Throwable.class, () -> Sftp.open(new Shell(node.sshPort()), node.key()));
        assertFalse(refused instanceof AssertionError, () -> "SFTP was opened: " + refused);
    }

    @Test
    void aPasswordWrittenByAnAdministratorIsReplacedByItsHash() throws IOException {
        String users = Files.readString(node.home().resolve("etc/users.properties"));
        new Shell(node.sshPort()).byPassword("low", "a-low-users-passphrase", "shell:ls");
        String after = Files.readString(node.home().resolve("etc/users.properties"));
        assertFalse(after.contains("a-low-users-passphrase"), () -> "before the sign-in: " + users);
        assertTrue(after.contains("{CRYPT}"), after);
    }

    @Test
    void whatTheNodeWroteIsForItsUserOnly() throws IOException {
        for (Path file : List.of(
                node.data().resolve("first-run.txt"),
                node.data().resolve("shell.key"),
                node.home().resolve("etc/host.key"))) {
            assertEquals(
                    "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), file::toString);
        }
        for (Path file : OwnNode.files(node.data())) {
            String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
            if (!file.endsWith("shell.key.pub") && Files.exists(file)) {
                assertTrue(rights.endsWith("------"), () -> rights + " " + file);
            }
        }
    }

    @Test
    void theLogKeepsNoSecret() {
        String log = own.output();
        assertFalse(log.contains(node.firstRun("token")), "the token is in the log");
        assertFalse(log.contains(node.firstRun("password")), "the password is in the log");
    }

    @Test
    void itDoesNotSayWhatServesIt() {
        for (String path : List.of("/health", "/api/children", "/nothing", "/")) {
            Reply reply = node.anonymous().get(path);
            assertEquals("", reply.header("Server"), path);
            assertEquals("", reply.header("X-Powered-By"), path);
            for (String internal : List.of("jetty", "jersey", "org.glassfish", "Exception", "\tat ")) {
                assertFalse(reply.text().toLowerCase().contains(internal.toLowerCase()), () -> path + ": " + reply);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health", "/api/children", "/api/openapi.json", "/nothing"})
    void traceIsRefusedAndEchoesNothing(String path) throws IOException {
        String answer =
                raw("TRACE " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: echo=me\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 405"), answer);
        assertFalse(answer.contains("echo=me"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/api/session", "/nothing"})
    void aSecondRequestCannotBeSmuggledInAChunkExtension(String path) throws IOException {
        // A quoted chunk extension that holds a line end: a front that reads it otherwise sees one request, not two.
        String smuggled = "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ";
        String answer = raw("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "1;a=\"\r\nX\r\n0\r\n\r\n" + smuggled + "\"\r\nY\r\n0\r\n\r\n");
        assertEquals(
                1,
                Pattern.compile("HTTP/1\\.1 \\d\\d\\d")
                        .matcher(answer)
                        .results()
                        .count(),
                answer);
        assertFalse(answer.contains("HTTP/1.1 5"), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /health HTTP/1.1\r\n\r\n",
                "POST /health HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "POST /health HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET /..;/etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /a%00b HTTP/1.1\r\nHost: x\r\n\r\n"
            })
    void ambiguousRequestsAreRefused(String request) throws IOException {
        String answer = raw(request);
        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
    }

    @Test
    void aHugeHeaderIsRefused() throws IOException {
        String answer = raw("GET /health HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 431"), answer);
    }

    @Test
    void everyAnswerForbidsABrowserWhatItDoesNotNeed() {
        for (String path : List.of("/", "/health", "/api/openapi.json", "/api/children")) {
            Reply reply = node.anonymous().get(path);
            assertEquals("nosniff", reply.header("X-Content-Type-Options"), path);
            // A page tells its own node where its forms come from, and nobody else.
            String referrer = path.equals("/") ? "same-origin" : "no-referrer";
            assertEquals(referrer, reply.header("Referrer-Policy"), path);
            assertTrue(reply.header("Content-Security-Policy").contains("default-src 'none'"), path);
            assertTrue(reply.header("Content-Security-Policy").contains("frame-ancestors 'none'"), path);
        }
        assertEquals("no-store", node.api().get("/api/children").header("Cache-Control"));
    }

    @Test
    void strangersLearnNothing() {
        assertEquals(401, node.anonymous().get("/api/children").status());
        assertEquals(
                401, node.anonymous().as("0".repeat(43)).get("/api/children").status());
        Reply posted = node.anonymous()
                .send(
                        "POST",
                        "/api/children",
                        BodyPublishers.ofString("{}"),
                        Map.of("Content-Type", "application/json"));
        assertEquals(401, posted.status());
    }

    @Test
    void theFirstPasswordMustBeChangedAndIsNotTheToken() {
        assertNotEquals(node.firstRun("token"), node.firstRun("password"));
        assertTrue(node.firstRun("password").length() >= 12);
        assertEquals(node.url(), node.firstRun("url"));
    }

    private static int port() {
        return Integer.parseInt(node.url().replaceFirst(".*:", ""));
    }

    /** Sends bytes as they are and reads until the node closes or is silent for two seconds. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            StringBuilder answer = new StringBuilder();
            byte[] buffer = new byte[8192];
            try {
                for (int n = socket.getInputStream().read(buffer);
                        n >= 0;
                        n = socket.getInputStream().read(buffer)) {
                    answer.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
                }
            } catch (java.net.SocketTimeoutException silent) {
                return answer.toString();
            } catch (java.net.SocketException closed) {
                return answer.toString();
            }
            return answer.toString();
        }
    }
}
