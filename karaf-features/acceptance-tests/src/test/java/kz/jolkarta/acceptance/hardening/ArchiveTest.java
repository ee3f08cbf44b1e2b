package kz.jolkarta.acceptance.hardening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.jolkarta.acceptance.OwnNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive as it is shipped, before anything is started. */
class ArchiveTest {
    private static final long MOST = 90_000_000;
    private static Path home;

    @BeforeAll
    static void unpack(@TempDir Path folder) {
        home = OwnNode.unpacked(folder).node().home();
    }

    @Test
    void itHasAtMostNinetyMegabytes() throws IOException {
        assertTrue(Files.size(OwnNode.archive()) <= MOST, () -> "the archive has " + OwnNode.archive());
    }

    @Test
    void theBillOfMaterialsNamesEveryJarByItsHash() throws Exception {
        Map<String, String> named = new TreeMap<>();
        JsonNode bom = new ObjectMapper().readTree(home.resolve("bom.json").toFile());
        for (JsonNode component : bom.get("components")) {
            named.put(
                    component.get("bom-ref").asText(),
                    component.get("hashes").get(0).get("content").asText());
        }
        Map<String, String> there = new TreeMap<>();
        for (Path jar : OwnNode.files(home)) {
            if (jar.toString().endsWith(".jar")) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
                there.put(home.relativize(jar).toString(), HexFormat.of().formatHex(hash));
            }
        }
        assertEquals(there, named);
        assertTrue(there.size() > 80, "the node has about a hundred jars");
        assertEquals("CycloneDX", bom.get("bomFormat").asText());
    }

    @Test
    void theBillOfMaterialsNamesWhatIsPackedInsideOurWrappers() throws Exception {
        String bom = Files.readString(home.resolve("bom.json"));
        for (String inner : List.of(
                "pkg:maven/org.apache.derby/derby@",
                "pkg:maven/org.apache.poi/poi-ooxml@",
                "pkg:maven/org.apache.pdfbox/pdfbox@")) {
            assertTrue(bom.contains(inner), inner);
        }
    }

    @Test
    void everyMeasureLiesInItsOwnRepository() throws IOException {
        List<String> measures;
        Path sources = Path.of(System.getProperty("jolkarta.sources"), "measures-bundles");
        try (Stream<Path> folders = Files.list(sources)) {
            measures = folders.map(p -> p.getFileName().toString())
                    .filter(n -> n.startsWith("measure-"))
                    .toList();
        }
        assertFalse(measures.isEmpty());
        String version = System.getProperty("jolkarta.version");
        String features = Files.readString(
                home.resolve("system/kz/jolkarta/features/" + version + "/features-" + version + "-features.xml"));
        for (String measure : measures) {
            assertTrue(features.contains("<feature name=\"jolkarta-" + measure + "\""), measure);
            assertTrue(
                    Files.exists(home.resolve(
                            "system/kz/jolkarta/" + measure + "/" + version + "/" + measure + "-" + version + ".jar")),
                    measure);
        }
    }

    @Test
    void nothingIsDeployedFromAFolderAndNothingIsFetched() throws IOException {
        assertFalse(Files.exists(home.resolve("deploy")));
        assertFalse(Files.exists(home.resolve("etc/org.apache.felix.fileinstall-deploy.cfg")));
        Properties fetching = properties("etc/org.ops4j.pax.url.mvn.cfg");
        assertEquals("", fetching.getProperty("org.ops4j.pax.url.mvn.repositories"));
        assertEquals("false", fetching.getProperty("org.ops4j.pax.url.mvn.useFallbackRepositories"));
        assertTrue(fetching.getProperty("org.ops4j.pax.url.mvn.defaultRepositories")
                .startsWith("${karaf.home.uri}"));
        for (Path file : OwnNode.files(home.resolve("etc"))) {
            if (file.toString().endsWith(".cfg")) {
                String text = Files.readString(file).replaceAll("(?m)^\\s*#.*$", "");
                assertFalse(text.contains("https://"), () -> file + " names a place outside");
            }
        }
    }

    @Test
    void nobodyIsKnownByAPassword() throws IOException {
        assertEquals(new Properties(), properties("etc/users.properties"));
    }

    @Test
    void theWaysInThatANodeDoesNotNeedAreNotThere() {
        for (String forbidden : List.of(
                "system/org/apache/karaf/webconsole",
                "system/org/apache/karaf/jolokia",
                "system/org/jolokia",
                "system/org/apache/karaf/http",
                "system/org/apache/karaf/war",
                "system/org/apache/karaf/management",
                "system/org/apache/karaf/instance",
                "system/org/apache/karaf/deployer",
                "system/org/apache/karaf/kar",
                "bin/instance")) {
            assertFalse(Files.exists(home.resolve(forbidden)), forbidden);
        }
        for (Path file : OwnNode.files(home.resolve("system/org/ops4j/pax"))) {
            assertFalse(file.toString().endsWith(".jar") && file.toString().contains("/pax/web/"), file::toString);
        }
    }

    private static Properties properties(String file) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve(file))) {
            properties.load(reader);
        }
        return properties;
    }
}
