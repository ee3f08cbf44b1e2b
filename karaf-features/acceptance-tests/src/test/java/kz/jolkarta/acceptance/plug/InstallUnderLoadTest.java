package kz.jolkarta.acceptance.plug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.Children;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.OwnNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A measure comes and goes while twelve clients read and write: not one request fails, nobody else is disturbed. */
class InstallUnderLoadTest {
    private static final String FEATURE = "jolkarta-measure-13-health-camps";
    private static final String VILLAGE = "231035100";
    private static final int CLIENTS = 12;
    private static final int REQUESTS = 10_000;

    @TempDir
    Path folder;

    @Test
    void noRequestFailsAndNoOtherBundleRestarts() throws Exception {
        try (OwnNode own = OwnNode.unpacked(folder)) {
            Node node = own.start();
            Api api = node.api();
            long child = Children.create(api, VILLAGE, "");
            long award = award(api, child);
            Map<String, String> before = components(node);

            AtomicBoolean goOn = new AtomicBoolean(true);
            AtomicInteger answered = new AtomicInteger();
            ConcurrentLinkedQueue<String> failed = new ConcurrentLinkedQueue<>();
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                running.add(clients.submit(() -> {
                    for (int turn = 0; goOn.get() || answered.get() < REQUESTS; turn++) {
                        Api.Reply reply = client % 4 == 0 && turn % 5 == 0
                                ? api.post("/api/children", Children.json(VILLAGE, ""))
                                : api.get(read(client, turn, child));
                        answered.incrementAndGet();
                        if (reply.status() != 200 && reply.status() != 201) {
                            failed.add(reply.toString());
                        }
                    }
                }));
            }
            for (int i = 0; i < 3; i++) {
                shell(node, "feature:uninstall " + FEATURE);
                api.get("/api/measures/health-camps").expect(404);
                api.get("/api/measures/health-camps/awards").expect(404);
                shell(node, "feature:install " + FEATURE);
                api.get("/api/measures/health-camps").expect(200);
                assertEquals(
                        award,
                        api.get("/api/measures/health-camps/awards/" + award)
                                .expect(200)
                                .json()
                                .get("id")
                                .asLong(),
                        "its data stay");
            }
            goOn.set(false);
            for (Future<?> client : running) {
                client.get(5, TimeUnit.MINUTES);
            }
            clients.shutdown();

            assertTrue(failed.isEmpty(), failed.size() + " of " + answered + " failed, the first: " + failed.peek());
            assertTrue(answered.get() >= REQUESTS, "requests: " + answered);
            assertEquals(before, components(node), "components of other bundles");
        }
    }

    private static long award(Api api, long child) {
        api.put(
                "/api/measures/health-camps/quotas",
                "{\"type\": \"camp\", \"territory\": \"230000000\", \"year\": 2026, \"cap\": 10}",
                "");
        return api.post(
                        "/api/measures/health-camps/awards",
                        "{\"type\": \"camp\", \"childId\": " + child + ", \"year\": 2026}")
                .expect(201)
                .json()
                .get("id")
                .asLong();
    }

    private static String read(int client, int turn, long child) {
        List<String> paths = List.of(
                "/api/children/" + child,
                "/api/children?q=молдир&limit=20",
                "/api/measures",
                "/api/measures/technoparks/activities",
                "/api/measures/statistics/indicators?year=2026&territory=230000000",
                "/api/territories?parent=230000000",
                "/api/openapi.json");
        return paths.get((client + turn) % paths.size());
    }

    private static void shell(Node node, String command) {
        String said = node.shell(command).output();
        assertTrue(!said.contains("Error") && !said.contains("not found"), command + ": " + said);
    }

    /** The services of the other bundles' components, by their ids: a component that is started anew gets a new one. */
    static Map<String, String> components(Node node) {
        Map<String, String> ids = new TreeMap<>();
        Matcher block = Pattern.compile(
                        "component\\.name = (kz\\.jolkarta\\S+)(?:(?!component\\.name).)*?service\\.id = (\\d+)",
                        Pattern.DOTALL)
                .matcher(node.shell("service:list").output());
        while (block.find()) {
            if (!block.group(1).contains("healthcamps")) {
                ids.put(block.group(2), block.group(1));
            }
        }
        assertTrue(ids.size() > 20, "components listed: " + ids);
        return ids;
    }
}
