package kz.jolkarta.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;

/**
 * The shell of a node.
 *
 * @param port on the loopback
 */
public record Shell(int port) {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** What a command printed (output and errors together), and its exit code; -1 when there was none. */
    public record Answer(int exit, String output) {}

    /** What a test does with a session that is signed in. */
    public interface Use<T> {
        T of(ClientSession session) throws IOException;
    }

    /** How a session shows who it is. */
    interface Identity {
        void show(SshClient client, ClientSession session) throws IOException, GeneralSecurityException;
    }

    /** One command as the holder of the key. */
    public Answer byKey(Path key, String command) {
        return session("jolkarta", keyOf(key), s -> execute(s, command));
    }

    /** One command as somebody with a password. */
    public Answer byPassword(String user, String password, String command) {
        return session(user, (c, s) -> s.addPasswordIdentity(password), s -> execute(s, command));
    }

    /** Whatever a test wants of a session of the holder of the key. */
    public <T> T signedIn(Path key, Use<T> use) {
        return session("jolkarta", keyOf(key), use);
    }

    private static Identity keyOf(Path key) {
        return (client, session) -> {
            for (var pair : new FileKeyPairProvider(key).loadKeys(session)) {
                session.addPublicKeyIdentity(pair);
            }
        };
    }

    private <T> T session(String user, Identity identity, Use<T> use) {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
            client.start();
            try (ClientSession session =
                    client.connect(user, "127.0.0.1", port).verify(PATIENCE).getSession()) {
                identity.show(client, session);
                session.auth().verify(PATIENCE);
                return use.of(session);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Answer execute(ClientSession session, String command) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (var channel = session.createExecChannel(command)) {
            channel.setOut(output);
            channel.setErr(output);
            channel.open().verify(PATIENCE);
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), PATIENCE);
            Integer exit = channel.getExitStatus();
            return new Answer(exit == null ? -1 : exit, output.toString(StandardCharsets.UTF_8));
        }
    }
}
