package kz.jolkarta.acceptance.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.OwnNode;
import kz.jolkarta.acceptance.Poll;
import kz.jolkarta.acceptance.ScriptedNode;
import kz.jolkarta.acceptance.imports.Imports;
import kz.jolkarta.core.testing.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes that share one PostgreSQL are one to whoever uses them. */
class TwoNodesTest {
    private static final String PASSWORD = "four yellow horses trot";

    @TempDir
    Path folder;

    @Test
    void theyStartTogetherShareRecordsAndSessionsAndOneEndsTheImportOfTheOther() throws Exception {
        assumeTrue(
                PostgresServer.programs().isPresent() || "required".equals(System.getProperty("postgresql")),
                "PostgreSQL is not installed (Debian's package postgresql)");
        String db = PostgresServer.running().createDatabase("two_nodes");
        OwnNode unpacked = OwnNode.unpacked(folder);
        Path home = unpacked.node().home();
        try (ScriptedNode one = new ScriptedNode(home, Files.createDirectory(folder.resolve("one")), Node.freePort());
                ScriptedNode two =
                        new ScriptedNode(home, Files.createDirectory(folder.resolve("two")), Node.freePort())) {
            List<ScriptedNode> both = List.of(one, two);
            List<CompletableFuture<ScriptedNode.Said>> starts = both.stream()
                    .map(node -> CompletableFuture.supplyAsync(() -> node.run("--db", db)))
                    .toList();
            starts.forEach(start ->
                    assertEquals(0, start.join().status(), () -> start.join().words()));
            both.forEach(node -> assertFalse(Files.exists(node.data().resolve("db")), "no embedded database"));
            List<Path> first = both.stream()
                    .map(node -> node.data().resolve("first-run.txt"))
                    .filter(Files::exists)
                    .toList();
            assertEquals(1, first.size(), "one of them makes the first administrator");
            Node admin = new Node(one.url(), 0, home, first.get(0).getParent(), home);
            Api here = admin.api();
            Api there = new Api(two.url(), admin.token(), "en");

            String child = here.post("/api/children", CHILD)
                    .expect(201)
                    .json()
                    .get("id")
                    .asText();
            assertEquals(
                    "Мөлдір",
                    there.get("/api/children/" + child)
                            .expect(200)
                            .json()
                            .get("givenName")
                            .asText());

            String session = session(admin);
            Map<String, String> cookie = Map.of("Cookie", session);
            there.as("")
                    .send("GET", "/api/children", BodyPublishers.noBody(), cookie)
                    .expect(200);
            here.as("")
                    .send("GET", "/api/children", BodyPublishers.noBody(), cookie)
                    .expect(200);

            importGoesOn(one, here, there);
        }
    }

    private void importGoesOn(ScriptedNode one, Api here, Api there) {
        String location = new Imports(here).start(Imports.sample("children-20000.csv.gz", folder));
        String path = location.replaceFirst("https?://[^/]+", "");
        boolean begun = Poll.until("the import has begun", Duration.ofMinutes(2), () -> {
            JsonNode now = there.get(path).expect(200).json();
            return now.get("counts").get("read").asLong() > 0 ? Optional.of(true) : Optional.empty();
        });
        assertTrue(begun);
        one.kill();
        JsonNode done = new Imports(there).done(path);
        assertEquals(20_000, Imports.count(done, "read"));
        assertEquals(20_000, Imports.sum(done));
        JsonNode again = new Imports(there).whole(Imports.sample("children-20000.csv.gz", folder));
        assertEquals(0, Imports.count(again, "created"), "nothing was lost");
    }

    /** Signs in at the first node with the one-time password, and sets another one. */
    private static String session(Node admin) {
        Api nobody = admin.anonymous();
        Api.Reply signedIn = nobody.post(
                        "/api/session",
                        "{\"login\":\"" + admin.firstRun("user") + "\",\"password\":\"" + admin.firstRun("password")
                                + "\"}")
                .expect(200);
        String cookie =
                Stream.of(signedIn.header("Set-Cookie").split(";")).findFirst().orElseThrow();
        nobody.send(
                        "PUT",
                        "/api/session/password",
                        BodyPublishers.ofString("{\"current\":\"" + admin.firstRun("password") + "\",\"password\":\""
                                + PASSWORD + "\"}"),
                        Map.of(
                                "Content-Type",
                                "application/json",
                                "Cookie",
                                cookie,
                                "X-CSRF-Token",
                                signedIn.json().path("csrf").asText()))
                .expect(204);
        return cookie;
    }

    private static final String CHILD = """
            {"documentKind": "birth-certificate", "documentNumber": "Т-1001", "noIinReason": "құжат жасалуда",
             "surname": "Сейітқали", "givenName": "Мөлдір", "birthDate": "2012-03-04", "sex": "female",
             "territory": "234837105", "grade": 7}""";
}
