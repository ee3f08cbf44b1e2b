package kz.jolkarta.acceptance.hardening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import kz.jolkarta.acceptance.OwnNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node that would be open to everybody, or would break later, does not start and says why. */
class RefusalTest {
    private static final int REFUSED = 78;
    private static OwnNode unpacked;

    @BeforeAll
    static void unpack(@TempDir Path folder) {
        unpacked = OwnNode.unpacked(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "karaf = karaf,_g_:admingroup",
                "admin=admin,_g_:admingroup",
                "  admin : password , admin",
                "smx = smx",
                "operator = operator,ssh",
                "root = 123456,admin",
                "admin ="
            })
    void aPasswordThatEverybodyKnows(String line) throws Exception {
        OwnNode own = unpacked.again();
        Files.writeString(own.node().home().resolve("etc/users.properties"), "# users\n" + line + "\n");
        assertRefused(own, "everybody knows");
        assertFalse(own.output().contains(line), "the refusal repeats the line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.0.2", "1.8.0_292", "24", "25.0.1"})
    void aJavaThatWillNotDo(String version, @TempDir Path folder) throws Exception {
        Path java = fakeJava(folder, version);
        Files.writeString(unpacked.node().home().resolve("etc/users.properties"), "");
        OwnNode own = unpacked.again().with("JAVA_HOME", java.toString());
        assertRefused(own, "Java 17 to 23");
    }

    @Test
    void theLineOfSomebodyWithAnOwnPasswordIsNoReason(@TempDir Path folder) throws Exception {
        OwnNode own = unpacked.again();
        Files.writeString(
                own.node().home().resolve("etc/users.properties"),
                "# karaf = karaf,_g_:admingroup\nadmin = {CRYPT}0123456789abcdef{CRYPT},_g_:admingroup\n");
        Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        // Answers as Java 17 and then ends with a code of its own: the node got as far as starting it.
        script(
                java,
                "case \"$*\" in *-version*) echo 'openjdk version \"17.0.15\" 2025-04-15' >&2 ;; *) exit 7 ;; esac");
        own.with("JAVA_HOME", java.getParent().getParent().toString());
        Process process = own.launch();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(7, process.exitValue(), own::output);
    }

    private static void assertRefused(OwnNode own, String why) throws InterruptedException {
        Process process = own.launch();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it went on");
        assertEquals(REFUSED, process.exitValue(), own::output);
        assertTrue(own.output().contains(why), own::output);
    }

    private static Path fakeJava(Path folder, String version) throws IOException {
        Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        script(java, "echo 'openjdk version \"" + version + "\" 2025-04-15' >&2");
        return folder.resolve("jdk");
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
