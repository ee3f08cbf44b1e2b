package kz.jolkarta.core.internal.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.testing.TestTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KarFileTest {
    private static final String FEATURES =
            "<?xml version=\"1.0\"?><!-- a --><features xmlns=\"http://karaf.apache.org/xmlns/features/v1.6.0\"/>";

    @TempDir
    Path folder;

    private Path kar(Map<String, String> entries) throws IOException {
        Path kar = folder.resolve("stranger.kar");
        try (OutputStream out = Files.newOutputStream(kar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return kar;
    }

    private void refused(String key, Path kar) throws IOException {
        Path target = Files.createDirectories(folder.resolve("node/kar/stranger"));
        Problem problem = assertThrows(Problem.class, () -> KarFile.unpack(kar, target));
        assertEquals(key, problem.message().key());
        for (Language language : Language.values()) {
            assertTrue(TestTexts.ofClassPath().text(language, problem.message()).contains("stranger.kar"));
        }
    }

    @Test
    void itsRepositoryIsUnpackedAndItsListsOfFeaturesAreFound() throws IOException {
        Path target = folder.resolve("unpacked");
        List<URI> lists = KarFile.unpack(
                kar(Map.of(
                        "META-INF/MANIFEST.MF", "",
                        "repository/org/example/1/x-1-features.xml", FEATURES,
                        "repository/org/example/1/x-1.xml", "<other/>",
                        "repository/org/example/1/x-1.jar", "jar")),
                target);
        assertEquals(List.of(target.resolve("org/example/1/x-1-features.xml").toUri()), lists);
        assertEquals("jar", Files.readString(target.resolve("org/example/1/x-1.jar")));
        assertEquals(lists, KarFile.lists(target));
    }

    @Test
    void whatLiesOutsideItsRepositoryIsRefused() throws IOException {
        refused("kar.outside", kar(Map.of("repository/../../../etc/users.properties", "x")));
        refused("kar.outside", kar(Map.of("resources/etc/users.properties", "x")));
        refused("kar.outside", kar(Map.of("repository//etc/passwd", "x")));
        assertFalse(Files.exists(folder.resolve("etc")));
        assertFalse(Files.exists(folder.resolve("node/etc")));
    }

    @Test
    void whatIsNoKarIsRefused() throws IOException {
        refused(
                "kar.no-features",
                kar(Map.of("repository/a.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:/\">]><a>&x;</a>")));
        Path broken = folder.resolve("stranger.kar");
        Files.writeString(broken, "no archive");
        refused("kar.unreadable", broken);
    }
}
