package kz.jolkarta.acceptance.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import kz.jolkarta.acceptance.Api;
import kz.jolkarta.acceptance.Node;
import kz.jolkarta.acceptance.OwnNode;
import kz.jolkarta.acceptance.Poll;
import kz.jolkarta.acceptance.access.Accounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With children in every district of the 20 regions and all measures installed, the widest pages stay light for a narrow line. */
class LightPagesTest {
    private static final String LIST = "children-20000.csv.gz";
    private static final int LATER_PAGE = 10 * 1024;
    private static final Pattern OF_A_MEASURE = Pattern.compile("href=\"(/entitlements/districts\\?[^\"]+)\"");

    @TempDir
    Path folder;

    @Test
    void pagesOfTheWholeCountryAreLight() throws IOException {
        try (OwnNode own = OwnNode.unpacked(folder)) {
            Node node = own.start();
            new Imports(node.api()).whole(Imports.sample(LIST, folder));
            Reader office = new Reader(node, "administrator@", "coordinator@", "approver@", "analyst@");

            Set<String> measures = new TreeSet<>(OF_A_MEASURE
                    .matcher(office.plain("/entitlements"))
                    .results()
                    .map(m -> m.group(1).replace("&amp;", "&"))
                    .filter(href -> !href.contains("sort="))
                    .toList());
            assertTrue(measures.size() > 5, measures.toString());
            List<String> regions = new ArrayList<>();
            int year = LocalDate.now(ZoneId.of("Asia/Almaty")).getYear();
            node.api()
                    .get("/api/territories?kind=region&limit=50")
                    .expect(200)
                    .json()
                    .get("items")
                    .forEach(region -> regions.add(
                            "/reports/" + year + "/" + region.get("code").asText()));
            assertEquals(20, regions.size());

            List<String> pages = new ArrayList<>(List.of("/entitlements", "/alarms", "/alarms/districts"));
            pages.addAll(measures);
            pages.addAll(regions);
            regions.forEach(report -> pages.addAll(List.of(
                    report + "/rows",
                    report + "/rows/statistics",
                    report + "/rows/statistics?why=statistics/rural-gifted")));
            List<String> heavy = new ArrayList<>();
            for (String page : pages) {
                Poll.until(
                        page + " is counted",
                        Duration.ofMinutes(2),
                        () -> Optional.of(page).filter(p -> !office.plain(p).contains("http-equiv=\"refresh\"")));
                int bytes = office.zipped(page);
                if (bytes > LATER_PAGE) {
                    heavy.add(page + ": " + bytes);
                }
            }
            assertEquals(List.of(), heavy);
        }
    }

    /** Somebody who is signed in and reads pages as they are sent. */
    private static final class Reader {
        private final Api api;
        private final String session;

        Reader(Node node, String... roles) {
            Accounts.Secret secret = Accounts.secret(node, roles);
            api = node.anonymous();
            session = api.post(
                            "/api/session",
                            "{\"login\":\"" + secret.login() + "\",\"password\":\"" + secret.password() + "\"}")
                    .expect(200)
                    .header("Set-Cookie")
                    .replaceFirst(";.*", "");
        }

        String plain(String path) {
            return get(path, Map.of("Cookie", session)).text();
        }

        int zipped(String path) {
            Api.Reply reply = get(path, Map.of("Cookie", session, "Accept-Encoding", "gzip"));
            assertEquals("gzip", reply.header("Content-Encoding"), path);
            return reply.bytes().length;
        }

        private Api.Reply get(String path, Map<String, String> headers) {
            return api.send("GET", path, BodyPublishers.noBody(), headers).expect(200);
        }
    }
}
