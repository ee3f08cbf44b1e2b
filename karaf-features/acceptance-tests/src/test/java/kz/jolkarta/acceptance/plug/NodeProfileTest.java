package kz.jolkarta.acceptance.plug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.OwnNode;
import kz.jolkarta.acceptance.Poll;
import kz.jolkarta.acceptance.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A region's node holds the measures and centres that its settings name, and what is installed by hand stays. */
class NodeProfileTest {
    private static final String CONFIGURED = "63";

    @TempDir
    Path folder;

    @Test
    void aRegionsNodeHoldsWhatItsSettingsNameAndRemembersWhatIsInstalledByHand() throws IOException {
        try (OwnNode own = OwnNode.unpacked(folder)) {
            Path settings = own.node().home().resolve("etc/jolkarta.cfg");
            Files.writeString(settings, "profile = region\nregion = 23\nmeasures = 1,13\ncentres = 23\n");
            centreByFile(own, "No 5");
            Node node = own.start();
            assertEquals(new TreeSet<>(List.of("centres", "health-camps", "statistics")), installed(node));
            assertEquals(new TreeSet<>(List.of("230000000", CONFIGURED + "0000000")), centres(node, 2));

            said(node, "jolkarta:centre-install -l en 75", "installed");
            assertEquals(3, centres(node, 3).size());
            said(node, "jolkarta:measure-install -l en 8", "installed");
            assertTrue(installed(node).contains("technoparks"));
            said(node, "jolkarta:measure-install -l en 8", "already");
            said(node, "jolkarta:measure-install -l en 77", "no measure");
            said(node, "jolkarta:measure-uninstall -l en 2", "23, 75");
            said(node, "jolkarta:centre-install -l en 10", "kz.jolkarta.centre~10.cfg");
            said(node, "jolkarta:measure-uninstall -l en 13", "removed");
            said(node, "jolkarta:centre-uninstall -l en 23", "removed");
            assertEquals(3, centres(node, 3).size(), "the organisation of a centre that left stays");
            String kept = Files.readString(settings);
            assertTrue(kept.contains("measures = 1,8\n") && kept.contains("centres = 75\n"), kept);
            assertTrue(kept.contains("region = 23\n"), kept);
            own.stop();

            try (OwnNode again = own.again()) {
                Node next = again.start();
                assertEquals(new TreeSet<>(List.of("centres", "statistics", "technoparks")), installed(next));
                assertEquals(3, centres(next, 3).size(), "no centre is made twice");
            }
        }
    }

    @Test
    void aNodeWhoseSettingsNameWhatThereIsNotSaysSo() throws Exception {
        try (OwnNode own = OwnNode.unpacked(folder)) {
            Path settings = own.node().home().resolve("etc/jolkarta.cfg");
            Files.writeString(settings, "profile = region\nregion = 23\nmeasures = 1,77\ncentres = none\n");
            own.launch();
            await(() -> health(own).contains("measure 77"));
            JsonNode health = own.node().anonymous().get("/health").expect(503).json();
            assertEquals(
                    "down", health.get("checks").get("profile").get("status").asText(), health::toString);
            own.stop();

            Files.writeString(settings, "profile = region\nregion = 23\nmeasures = 1,2\ncentres = none\n");
            centreByFile(own, "");
            try (OwnNode again = own.again()) {
                Node node = again.start();
                await(() -> health(again).contains("refused: " + CONFIGURED));
                assertEquals(0, items(node).size(), "a centre without its document is not kept");
            }
        }
    }

    /** A centre outside the seven regions of the clause, without any code, as the start script puts it there. */
    private static void centreByFile(OwnNode own, String ground) throws IOException {
        Files.writeString(
                own.node().home().resolve("etc/kz.jolkarta.centre-" + CONFIGURED + ".cfg"),
                "territory = " + CONFIGURED + "0000000\nname.kk = \\u0428\\u044b\\u0493\\u044b\\u0441\nground = "
                        + ground + "\n");
    }

    private static void said(Node node, String command, String words) {
        Shell.Answer answer = node.shell(command);
        assertTrue(answer.output().contains(words), () -> command + ": " + answer.output());
    }

    private static TreeSet<String> installed(Node node) {
        TreeSet<String> codes = new TreeSet<>();
        for (JsonNode measure :
                node.api().get("/api/measures").expect(200).json().get("items")) {
            if (measure.get("installed").asBoolean()) {
                codes.add(measure.get("code").asText());
            }
        }
        return codes;
    }

    /** Where there are organisations of the kind, once there are so many. */
    private static TreeSet<String> centres(Node node, int expected) {
        await(() -> items(node).size() >= expected);
        TreeSet<String> territories = new TreeSet<>();
        items(node).forEach(o -> territories.add(o.get("territory").get("code").asText()));
        assertEquals(territories.size(), items(node).size());
        return territories;
    }

    private static String health(OwnNode own) {
        try {
            return own.node().anonymous().get("/health").text();
        } catch (UncheckedIOException notYet) {
            return "";
        }
    }

    private static void await(BooleanSupplier condition) {
        Poll.until(
                "what the node is to come to",
                Duration.ofMinutes(3),
                () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    private static JsonNode items(Node node) {
        return node.api()
                .get("/api/organisations?kind=centre")
                .expect(200)
                .json()
                .get("items");
    }
}
