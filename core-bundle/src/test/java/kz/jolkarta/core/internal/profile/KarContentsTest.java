package kz.jolkarta.core.internal.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.jolkarta.core.Problem;
import kz.jolkarta.core.i18n.Language;
import kz.jolkarta.core.testing.TestTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

/** What a stranger's file would bring is told before anything of it runs. */
class KarContentsTest {
    private static final Map<String, Version> CORE = Map.of("kz.jolkarta.core.measure", new Version(0, 1, 0));
    private static final String JAR = "repository/org/example/mentoring/1.0.0/mentoring-1.0.0.jar";
    private static final String LIST = "repository/org/example/mentoring/1.0.0/mentoring-1.0.0-features.xml";
    private static final String COMPONENT =
            "<component><service><provide interface=\"kz.jolkarta.core.measure.Measure\"/></service></component>";

    @TempDir
    Path folder;

    private static String manifest(String range) {
        return "Manifest-Version: 1.0\nImport-Package: java.util,kz.jolkarta.core.measure;version=\"" + range
                + "\"\n\n";
    }

    private static String list(String bundle) {
        return "<features><feature name=\"mentoring\" version=\"1.0.0\"><feature>scr</feature><bundle>" + bundle
                + "</bundle></feature></features>";
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] jar(String range, String component) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("META-INF/MANIFEST.MF", manifest(range).getBytes(StandardCharsets.UTF_8));
        entries.put("OSGI-INF/a.xml", component.getBytes(StandardCharsets.UTF_8));
        entries.put("db/V001__mentors.sql", "create table mentor (id int);\nCREATE TABLE x (id int);".getBytes());
        return zip(entries);
    }

    private KarContents read(byte[] kar) throws IOException {
        Path file = folder.resolve("mentoring.kar");
        Files.write(file, kar);
        return KarContents.of(file, "mentoring", Files.createTempDirectory(folder, "x"), CORE);
    }

    private KarContents read(byte[] jar, String bundle) throws IOException {
        return read(zip(Map.of(JAR, jar, LIST, list(bundle).getBytes(StandardCharsets.UTF_8))));
    }

    private static void refused(String key, org.junit.jupiter.api.function.Executable reading) {
        Problem problem = assertThrows(Problem.class, reading);
        assertEquals(key, problem.message().key());
        for (Language language : Language.values()) {
            assertTrue(TestTexts.ofClassPath().text(language, problem.message()).contains("mentoring"));
        }
    }

    @Test
    void itsBundlesTablesAndFilesAreToldWithTheirHashes() throws IOException {
        KarContents kar = read(jar("[0.1,1)", COMPONENT), "mvn:org.example/mentoring/1.0.0");
        assertEquals(List.of("mentoring"), kar.features());
        assertEquals(List.of("mentoring 1.0.0"), kar.bundles());
        assertEquals(2, kar.tables());
        assertEquals(2, kar.files().size());
        assertEquals("", kar.signer());
        assertEquals(KarContents.sha256(folder.resolve("mentoring.kar")), kar.sha256());
    }

    @Test
    void whatIsNoMeasureForThisNodeIsRefusedInWords() throws IOException {
        String own = "mvn:org.example/mentoring/1.0.0";
        refused("kar.no-measure", () -> read(jar("[0.1,1)", "<component/>"), own));
        refused("kar.foreign-core", () -> read(jar("[1.0,2)", COMPONENT), own));
        refused("kar.elsewhere", () -> read(jar("[0.1,1)", COMPONENT), "mvn:org.example/other/1.0.0"));
        refused("kar.elsewhere", () -> read(jar("[0.1,1)", COMPONENT), "https://example.org/mentoring.jar"));
        refused("kar.elsewhere", () -> read(jar("[0.1,1)", COMPONENT), "mvn:../../../../etc/passwd/x"));
    }

    @Test
    void whatIsDamagedIsRefusedInWords() throws IOException {
        byte[] whole = zip(
                Map.of(JAR, jar("[0.1,1)", COMPONENT), LIST, list("mvn:a/b/1").getBytes()));
        refused("kar.unreadable", () -> read(java.util.Arrays.copyOf(whole, whole.length / 2)));
        byte[] spoiled = whole.clone();
        java.util.Arrays.fill(spoiled, 90, 140, (byte) 7);
        refused("kar.unreadable", () -> read(spoiled));
        refused("kar.bundle-unreadable", () -> read("no jar".getBytes(), "mvn:org.example/mentoring/1.0.0"));
    }

    @Test
    void aTextThatSwellsIsRefused() throws IOException {
        Map<String, byte[]> bomb = Map.of("META-INF/MANIFEST.MF", new byte[30_000_000]);
        refused("kar.too-large", () -> read(zip(bomb), "mvn:org.example/mentoring/1.0.0"));
        Map<String, byte[]> outer = new LinkedHashMap<>(bomb);
        outer.put(LIST, list("mvn:a/b/1").getBytes(StandardCharsets.UTF_8));
        refused("kar.too-large", () -> read(zip(outer)));
    }
}
