package kz.jolkarta.starter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarterTest {
    @Test
    void aHeldPortIsPassedOver() throws Exception {
        try (ServerSocket held = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(1, Starter.run("free", "" + held.getLocalPort()));
            int other;
            try (ServerSocket next = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                other = next.getLocalPort();
            }
            assertEquals(0, Starter.run("free", "" + held.getLocalPort(), "" + other));
        }
    }

    @Test
    void waitingEndsWithTheProcessWaitedFor() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        assertEquals(Wait.PROCESS_ENDED, Starter.run("await", "http://127.0.0.1:1/health", "60", "" + ended.pid()));
    }

    @Test
    void waitingEndsWhenTheTimeIsOver() throws Exception {
        String self = "" + ProcessHandle.current().pid();
        assertEquals(Wait.TIME_OVER, Starter.run("await", "http://127.0.0.1:1/health", "1", self));
    }

    @Test
    void theKeyIsForItsOwnerOnlyAndTheHalvesFit(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("shell.key");
        assertEquals(0, Starter.run("key", file.toString()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        String pem = Files.readString(file).replaceAll("-----[A-Z ]+-----|\n", "");
        PrivateKey secret = KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        byte[] wire = Base64.getDecoder()
                .decode(Files.readString(folder.resolve("shell.key.pub")).strip());
        byte[] modulus = ((RSAPrivateCrtKey) secret).getModulus().toByteArray();
        byte[] tail = java.util.Arrays.copyOfRange(wire, wire.length - modulus.length, wire.length);
        assertTrue(java.util.Arrays.equals(modulus, tail));
    }

    @Test
    void anythingElseIsRefused() throws Exception {
        assertEquals(64, Starter.run("format", "c:"));
    }

    @Test
    void lettersOfASettingAreEscapedAndAForeignEncodingIsToldApart(@TempDir Path folder) throws Exception {
        Path from = folder.resolve("kz.jolkarta.centre~63.cfg");
        Path to = folder.resolve("kz.jolkarta.centre-63.cfg");
        Files.writeString(from, "name.kk = \u04e9\u043c\n");
        assertEquals(0, Starter.run("setting", from.toString(), to.toString()));
        assertEquals("name.kk = \\u04e9\\u043c\n", Files.readString(to));
        Files.write(from, new byte[] {'a', (byte) 0xc0});
        assertEquals(1, Starter.run("setting", from.toString(), to.toString()));
        assertEquals("name.kk = \\u04e9\\u043c\n", Files.readString(to), "the last good one stays");
    }
}
